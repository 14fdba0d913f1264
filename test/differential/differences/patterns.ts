/** Graph patterns, and what is made of their solutions, that engines answer differently. */
import type { Quad } from '@rdfjs/types'
import { allOf, isZeroLength, looselyJoined, variablesIn, visible, within, type Node, type Question } from '../algebra.ts'
import type { KnownDifference } from './difference.ts'

export const patternDifferences: readonly KnownDifference[] = [
  {
    name: 'MINUS in EXISTS',
    right: 'Comunica',
    reason:
      'MINUS takes nothing away from what it shares no variable with (18.5), and EXISTS has values in place of those of its surroundings (18.6). Oxigraph has them on both sides of MINUS.',
    data: '',
    query: 'SELECT ?x { VALUES ?x { :a } FILTER EXISTS { MINUS { } } }',
    applies: ({ nodes }) =>
      nodes.some(({ subType, input }) => subType === 'existence' && within(input).some(({ type }) => type === 'minus')),
  },
  {
    name: 'a filter on a variable that is never bound',
    right: 'Oxigraph',
    reason: 'Comparing what is unbound is an error, and so the filter is not true (17.2). Comunica drops such a filter among others.',
    data: ':a :p :b .',
    query: 'SELECT * { ?s :p ?o FILTER(?nothing = :a && ?s = :a) }',
    applies: (question) => allOf(question, 'filter').some(isOfUnknown),
  },
  {
    name: 'a graph that is not there',
    right: 'Oxigraph',
    reason: 'Where a name is no graph there is no solution, not even an empty one (18.6). Comunica forgets GRAPH around an empty group.',
    data: '',
    query: 'SELECT * { GRAPH :nowhere {} }',
    applies: ({ graphs }) => graphs.some((graph) => within(graph).some(needsNoTriple)),
  },
  {
    name: 'an OPTIONAL with a filter that shares no variable',
    right: 'Oxigraph',
    reason: 'It is a left join like any other (18.2.2.6). Comunica has no way to do it and fails.',
    data: '',
    query: 'SELECT * { OPTIONAL { BIND(1 AS ?x) FILTER(true) } }',
    applies: (_, { comunica }) => comunica.type === 'error' && comunica.message.startsWith('RDF joining failed'),
  },
  {
    name: 'a group that is joined',
    right: 'Oxigraph',
    byPlan: true,
    reason:
      'A group has a row where its pattern has none, and its key can be unbound (18.2.4.1, 18.2.4.3). Comunica joins it as if neither could be.',
    data: '',
    query: 'SELECT (COUNT(*) AS ?count) { ?s :p ?o } VALUES ?x { 1 }',
    applies: ({ nodes }) => nodes.some((node) => isJoin(node) && within(node['input']).some(({ type }) => type === 'group')),
  },
  {
    name: 'a BIND without a value that is joined',
    right: 'Oxigraph',
    byPlan: true,
    reason: 'Where its expression is an error the variable is unbound, which fits any value (18.5). Comunica joins it as if it had one.',
    data: ':a :p :a ; :q :a , :b . :c :p :d .',
    query: 'SELECT * { ?s :p ?s BIND(?nothing AS ?x) ?x :q ?s }',
    applies: ({ nodes }) =>
      nodes.some((node) => within(node['input']).some(({ type }) => type === 'extend') && looselyJoined(node).length > 0),
  },
  {
    name: 'EXISTS with a variable that has a value elsewhere',
    right: 'Comunica',
    reason: 'A filter knows the solutions of its own group only (18.2.2.2, 18.6). Oxigraph joins the others first.',
    data: ':a :p :b .',
    query: 'SELECT * { ?s :p ?o FILTER EXISTS { :a :p ?x } } VALUES (?x ?s) { (:nobody :a) }',
    applies: (question) => allOf(question, 'filter').some((filter) => looksElsewhere(filter, question)),
  },
  {
    name: 'a triple that is no RDF',
    right: 'Oxigraph',
    reason: 'What CONSTRUCT would make with a literal as subject is left out (16.2). Comunica makes it.',
    data: ':a :p "text" .',
    query: 'CONSTRUCT { ?o :p :a } { ?s :p ?o }',
    applies: (question) => allOf(question, 'construct').some(({ template }) => (template as Quad[]).some(mayBeNoTriple)),
  },
]

const mayBeNoTriple = ({ subject, predicate }: Quad): boolean => [subject, predicate].some(({ termType }) => termType === 'Variable')

const isJoin = ({ type }: Node): boolean => ['join', 'leftjoin', 'minus'].includes(type)

/** Whether a pattern has a solution in a graph without triples. */
const needsNoTriple = (node: Node): boolean =>
  node.type === 'values' ||
  node.type === 'extend' ||
  (node.type === 'bgp' && (node['patterns'] as unknown[]).length === 0) ||
  (node.type === 'path' && isZeroLength(node['predicate'] as Node))

/** Whether a filter compares a variable that the pattern under it has not. */
function isOfUnknown(filter: Node): boolean {
  const bound = visible(filter['input'])
  const equations = within(filter['expression']).filter(({ operator }) => operator === '=')
  return equations.some((equation) => variablesIn(equation['args']).some((name) => !bound.has(name)))
}

/** Whether a filter's EXISTS has a variable that the pattern under the filter has not, but the query has. */
function looksElsewhere({ input, expression }: Node, { nodes }: Question): boolean {
  const inner = within(expression)
    .filter(({ subType }) => subType === 'existence')
    .flatMap((existence) => variablesIn(existence['input']))
  const bound = visible(input)
  const times = (name: string, names: readonly string[]): number => names.filter((other) => other === name).length
  return inner.some((name) => !bound.has(name) && times(name, variablesIn(nodes[0])) > times(name, variablesIn(expression)))
}
