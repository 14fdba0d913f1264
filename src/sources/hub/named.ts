/** How a hub names things, and which of its names are names of nothing. */
import type { Mention } from '../../model/mention.ts'
import { namesNoLicense } from '../licenses.ts'
import { hubId } from './record.ts'

/** A model or dataset by its hub id. */
export const keptAt = (kind: 'Model' | 'Dataset', id: string): Mention => ({
  kinds: [kind],
  name: id.slice(id.indexOf('/') + 1),
  identifiers: [{ scheme: 'hub', value: id }],
})

/**
 * Whether a text is the hub id of a dataset. Trainers write `generator` and `None` where they know of none, people the names of folders and
 * of benchmarks, so that an id without an owner is no dataset for sure.
 */
export const isDatasetId = (id: string): boolean => hubId.test(id) && id.includes('/')

/** Words of templates in the place of a licence. */
const placeholders = new Set(['license', 'licence', '[more information needed]'])
/** Whether the hub's word for a licence names one. */
export const isLicense = (word: string): boolean => !namesNoLicense(word) && !placeholders.has(word.trim().toLowerCase())
