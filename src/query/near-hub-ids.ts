/** Which id at a hub a person may have meant: one that is right but for its owner, or but for the name behind it. */
import type { Graph } from '../graph/graph.ts'
import { hubName } from '../model/hub-mention.ts'
import { st, type ClassName } from '../model/vocabulary.ts'
import { nearest } from '../nearest.ts'

/** Of more nobody was meant. */
const mostMeant = 3

/** The two parts of a hub id, in small letters. */
export interface HubIdParts {
  readonly owner: string
  readonly name: string
}

/** What a person wrote as a hub id (`OWNER/NAME`, with `hub:` before it or as an address there); nothing where it is none. */
export function hubIdParts(written: string): HubIdParts | undefined {
  const id = hubName(written)?.id ?? written.replace(/^https?:\/\/huggingface\.co\/(?:datasets\/)?/, '')
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(id.toLowerCase()) ?? []
  return owner === undefined ? undefined : { owner, name: name! }
}

/** The ids that are near, nearest first, of which one part is right and the other one nearly so. */
export function nearestHubIds({ owner, name }: HubIdParts, ids: Iterable<string>): string[] {
  const [ofOwner, ofName] = [new Map<string, string>(), new Map<string, string>()]
  for (const id of ids) {
    const text = id.toLowerCase()
    if (text.startsWith(`${owner}/`)) ofOwner.set(text.slice(owner.length + 1), id)
    else if (text.endsWith(`/${name}`)) ofName.set(text.slice(0, -name.length - 1), id)
  }
  return [
    ...nearest(name, ofOwner.keys()).map((one) => ofOwner.get(one)!),
    ...nearest(owner, ofName.keys()).map((one) => ofName.get(one)!),
  ].slice(0, mostMeant)
}

/** The hub ids of a graph that are near what a person wrote: found in one look at the names, whatever the size of the graph. */
export function nearHubIds(graph: Graph, written: string, among: readonly ClassName[] | undefined): string[] {
  const parts = hubIdParts(written)
  if (!parts) return []
  const [start, end] = [`${parts.owner}/`, `/${parts.name}`]
  const isNear = (text: string): boolean => {
    const lower = text.toLowerCase()
    return (lower.startsWith(start) || lower.endsWith(end)) && nearestHubIds(parts, [text]).length > 0
  }
  const things = graph
    .named('', isNear)
    .flatMap((iri) => graph.entity(iri) ?? [])
    .filter(({ className }) => !among || among.includes(className))
  return nearestHubIds(
    parts,
    things.flatMap(({ iri }) => graph.values(iri, st('hubId')).map(({ value }) => value)),
  )
}
