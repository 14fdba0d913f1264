/** The questions that engines are compared by, in SPARQL with the project's vocabulary. */
import { prefixes } from '../src/model/vocabulary.ts'
import type { HubFacts } from './hub-records.ts'
import { datasetIri, modelIri } from './hub-triples.ts'

/** What each question asks for. */
export const asked = {
  q1: 'children of the model with the most',
  q2: 'all ancestors of the deepest model',
  q3: 'all descendants of the model with the most children',
  q4: 'every model that comes from one trained on the most used dataset',
  q4b: 'the same by a path, and with the models trained on it',
  q4c: 'q4 of a dataset that is hardly used',
  q5: 'in how many pairs of model and ancestor the licences differ',
  q6: 'models by licence',
} as const

export type Question = keyof typeof asked

/** All questions, in order. */
export const questions = Object.keys(asked) as readonly Question[]

/** The questions about a hub, as texts. */
export function questionsOf({ topBase, deepest, heavyDataset, lightDataset }: HubFacts): Readonly<Record<Question, string>> {
  const [top, deep] = [topBase, deepest].map((id) => `<${modelIri(id)}>`)
  const [heavy, light] = [heavyDataset, lightDataset].map((id) => `<${datasetIri(id)}>`)
  const downstream = (dataset: string): string => `SELECT DISTINCT ?m { ?b st:trainedOn ${dataset} . ?m st:derivedFrom+ ?b }`
  const texts: Record<Question, string> = {
    q1: `SELECT ?c { ?c st:derivedFrom ${top} }`,
    q2: `SELECT ?a { ${deep} st:derivedFrom+ ?a }`,
    q3: `SELECT ?d { ?d st:derivedFrom+ ${top} }`,
    q4: downstream(heavy!),
    q4b: `SELECT ?m { ?m (st:derivedFrom|st:variantOf)*/st:trainedOn ${heavy} }`,
    q4c: downstream(light!),
    q5: 'SELECT (COUNT(*) AS ?n) { ?m st:derivedFrom+ ?a . ?m dct:license ?x . ?a dct:license ?y FILTER(?x != ?y) }',
    q6: 'SELECT ?x (COUNT(?m) AS ?n) { ?m a st:Model ; dct:license ?x } GROUP BY ?x',
  }
  const head = `PREFIX st: <${prefixes.st}> PREFIX dct: <${prefixes.dct}> `
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, head + text])) as Record<Question, string>
}
