import { expect, test } from 'vitest'
import { differencesIn } from '../../src/graph/differences.ts'
import { idOf } from '../../src/model/iri.ts'
import { labelOf, propertyOf } from '../../src/model/vocabulary.ts'
import { graphOf } from '../graph-of.ts'

/** The differences of a graph in short: kind, thing, key, and which source says what. */
function differences(yaml: string): string[] {
  const graph = graphOf(yaml)
  return differencesIn(graph).map(
    ({ kind, subject, property, claims }) =>
      `${kind} ${idOf(subject, graph.base)} ${propertyOf(property)?.name ?? labelOf(property)}: ${claims.map(({ source, value }) => `${idOf(source, graph.base)} ${value?.value}`).join(', ')}`,
  )
}

test('two values of a single-valued property are a conflict, deprecated or not; rounding is none', () => {
  expect(
    differences(
      'id: m\nsource: paper\nname: M\nparameterCount: [530B, { value: 560B, source: article, rank: deprecated, reason: slip }]\nreleased: [2021-10, { value: 2021-10-11, source: article }]',
    ),
  ).toEqual(['conflict m parameterCount: paper 530000000000, article 560000000000'])
})

test('a source that contradicts itself is a conflict too', () => {
  expect(differences('id: m\nsource: article\nname: M\nvariantCount: [5, 6]')).toEqual(['conflict m variantCount: article 5, article 6'])
})

test('names, and values of properties that may have many, are no conflict', () => {
  expect(
    differences('id: m\nsource: article\nname: { en: M, zh: 模型 }\narchitecture: [transformer, { value: decoder-only, source: paper }]'),
  ).toEqual([])
})

test('a deprecated value of a many-valued property is told as rejected', () => {
  expect(
    differences(
      'id: m\nsource: article\nname: M\nfinding: fast\narchitecture: [transformer, { value: sparse, rank: deprecated, reason: dense }]',
    ),
  ).toEqual(['rejected m architecture: article sparse'])
})

test('lists that differ from source to source are coverage, sizes in other units incomparable', () => {
  const yaml = `
kind: Dataset
id: a
source: article
name: A
wordCount: 1B
---
kind: Dataset
id: a
source: paper
tokenCount: 2B
---
kind: Dataset
id: b
source: article
name: B
---
id: m
source: article
name: M
trainedOn: [a, { value: [a, b], source: paper }]`
  expect(differences(yaml)).toEqual([
    'incomparable a extent: paper 2000000000, article 1000000000',
    'coverage m trainedOn: article https://w3id.org/stemma/dataset/a, paper https://w3id.org/stemma/dataset/a, paper https://w3id.org/stemma/dataset/b',
  ])
})

test('figures of unknown unit never contradict each other; from two sources they are incomparable', () => {
  expect(
    differences(
      'kind: Dataset\nid: d\nsource: article\nname: D\nextent: [1B, { value: 2B, source: paper }]\n---\nkind: Dataset\nid: e\nsource: article\nname: E\nextent: [1B, { value: 1B, source: paper }]',
    ),
  ).toEqual(['incomparable d extent: article 1000000000, paper 2000000000'])
})

test('licences are a conflict where two sources name none in common, else coverage', () => {
  const licences = ['x', 'y'].map((id) => `kind: License\nid: ${id}\nsource: article\nname: ${id}\n---\n`).join('')
  const of = (own: string, others: string): string[] =>
    differences(`${licences}id: m\nsource: article\nname: M\nlicense: [${own}, ${others}]`).map((one) => one.split(':')[0]!)
  const paper = (id: string, more = ''): string => `{ value: ${id}, source: paper${more} }`
  expect(of('x', paper('y'))).toEqual(['conflict m license'])
  expect(of('x', `${paper('x')}, ${paper('y')}`)).toEqual(['coverage m license'])
  expect(of('x', paper('y', ', rank: deprecated, reason: old'))).toEqual(['rejected m license'])
})

test('what most sources differ on comes first, then what others point to; what belongs to a thing stands with it', () => {
  const sheet = (id: string, rest: string): string => `{ id: ${id}, source: paper, name: ${id.toUpperCase()}, ${rest} }`
  const two = 'variantCount: [5, { value: 6, source: article }]'
  const three = 'layerCount: [1, { value: 2, source: article }, { value: 3, source: model-card }]'
  const training = 'training: { phase: pre-training, duration: [1 h, { value: 2 h, source: article }] }'
  const sheets = [sheet('a', two), sheet('b', two), sheet('c', `${two}, ${three}, ${training}`), sheet('child', 'fineTunedFrom: b')]
  expect(differences(sheets.join('\n---\n')).map((one) => one.split(':')[0])).toEqual([
    'conflict c layerCount',
    'conflict c variantCount',
    'conflict c--pre-training duration',
    'conflict b variantCount',
    'conflict a variantCount',
  ])
})
