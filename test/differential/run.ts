/**
 * Asks many more random questions than `npm test` does: `npm run test:differential [count] [first seed]`, or COUNT and
 * SEED in the environment. Prints each failure with its seed, as small as it gets; the exit code is 1 where there was one.
 */
import { byValue } from './answers.ts'
import { caseOf } from './case.ts'
import { reportOn } from './report.ts'
import { same, verdictOn } from './verdict.ts'

const [count = process.env['COUNT'] ?? '100000', first = process.env['SEED'] ?? '0'] = process.argv.slice(2)
const [start, end] = [Number(first), Number(first) + Number(count)]
if (!(end > start)) throw new Error(`no number of questions: ${count}, from seed ${first}`)

const failed: number[] = []
const reasons = new Map<string, number>()
let agreed = 0
const began = performance.now()

for (let seed = start; seed < end; seed++) {
  const one = caseOf(seed)
  const verdict = await verdictOn(one)
  const { fault, comunica, oxigraph, known } = verdict
  if (same(comunica, oxigraph, byValue)) agreed++
  else for (const { name } of known) reasons.set(name, (reasons.get(name) ?? 0) + 1)
  if (fault !== undefined) {
    failed.push(seed)
    progress('')
    console.log(`${await reportOn(one, verdict)}\n`)
  }
  if (seed % 100 === 0) progress(`${seed - start} of ${end - start} questions, ${failed.length} failed`)
}
progress('')

const seconds = Math.round((performance.now() - began) / 1000)
console.log(`${end - start} questions in ${seconds} s. To ${agreed} Comunica and Oxigraph say the same; where not, this may be why:`)
for (const [name, times] of [...reasons].sort(([, a], [, b]) => b - a)) console.log(`${String(times).padStart(8)}  ${name}`)
console.log(failed.length === 0 ? 'None failed.' : `${failed.length} failed, with the seeds ${failed.join(' ')}.`)
process.exitCode = failed.length === 0 ? 0 : 1

/** One line that is written over, on a terminal only. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`)
}
