/** Who made something, in an SPDX document. */
import { child, textOf, type Json } from '../bills/bill.ts'
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

/** States who made a package: those from whom it originates. Who supplies it may be no more than a distributor, and counts where nobody else is named. */
export function sayMakers(graph: Graph, { entry, json }: Thing): void {
  const [original, supplier] = ['originatedBy', 'suppliedBy'].map((key) => agentsIn(graph, child(json, key))) as [Agent[], Agent[]]
  for (const agent of original.length > 0 ? original : supplier)
    if (agent.type === 'Person') graph.drop({ ...agent.json, field: `${agent.json.field} (person)` })
    else {
      const note = original.length > 0 ? 'named as originator' : 'named as supplier'
      entry.link('producer', { kinds: ['Organization'], name: agent.name }, graph.beside(agent.json, note))
    }
  const makers = new Set(original.map(({ name }) => name))
  if (original.length > 0)
    for (const { name, json: field } of supplier)
      if (!makers.has(name)) graph.drop({ ...field, value: name }, 'another is named as its maker; who supplies it may be a distributor')
}
