/** Which of a hub's names are names of nothing. */
import { hubId } from '../addresses.ts'

/**
 * Whether a text is the hub id of a dataset. Trainers write `generator` and `None` where they know of none, people the names of folders and
 * of benchmarks, so that an id without an owner is no dataset for sure.
 */
export const isDatasetId = (id: string): boolean => hubId.test(id) && id.includes('/')
