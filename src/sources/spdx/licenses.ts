/** Licences of packages in an SPDX document. */
import { child, textOf, type Json } from '../bills/bill.ts'
import { stateLicense } from '../bills/say.ts'
import { tooDeep } from '../bills/walk.ts'
import { licenseAt, licenseOf, licenseOfExpression, type LicenseText } from '../licenses.ts'
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
  const found = licenseIn(graph, id, new Map())
  if (!found) {
    graph.problem('dangling-ref', json.pointer, `no licence stands behind ${id}`, 'it was left out')
    return
  }
  stateLicense(graph, entry, found.said, found.written, json, note)
}

/** What an element says of a licence, and in which words. */
interface Found {
  readonly said: LicenseText
  readonly written?: string
}

/** The longest name of a set of licences; sets that hold the same sets twice would grow without end. */
const longestName = 2000

/** Sets are looked into as deep as this. */
const deepest = 100

/** The licence that an id is of, looked for once; in a circle there is none. */
function licenseIn(graph: Graph, id: string, before: Map<string, Found | undefined>, level = 0): Found | undefined {
  if (!before.has(id)) {
    before.set(id, undefined)
    before.set(id, findLicense(graph, id, before, level))
  }
  return before.get(id)
}

/** Sets of licences are made of others, and stay one licence. */
function findLicense(graph: Graph, id: string, before: Map<string, Found | undefined>, level: number): Found | undefined {
  if (/\/(?:NoAssertion|NoAssertionLicense|NoAssertionElement)$/.test(id)) return { said: { status: 'unknown' } }
  if (/\/(?:None|NoneLicense|NoneElement)$/.test(id)) return { said: { status: 'absent' } }
  const json = graph.elements.get(id)
  const expression = json && textOf(graph, child(json, 'simplelicensing_licenseExpression'))
  if (expression !== undefined) return { said: licenseOfExpression(expression), written: expression }
  const listed = licenseAt(id)
  if (listed) return { said: { mention: listed }, written: id }
  if (!json) return undefined
  const joint = { expandedlicensing_ConjunctiveLicenseSet: ' AND ', expandedlicensing_DisjunctiveLicenseSet: ' OR ' }[typeOf(json)]
  if (joint !== undefined) {
    if (level === deepest) {
      tooDeep(graph, json.pointer, deepest)
      return { said: { why: 'a set of licences that was not read to its end' } }
    }
    const members = refsIn(graph, child(json, 'expandedlicensing_member')).flatMap(
      (one) => licenseIn(graph, one.id, before, level + 1) ?? [],
    )
    if (members.length < 2) return members[0]
    const unsaid = members.find(({ said }) => 'why' in said)
    if (unsaid) return unsaid
    const name = [...new Set(members.map(wordOf))].join(joint)
    if (name.length > longestName) return { said: { why: `a set of licences whose name has more than ${longestName} characters` } }
    return { said: { mention: { kinds: ['License'], name } } }
  }
  const name = textOf(graph, child(json, 'name'))
  return name === undefined ? undefined : { said: licenseOf(name), written: name }
}

/** A licence as a part of an expression. */
function wordOf({ said }: Found): string {
  if (!('mention' in said)) return 'status' in said && said.status === 'absent' ? 'NONE' : 'NOASSERTION'
  const { name } = said.mention
  return /\s(?:AND|OR)\s/.test(name) ? `(${name})` : name
}
