/** The place of the first of some sorted numbers, between two places, that is no less than a value; the second place if there is none. */
export function lowerBound(sorted: Uint32Array, from: number, to: number, value: number): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
