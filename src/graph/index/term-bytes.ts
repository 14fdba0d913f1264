/**
 * How a term is stored: the number of its head, seven bits a byte, the lowest first and all but the last with the high bit
 * set; then its local part in UTF-8.
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
