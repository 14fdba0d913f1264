/** The W3C's tests of SPARQL 1.1: what Comunica passes alone, our engine passes. */
import { expect, test } from 'vitest'
import { outcomes } from './conformance.ts'
import { documentOf } from './document.ts'
import { haveTests } from './manifest.ts'

if (!haveTests) console.warn('The tests of the W3C are not here (../shared/data/w3c-rdf-tests), so they are skipped.')

// The document is written anew by: npx vitest run --config test/vitest.config.ts test/w3c -u
test.skipIf(!haveTests)('what Comunica passes alone passes, as docs/sparql-conformance.md says', { timeout: 300_000 }, async () => {
  const all = await outcomes()
  const lost = all.filter(({ comunica, ours }) => comunica && !ours).map(({ test: { directory, id } }) => `${directory}/${id}`)
  await expect(documentOf(all)).toMatchFileSnapshot('../../docs/sparql-conformance.md')
  expect(lost).toEqual([])
})
