/** Aggregates that engines reckon differently. */
import { certain, variablesIn, within, type Node, type Question } from '../algebra.ts'
import type { KnownDifference } from './difference.ts'
import { kindsOf } from './literals.ts'

export const aggregateDifferences: readonly KnownDifference[] = [
  {
    name: 'the sum of what is unbound',
    right: 'Oxigraph',
    reason: 'Adding what has no value is an error, and so the sum has none (18.5.1.3, 17.2). Comunica passes over it.',
    data: '',
    query: 'SELECT (SUM(?x) AS ?sum) { VALUES (?x ?y) { (1 1) (UNDEF 2) } }',
    applies: (question) => ofTheUnbound(question, 'sum', 'avg'),
  },
  {
    name: 'the average of nothing that is bound',
    right: 'Comunica',
    reason: 'The average is 0 where COUNT, which passes over errors, counts nothing (18.5.1.4). In Oxigraph it is an error.',
    data: '',
    query: 'SELECT (AVG(?x) AS ?average) { VALUES (?x ?y) { (UNDEF 1) } }',
    applies: (question) => ofTheUnbound(question, 'avg'),
  },
  {
    name: 'the count of what is an error',
    right: 'Comunica',
    reason: 'COUNT counts what is not an error (18.5.1.2). In Oxigraph the count is an error, too.',
    data: '',
    query: 'SELECT (COUNT(-?x) AS ?count) {}',
    applies: ({ nodes }) =>
      nodes.some(
        ({ subType, aggregator, expression }) =>
          subType === 'aggregate' && aggregator === 'count' && (expression as Node).subType === 'operator',
      ),
  },
  {
    name: 'an aggregate of what is empty for certain',
    right: 'Comunica',
    reason:
      'Without GROUP BY there is one group, be it empty (11.2, 18.2.4.1). Oxigraph has none where it sees in advance that nothing is in it.',
    data: '',
    query: 'SELECT (COUNT(*) AS ?count) { FILTER(false) }',
    applies: ({ nodes }) =>
      nodes.some(
        (node) =>
          node.type === 'group' &&
          variablesIn(node['variables']).length === 0 &&
          within(node['input']).some(({ type }) => type === 'filter' || type === 'values'),
      ),
  },
  {
    name: 'the least of what is no literal, or unbound',
    right: 'Oxigraph',
    reason:
      'MIN and MAX go by ORDER BY, which orders the unbound, blank nodes, IRIs and literals (18.5.1.5, 15.1). In Comunica IRIs are an error.',
    data: ':a :p :b .',
    query: 'SELECT (MIN(?o) AS ?least) { ?s :p ?o }',
    applies: (question) => aggregates(question, 'min', 'max'),
  },
  {
    name: 'the least of literals that have no order',
    right: 'both',
    reason: 'How a number and a text are ordered is left open (15.1).',
    data: ':a :p "a"@en , 1 .',
    query: 'SELECT (MIN(?o) AS ?least) { ?s :p ?o }',
    applies: (question) => aggregates(question, 'min', 'max') && kindsOf(question).size > 1,
  },
]

const aggregates = ({ nodes }: Question, ...names: string[]): boolean =>
  nodes.some(({ subType, aggregator }) => subType === 'aggregate' && names.includes(String(aggregator)))

/** Whether an aggregate is of something that may have no value. */
const ofTheUnbound = ({ nodes }: Question, ...names: string[]): boolean =>
  nodes
    .filter(({ type }) => type === 'group')
    .some((group) => {
      const bound = certain(group['input'])
      const counted = (group['aggregates'] as Node[]).filter(({ aggregator }) => names.includes(String(aggregator)))
      return counted.some(
        ({ expression }) => (expression as Node).subType !== 'term' || variablesIn(expression).some((name) => !bound.has(name)),
      )
    })
