import { none } from './none.ts'

/** The rank of the model of a number; `none` for what is no model. */
export function rankIn(models: Uint32Array, number: number): number {
  let [low, high] = [0, models.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (models[middle]! < number) low = middle + 1
    else high = middle
  }
  return models[low] === number ? low : none
}
