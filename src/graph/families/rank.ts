import { lowerBound } from '../index/lower-bound.ts'
import { none } from './none.ts'

/** The rank of the model of a number; `none` for what is no model. */
export function rankIn(models: Uint32Array, number: number): number {
  const rank = lowerBound(models, 0, models.length, number)
  return models[rank] === number ? rank : none
}
