/**
 * How a term is stored: the number of its head, seven bits a byte, the lowest first and all but the last with the high bit
 * set; then its local part in UTF-8. And the hash by which it is found.
 */

/** The longest number of a head takes five bytes. */
export const mostHeadBytes = 5

/** Writes the number of a head; returns where it ends. */
export function writeHead(target: Uint8Array, at: number, head: number): number {
  let rest = head
  let place = at
  for (; rest > 127; rest >>>= 7) target[place++] = (rest & 127) | 128
  target[place++] = rest
  return place
}

/** The number of a head, and where it ends. */
export function readHead(source: Uint8Array, at: number): readonly [head: number, end: number] {
  let place = at
  let head = source[place]! & 127
  for (let shift = 7; source[place++]! > 127; shift += 7) head |= (source[place]! & 127) << shift
  return [head, place]
}

/** The seed of all hashes of terms with a head: FNV-1a over the UTF-16 units of the head's text. */
export function headSeed(head: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < head.length; index++) hash = Math.imul(hash ^ head.charCodeAt(index), 0x01000193)
  return hash
}

/** FNV-1a over the local part, from the seed of the head, with its bits mixed once more: a table is addressed by the lowest ones. */
export function hashOf(seed: number, local: Uint8Array, from: number, to: number): number {
  let hash = seed
  for (let index = from; index < to; index++) hash = Math.imul(hash ^ local[index]!, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b)
  return (hash ^ (hash >>> 16)) >>> 0
}
