/** Which properties the fields of a hub's records become; the readers of single files and of millions of records share this. */
import type { HubRecord } from './record.ts'

/** The content of a field. */
export type Content = string | number | readonly string[] | null | undefined

type Card = NonNullable<HubRecord['cardData']>

/** A property, and where a record has it. */
export interface Field {
  /** The key of the property. */
  readonly key: string
  /** The name of the field, for what is told of it. */
  readonly field: string
  /** What the record itself has. */
  readonly own: (record: HubRecord) => Content
  /** What the card has that the record holds. */
  readonly card: (card: Card) => Content
}

const none = (): undefined => undefined

/** The properties, in the order in which they are stated. */
export const mapping: readonly Field[] = [
  { key: 'producer', field: 'author', own: ({ author, id, modelId }) => author ?? ownerIn((id ?? modelId)!), card: none },
  { key: 'license', field: 'license', own: licenseOf, card: (card) => licenseOf(card) ?? card.licence },
  { key: 'created', field: 'createdAt', own: ({ createdAt }) => createdAt, card: none },
  { key: 'trainedOn', field: 'datasets', own: ({ datasets }) => datasets, card: ({ datasets }) => datasets },
  { key: 'task', field: 'pipeline_tag', own: (record) => record.pipeline_tag, card: (card) => card.pipeline_tag },
  { key: 'parameterCount', field: 'params', own: ({ params, safetensors }) => params ?? totalOf(safetensors), card: none },
  { key: 'language', field: 'language', own: ({ language }) => language, card: ({ language }) => language },
  { key: 'revision', field: 'sha', own: ({ sha }) => sha, card: none },
  { key: 'access', field: 'gated', own: ({ gated }) => accessOf(gated), card: none },
]

/** The owner that an id begins with. */
function ownerIn(hubId: string): string | undefined {
  const slash = hubId.indexOf('/')
  return slash < 0 ? undefined : hubId.slice(0, slash)
}

/** `other` only says that the licence has a name of its own. */
function licenseOf({ license, license_name: name }: Pick<Card, 'license' | 'license_name'>): Content {
  return license === 'other' && name != null ? name : license
}

/** Types of numbers that several parameters share one of: of such files the hub counts the numbers, not the parameters. */
const packed = ['U8', 'I8', 'I32', 'U32']

/** How many parameters the files have, where that is what was counted. */
function totalOf(safetensors: HubRecord['safetensors']): number | null | undefined {
  const types = safetensors?.parameters
  // Not every reader has the schema look at it.
  return typeof types === 'object' && types !== null && packed.some((type) => type in types) ? undefined : safetensors?.total
}

/** The hub's word for who may have the files; a text says how a request is decided. */
const accessOf = (gated: HubRecord['gated']): string | undefined => (gated == null ? undefined : gated === false ? 'open' : 'gated')
