/** The forms in which records of a hub come, brought to the one that its API has: names in camelCase, the card as a mapping. */
import { hubRepository, isAddress } from '../addresses.ts'
import { cardData } from './front-matter.ts'

/** Something in braces. */
export type Loose = Readonly<Record<string, unknown>>
export const isLoose = (content: unknown): content is Loose => typeof content === 'object' && content !== null && !Array.isArray(content)

/** A record, and what is wrong with its parts. */
export interface Formed {
  readonly record: Loose
  readonly troubles: readonly string[]
  /** What the dump says of other models: lists of hub ids by the hub's word for what they are to this one. */
  readonly children: readonly (readonly [relation: string, ids: readonly string[]])[]
}

/** The names of the Python library, and those of the API. */
const names: Readonly<Record<string, string>> = {
  created_at: 'createdAt',
  last_modified: 'lastModified',
  card_data: 'cardData',
  model_index: 'model-index',
  model_id: 'id',
}
/** What says the same as another field, or nothing of the model. */
const doubled = new Set(['modelId', '_id', 'transformersInfo'])

/** What a dump calls the lists of what was made of a model. */
const lists: Readonly<Record<string, string>> = { children: 'finetune', adapters: 'adapter', quantized: 'quantized', merges: 'merge' }

/** Whether something is a record in a form that only the Python library or a dump of it writes. */
export const isSnakeCase = (content: Loose): boolean => 'model_id' in content || 'created_at' in content

/** A record in the form of the API. */
export function inApiForm(content: Loose): Formed {
  const troubles: string[] = []
  const { model_id: called, metadata } = content
  const outer = typeof called === 'string' && metadata !== undefined ? dumped(called, content, troubles) : content
  const hasId = typeof outer['id'] === 'string'
  const named = new Map<string, unknown>()
  for (const [key, value] of Object.entries(outer)) {
    const name = Object.hasOwn(names, key) ? names[key]! : key
    if (value === null || (doubled.has(name) && hasId)) continue
    if (!named.has(name) || key === name) named.set(name, value)
  }
  // Whatever a key is called, it is one of the record.
  const record: Record<string, unknown> = Object.fromEntries(named)
  if (typeof record['cardData'] === 'string') {
    const { data, problems } = cardData(record['cardData'], '')
    troubles.push(...problems.map(({ message }) => message))
    if (data) record['cardData'] = data
    else delete record['cardData']
  }
  if (Array.isArray(record['siblings'])) record['siblings'] = record['siblings'].map(fileOf)
  const children = Object.entries(lists).flatMap(([key, relation]) => {
    const all: unknown = content[key]
    return Array.isArray(all) ? [[relation, all.flatMap((id) => (typeof id === 'string' ? plainId(id) : []))] as const] : []
  })
  return { record, troubles, children }
}

/** The record that a dump holds under its id, with what stands beside it: the dump speaks of it by that id elsewhere too. */
const dumped = (called: string, { card, metadata }: Loose, troubles: string[]): Loose => ({
  ...metadataOf(metadata, troubles),
  id: plainId(called),
  ...(typeof card === 'string' && { card }),
})

/** A dump may have it as text. */
function metadataOf(metadata: unknown, troubles: string[]): Loose {
  if (isLoose(metadata)) return metadata
  if (typeof metadata !== 'string' || metadata === 'N/A') return {}
  try {
    const parsed: unknown = JSON.parse(metadata)
    if (isLoose(parsed)) return parsed
  } catch {
    // Told with whatever else it may be.
  }
  troubles.push('the metadata is no JSON')
  return {}
}

/** An id that may be written as an address of the hub. */
export function plainId(id: string): string {
  const at = isAddress(id) ? hubRepository(id) : undefined
  return at?.kind === 'Model' ? at.id : id.replace(/^https:\/\/(?:huggingface\.co|hf\.co)\//, '')
}

/** `RepoSibling(rfilename='a', size=None, blob_id=None, lfs=BlobLfsInfo(size=1, sha256='…', pointer_size=1))`, as Python prints it. */
function fileOf(file: unknown): unknown {
  if (typeof file !== 'string') return file
  const name = /\brfilename=(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/.exec(file)
  const sha256 = /\bsha256'?[=:] ?'([0-9a-f]{64})'/.exec(file)?.[1]
  return { rfilename: (name?.[1] ?? name?.[2] ?? '').replace(/\\(.)/g, '$1'), ...(sha256 !== undefined && { lfs: { sha256 } }) }
}

/** The texts and numbers of a field that has one or a list of them. */
export function textsOf(content: unknown): string[] {
  const all: readonly unknown[] = Array.isArray(content) ? content : [content]
  return all.flatMap((one) => ((typeof one === 'string' && one.trim() !== '') || typeof one === 'number' ? [String(one).trim()] : []))
}
