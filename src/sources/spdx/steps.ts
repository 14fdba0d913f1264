/** The relationships of an SPDX document as steps from one element to one other. */
import { groupBy } from '../../group.ts'
import { quote } from '../../quote.ts'
import { child, elsewhere, readFields, textOf, type Json } from '../bills/bill.ts'
import { refsIn, typeOf, type Graph } from './graph.ts'
import { isLicense, kindsOfLicense, sayLicense } from './licenses.ts'

/** A relationship from one element to another. */
export interface Step {
  readonly type: string
  readonly from: string
  readonly to: string
  readonly json: Json
}

/** What each type of relationship between packages says; `back` where it says it of the second. */
export const meanings: Readonly<Record<string, { readonly key: string; readonly back?: true; readonly lifts: 'model' | 'any' }>> = {
  trainedOn: { key: 'trainedOn', lifts: 'model' },
  testedOn: { key: 'evaluatedOn', lifts: 'model' },
  descendantOf: { key: 'derivedFrom', lifts: 'model' },
  ancestorOf: { key: 'derivedFrom', back: true, lifts: 'model' },
  generates: { key: 'generatedBy', back: true, lifts: 'model' },
  contains: { key: 'hasPart', lifts: 'any' },
  dependsOn: { key: 'dependsOn', lifts: 'any' },
  hasPrerequisite: { key: 'dependsOn', lifts: 'any' },
  hasStaticLink: { key: 'dependsOn', lifts: 'any' },
  hasDynamicLink: { key: 'dependsOn', lifts: 'any' },
  hasProvidedDependency: { key: 'dependsOn', lifts: 'any' },
  usesTool: { key: 'dependsOn', lifts: 'any' },
}

/** The relationships as single steps; licences are read at once, and what leads to nothing is told. */
export function stepsOf(graph: Graph): Step[] {
  const licenses: Step[] = []
  const steps = [...graph.elements.values()].flatMap((json) => {
    if (!typeOf(json).endsWith('Relationship')) return []
    const type = textOf(graph, child(json, 'relationshipType')) ?? 'none'
    const field = `Relationship (${type.slice(0, 40)})`
    if (!Object.hasOwn(meanings, type) && !isLicense(type)) {
      graph.drop({ ...json, field })
      return []
    }
    readFields(graph, { ...json, field: 'Relationship' }, readers, undefined)
    const [from] = refsIn(graph, child(json, 'from')).filter((one) => exists(graph, one))
    if (!from) return []
    return refsIn(graph, child(json, 'to')).flatMap((to): Step[] => {
      if (isLicense(type)) {
        licenses.push({ type, from: from.id, to: to.id, json: { ...to.json, field } })
        return []
      }
      const status = statuses.exec(to.id)
      if (status) sayStatus(graph, type, from.id, { ...to.json, field }, status[1] === 'None' ? 'absent' : 'unknown')
      return !status && exists(graph, to) ? [{ type, from: from.id, to: to.id, json: { ...to.json, field } }] : []
    })
  })
  for (const all of groupBy(licenses, ({ from, to }) => `${from} ${to}`).values()) {
    const { from, to, json } = all[0]!
    const thing = graph.things.get(from)
    if (thing) sayLicense(graph, thing.entry, json, to, kindsOfLicense(all.map(({ type }) => type)))
    else graph.drop({ ...json, field: `${json.field} of what is no package` })
  }
  return steps
}

const readers = Object.fromEntries(
  ['spdxId', '@id', 'type', '@type', 'creationInfo', 'from', 'to', 'relationshipType', 'description', 'scope', 'completeness'].map(
    (key) => [key, elsewhere],
  ),
)

/** What stands in place of an element: that there is none, or that nothing is said of it. */
const statuses = /^https:\/\/spdx\.org\/rdf\/3[^/]*\/terms\/Core\/(None|NoAssertion)(?:Element)?$/

function sayStatus(graph: Graph, type: string, from: string, json: Json, status: 'absent' | 'unknown'): void {
  const { key, back } = meanings[type]!
  const thing = graph.things.get(from)
  if (thing && !back) thing.entry.status(key, status, graph.beside(json))
  else graph.drop(json)
}

function exists(graph: Graph, { id, json }: { readonly id: string; readonly json: Json }): boolean {
  if (graph.elements.has(id)) return true
  if (statuses.test(id)) graph.drop({ ...json, field: 'Relationship (of no element)' })
  else if (graph.imported.has(id))
    graph.drop({ ...json, field: 'elements of other documents' }, 'it is in another document, which is not fetched')
  else graph.problem('dangling-ref', json.pointer, `${quote(id)} is the id of nothing here`, 'it was left out')
  return false
}
