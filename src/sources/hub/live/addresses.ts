/** Where the API of a hub has what is asked for. https://huggingface.co/docs/hub/api */
import type { HubName } from './names.ts'

/** What is read of a dataset and of the models in a list; a dataset's files alone may be a hundred thousand. */
const ofDatasets = ['author', 'cardData', 'createdAt', 'disabled', 'gated', 'private', 'sha', 'tags']
const ofModels = [...ofDatasets, 'library_name', 'model-index', 'pipeline_tag', 'safetensors', 'siblings']

/** Models of a page. */
const pageSize = 100

const query = (fields: [string, string][]): string => new URLSearchParams(fields).toString()
const expanded = (fields: readonly string[]): [string, string][] => fields.map((field) => ['expand', field])

/** The record of a model, with the digests of its files, or of a dataset. */
export const recordAddress = ({ kind, id }: HubName): string =>
  kind === 'Model' ? `/api/models/${id}?blobs=true` : `/api/datasets/${id}?${query(expanded(ofDatasets))}`

/** The first page of the models that name a model as their base. */
export const childrenAddress = (id: string): string =>
  `/api/models?${query([['filter', `base_model:${id}`], ['limit', String(pageSize)], ...expanded(ofModels)])}`
