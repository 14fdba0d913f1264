/** What a file tells apart stays apart, and what cannot be written as it is does not get in. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildAndTell } from '../../src/graph/build.ts'
import { idOf } from '../../src/model/iri.ts'
import { inFolder } from '../graph-of.ts'

type Built = ReturnType<typeof buildAndTell>
const built = (files: Readonly<Record<string, string>>): Built =>
  inFolder(files, (folder) => buildAndTell(Object.keys(files).map((name) => join(folder, name))))
const models = ({ graph }: Built): string[] =>
  [...graph.entities.values()].flatMap(({ className, names }) => (className === 'Model' ? names['en']! : []))

describe('two models of one name', () => {
  test('at two IRIs are two, and what names them leads to the right one', () => {
    const one = built({
      'a.ttl': `@prefix st: <https://w3id.org/stemma#> .
        <http://a.example/v1> a st:Model ; st:parameterCount 5 . <http://b.example/v1> a st:Model ; st:parameterCount 7 .
        <http://a.example/kid> a st:Model ; st:fineTunedFrom <http://b.example/v1> .`,
    })
    expect(models(one)).toEqual(['kid', 'v1', 'v1'])
    const [base] = one.graph.values(`${one.graph.base}model/kid`, 'https://w3id.org/stemma#fineTunedFrom')
    expect(one.graph.values(base!.value, 'https://w3id.org/stemma#parameterCount').map(({ value }) => value)).toEqual(['7'])
  })

  test('with two ids in SPDX, or two references in CycloneDX, are two', () => {
    const spdx = (id: string): object => ({ type: 'ai_AIPackage', spdxId: `https://e.example/${id}`, name: 'base' })
    const bill = { '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', '@graph': [spdx('a'), spdx('b')] }
    expect(models(built({ 'a.spdx3.json': JSON.stringify(bill) }))).toEqual(['base', 'base'])
    const component = (ref: string): object => ({ type: 'machine-learning-model', 'bom-ref': ref, name: 'base' })
    const bom = { bomFormat: 'CycloneDX', specVersion: '1.6', components: [component('a'), component('b')] }
    expect(models(built({ 'a.cdx.json': JSON.stringify(bom) }))).toEqual(['base', 'base'])
  })
})

test('a hub id belongs to the thing that was known by it', () => {
  const { graph } = built({
    'known.yaml':
      'id: owl-7b\nsource: s\nname: Owl 7B\nhubId: acme/owl\n---\nid: owl\nsource: s\nname: Owl\n---\nkind: Document\nid: s\nsource: s\nname: S\n',
    'assets.yaml':
      '- type: model\n  name: Owl\n  created_date: 2024-01-02\n  organization: Acme\n  model_card: https://huggingface.co/acme/owl\n  dependencies: []\n',
  })
  const holders = graph.claims.flatMap(({ property, subject, rank }) =>
    property.endsWith('#hubId') ? [`${idOf(subject, graph.base)} ${rank}`] : [],
  )
  expect(holders).toEqual(['owl deprecated', 'owl-7b normal'])
})

test('control characters of a name are told, and stand in no graph', () => {
  const one = built({
    'a.ttl':
      '@prefix st: <https://w3id.org/stemma#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n<http://e.example/%1bm> a st:Model ; st:parameterCount 9 .',
  })
  expect(models(one)).toEqual(['\uFFFDm'])
  expect([...one.gathered.dropped.keys()]).toContain('rdf: name (not understood)')
})
