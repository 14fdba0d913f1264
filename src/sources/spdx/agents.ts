/** Who made something, in an SPDX document. */
import { child, textOf, type Json } from '../bills/bill.ts'
import { sayMakers, type Maker } from '../bills/makers.ts'
import { refsIn, typeOf, type Graph, type Thing } from './graph.ts'

/** An organization, person or tool that is named. */
export interface Agent {
  readonly type: string
  readonly name: string
  readonly json: Json
}

/** The agents that a field refers to. */
export function agentsIn(graph: Graph, json: Json): Agent[] {
  return refsIn(graph, json).flatMap(({ id, json: ref }) => {
    const found = graph.elements.get(id)
    if (!found && !graph.imported.has(id)) graph.problem('dangling-ref', ref.pointer, 'this refers to nothing here', 'it was left out')
    const name = found && textOf(graph, child(found, 'name'))
    return found && name !== undefined ? [{ type: typeOf(found), name, json: { ...ref, field: json.field } }] : []
  })
}

/** States who made a package: those from whom it originates, or who supplies it. */
export function sayAllMakers(graph: Graph, { entry, json }: Thing): void {
  const named = (key: string, as: string): Maker[] =>
    agentsIn(graph, child(json, key)).map((agent) => ({ ...agent, as, isPerson: agent.type === 'Person' }))
  sayMakers(graph, entry, named('originatedBy', 'originator'), named('suppliedBy', 'supplier'))
}
