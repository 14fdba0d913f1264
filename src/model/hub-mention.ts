/** What a model hub keeps, and how curated facts refer to it: `hub:OWNER/NAME`, `hub:datasets/OWNER/NAME` as in the hub's own addresses. */
import type { Mention } from './mention.ts'
import { classNames, classOf, type ClassName, type Property } from './vocabulary.ts'

/** An id of a hub; those of the oldest models have no owner. */
const pattern = /^hub:(datasets\/)?([A-Za-z0-9][\w.-]{0,95}(?:\/[A-Za-z0-9_][\w.-]{0,95})?)$/

/** A model or dataset by its hub id. */
export const keptAt = (kind: 'Model' | 'Dataset', id: string): Mention => ({
  kinds: [kind],
  name: id.slice(id.indexOf('/') + 1),
  identifiers: [{ scheme: 'hub', value: id }],
})

/** What `hub:OWNER/NAME` names, or `hub:datasets/OWNER/NAME`; nothing for another text. */
export function hubName(text: string): { readonly id: string; readonly isDataset: boolean } | undefined {
  const [, folder, id] = pattern.exec(text) ?? []
  return id === undefined ? undefined : { id, isDataset: folder !== undefined }
}

/** The thing that a reference names by its hub id; undefined where it is none, or of a class that the property does not take. */
export function hubMention(text: string, { classes = [] }: Property): Mention | undefined {
  const named = hubName(text)
  if (!named) return undefined
  // Where no model can be meant, the folder says nothing new.
  const kind = !named.isDataset && classes.includes('Model') ? 'Model' : 'Dataset'
  return classes.includes(kind) ? keptAt(kind, named.id) : undefined
}

/** What to write where a hub id, or the id that is made of it, stands in place of a reference. */
export function hubHint(text: string, classes: readonly ClassName[]): string | undefined {
  const [, owner, name] = /^([\w.-]*\w)(?:\/|--)(\w[\w.-]*)$/.exec(text) ?? []
  // Where several classes are possible, what stands before the slash was meant to say which.
  const isKept = classes.length === 1 && (classes[0] === 'Model' || classes[0] === 'Dataset')
  if (name === undefined || !isKept || classNames.some((one) => classOf(one).segment === owner)) return undefined
  return `if a hub keeps it, write hub:${owner}/${name}`
}
