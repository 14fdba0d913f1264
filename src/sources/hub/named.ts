/** How a hub names things. */
import type { Mention } from '../../model/mention.ts'
import { hubId, identifierName, type HubRepository } from '../addresses.ts'

/** A model or dataset by its hub id. */
export const keptAt = (kind: HubRepository['kind'], id: string): Mention => ({
  kinds: [kind],
  name: identifierName({ scheme: 'hub', value: id }),
  identifiers: [{ scheme: 'hub', value: id }],
})

/**
 * Whether a text is the hub id of a dataset. Trainers write `generator` and `None` where they know of none, people the names of folders and
 * of benchmarks, so that an id without an owner is no dataset for sure.
 */
export const isDatasetId = (id: string): boolean => hubId.test(id) && id.includes('/')
