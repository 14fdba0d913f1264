/** Random questions about random data: our engine answers as Comunica does over a plain store, and as Oxigraph does. */
import { expect, test } from 'vitest'
import { caseOf, type Case } from './case.ts'
import { reportOn } from './report.ts'
import { verdictOn, type Verdict } from './verdict.ts'

const questions = 2000
/** Those of a hundred thousand that once failed. */
const failedOnce = [14448, 16862, 19117, 20031, 22126, 24822, 25127, 35260, 43158, 46793, 46841, 48035, 48691, 53964, 56959, 66507, 73460]
/** How many failures are told in full. */
const most = 3

// npm run test:differential asks as many others as one likes.
test(`${questions} questions have one answer, and those that once had not`, { timeout: 600_000 }, async () => {
  const failed: { one: Case; verdict: Verdict }[] = []
  for (const seed of [...Array(questions).keys(), ...failedOnce]) {
    const one = caseOf(seed)
    const verdict = await verdictOn(one)
    if (verdict.fault !== undefined) failed.push({ one, verdict })
  }
  if (failed.length === 0) return
  const reports: string[] = []
  for (const { one, verdict } of failed.slice(0, most)) reports.push(await reportOn(one, verdict))
  expect.fail(`${failed.length} failed, with the seeds ${failed.map(({ one }) => one.seed).join(' ')}\n\n${reports.join('\n\n')}`)
})
