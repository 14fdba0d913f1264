/** Curated facts name what a hub keeps by its id there, and mean the very thing that hub sources, saved graphs and other facts speak of. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildAndTell } from '../../../src/graph/build.ts'
import { nameOf, type Graph } from '../../../src/graph/graph.ts'
import { defaultBase } from '../../../src/model/iri.ts'
import { st } from '../../../src/model/vocabulary.ts'
import { lineage, type Branch } from '../../../src/query/lineage.ts'
import { graphOf, inFolder } from '../../graph-of.ts'
import { stemma } from '../../run.ts'

const notes = 'kind: Document\nid: notes\nsource: notes\nname: Notes\ndocumentType: documentation\n---\n'
const mine = `${notes}id: my-owl
source: notes
name: My owl
fineTunedFrom: { value: hub:acme/owl-7b, at: page 1 }
trainedOn: hub:acme/talk
dependsOn: [hub:acme/eagle, hub:datasets/acme/seeds]
training:
  - phase: fine-tuning
    usage:
      - { uses: hub:datasets/acme/talk, tokensSeen: 3B }
---
id: my-owlet
source: notes
name: My owlet
quantizedFrom: my-owl
`
const record = { id: 'acme/owl-7b', author: 'acme', tags: ['base_model:acme/egg'], created_at: '2022-10-08' }
const lineOf = (graph: Graph): string[] => {
  const names = (branches: readonly Branch[]): string[] =>
    branches.flatMap(({ iri, branches: more }) => [nameOf(graph, iri), ...names(more)])
  return names(lineage(graph, `${defaultBase}model/my-owlet`, 'up').branches)
}
const valuesOf = (graph: Graph, id: string, key: string): (string | undefined)[] =>
  graph
    .claimsOf(`${defaultBase}${id}`)
    .filter(({ property }) => property === st(key))
    .map(({ value }) => value?.value.slice(defaultBase.length))

describe('a reference to what a hub keeps', () => {
  test('stands for a model or a dataset, in nested keys too, by its class', () =>
    inFolder({ 'mine.yaml': mine }, (folder) => {
      const { graph, gathered } = buildAndTell([folder])
      expect(lineOf(graph)).toEqual(['My owl', 'owl-7b'])
      expect(valuesOf(graph, 'model/my-owl', 'trainedOn')).toEqual(['dataset/acme--talk'])
      expect(valuesOf(graph, 'model/my-owl', 'dependsOn').sort()).toEqual(['dataset/acme--seeds', 'model/acme--eagle'])
      expect(valuesOf(graph, 'usage/my-owl--fine-tuning--dataset--acme--talk', 'uses')).toEqual(['dataset/acme--talk'])
      expect(gathered.decisions.map(({ called, rule }) => [called.name, called.kinds, rule])).toEqual([
        ['eagle', ['Model'], 'stub'],
        ['seeds', ['Dataset'], 'stub'],
        ['owl-7b', ['Model'], 'stub'],
        ['talk', ['Dataset'], 'stub'],
        ['talk', ['Dataset'], 'identifier'],
      ])
      expect(graph.claimsOf(`${defaultBase}model/my-owl`).find(({ property }) => property === st('fineTunedFrom'))).toMatchObject({
        at: 'page 1',
        source: `${defaultBase}document/notes`,
      })
    }))

  test('is one with the record of a dump, with a line of records, and with a saved graph of either', () =>
    inFolder(
      { 'mine.yaml': mine, 'hub.json': JSON.stringify([record]), 'hub.jsonl': '{"id":"acme/owl-7b","base_model":"acme/egg"}\n' },
      async (folder) => {
        const at = (name: string): string => join(folder, name)
        const asked = (file: string) => stemma(['lineage', 'my-owlet', '--up', '--graph', at('mine.yaml'), '--graph', at(file)])
        for (const file of ['hub.json', 'hub.jsonl']) {
          const beside = await asked(file)
          expect([beside.code, beside.out]).toEqual([0, expect.stringMatching(/My owl.*\n.*owl-7b[^]*derived from egg/i)])
          expect((await stemma(['build', at(file), '-o', at('hub.stemma'), '--workers', '0'])).code).toBe(0)
          expect((await asked('hub.stemma')).out).toBe(beside.out)
        }
      },
    ))

  test('is one with what somebody described under that hub id', () => {
    const graph = graphOf(
      `id: great-owl\nsource: paper\nname: Great owl\nhubId: acme/owl-7b\n---\nid: child\nsource: paper\nname: Child\nfineTunedFrom: hub:Acme/Owl-7B\n`,
    )
    const claim = graph.claimsOf(`${defaultBase}model/child`).find(({ property }) => property === st('fineTunedFrom'))
    expect([claim?.value?.value, claim?.written]).toEqual([`${defaultBase}model/great-owl`, undefined])
  })
})

test.each([
  ['fineTunedFrom: acme/owl', 'if a hub keeps it, write hub:acme/owl'],
  ['fineTunedFrom: acme--owl', 'if a hub keeps it, write hub:acme/owl'],
  ['fineTunedFrom: hub:datasets/acme/owl', 'it takes the id of: model'],
  ['fineTunedFrom: "hub:acme/owl now"', 'it takes the id of: model'],
  ['producer: hub:acme/owl', 'it takes organization'],
  ['trainedOn: model/owl', 'it takes dataset'],
])('%s is refused: %s', (line, hint) => {
  expect(() => graphOf(`id: owl\nsource: paper\nname: Owl\n${line}\n`)).toThrow(new RegExp(`\\[bad-reference\\]\\n  ${hint}`))
})
