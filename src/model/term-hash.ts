/** The hash by which a term is found: FNV-1a over its local part, from a seed that its head gives, with its bits mixed at the end. */
const [basis, prime] = [0x811c9dc5, 0x01000193]

/** The seed of all terms with a head. */
export function headSeed(head: string): number {
  let hash = basis
  for (let index = 0; index < head.length; index++) hash = hashStep(hash, head.charCodeAt(index))
  return hash
}

/** Takes in one byte. */
export const hashStep = (hash: number, byte: number): number => Math.imul(hash ^ byte, prime)

/** Mixes the bits once more: a table is addressed by the lowest ones. */
export function hashEnd(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** The hash of a term whose local part is a stretch of UTF-8. */
export function hashOf(seed: number, local: Uint8Array, from: number, to: number): number {
  let hash = seed
  for (let index = from; index < to; index++) hash = hashStep(hash, local[index]!)
  return hashEnd(hash)
}
