/**
 * Terms for variables, put into the algebra of a question: wherever the variable stands, in sub-selects, filters and
 * templates too, the term stands after it. `remote/put-terms.ts` does the same for stores, which take text.
 */
import type { Term } from '@rdfjs/types'
import { aroundSelect } from './algebra.ts'
import type { Operation, Parameters } from './answer.ts'
import { misfit } from './misfit.ts'
import { isNode, type Node } from './remote/syntax-tree.ts'

const expression = (term: unknown): Node => ({ type: 'expression', subType: 'term', term })

const yes = expression({
  termType: 'Literal',
  value: 'true',
  language: '',
  direction: '',
  datatype: { termType: 'NamedNode', value: 'http://www.w3.org/2001/XMLSchema#boolean' },
})

/**
 * The question with terms for some variables. A variable that is asked for stays a column.
 *
 * @param question algebra, of which the terms may be plain objects; those of the answer are
 * @param file the file that the question was read from, for errors
 * @throws StemmaError `bad-query` where the question sets such a variable itself, or a text stands where only an IRI may
 */
export function putParameters(question: Operation, parameters: Parameters, file?: string): Operation {
  const terms = new Map(Object.entries(parameters))
  if (terms.size === 0) return question
  const nameOf = (value: unknown): string | undefined =>
    isNode(value) && value['termType'] === 'Variable' && terms.has(value['value'] as string) ? (value['value'] as string) : undefined
  const termFor = (value: unknown): Term | undefined => terms.get(nameOf(value) ?? '')

  const refuse = (variable: unknown): void => {
    const name = nameOf(variable)
    if (name !== undefined) throw misfit('set', name, file)
  }

  const refuseSetIn = (node: Node): void => {
    if (node['type'] === 'extend') refuse(node['variable'])
    if (node['type'] === 'values') (node['variables'] as unknown[]).forEach(refuse)
  }

  /** Whether it asks if a variable is bound that has a term. */
  const isBound = (node: Node): boolean =>
    node['operator'] === 'bound' && termFor((node['args'] as readonly Node[])[0]!['term']) !== undefined

  /** What stands where only IRIs and variables may. */
  const name = (value: unknown): unknown => {
    if (termFor(value)?.termType === 'Literal') throw misfit('place', nameOf(value)!, file)
    return put(value)
  }

  /** What an operation works on, with columns for those of some variables that have terms. */
  const extended = (input: unknown, variables: readonly unknown[]): unknown =>
    variables
      .filter((variable) => termFor(variable))
      .reduce(
        (rest: unknown, variable) => ({ type: 'extend', input: rest, variable, expression: expression(termFor(variable)) }),
        put(input),
      )

  const project = (node: Node, outermost: boolean): Node => {
    const variables = node['variables'] as readonly unknown[]
    // Within a question there is a term wherever the column would be joined.
    if (!outermost) return { ...node, input: put(node['input']), variables: variables.filter((variable) => !termFor(variable)) }
    const grouped = groupingsOf(node)
    const own = variables.filter((variable) => !grouped.includes(nameOf(variable) ?? ''))
    return { ...node, input: extended(node['input'], own) }
  }

  const groupingsOf = (node: Node): readonly string[] => {
    for (let inner: unknown = node['input']; isNode(inner); inner = inner['input'])
      if (inner['type'] === 'group') return (inner['variables'] as readonly unknown[]).flatMap((variable) => nameOf(variable) ?? [])
      else if (!['extend', 'filter', 'orderby'].includes(inner['type'] as string)) break
    return []
  }

  const put = (value: unknown, outermost = false): unknown => {
    if (Array.isArray(value)) return value.map((one) => put(one))
    if (!isNode(value)) return value
    if ('termType' in value && value['termType'] !== 'Quad') return termFor(value) ?? value
    refuseSetIn(value)
    switch (value['type']) {
      case 'project':
        return project(value, outermost)
      case 'group':
        return { ...value, input: extended(value['input'], value['variables'] as unknown[]), aggregates: put(value['aggregates']) }
      case 'pattern':
        return { ...parts(value), predicate: name(value['predicate']), graph: name(value['graph']) }
      case 'path':
        return { ...parts(value), graph: name(value['graph']) }
      case 'describe':
        return { ...value, input: put(value['input']), terms: (value['terms'] as unknown[]).map(name) }
      case 'expression':
        return isBound(value) ? yes : parts(value)
      default:
        return parts(value, outermost && aroundSelect.has(value['type']))
    }
  }

  const parts = (node: Node, outermost = false): Node =>
    Object.fromEntries(Object.entries(node).map(([key, part]) => [key, put(part, outermost)]))

  return put(question, true) as Operation
}
