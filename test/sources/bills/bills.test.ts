/** Bills of materials: what is made of each field, of real files, and of files with mistakes. The answers are written anew by vitest -u. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildReport } from '../../../src/commands/build-report.ts'
import { buildAndTell } from '../../../src/graph/build.ts'
import { inFolder } from '../../graph-of.ts'
import { told } from './told.ts'

const fixtures = new URL('../../fixtures/bills/', import.meta.url).pathname
const shared = new URL('../../../../shared/data/', import.meta.url).pathname
const haveShared = existsSync(`${shared}cyclonedx`)
if (!haveShared) console.warn('The real bills of materials are not here (../shared/data/cyclonedx), so their tests are skipped.')

test.each(['every-field.cdx', 'mistakes.cdx', 'every-field.spdx3', 'mistakes.spdx3'])('%s', async (name) => {
  await expect(told([`${fixtures}${name}.json`])).toMatchFileSnapshot(`${fixtures}${name}.txt`)
})

test
  .skipIf(!haveShared)
  .each([
    'cyclonedx/manifest-Qwen2.5-7B-Instruct',
    'cyclonedx/valid-machine-learning-1.7',
    'cyclonedx/valid-machine-learning-considerations-env-1.7',
    'cyclonedx/valid-citations-1.7',
    'cyclonedx/valid-formulation-1.7',
    'spdx3/ai-example02-sbom.spdx3',
    'spdx3/dataset-example01.spdx3',
  ])('the real file %s', async (name) => {
  await expect(told([`${shared}${name}.json`], { whole: false })).toMatchFileSnapshot(`${fixtures}real/${name.replace(/.*\//, '')}.txt`)
})

test.skipIf(!haveShared)('what comes of real files is what docs/sources/bills.md says', () => {
  const rows = readFileSync(new URL('../../../docs/sources/bills.md', import.meta.url), 'utf8').match(/^\| `[^`]+\.json` \|.*$/gm) ?? []
  expect(rows).toHaveLength(7)
  const measured = rows.map((row) => {
    const file = /`([^`]+)`/.exec(row)![1]!
    const { graph, gathered } = buildAndTell([
      `${shared}${file.includes('.spdx3') || file.startsWith('dataset-') ? 'spdx3' : 'cyclonedx'}/${file}`,
    ])
    const { noted, dropped } = gathered
    const report = JSON.parse(
      [...buildReport({ graph, gathered, problems: noted, problemCount: noted.length, dropped })].join(''),
    ) as Report
    const { things, statements } = report.documents.find(({ files }) => files.length > 0)!
    return `| \`${file}\` | ${things} | ${statements} | ${report.counts.problems} | ${report.dropped.length} |`
  })
  expect(rows).toEqual(measured)
})

interface Report {
  readonly counts: { readonly problems: number }
  readonly documents: readonly { readonly things: number; readonly statements: number; readonly files: readonly object[] }[]
  readonly dropped: readonly object[]
}

test.skipIf(!haveShared)('the JSON schema of CycloneDX is no bill', () => {
  expect(() => buildAndTell([`${shared}cyclonedx/bom-1.7.schema.json`])).toThrow('of none of the formats with its ending')
})

/** The problems of a file, and the names of what was read of it. */
function read(file: string, content: string | Uint8Array): { problems: string[]; names: string[] } {
  return inFolder({ [file]: content }, (folder) => {
    const { gathered } = buildAndTell([`${folder}/${file}`])
    return {
      problems: gathered.noted.map(({ place, message, code }) => `${place?.line}: ${message} [${code}]`),
      names: gathered.decisions.flatMap(({ called, described }) => (described && called.kinds[0] !== 'Document' ? [called.name] : [])),
    }
  })
}

const cdx = readFileSync(`${fixtures}every-field.cdx.json`, 'utf8')
const spdx = readFileSync(`${fixtures}every-field.spdx3.json`, 'utf8')

test('of a bill that is cut off, all is read that stands before', () => {
  const { problems, names } = read('cut.json', cdx.slice(0, cdx.indexOf('"bom-ref": "second"')))
  expect(problems).toContain('144: from here on the file is no JSON [bad-json]')
  expect(names).toEqual(
    ['Assistant', 'Phone', 'child-7b', 'base-7b', 'Grandchild', 'Sibling', 'Book shelf', 'Quiz', 'Heap', 'tokens'].concat([
      'Training Data of child-7b',
      'owner/unnamed',
      'Corpus',
      'Corpus, part one',
      'Twin',
    ]),
  )
  expect(read('cut.spdx3.json', spdx.slice(0, spdx.indexOf('"name": "Part of it"')))).toEqual({
    problems: ['69: from here on the file is no JSON [bad-json]', '69: /@graph/9: the package has no name [no-name]'],
    names: ['child-7b', 'Base', 'Data of child-7b'],
  })
})

test('nothing is fetched, and words of other contexts are not guessed', () => {
  const foreign = spdx.replace('https://spdx.org/rdf/3.0.1/spdx-context.jsonld', 'https://example.org/context.jsonld')
  expect(read('foreign.json', foreign)).toEqual({
    problems: ['1: /@context: the context "https://example.org/context.jsonld" is not known, and none is fetched [unknown-context]'],
    names: [],
  })
  const own = spdx.replace(
    '"https://spdx.org/rdf/3.0.1/spdx-context.jsonld"',
    '["https://spdx.org/rdf/3.0.1/spdx-context.jsonld", { "name": "https://example.org/other" }]',
  )
  expect(read('own.json', own)).toEqual({ problems: ['2: /@context/1: the document has words of its own [unknown-context]'], names: [] })
})

test('CycloneDX in XML is told apart, and not read', () => {
  const xml = '<?xml version="1.0"?>\n<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"><components/></bom>'
  expect(read('bom.xml', xml)).toEqual({ problems: ['1: this is CycloneDX in XML, which is not read [not-json]'], names: [] })
})

test('what is nested for ever is left out, and the rest is read', () => {
  const nested = (levels: number): string => `{"type":"library","name":"L","components":[`.repeat(levels) + ']}'.repeat(levels)
  const bill = (levels: number): string =>
    `{"bomFormat":"CycloneDX","specVersion":"1.6","components":[${nested(levels)},{"type":"machine-learning-model","name":"After"}]}`
  const deep = read('deep.json', bill(40))
  expect([deep.problems, new Set(deep.names)]).toEqual([
    [expect.stringMatching(/^1: (?:\/components\/0){34}: this is nested more than 32 levels deep \[too-deep\]$/)],
    new Set(['L', 'After']),
  ])
  const deeper = read('deeper.json', bill(100_000))
  expect([deeper.problems.length, new Set(deeper.names)]).toEqual([2, new Set(['L', 'After'])])
  const graph = `{"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[{"type":"ai_AIPackage","spdxId":"x:a","name":"A","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}]}`
  expect(read('graph.json', graph).names).toEqual(['A'])
})

test('a set of licences is one licence, whatever it holds twice; of one that grows without end it is told', () => {
  const set = (id: string, kind: string, ...members: string[]) =>
    ({ type: `expandedlicensing_${kind}LicenseSet`, spdxId: id, expandedlicensing_member: members }) as const
  const towers = Array.from({ length: 40 }, (_, level) => [
    set(`x:and${level}`, 'Conjunctive', `x:or${level - 1}`, `x:own${level}`),
    set(`x:or${level}`, 'Disjunctive', `x:or${level - 1}`, `x:and${level}`),
    { type: 'expandedlicensing_CustomLicense', spdxId: `x:own${level}`, name: `Own ${level}` },
  ])
  const mit = 'https://spdx.org/licenses/MIT'
  const graph = [
    { type: 'ai_AIPackage', spdxId: 'x:a', name: 'A' },
    { type: 'expandedlicensing_CustomLicense', spdxId: 'x:or-1', name: 'House terms' },
    set('x:both', 'Conjunctive', mit, 'x:or-1'),
    set('x:either', 'Disjunctive', mit, 'x:both', mit, 'x:either'),
    ...towers.flat(),
    ...['x:either', 'x:or39'].map((to, at) => ({
      type: 'Relationship',
      spdxId: `x:r${at}`,
      relationshipType: 'hasDeclaredLicense',
      from: 'x:a',
      to: [to],
    })),
  ]
  const bill = JSON.stringify({ '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', '@graph': graph })
  const all = inFolder({ 'sets.json': bill }, (folder) => told([`${folder}/sets.json`]))
  expect(all.split('\n').filter((line) => /^license\/\S+ label|hasDeclared/.test(line))).toEqual([
    'license/mit-or-mit-and-house-terms label MIT OR (MIT AND House terms) | at A | line 1',
    expect.stringMatching(/Relationship \(hasDeclaredLicense\).*a set of licences whose name has more than 2000 characters$/),
  ])
})
