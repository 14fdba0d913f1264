/** A name is as long as names are: what has a longer one is told with its place, in all formats, and the rest is read. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { StemmaError, type Problem } from '../../src/errors.ts'
import { buildAndTell } from '../../src/graph/build.ts'
import { bulkBuild } from '../../src/graph/bulk/bulk-build.ts'
import { quadsOf } from '../../src/graph/quads.ts'
import { inFolder } from '../graph-of.ts'

const long = 'A'.repeat(1_001)
const json = JSON.stringify
const facts = (name: string): string => `id: s\nkind: Document\nname: S\nsource: s\n---\nid: owl\nname: ${name}\nsource: s\n`

/** A file of each format: one thing with a name that is too long, and one that is `Ok` and names others that have one. */
const files: Readonly<Record<string, readonly [content: string, places: readonly (number | undefined)[]]>> = {
  'card.md': [
    `---\nlicense: mit\nmodel-index:\n- name: Ok\n  results:\n  - dataset: { name: ${long}, type: d }\n    metrics: [{ type: acc, value: 3 }]\n---\n`,
    [1],
  ],
  'assets.yaml': [
    `- type: model\n  name: ${long}\n  organization: X\n- type: model\n  name: Ok\n  created_date: 2022-03-01\n  organization: ${long}\n  dependencies: [${long}]\n`,
    [1, 4, 4],
  ],
  'table.csv': [
    `Model,Domain,Organization,Publication date,Parameters,Training compute (FLOP),Training dataset,Base model\n${long},,Acme,2022,,,,\nOk,,${long},2022,,,,${long}\n`,
    [2, 3, 3],
  ],
  'bom.cdx.json': [
    json({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      components: [
        { type: 'machine-learning-model', 'bom-ref': 'a', name: long },
        { type: 'machine-learning-model', 'bom-ref': 'b', name: 'Ok', supplier: { name: long } },
      ],
    }),
    [1, 1],
  ],
  'bom.spdx.json': [
    json({
      '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
      '@graph': [
        { type: 'ai_AIPackage', spdxId: 'urn:m', name: long },
        { type: 'ai_AIPackage', spdxId: 'urn:n', name: 'Ok', suppliedBy: 'urn:o' },
        { type: 'Organization', spdxId: 'urn:o', name: long },
      ],
    }),
    [1, 1],
  ],
  'words.ttl': [
    `@prefix f: <https://w3id.org/fair4ml#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n<https://e.org/a> a f:MLModel ; rdfs:label "${long}" .\n<https://e.org/b> a f:MLModel ; rdfs:label "Ok" ; f:fineTunedFrom <https://e.org/a> , <https://e.org/${long}> .\n`,
    [2, 3, 3],
  ],
  'own.ttl': [
    `@prefix st: <https://w3id.org/stemma#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n<https://w3id.org/stemma/model/a> a st:Model ; rdfs:label "${long}" .\n<https://w3id.org/stemma/model/ok> a st:Model ; rdfs:label "Ok" .\n`,
    [2],
  ],
}

const short = ({ code, place }: Problem): string => `${code} ${place?.line}`

describe('a name that is too long', () => {
  test.each(Object.entries(files))('in %s', (file, [content, lines]) =>
    inFolder({ [file]: content }, (folder) => {
      const { graph, gathered } = buildAndTell([join(folder, file)])
      expect(gathered.noted.map(short)).toEqual(lines.map((line) => `text-too-long ${line}`))
      const texts = [...quadsOf(graph, 'all')].flatMap(({ subject, object }) => [subject.value, object.value])
      expect(texts).toContain(file === 'card.md' ? 'card' : 'Ok')
      expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(1_000)
    }),
  )

  test('in facts written by hand stops the build, as all that is wrong there; characters are counted, and not what they take up', () =>
    inFolder({ 'long.yaml': facts(long), 'longest.yaml': facts('𝄞'.repeat(1_000)) }, (folder) => {
      const [file, longest] = [join(folder, 'long.yaml'), join(folder, 'longest.yaml')]
      expect(() => buildAndTell([file])).toThrow(
        new StemmaError({
          code: 'text-too-long',
          message: `the name "${'A'.repeat(59)}…" has 1,001 characters`,
          place: { file, line: 7, column: 7 },
          hint: 'it may have at most 1,000',
          key: 'name',
        }),
      )
      expect(buildAndTell([longest]).graph.entities.size).toBe(2)
    }))

  test('in records of a hub is a problem of its line', async () => {
    const records = [{ id: `acme/${long}` }, { id: 'acme/a', author: long }, { id: 'acme/b', tags: [`base_model:acme/${long}`] }]
    await inFolder({ 'hub.jsonl': records.map((record) => `${json(record)}\n`).join('') }, async (folder) => {
      const { problems } = await bulkBuild([join(folder, 'hub.jsonl')], [], { workers: 0 })
      expect(problems.map(({ code, key, place }) => `${code} ${key} ${place?.line}`)).toEqual(['bad-id id 1', 'text-too-long author 2'])
    })
  })
})
