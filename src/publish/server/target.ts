/** The target of a request: which path of the site it means. */

/** Longer targets are refused; RFC 9110, 4.1 asks for 8,000 at least. */
const longestTarget = 8192

/** What a target means. */
export interface Target {
  /** The path relative to the root of the host; of what is refused, as it came. */
  readonly path: string
  /** The status of its refusal. */
  readonly refused?: 400 | 414
}

const plain = /^\/[a-z0-9/_-]*(?:\.[a-z0-9]+)?$/
const scheme = /^[a-z][a-z0-9+.-]*:\/\/[^/?]*/i

/**
 * Reads a request target (RFC 9112, 3.2). Of the absolute form the path alone counts, so nobody but the publisher says what
 * IRIs begin with. The query is passed over.
 *
 * Refused with 400: escapes that are none, bytes that are not UTF-8, control characters, backslashes, an escaped slash, and
 * the segments `.` and `..`, plain or escaped: whoever reads them otherwise than we do could be led elsewhere.
 */
export function targetOf(text: string): Target {
  if (text.length > longestTarget) return { path: '', refused: 414 }
  const bare = text.startsWith('/') ? text : text.replace(scheme, '')
  const end = bare.search(/[?#]/)
  const path = end < 0 ? bare : bare.slice(0, end)
  // An absolute form without a path means the root.
  if (path === '' && bare !== text) return { path: '' }
  if (plain.test(path)) return { path: path.slice(1) }
  return path.startsWith('/') ? decoded(path.slice(1)) : { path: '', refused: 400 }
}

function decoded(path: string): Target {
  const segments: string[] = []
  for (const segment of path.split('/')) {
    const text = unescaped(segment)
    if (text === undefined || /[\u0000-\u001f\u007f/\\]/.test(text) || text === '.' || text === '..') return { path, refused: 400 }
    segments.push(text)
  }
  return { path: segments.join('/') }
}

/** A segment without its escapes; undefined where they do not stand for UTF-8, or where it has bytes that ought to be escaped. */
function unescaped(segment: string): string | undefined {
  if (/[^\u0021-\u007e]/.test(segment)) return undefined
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

/** The path of a base IRI on its host, without the first slash and decoded: `stemma/`. */
export function mountOf(base: string): string {
  if (!/^https?:/i.test(base)) return ''
  const { path, refused } = targetOf(new URL(base).pathname)
  return !refused && path.endsWith('/') ? path : ''
}
