/**
 * Terms for variables, put into the syntax tree of a question: wherever the variable stands, in sub-selects, filters and
 * templates too, the term stands after it. So a term is never pasted into a text, and what it holds cannot become syntax.
 */
import { asCondition, folded, yes } from './fold.ts'
import { freshNames, is, isNode, isVariableNode, mapParts, pattern, variableNode, type Node } from './syntax-tree.ts'

/** Why a term cannot stand for a variable: the question sets the variable itself, or an IRI is needed there. */
export class Misfit extends Error {
  constructor(
    readonly variable: string,
    readonly why: 'set' | 'place',
  ) {
    super()
  }
}

/**
 * The question with terms for some variables. A variable that is asked for stays a column.
 *
 * @param columns the columns of `SELECT *`
 * @throws Misfit
 */
export function putTerms(question: Node, terms: ReadonlyMap<string, Node>, columns: readonly string[]): Node {
  if (terms.size === 0) return question
  const fresh = freshNames(question)
  const termFor = (value: unknown): Node | undefined => (isVariableNode(value) ? terms.get(value.value) : undefined)
  const refuse = (variable: unknown): void => {
    if (termFor(variable)) throw new Misfit((variable as { value: string }).value, 'set')
  }

  const refuseSetIn = (node: Node): void => {
    if (is(node, 'pattern', 'bind')) refuse(node['variable'])
    if (is(node, 'pattern', 'values')) (node['variables'] as unknown[]).forEach(refuse)
  }

  /** What stands where only IRIs and variables may. */
  const name = (value: unknown): unknown => {
    const term = termFor(value)
    if (term && term['subType'] !== 'namedNode') throw new Misfit((value as { value: string }).value, 'place')
    return put(value)
  }

  const select = (node: Node, outermost: boolean): Node => {
    const { variables, ...others } = node
    const asked = variables as readonly unknown[]
    const written = outermost && asked.some((one) => is(one, 'wildcard')) ? columns.map(variableNode) : asked
    const grouped = groupingsOf(node)
      .filter(isVariableNode)
      .map(({ value }) => value)
    const kept = written.flatMap((one): unknown[] => {
      const term = termFor(one)
      if (!term) return [put(one)]
      if (!outermost) return []
      return grouped.includes((one as { value: string }).value) ? [one] : [pattern('bind', { expression: term, variable: one })]
    })
    // A sub-select needs a column, and one by the name of the variable would be in the way of the outer one.
    const one = pattern('bind', { expression: [...terms.values()][0], variable: variableNode(fresh()) })
    return { ...mapParts(others, put), variables: kept.length > 0 ? kept : [one] }
  }

  const put = (value: unknown): unknown => {
    if (!isNode(value)) return Array.isArray(value) ? value.map(put) : value
    const term = termFor(value)
    if (term) return term
    if (is(value, 'query', 'select')) return select(value, false)
    if (is(value, 'query', 'describe')) {
      const { variables, ...others } = value
      return { ...mapParts(others, put), variables: (variables as readonly unknown[]).map(name) }
    }
    if (is(value, 'triple') && isVariableNode(value['predicate'])) return mapParts({ ...value, predicate: name(value['predicate']) }, put)
    if (is(value, 'pattern', 'graph') || is(value, 'pattern', 'service')) return mapParts({ ...value, name: name(value['name']) }, put)
    refuseSetIn(value)
    if (is(value, 'solutionModifier', 'group')) return { ...value, groupings: (value['groupings'] as Node[]).map(grouping) }
    if (is(value, 'expression', 'operation'))
      return value['operator'] === 'bound' && termFor((value['args'] as unknown[])[0]) ? yes : folded(mapParts(value, put))
    const placed = mapParts(value, put)
    return is(placed, 'solutionModifier', 'having') ? { ...placed, having: (placed['having'] as Node[]).map(asCondition) } : placed
  }

  /** `GROUP BY ?x` is `GROUP BY (term AS ?x)`, so that ?x can still be asked for. */
  const grouping = (value: Node): unknown => {
    const term = termFor(value)
    if (term) return { variable: value, value: term }
    if (!('type' in value)) refuse(value['variable'])
    return put(value)
  }

  const placed = is(question, 'query', 'select') ? select(question, true) : (put(question) as Node)
  return withoutConstantOrder(placed)
}

const groupingsOf = (query: Node): readonly unknown[] => {
  const { group } = query['solutionModifiers'] as { group?: Node }
  return (group?.['groupings'] as unknown[] | undefined) ?? []
}

/** Rows that are ordered by a term are in no order by it, and `ORDER BY (<iri>)` is more than some stores take. */
function withoutConstantOrder(node: Node): Node {
  const change = (value: unknown): unknown => {
    if (!isNode(value)) return Array.isArray(value) ? value.map(change) : value
    const changed = mapParts(value, change)
    const { solutionModifiers } = changed as { solutionModifiers?: { order?: { orderDefs: { expression: unknown }[] } } }
    if (!solutionModifiers?.order) return changed
    const { order, ...others } = solutionModifiers
    const orderDefs = order.orderDefs.filter(({ expression }) => !is(expression, 'term') || isVariableNode(expression))
    return { ...changed, solutionModifiers: orderDefs.length > 0 ? { ...others, order: { ...order, orderDefs } } : others }
  }
  return change(node) as Node
}
