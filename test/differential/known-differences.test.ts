/** What is known of the differences between engines holds, and is what the documentation says. */
import { describe, expect, test } from 'vitest'
import { questionOf } from './algebra.ts'
import { linesOf } from './answers.ts'
import { answersTo, documentOf, queryOf, quadsOf } from './document.ts'
import { knownDifferences } from './known-differences.ts'

describe.each(knownDifferences.map((difference) => [difference.name, difference] as const))('%s', (_, difference) => {
  test('is there', async () => {
    const answers = await answersTo(difference)
    expect(linesOf(answers.comunica)).not.toEqual(linesOf(answers.oxigraph))
    expect(difference.applies(questionOf(quadsOf(difference), queryOf(difference)), answers)).toBe(true)
  })
})

// Written anew by: npx vitest run --config test/vitest.config.ts test/differential/known-differences -u
test('docs/sparql-differences.md', async () => {
  await expect(await documentOf()).toMatchFileSnapshot('../../docs/sparql-differences.md')
})
