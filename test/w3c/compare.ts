/** Whether an answer is the one that is expected: the same rows or triples, whatever its blank nodes are called. */
import type { Quad, Term } from '@rdfjs/types'
import { isomorphic } from 'rdf-isomorphic'
import { blankNode, literal, namedNode, quad } from '../../src/model/claim.ts'
import type { Answer } from '../../src/query/answer.ts'
import { byValue, linesOf, sameLines, type Outcome } from '../differential/answers.ts'
import type { Expected } from './results.ts'

/** Numbers count by their value: engines write those that they have reckoned in different ways. */
export function isExpected(answer: Outcome, expected: Expected): boolean {
  switch (expected.type) {
    case 'boolean':
      return answer.type === 'boolean' && answer.value === expected.value
    case 'quads':
      return answer.type === 'quads' && isomorphic(answer.quads.map(valued), expected.quads.map(valued))
    case 'bindings':
      return answer.type === 'bindings' && sameRows(answer, expected)
    case 'texts':
      return answer.type === 'bindings' && sameLines(textLines(answer), expected.rows.map(lineOf).sort())
  }
}

type Rows = Extract<Answer, { type: 'bindings' }>

/** Where there are blank nodes the rows are compared as a graph, in which each is a thing. */
function sameRows(some: Rows, others: Rows): boolean {
  if (![some, others].some(({ rows }) => rows.some((row) => Object.values(row).some(({ termType }) => termType === 'BlankNode'))))
    return sameLines(linesOf(some, byValue), linesOf(others, byValue))
  return some.rows.length === others.rows.length && isomorphic(asGraph(some), asGraph(others))
}

const asGraph = ({ rows }: Rows): Quad[] =>
  rows.flatMap((row, index) =>
    Object.entries(row).map(([name, term]) =>
      valued(quad(blankNode(`row${index}`), namedNode(`urn:variable:${name}`), term as Quad['object'])),
    ),
  )

const valued = ({ subject, predicate, object }: Quad): Quad =>
  quad(subject, predicate, object.termType === 'Literal' ? literal(byValue(object)) : object)

const textLines = ({ variables, rows }: Rows): string[] =>
  rows.map((row) => lineOf(Object.fromEntries(variables.map((name) => [name, textOf(row[name])])))).sort()

/** Blank nodes are called as they please. */
const lineOf = (row: Readonly<Record<string, string>>): string =>
  JSON.stringify(
    Object.entries(row)
      .map(([name, text]) => [name, text.replace(/^_:.*/, '_:')])
      .sort(),
  )
const textOf = (term: Term | undefined): string => (!term ? '' : term.termType === 'BlankNode' ? `_:${term.value}` : term.value)
