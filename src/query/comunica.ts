/** The one place that loads Comunica, so that nothing but a query pays for it. */
import { QueryEngine } from '@comunica/query-sparql-rdfjs'
import { BindingsFactory } from '@comunica/utils-bindings-factory'
import type { Bindings, Source, Term } from '@rdfjs/types'
import { DataFactory } from 'rdf-data-factory'
import type { Answer, Operation, Parameters as Terms } from './answer.ts'

const engine = new QueryEngine()
const terms = new DataFactory()
const factory = new BindingsFactory(terms)

/**
 * Runs a question over a source, its variables bound beforehand to the given terms; nothing for an update.
 *
 * @param question algebra, of which the terms may be plain objects
 */
export async function runQuery(question: Operation, source: Source, parameters: Terms): Promise<Answer | undefined> {
  const bound = Object.entries(parameters)
  const initialBindings = factory.bindings(bound.map(([name, term]) => [terms.variable(name), term as never]))
  const result = await engine.query(revive(question) as Parameters<QueryEngine['query']>[0], {
    sources: [source],
    ...(bound.length > 0 && { initialBindings }),
  })
  switch (result.resultType) {
    case 'bindings': {
      const { variables } = await result.metadata()
      const rows = await (await result.execute()).toArray()
      return { type: 'bindings', variables: variables.map(({ value }) => value), rows: rows.map(recordOf) }
    }
    case 'boolean':
      return { type: 'boolean', value: await result.execute() }
    case 'quads':
      return { type: 'quads', quads: await (await result.execute()).toArray() }
    case 'void':
      return undefined
  }
}

/** Without a prototype, so that a variable such as ?toString has the value that it was given or none. */
const recordOf = (bindings: Bindings): Record<string, Term> =>
  Object.assign(Object.create(null) as Record<string, Term>, Object.fromEntries([...bindings].map(([{ value }, term]) => [value, term])))

/** Plain objects that have a termType become terms, innermost first. */
function revive(node: unknown): unknown {
  if (typeof node !== 'object' || node === null || 'equals' in node) return node
  if (Array.isArray(node)) return node.map(revive)
  const revived = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, revive(value)]))
  return 'termType' in revived ? Object.assign(terms.fromTerm(revived as never), 'type' in revived && { type: revived['type'] }) : revived
}
