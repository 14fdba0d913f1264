/** What makes two evaluations one, and what keeps them apart. */
import { expect, test } from 'vitest'
import { differencesIn } from '../../src/graph/differences.ts'
import { entitiesOf } from '../../src/graph/graph.ts'
import { st } from '../../src/model/vocabulary.ts'
import { graphOf } from '../graph-of.ts'

/** The ids of the evaluations that two sources tell of, each with a setting and a score of its own, and what they differ in. */
function evaluations(...settings: readonly [string, string]): { ids: string[]; conflicts: string[] } {
  const sheet = (source: string, setting: string, score: number): string =>
    `id: m\nsource: ${source}\nname: M\nevaluation: [{ benchmark: b, metric: accuracy, setting: ${JSON.stringify(setting)}, score: ${score} }]`
  const graph = graphOf(
    ['{ id: b, kind: Benchmark, source: paper, name: B }', sheet('paper', settings[0], 1), sheet('article', settings[1], 2)].join(
      '\n---\n',
    ),
  )
  return {
    ids: entitiesOf(graph, 'Evaluation').map(({ id }) => id.replace('m--b--accuracy--', '')),
    conflicts: differencesIn(graph).flatMap(({ kind, property }) => (kind === 'conflict' ? [property] : [])),
  }
}

test.each([
  ['0-shot', 'zero-shot', 'zero-shot'],
  ['one-shot', '1 shot', 'one-shot'],
  ['five-shot', '5-shot', '5-shot'],
  ['test set, fine-tuned', 'fine-tuned, test set', 'test-set-fine-tuned'],
  ['English to French, 0-shot', 'Zero-shot, English to French', 'zero-shot-english-to-french'],
])('%s and %s are one setting, whose scores can disagree', (one, other, id) => {
  expect(evaluations(one, other)).toEqual({ ids: [id], conflicts: [st('score')] })
})

test.each([
  ['top-p .5', 'top-p 5'],
  ['-1', '1'],
  ['layer -1', 'layer 1'],
  ['temperature 0.5', 'temperature 5'],
  ['5-shot', '50-shot'],
  ['few-shot', 'one-shot'],
])('%s and %s are two', (one, other) => {
  const { ids, conflicts } = evaluations(one, other)
  expect(new Set(ids).size).toBe(2)
  expect(conflicts).toEqual([])
})

test('a value that a source says twice in one place is one claim, in two places it is two', () => {
  const graph = graphOf('id: m\nsource: article\nname: M\nparameterCount: [70B, 70B, { value: 70B, at: §1 }]')
  const places = graph.claimsOf(`${graph.base}model/m`).flatMap(({ property, at }) => (property === st('parameterCount') ? [at] : []))
  expect(places).toEqual([undefined, '§1'])
})
