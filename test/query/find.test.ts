/** From names to things. */
import { beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../src/graph/build.ts'
import type { Graph } from '../../src/graph/graph.ts'
import type { ClassName } from '../../src/model/vocabulary.ts'
import { packageFile } from '../../src/package-files.ts'
import { StemmaError, type Problem } from '../../src/errors.ts'
import { find } from '../../src/query/find.ts'
import { namesakes } from '../../src/query/namesakes.ts'
import { graphOf } from '../graph-of.ts'

let graph: Graph
beforeAll(() => {
  graph = build([packageFile('data')])
})

const problemOf = (run: () => unknown): Problem & { failure: string } => {
  try {
    run()
  } catch (error) {
    if (error instanceof StemmaError) return { ...error.problems[0]!, failure: error.failure }
    throw error
  }
  throw new Error('nothing was wrong')
}

describe('a thing is found', () => {
  test.each([
    ['by its id', 'bloomz-7.1b', 'model/bloomz-7.1b'],
    ['by its label in any case', 'sPARROW', 'model/sparrow'],
    ['by its label with other spaces and hyphens', 'GPT NeoX 20B', 'model/gpt-neox-20b'],
    ['by its Chinese label', '麻雀', 'model/sparrow'],
    ['by a name that another one was preferred to', 'Megatron-Turing NLG', 'model/mt-nlg'],
    ['by its hub id', 'bigscience/bloomz', 'model/bloomz-176b'],
    ['by its hub id in any case', 'BigScience/BLOOMZ-7B1', 'model/bloomz-7.1b'],
    ['by its address on the hub', 'https://huggingface.co/bigscience/bloomz-7b1', 'model/bloomz-7.1b'],
    ['as curated facts refer to what a hub keeps', 'hub:BigScience/bloomz-7b1', 'model/bloomz-7.1b'],
    ['as they refer to a dataset there', 'hub:datasets/bigscience/xP3', 'dataset/xp3'],
    ['by an arXiv id', '2203.15556', 'document/chinchilla-paper'],
    ['by an arXiv id as it is cited', 'arXiv:2203.15556', 'document/chinchilla-paper'],
    ['by an address at arXiv', 'https://arxiv.org/abs/2203.15556', 'document/chinchilla-paper'],
    ['by a CURIE', 'dataset:the-pile', 'dataset/the-pile'],
  ])('%s', (_, name, path) => {
    expect(find(graph, name).iri).toBe(graph.base + path)
  })

  test.each(['hub:sparrow', 'hub:datasets/bigscience/bloomz', 'hub:Megatron-Turing NLG'])(
    'at a hub by nothing but its id there: %s',
    (name) => {
      expect(problemOf(() => find(graph, name)).code).toBe('unknown-name')
    },
  )

  test('by a DOI, with and without its address', () => {
    const own = graphOf('kind: Document\nid: survey\nsource: article\nname: A survey\ndoi: 10.1000/Survey.1')
    for (const name of ['10.1000/survey.1', 'doi:10.1000/survey.1', 'https://doi.org/10.1000/Survey.1'])
      expect(find(own, name).id).toBe('survey')
  })
})

describe('of several things of one name', () => {
  const copies = Array.from({ length: 10 }, (_, at) => `---\nid: copy-${at}\nsource: paper\nname: Owl 7b\nfineTunedFrom: owl-7b\n`)
  const own = graphOf(
    `id: owl-7b\nsource: paper\nname: Owl-7B\naltName: Owl 7b\n${copies.join('')}---
id: owl\nsource: paper\nname: Owl\n---\nid: one-owl\nsource: paper\nname: owl\nvariantOf: owl\n`,
  )

  test('the most used come first, however they write it, and not all are named', () => {
    expect(problemOf(() => find(own, 'Owl 7b'))).toMatchObject({
      code: 'ambiguous-name',
      message: '"Owl 7b" is the name of 11 things',
      hint: `say which: model/owl-7b, ${[0, 1, 2, 3, 4, 5, 6].map((at) => `model/copy-${at}`).join(', ')} and 3 more`,
    })
  })

  test('others are told beside one that is found by it, but for the sizes of a family', () => {
    const named = (name: string): string[] => namesakes(own, name, find(own, name)).map(({ id }) => id)
    expect([named('owl'), named('model/copy-0'), named('model/owl-7b')]).toEqual([[], [], []])
    expect(namesakes(own, 'Owl 7b', find(own, 'copy-9'))).toHaveLength(10)
  })
})

describe('a thing is not found', () => {
  test.each<[string, string, ClassName[], string, string]>([
    [
      'in the class that is asked for',
      'the-pile',
      ['Model'],
      'there is no model "the-pile"; it is a dataset',
      'see it: stemma show dataset/the-pile',
    ],
    [
      'in one of several classes',
      'sparrow',
      ['Hardware', 'Software'],
      'there is no hardware or software "sparrow"; it is a model',
      'see it: stemma show model/sparrow',
    ],
    [
      'by a name that is deprecated',
      '威震天',
      ['Software'],
      'there is no software "威震天"',
      'it is a deprecated name of Megatron-LM: software/megatron-lm',
    ],
    ['by a slip', 'chinchila', ['Model'], 'there is no model "chinchila"', 'did you mean "chinchilla"?'],
    [
      'by a slip in a hub id',
      'BigScience/blomz',
      ['Model', 'Dataset'],
      'there is no thing "BigScience/blomz"',
      'did you mean "bigscience/bloomz"?',
    ],
    [
      'by a slip in its owner',
      'hub:bigsience/xP3',
      ['Model', 'Dataset'],
      'there is no thing "hub:bigsience/xP3"',
      'did you mean "bigscience/xP3"?',
    ],
    [
      'by the hub id of what is of another class',
      'bigscience/xP4',
      ['Model'],
      'there is no model "bigscience/xP4"',
      'see what there is: stemma list',
    ],
  ])('%s', (_, name, among, message, hint) => {
    expect(problemOf(() => find(graph, name, among))).toEqual({ code: 'unknown-name', message, hint, failure: 'input' })
  })
})

test.each<[string, unknown, unknown, string]>([
  ['no name', 'graph', undefined, 'find needs a name, as a text'],
  ['a number', 'graph', 42, 'find needs a name, as a text'],
  ['no graph', undefined, 'sparrow', 'find needs a graph first'],
  ['a folder for a graph', 'data', 'sparrow', 'find needs a graph first'],
])('%s is a wrong argument', (_, first, name, message) => {
  const given = first === 'graph' ? graph : first
  expect(problemOf(() => find(given as Graph, name as string))).toMatchObject({ code: 'bad-argument', message, failure: 'usage' })
})
