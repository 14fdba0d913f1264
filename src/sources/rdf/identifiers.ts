/** What addresses and texts tell of the identity of what they stand for. */
import type { Identifier } from '../../model/mention.ts'
import { isIri } from '../../model/iri.ts'
import type { ClassName } from '../../model/vocabulary.ts'

const hub =
  /^https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/(?:(datasets|spaces)\/)?(\w[\w.-]*)\/(\w[\w.-]*)(?:\/(?:(?:tree|blob|resolve|commit)\/.*)?)?$/
/** What stands in the place of an owner in addresses of the hub that are of something else. */
const noOwners = new Set([
  'datasets',
  'spaces',
  'papers',
  'docs',
  'blog',
  'collections',
  'api',
  'organizations',
  'join',
  'settings',
  'learn',
  'models',
])
const arxivId = /([0-9]{4}\.[0-9]{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/[0-9]{7})/.source
const arxiv = new RegExp(
  `(?:arxiv\\.org\\/(?:abs|pdf|html)\\/|huggingface\\.co\\/papers\\/|arxiv\\s*:\\s*|10\\.48550\\/arxiv\\.)${arxivId}(?!\\d)`,
  'i',
)
const doi = /(?:doi\.org\/|^doi:\s*|^)(10\.\d{4,9}\/[^\s"<>{}]*[^\s"<>{}.,;)])/i
const spdx = /^https?:\/\/spdx\.org\/licenses\/([A-Za-z0-9][A-Za-z0-9.+-]*?)(?:\.(?:html|json|jsonld|txt))?$/

/** The hub id in an address of the hub, for a thing of one of some classes. */
function hubIdIn(text: string, kinds: readonly ClassName[]): string | undefined {
  const [, part, owner, name] = hub.exec(text) ?? []
  if (owner === undefined || noOwners.has(owner) || part === 'spaces') return undefined
  return kinds.includes(part === 'datasets' ? 'Dataset' : 'Model') ? `${owner}/${name}` : undefined
}

/** The arXiv id that a text names: an address, `arXiv:2211.01786`, the `eprint` of a BibTeX entry. */
export function arxivIdIn(text: string): string | undefined {
  const eprint = /archivePrefix\s*=\s*[{"]arxiv[}"]/i.test(text)
    ? new RegExp(`eprint\\s*=\\s*[{"]${arxivId}`, 'i').exec(text)?.[1]
    : undefined
  return eprint ?? arxiv.exec(text)?.[1]
}

/** The DOI that a text is, or names in an address. */
export function doiIn(text: string): string | undefined {
  const found = doi.exec(text)?.[1] ?? /\bdoi\s*=\s*[{"](?:https?:\/\/[^/]+\/)?(10\.\d{4,9}\/[^\s}"]+)/i.exec(text)?.[1]
  return found !== undefined && /arxiv\./i.test(found) ? undefined : found
}

/** By which catalogues a text, such as an address, identifies a thing of one of some classes. */
export function identifiersIn(text: string, kinds: readonly ClassName[]): Identifier[] {
  const found: (readonly [Identifier['scheme'], string | undefined])[] = [
    ['hub', hubIdIn(text, kinds)],
    ...(kinds.includes('Document')
      ? ([
          ['arxiv', arxivIdIn(text)],
          ['doi', doiIn(text)],
        ] as const)
      : []),
    ...(kinds.includes('License') ? ([['spdx', spdx.exec(text)?.[1]]] as const) : []),
  ]
  return found.flatMap(([scheme, value]) => (value === undefined ? [] : [{ scheme, value }]))
}

/** Whether a text is an address in the web. */
export const isAddress = (text: string): boolean => /^https?:\/\//i.test(text) && isIri(text)

/** The last part of an IRI that is a name. */
export function localName(iri: string): string {
  const bare = iri.replace(/[/#]+$/, '')
  const local = bare.slice(Math.max(bare.lastIndexOf('/'), bare.lastIndexOf('#'), bare.lastIndexOf(':')) + 1)
  try {
    return decodeURIComponent(local) || iri
  } catch {
    return local || iri
  }
}
