import { describe, expect, test } from 'vitest'
import type { Term } from '@rdfjs/types'
import { nquads } from '../../../src/formats/nquads.ts'
import { openShipped } from '../../../src/graph/shipped.ts'
import { prefixesFor } from '../../../src/model/iri.ts'
import { fill, withoutHead } from '../../../src/publish/browser/page/fill.ts'
import { spelled } from '../../../src/publish/browser/page/spelling.ts'
import type { Answer } from '../../../src/query/answer.ts'
import { ask } from '../../../src/query/engine.ts'
import { results } from '../../../src/query/results.ts'
import { bind, savedQueries } from '../../../src/query/saved.ts'

const graph = openShipped()
const prefixes = prefixesFor(graph.base)

const sparql = (term: Term): string =>
  spelled(
    term.termType !== 'Literal'
      ? term.value
      : term.language
        ? { value: term.value, language: term.language }
        : { value: term.value, ...(term.datatype.value.endsWith('#string') ? {} : { datatype: term.datatype.value }) },
    prefixes,
  )

const filled = (text: string, terms: Readonly<Record<string, Term>>): string =>
  fill(withoutHead(text), Object.fromEntries(Object.entries(terms).map(([name, term]) => [name, sparql(term)])))

/** The first example of each question that takes parameters. */
const examples = savedQueries().flatMap((question) =>
  question.examples
    .filter((example) => example !== '')
    .slice(0, 1)
    .map((example) => ({ question, example, title: `${question.name} ${example}` })),
)

/** An answer as text; triples have no order. */
const written = (answer: Answer): string => (answer.type === 'quads' ? nquads.write(answer.quads, { prefixes }) : results.csv(answer))

test.each(examples)('the text of $title answers as the question does with its terms', async ({ question, example }) => {
  const args = Object.fromEntries(
    [...example.matchAll(/(\w+)=(?:"([^"]*)"|(\S+))/g)].map(([, name, quoted, plain]) => [name!, quoted ?? plain!]),
  )
  const terms = bind(graph, question, args)
  const answer = await ask(graph, question.sparql, terms)
  const text = filled(question.sparql, terms)
  for (const name of Object.keys(terms)) expect(text).not.toMatch(new RegExp(`\\$${name}\\b(?! *\\))`))
  expect(written(await ask(graph, text))).toBe(written(answer))
})

describe('terms in places of their own', () => {
  const terms = { model: 'model:bloom', lang: '"en"' }
  test.each([
    ['SELECT $model ?x { $model ?p ?x }', 'SELECT (model:bloom AS $model) ?x { model:bloom ?p ?x }'],
    ['SELECT (COUNT($model) AS ?n) WHERE { $model ?p ?x }', 'SELECT (COUNT(model:bloom) AS ?n) WHERE { model:bloom ?p ?x }'],
    ['SELECT ?x { { SELECT $model ?x { $model ?p ?x } } }', 'SELECT ?x { { SELECT ?x { model:bloom ?p ?x } } }'],
    [
      'SELECT ?x { ?x ?p "$model" # $model\n FILTER(BOUND($model) && LANG(?x) = $lang) }',
      'SELECT ?x { ?x ?p "$model" # $model\n FILTER(true && LANG(?x) = "en") }',
    ],
    [
      'SELECT $model (COUNT(*) AS ?n) { $model ?p ?x } GROUP BY $model',
      'SELECT $model (COUNT(*) AS ?n) { model:bloom ?p ?x } GROUP BY (model:bloom AS $model)',
    ],
    ['SELECT ?x { ?x ?p model:order , $model }', 'SELECT ?x { ?x ?p model:order , model:bloom }'],
    ['SELECT ?models { ?models ?p <http://e/$model> }', 'SELECT ?models { ?models ?p <http://e/$model> }'],
  ])('%s', (text, expected) => expect(fill(text, terms)).toBe(expected))
})
