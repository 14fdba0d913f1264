/** A case that failed, for a person to follow by hand. */
import { linesOf, type Outcome } from './answers.ts'
import { show, type Case } from './case.ts'
import { shrink } from './shrink.ts'
import { verdictOn, type Verdict } from './verdict.ts'

/** Makes a failed case as small as it gets, and tells all there is to know of it. */
export async function reportOn(failed: Case, verdict: Verdict): Promise<string> {
  const fails = async (one: Case): Promise<boolean> => (await verdictOn(one)).fault === verdict.fault
  if (!(await fails(failed))) return `${show(failed)}\n\n${described(verdict)}\nIt does so by chance, for it does no more.`
  const smallest = await shrink(failed, fails)
  return `${show(smallest)}\n\n${described(await verdictOn(smallest))}`
}

function described({ fault, ours, comunica, oxigraph, known }: Verdict): string {
  const said = Object.entries({ ours, comunica, oxigraph }).map(([name, outcome]) => `${name}: ${textOf(outcome)}`)
  return [fault ?? 'it fails no more', ...said, ...known.map(({ name, right }) => `known: ${name} (${right} is right)`)].join('\n')
}

function textOf(outcome: Outcome): string {
  if (outcome.type === 'error') return outcome.message.split('\n', 1)[0]!
  const lines = linesOf(outcome)
  return lines.length === 0 ? 'nothing' : lines.map((line) => `\n  ${line || '(a row without values)'}`).join('')
}
