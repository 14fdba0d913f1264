/** Numbers from 0 up to 1, the same for the same seed: sfc32 by Chris Doty-Humphrey. */
export function random(seed: number): () => number {
  let [a, b, c, d] = [0x9e3779b9, seed | 0, 0x243f6a88, 1]
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + t) | 0
    return (t >>> 0) / 2 ** 32
  }
  for (let warm = 0; warm < 15; warm++) next()
  return next
}

/** A number of 32 bits that follows from an index alone, with no relation to that of the next. */
export function scattered(index: number): number {
  let hash = Math.imul(index ^ (index >>> 16), 0x21f0aaad)
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97)
  return (hash ^ (hash >>> 15)) >>> 0
}
