/** The one place that loads Comunica, so that nothing but a query pays for it. */
import { QueryEngine } from '@comunica/query-sparql-rdfjs'
import { BindingsFactory } from '@comunica/utils-bindings-factory'
import type { Bindings, Source, Term } from '@rdfjs/types'
import { DataFactory } from 'n3'
import type { Answer, Parameters } from './answer.ts'

const engine = new QueryEngine()
const factory = new BindingsFactory(DataFactory)

/** Runs a query over a source, its variables bound beforehand to the given terms; nothing for an update. */
export async function runQuery(sparql: string, source: Source, parameters: Parameters): Promise<Answer | undefined> {
  const terms = Object.entries(parameters)
  const initialBindings = factory.bindings(terms.map(([name, term]) => [DataFactory.variable(name), term as never]))
  const result = await engine.query(sparql, { sources: [source], ...(terms.length > 0 && { initialBindings }) })
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

const recordOf = (bindings: Bindings): Record<string, Term> =>
  Object.fromEntries([...bindings].map(([variable, term]) => [variable.value, term]))
