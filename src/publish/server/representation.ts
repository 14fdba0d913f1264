/** What is at a path, ready to be sent: its bytes in each coding, with the headers that go with them. */
import { createHash } from 'node:crypto'
import type { OutgoingHttpHeaders } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Variant } from './conditional.ts'
import type { Resource } from '../resource.ts'
import type { Encoding } from './preferences.ts'

/** What is at a path. */
export interface Representation {
  /** How many bytes it has before it is coded. */
  readonly bytes: number
  /** The variant of a coding; that of `identity` where it is not worth while. It is made once, and waited for by all who ask. */
  in(encoding: Encoding): Variant | Promise<Variant>
}

/** Smaller ones do not become smaller in fewer packets, larger ones are dumps, which come compressed. */
const [leastCoded, mostCoded] = [512, 16 * 2 ** 20]
const isText = /^text\/|[/+](?:json|xml)$|\/(?:n-triples|n-quads|trig|javascript|wasm|ld\+json)$/

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
/** The fifth level of eleven: nearly as small as the best, in a hundredth of the time. */
const brotliLevel = 5
const code: Readonly<Record<Exclude<Encoding, 'identity'>, (body: Uint8Array) => Promise<Buffer>>> = {
  br: (body) =>
    brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: brotliLevel, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  gzip: (body) => zip(body),
}

/** The media type with the encoding of characters; JSON has none but UTF-8, and no parameter to say so. */
export const contentType = (mediaType: string): string =>
  isText.test(mediaType) && !/[/+]json$/.test(mediaType) ? `${mediaType}; charset=utf-8` : mediaType

/** A checksum that is short enough for a tag. */
export const checksumOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('base64url').slice(0, 27)

/** The entity tag of a coding of what has a checksum. */
export const tagOf = (checksum: string, encoding: Encoding): string => `"${checksum}${encoding === 'identity' ? '' : `-${encoding}`}"`

/**
 * Makes a resource ready to be sent.
 *
 * @param own headers that it has in every coding; asked for when they are first needed
 * @param onGrow is told of the bytes that a coding adds to what is kept
 * @param checksum what tells its bytes from others; made from them, if nothing else is said
 */
export function representationOf(
  { mediaType, body: content }: Resource,
  own: () => OutgoingHttpHeaders,
  onGrow: (bytes: number) => void,
  checksum = checksumOf(content),
): Representation {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  let headers: OutgoingHttpHeaders | undefined
  const variant = (encoding: Encoding, body: Uint8Array): Variant => {
    headers ??= { 'Content-Type': contentType(mediaType), ...own(), 'Accept-Ranges': 'bytes' }
    const tag = tagOf(checksum, encoding)
    return {
      tag,
      body,
      headers: {
        ...headers,
        ...(encoding !== 'identity' && { 'Content-Encoding': encoding }),
        'Content-Length': body.length,
        ETag: tag,
      },
    }
  }
  const isCoded = isText.test(mediaType) && bytes.length >= leastCoded && bytes.length <= mostCoded
  const made = new Map<Encoding, Variant | Promise<Variant>>()
  const make = async (encoding: Exclude<Encoding, 'identity'>): Promise<Variant> => {
    const coded = variant(encoding, await code[encoding](bytes))
    made.set(encoding, coded)
    onGrow(coded.body.length)
    return coded
  }
  return {
    bytes: bytes.length,
    in(wanted) {
      const encoding = isCoded ? wanted : 'identity'
      const known = made.get(encoding)
      if (known) return known
      const making = encoding === 'identity' ? variant(encoding, bytes) : make(encoding)
      made.set(encoding, making)
      return making
    },
  }
}
