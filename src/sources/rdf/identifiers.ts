/** What addresses and texts tell of the identity of the nodes and values of a graph. */
import type { Identifier } from '../../model/mention.ts'
import type { ClassName } from '../../model/vocabulary.ts'
import { arxivIdIn, decoded, doiIn, hubRepository, isAddress, paperAt } from '../addresses.ts'
import { licenseAt, spdxAddress } from '../licenses.ts'

/** By which catalogues a text, such as an address, identifies a thing of one of some classes. */
export function identifiersIn(text: string, kinds: readonly ClassName[]): readonly Identifier[] {
  const hub = isAddress(text) ? hubRepository(text) : undefined
  return [
    ...(hub && kinds.includes(hub.kind) ? [{ scheme: 'hub' as const, value: hub.id }] : []),
    ...(kinds.includes('Document') ? papersIn(text) : []),
    ...(kinds.includes('License') ? (licenseAt(text)?.identifiers ?? []) : []),
  ]
}

/** Whether an address says no more of a thing of some class than its identifier: that of a licence at its author's says where its text is. */
export const onlyIdentifies = (address: string, kind: ClassName): boolean =>
  kind === 'License' ? spdxAddress.test(address) : identifiersIn(address, [kind]).length > 0

/** The paper that an address leads to, or that another text names. */
function papersIn(text: string): readonly Identifier[] {
  if (isAddress(text)) return paperAt(text)?.identifiers ?? []
  const [arxiv, doi] = [arxivIdIn(text), doiIn(text)]
  return [
    ...(arxiv === undefined ? [] : [{ scheme: 'arxiv' as const, value: arxiv }]),
    ...(doi === undefined ? [] : [{ scheme: 'doi' as const, value: doi }]),
  ]
}

/** The last part of an IRI that is a name. */
export function localName(iri: string): string {
  const bare = iri.replace(/[/#]+$/, '')
  return decoded(bare.slice(Math.max(bare.lastIndexOf('/'), bare.lastIndexOf('#'), bare.lastIndexOf(':')) + 1)) || iri
}
