/**
 * The best view put into a question: it is the default graph of our own files and engine, and a graph with a name in a
 * store, where plain patterns ask the union of all graphs or an empty one. So each plain pattern is put between
 * `GRAPH <best> { }`, which every store understands alike, with or without a dataset of its own.
 */
import {
  freshNames,
  group,
  is,
  isNode,
  isVariableNode,
  iriNode,
  mapParts,
  operation,
  pattern,
  textNode,
  variableNode,
  type Node,
} from './syntax-tree.ts'

/** Where the data is in a store. */
export interface Places {
  /** The name of the graph that plain patterns ask. */
  readonly best: string
  /** What the names of all our graphs begin with. */
  readonly base: string
}

/** The question with its plain patterns in the best view's graph, and `GRAPH ?g` over our other graphs. */
export function putGraph(question: Node, { best, base }: Places): Node {
  const name = iriNode(best)
  // Of the graphs that a store has, those of the dataset: `GRAPH ?source` means "who says so?".
  const isOurs = (variable: Node): Node =>
    pattern('filter', {
      expression: operation('&&', operation('!=', variable, name), operation('strstarts', operation('str', variable), textNode(base))),
    })

  const patterns = (all: readonly unknown[], plain: boolean): unknown[] => {
    const filters = all.filter((one) => is(one, 'pattern', 'filter')).map((one) => put(one, plain))
    const others = joined(all.filter((one) => !is(one, 'pattern', 'filter'))).flatMap((one): unknown[] => {
      if (is(one, 'pattern', 'bgp'))
        return plain && (one['triples'] as unknown[]).length > 0 ? [pattern('graph', { name, patterns: [one] })] : [one]
      if (!is(one, 'pattern', 'graph')) return [put(one, plain)]
      const asked = { ...one, patterns: patterns(one['patterns'] as unknown[], false) }
      return isVariableNode(one['name']) ? [asked, isOurs(one['name'])] : [asked]
    })
    return [...others, ...filters]
  }

  /** `plain` where patterns ask the default graph. */
  const put = (value: unknown, plain: boolean): unknown => {
    if (Array.isArray(value)) return value.map((one) => put(one, plain))
    if (!isNode(value) || is(value, 'pattern', 'service')) return value
    if (is(value, 'query', 'construct')) return { ...mapParts(value, (part) => put(part, plain)), template: value['template'] }
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [
        key,
        key === 'patterns' && Array.isArray(part) && value['subType'] !== 'union' ? patterns(part, plain) : put(part, plain),
      ]),
    )
  }
  return put(question, true) as Node
}

/** Filters hold for their whole group, so what they part is one basic graph pattern, which may share blank nodes. */
function joined(all: readonly unknown[]): unknown[] {
  const result: unknown[] = []
  for (const one of all) {
    const before = result.at(-1)
    if (is(one, 'pattern', 'bgp') && is(before, 'pattern', 'bgp'))
      result[result.length - 1] = { ...before, triples: [...(before['triples'] as unknown[]), ...(one['triples'] as unknown[])] }
    else result.push(one)
  }
  return result
}

/**
 * DESCRIBE as the CONSTRUCT that gives all triples of the things: what a store describes is its own choice, and often
 * what any of its graphs says.
 */
export function describeAsConstruct(question: Node): Node {
  if (!is(question, 'query', 'describe')) return question
  const fresh = freshNames(question)
  const { variables, where, solutionModifiers, values, ...others } = question
  const things = variables as readonly Node[]
  const triples = things.map((subject) => ({
    type: 'triple',
    subject,
    predicate: variableNode(fresh()),
    object: variableNode(fresh()),
    annotations: [],
  }))
  const found = things.filter(isVariableNode)
  const select = {
    type: 'query',
    subType: 'select',
    context: [],
    datasets: { type: 'datasetClauses', clauses: [] },
    where: where ?? group(),
    solutionModifiers,
    variables: found,
    ...(values !== undefined && { values }),
  }
  const branches = triples.map((triple) => {
    const own = pattern('bgp', { triples: [triple] })
    return isVariableNode(triple.subject) ? group(group(select), own) : group(own)
  })
  return {
    ...others,
    subType: 'construct',
    template: pattern('bgp', { triples }),
    where: group(branches.length === 1 ? branches[0] : pattern('union', { patterns: branches })),
    solutionModifiers: {},
  }
}
