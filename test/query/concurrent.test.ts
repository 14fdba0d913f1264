/** Many questions at once in one thread: each has the answer that it has alone. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { answerQuestion } from '../../src/publish/endpoint/answer-question.ts'
import type { Question } from '../../src/publish/endpoint/question.ts'
import { savedQueries } from '../../src/query/saved.ts'
import { graphOf } from '../graph-of.ts'

/** Few facts, so that most streams have ended before anybody has read them. */
const graph = graphOf(`id: bloom
source: paper
name: BLOOM
released: 2022-07
---
id: bloomz
source: article
name: BLOOMZ
fineTunedFrom: bloom`)

const saved = savedQueries()
  .filter(({ parameters }) => parameters.every(({ optional, default: fallback }) => optional || fallback !== undefined))
  .map(({ name, sparql }): Question => ({ sparql, saved: { name, given: {} } }))
const written = [
  'SELECT (COUNT(*) AS ?n) { ?m a st:Model . FILTER NOT EXISTS { ?m st:none ?x } }',
  'SELECT * { ?m a st:Model OPTIONAL { { SELECT ?m (COUNT(?x) AS ?n) { ?m st:none ?x } GROUP BY ?m } } } ORDER BY ?m',
  'SELECT * { ?m a st:Model OPTIONAL { ?m (st:derivedFrom|st:variantOf)+ ?a } MINUS { ?m st:none ?a } } ORDER BY ?m ?a',
  'SELECT * { { ?m st:derivedFrom ?a } UNION { SELECT ?m (MIN(?d) AS ?first) { ?m dct:issued ?d } GROUP BY ?m } } ORDER BY ?m ?a',
].map((sparql): Question => ({ sparql }))
const questions = [...saved, ...written]

/** Reads an answer, after so many turns of the others before each of its pieces. */
async function answer(question: Question, turns = 0): Promise<string> {
  const wait = async (): Promise<void> => {
    for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate)
  }
  await wait()
  let text = ''
  for await (const piece of (await answerQuestion(graph, question, { rows: 1e6, bytes: 1e9 })).pieces) {
    text += piece
    await wait()
  }
  return text
}

const alone: string[] = []
beforeAll(async () => {
  for (const question of questions) alone.push(await answer(question))
})

test('each has the answer that it has alone, however they take turns', { timeout: 60_000 }, async () => {
  const places = fc.nat({ max: questions.length - 1 })
  const crowd = fc.array(fc.tuple(places, fc.nat({ max: 5 })), { minLength: 2, maxLength: 16 })
  await fc.assert(
    fc.asyncProperty(crowd, async (asked) => {
      const answers = await Promise.all(asked.map(([place, turns]) => answer(questions[place]!, turns)))
      expect(answers).toEqual(asked.map(([place]) => alone[place]))
    }),
    { numRuns: 40, seed: 1 },
  )
})
