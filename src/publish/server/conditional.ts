/** Requests on conditions, and for parts (RFC 9110, 13 and 14). */
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http'
import type { Answer, Stored } from './answer.ts'

/** The bytes of one coding. Two codings never share a tag: they are not the same bytes (RFC 9110, 8.8.3.3). */
export interface Variant {
  readonly tag: string
  readonly body: Stored
  readonly headers: OutgoingHttpHeaders
}

/** What a 304 repeats of the headers of a 200 (RFC 9110, 15.4.5), and what scripts of other sites need to read it. */
const repeated = ['Cache-Control', 'ETag', 'Vary', 'Access-Control-Allow-Origin', 'Access-Control-Expose-Headers'] as const

const tags = /(W\/)?("[^"]*")/g

/** Whether a list of entity tags has this one. The weak comparison lets `W/` pass, which a proxy may have added; the strong one does not. */
function hasTag(header: string, tag: string, comparison: 'weak' | 'strong'): boolean {
  if (header.trim() === '*') return true
  return [...header.matchAll(tags)].some(([, weak, one]) => one === tag && (comparison === 'weak' || weak === undefined))
}

/**
 * The answer with a representation: all of it (200), the part that is asked for (206, 416), or that the client has it (304, 412).
 * Dates play no part, since nothing here has one.
 */
export function answerWith(variant: Variant, asked: IncomingHttpHeaders): Answer {
  const { tag, body, headers } = variant
  const match = asked['if-match']
  if (match !== undefined && !hasTag(match, tag, 'strong')) return { status: 412, headers: { ...pick(headers), 'Content-Length': 0 } }
  const noneMatch = asked['if-none-match']
  if (noneMatch !== undefined && hasTag(noneMatch, tag, 'weak')) return { status: 304, headers: pick(headers) }
  const part = asked.range === undefined || (asked['if-range'] ?? tag) !== tag ? undefined : partOf(asked.range, body.length)
  if (part === undefined) return { status: 200, headers, body }
  if (part === 'none') return { status: 416, headers: { ...pick(headers), 'Content-Range': `bytes */${body.length}`, 'Content-Length': 0 } }
  const [start, end] = part
  return {
    status: 206,
    headers: { ...headers, 'Content-Range': `bytes ${start}-${end - 1}/${body.length}`, 'Content-Length': end - start },
    body: body.subarray(start, end),
  }
}

/**
 * That the client has what it asks for already, told without looking at it: where the request has the tag that it would have now.
 *
 * @param tags those that it may have
 * @param headers those of the answer, without the tag
 * @returns undefined where it has to be looked at
 */
export function unchanged(tags: readonly string[], headers: OutgoingHttpHeaders, asked: IncomingHttpHeaders): Answer | undefined {
  const noneMatch = asked['if-none-match']
  // `*` means what there is, and that is not known yet.
  if (noneMatch === undefined || noneMatch.trim() === '*' || asked['if-match'] !== undefined) return undefined
  const tag = tags.find((one) => hasTag(noneMatch, one, 'weak'))
  return tag === undefined ? undefined : { status: 304, headers: pick({ ...headers, ETag: tag }) }
}

const pick = (headers: OutgoingHttpHeaders): OutgoingHttpHeaders =>
  Object.fromEntries(repeated.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])))

/** The one part that is asked for; undefined, so that all of it is sent, for several parts and for what is not understood. */
function partOf(range: string, length: number): readonly [start: number, end: number] | 'none' | undefined {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range.replaceAll(' ', ''))
  if (!found || (!found[1] && !found[2])) return undefined
  const [first, last] = [found[1]!, found[2]!]
  // `-500` means the last 500 bytes.
  const start = first ? Number(first) : Math.max(length - Number(last), 0)
  const end = first && last ? Math.min(Number(last) + 1, length) : length
  if (first && last && Number(last) < Number(first)) return undefined
  return start < end ? [start, end] : 'none'
}
