/** Licences of packages in an SPDX document. */
import { child, textOf, type Json } from '../bills/bill.ts'
import { isCompound, licensesIn } from '../bills/licenses.ts'
import type { Entry } from '../sheet-writer.ts'
import { refsIn, typeOf, type Graph } from './graph.ts'

const kinds: Readonly<Record<string, string>> = { hasDeclaredLicense: 'declared', hasConcludedLicense: 'concluded' }

/** Whether a type of relationship is to a licence. */
export const isLicense = (type: string): boolean => Object.hasOwn(kinds, type)

/** How a licence is known, by the types of relationships to it: declared by the owner, concluded by who made the document. */
export const kindsOfLicense = (types: readonly string[]): string =>
  [...new Set(types.map((type) => kinds[type]))].sort().reverse().join(', ')

/** States a licence by the element that an id is of, or by the id itself where it is one of the SPDX licence list. */
export function sayLicense(graph: Graph, entry: Entry, json: Json, id: string, note?: string): void {
  const said = expressionOf(graph, id, new Set())
  if (said === undefined) {
    graph.problem('dangling-ref', json.pointer, `no licence stands behind ${id}`, 'it was left out')
    return
  }
  const found = licensesIn(said)
  const notes = [note, isCompound(said) ? `of: ${said}` : undefined].filter((one) => one !== undefined)
  const beside = graph.beside(json, notes.length > 0 ? notes.join('; ') : undefined)
  if ('status' in found) entry.status('license', found.status, beside)
  else for (const license of found.licenses) entry.link('license', license, beside)
}

/** What an element says as an expression of licences; sets of licences are made of others. */
function expressionOf(graph: Graph, id: string, before: Set<string>): string | undefined {
  if (before.has(id)) return undefined
  before.add(id)
  if (/\/(?:NoAssertion|NoAssertionLicense|NoAssertionElement)$/.test(id)) return 'NOASSERTION'
  if (/\/(?:None|NoneLicense|NoneElement)$/.test(id)) return 'NONE'
  const json = graph.elements.get(id)
  const expression = json && textOf(graph, child(json, 'simplelicensing_licenseExpression'))
  if (expression !== undefined) return expression
  const [, listed] = /^https?:\/\/spdx\.org\/licenses\/([A-Za-z0-9.+-]+?)(?:\.html|\.json)?$/.exec(id) ?? []
  if (listed !== undefined) return listed
  if (!json) return undefined
  const joint = { expandedlicensing_ConjunctiveLicenseSet: ' AND ', expandedlicensing_DisjunctiveLicenseSet: ' OR ' }[typeOf(json)]
  if (joint !== undefined) {
    const members = refsIn(graph, child(json, 'expandedlicensing_member')).flatMap((one) => expressionOf(graph, one.id, before) ?? [])
    return members.length > 0 ? `(${members.join(joint)})` : undefined
  }
  return textOf(graph, child(json, 'name'))
}
