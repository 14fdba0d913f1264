/** What a client prefers: the weighted lists of its Accept headers (RFC 9110, 12.4 and 12.5). */

/** One member of such a list. */
interface Wish {
  /** In lower case: `text/turtle`, `zh-cn`, `*`. */
  readonly range: string
  /** Parameters by name, both in lower case, without the weight. */
  readonly parameters: ReadonlyMap<string, string>
  /** From 0, not acceptable, to 1. */
  readonly weight: number
}

/** Parts between separators, those in quoted strings left alone. */
const members = /(?:[^,"]|"(?:[^"\\]|\\.)*"?)+/g
const pieces = /(?:[^;"]|"(?:[^"\\]|\\.)*"?)+/g

/**
 * The members of a list, in order. Whoever sends what is not well formed gets the rest of what was asked for: a member
 * without a weight that can be read is passed over.
 */
function wishesOf(header: string): Wish[] {
  return (header.match(members) ?? []).flatMap((member): Wish[] => {
    const [range = '', ...rest] = (member.match(pieces) ?? []).map((piece) => piece.trim().toLowerCase())
    const all = rest.map(parameterOf)
    // What follows the weight was an extension once, and means nothing now.
    const end = all.findIndex(([name]) => name === 'q')
    const weight = end < 0 ? 1 : Number(all[end]![1] || NaN)
    if (range === '' || Number.isNaN(weight)) return []
    return [{ range, parameters: new Map(end < 0 ? all : all.slice(0, end)), weight: Math.min(Math.max(weight, 0), 1) }]
  })
}

function parameterOf(text: string): [name: string, value: string] {
  const equals = text.indexOf('=')
  const value = equals < 0 ? '' : text.slice(equals + 1).trim()
  return [text.slice(0, equals < 0 ? undefined : equals).trim(), value.replace(/^"(.*)"$/, '$1').replace(/\\(.)/g, '$1')]
}

/** How well something suits a client: by weight, then by how exactly it was named, then by its place in the list. */
interface Fit {
  readonly weight: number
  readonly exactness: number
  readonly place: number
}

/** The wish that speaks most exactly of something: its weight is what holds, even where less exact ones weigh more. */
function fitOf(wishes: readonly Wish[], exactnessOf: (wish: Wish) => number | undefined): Fit | undefined {
  let best: Fit | undefined
  for (const [place, wish] of wishes.entries()) {
    const exactness = exactnessOf(wish)
    if (exactness === undefined || (best && (best.exactness - exactness || best.weight - wish.weight) >= 0)) continue
    best = { weight: wish.weight, exactness, place }
  }
  return best
}

/** The best of what is offered, in the order in which the server likes it; undefined where nothing is acceptable. */
function bestOf<T>(offers: readonly T[], fit: (offer: T) => Fit | undefined, compare: (a: Fit, b: Fit) => number): T | undefined {
  let best: { readonly offer: T; readonly fit: Fit } | undefined
  for (const offer of offers) {
    const own = fit(offer)
    if (own && own.weight > 0 && (!best || compare(own, best.fit) > 0)) best = { offer, fit: own }
  }
  return best?.offer
}

/**
 * The media type that a client prefers (RFC 9110, 12.5.1). Of two with the same weight it is the one that was named more
 * exactly, then the one that comes first in the offers. All of ours are UTF-8. A profile is passed over, as JSON-LD 1.1
 * says of those that a server does not know.
 *
 * @param header Accept; without it, or with nothing in it, everything is acceptable
 * @returns undefined where nothing that is offered is acceptable
 */
export function preferredType<T extends { readonly mediaType: string }>(offers: readonly T[], header: string | undefined): T | undefined {
  if (!header?.trim()) return offers[0]
  const wishes = wishesOf(header)
  const exactness =
    (mediaType: string) =>
    ({ range, parameters }: Wish): number | undefined => {
      for (const [name, value] of parameters) if (name !== 'profile' && !(name === 'charset' && value === 'utf-8')) return undefined
      if (range === mediaType) return 2 + parameters.size
      if (range === '*/*' || range === '*') return 0
      return range.endsWith('/*') && mediaType.startsWith(range.slice(0, -1)) ? 1 : undefined
    }
  return bestOf(
    offers,
    ({ mediaType }) => fitOf(wishes, exactness(mediaType)),
    (a, b) => a.weight - b.weight || Math.min(a.exactness, 2) - Math.min(b.exactness, 2),
  )
}

/**
 * The language that a client prefers (RFC 9110, 12.5.4, by the look-up of RFC 4647, 3.4: `zh-Hans-CN` is served by `zh`). Of
 * two with the same weight it is the one that comes first in the header.
 *
 * @param header Accept-Language
 * @returns the first of the offers where none is acceptable: a page in another language is better than none
 */
export function preferredLanguage<T extends string>(offers: readonly T[], header: string | undefined): T {
  const wishes = wishesOf(header ?? '')
  const exactness =
    (tag: string) =>
    ({ range }: Wish): number | undefined =>
      range === tag ? 2 : range.startsWith(`${tag}-`) ? 1 : range === '*' ? 0 : undefined
  const best = bestOf(
    offers,
    (tag) => fitOf(wishes, exactness(tag)),
    (a, b) => a.weight - b.weight || b.place - a.place,
  )
  return best ?? offers[0]!
}

/** How bytes are coded on their way, the preferred one first. */
const encodings = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof encodings)[number]

/**
 * The coding that a client prefers (RFC 9110, 12.5.3).
 *
 * @param header Accept-Encoding; without it nothing is coded
 * @returns `identity` too where the client refuses everything
 */
export function preferredEncoding(header: string | undefined): Encoding {
  if (header === undefined) return 'identity'
  const wishes = wishesOf(header)
  const exactness =
    (coding: Encoding) =>
    ({ range }: Wish): number | undefined =>
      range === coding || range === `x-${coding}` ? 1 : range === '*' ? 0 : undefined
  const fit = (coding: Encoding): Fit | undefined => fitOf(wishes, exactness(coding))
  const coded = bestOf(encodings.slice(0, -1), fit, (a, b) => a.weight - b.weight)
  // What is not coded is acceptable unless it is refused, and liked less than what is named.
  return coded && fit(coded)!.weight >= (fit('identity')?.weight ?? 0) ? coded : 'identity'
}
