/** What addresses tell of what they lead to: a repository of a model hub, a paper, code. One place for all sources. */
import { isIri } from '../model/iri.ts'
import type { Identifier, Mention } from '../model/mention.ts'
import { normalName } from '../model/normal-name.ts'
import { classOf, type ClassName } from '../model/vocabulary.ts'

/** Whether a text is an address in the web. */
export const isAddress = (text: string): boolean => /^https?:\/\//i.test(text) && isIri(text)

/** An address without what all addresses have: a name for what has no other. */
export const bareAddress = (address: string): string => address.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '')

/** `owner/name`, or a name alone as the hub's oldest models have it. */
export const hubId = /^(?:\w[\w.-]{0,95}\/)?\w[\w.-]{0,95}$/

/** A model or dataset that a hub keeps. */
export interface HubRepository {
  readonly kind: Extract<ClassName, 'Model' | 'Dataset'>
  /** `owner/name`; a name alone only where a package URL tells it. */
  readonly id: string
  /** The commit, where it is told. */
  readonly revision?: string
}

/** First parts of paths at the hub that are no owner. */
const notOwners: ReadonlySet<string> = new Set(
  'api blog chat collections datasets docs join learn login models organizations papers posts pricing settings spaces tasks terms-of-service'.split(
    ' ',
  ),
)
const part = /^\w[\w.-]*$/
const commit = /^[0-9a-f]{7,64}$/
/** What stands behind the name in addresses of what is in a repository; its discussions are something else. */
const views: ReadonlySet<string> = new Set(['', 'tree', 'blob', 'resolve', 'raw', 'commit', 'commits', 'viewer'])

/**
 * The repository that an address at the hub is of: its page, or a file in it. Names without an owner, which the oldest models have,
 * are none here: `huggingface.co/gpt2` cannot be told from the page of an owner or one of the hub's own.
 */
export function hubRepository(address: string): HubRepository | undefined {
  const [, path] = /^(?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co)\/([^?#]*)/i.exec(address) ?? []
  if (path === undefined) return undefined
  const { kind, parts } = partsOf(path)
  const [owner = '', last = '', view = '', revision = ''] = parts
  const name = last.replace(/\.git$/, '')
  // A view in the place of a name is one of a repository without an owner.
  if (!isOwner(owner) || !part.test(name) || views.has(name) || !views.has(view)) return undefined
  return { kind, id: `${owner}/${name}`, ...(commit.test(revision) && { revision }) }
}

/** The parts of a path at the hub, without what tells datasets from models. */
function partsOf(path: string): Pick<HubRepository, 'kind'> & { readonly parts: readonly string[] } {
  const [first, ...more] = path.split('/').filter((one) => one !== '')
  if (first === 'datasets') return { kind: 'Dataset', parts: more }
  return { kind: 'Model', parts: first === undefined ? [] : [first, ...more] }
}

const isOwner = (text: string): boolean => part.test(text) && !notOwners.has(text.toLowerCase())

/**
 * The repository that a package URL is of: `pkg:huggingface/OWNER/NAME@REVISION`, or without an owner
 * (https://github.com/package-url/purl-spec).
 */
export function hubPackage(purl: string): HubRepository | undefined {
  const [, path, version = ''] = /^pkg:(?:\/\/)?huggingface\/([^@?#]+)(?:@([^?#]+))?/i.exec(purl) ?? []
  if (path === undefined) return undefined
  const { kind, parts } = partsOf(decoded(path))
  const [name = ''] = parts
  const alone = parts.length === 1 && isOwner(name) ? { kind, id: name } : undefined
  const repository = alone ?? hubRepository(`https://huggingface.co/${decoded(path)}`)
  const revision = decoded(version).toLowerCase()
  return repository && { ...repository, ...(commit.test(revision) && { revision }) }
}

/**
 * How a source that knows things by name calls one, and which repository it is: the one of the same name to which its links lead. A link to
 * another is none to the thing itself: the card of a family is most often that of one of its sizes (`01-ai/Yi-34B` for Yi).
 */
export function calledAndKept(kind: ClassName, name: string, links: readonly string[]): Mention & { readonly repository?: string } {
  const linked = links.flatMap((link) => hubRepository(link) ?? [])
  const named = linked.filter(({ kind: of, id }) => of === kind && normalName(id.slice(id.indexOf('/') + 1)) === normalName(name))
  const [repository] = named.map(({ id }) => id)
  const others = new Set(named.map(({ id }) => id.toLowerCase())).size > 1
  if (repository === undefined || others) return { kinds: [kind], name }
  return { kinds: [kind], name, identifiers: [{ scheme: 'hub', value: repository }], goesByName: true, repository }
}

/** Whether a package URL says no more of a thing than where a hub keeps it. */
export const isPackageOf = (purl: string, hub: HubRepository | undefined): boolean =>
  hub !== undefined && hubPackage(purl)?.id.toLowerCase() === hub.id.toLowerCase()

/** A part of an address without percent signs, where they stand for characters. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Whether a text is the whole commit of a repository. */
export const isCommit = (text: string): boolean => commit.test(text) && text.length >= 40

const arxivId = /([0-9]{4}\.[0-9]{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/[0-9]{7})/.source
const atArxiv = new RegExp(
  String.raw`^(?:https?://(?:[\w-]+\.)*(?:arxiv|ar5iv)\.org/(?:abs|pdf|html)/|https?://(?:dx\.)?doi\.org/10\.48550/arxiv\.|https?://(?:www\.)?huggingface\.co/papers/|arxiv:\s*)${arxivId}(?:v\d+)?(?:\.pdf)?/?(?:[?#].*)?$`,
  'i',
)
const inArxiv = new RegExp(
  String.raw`(?:ar[x5]iv\.org/(?:abs|pdf|html)/|huggingface\.co/papers/|arxiv\s*:\s*|10\.48550/arxiv\.)${arxivId}(?!\d)`,
  'i',
)
const atDoi = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)(10\.\d{4,9}\/[^\s?#]+)(?:[?#].*)?$/i
/** bioRxiv and medRxiv have the DOI in their addresses, with the version behind it. */
const preprint =
  /^https?:\/\/(?:www\.)?(?:bio|med)rxiv\.org\/content\/(?:biorxiv\/early\/\d+\/\d+\/\d+\/)?(10\.\d{4,9}\/[\d.]+\d)(?:v\d+)?(?:\.\S*)?$/

/** Publishers have it behind `/doi/`: `https://www.science.org/doi/10.1126/science.adg7492`. */
const publisher = /^https?:\/\/[\w.-]+\/doi\/(?:(?:abs|full|pdf|epdf|book)\/)?(10\.\d{4,9}\/[^\s?#]+)(?:[?#].*)?$/i

/** The paper that an address leads to, where it is one of arXiv or has a DOI. */
export function paperAt(address: string): Mention | undefined {
  const [, arxiv] = atArxiv.exec(address) ?? []
  const doi = arxiv === undefined ? [atDoi, preprint, publisher].map((at) => at.exec(address)?.[1]).find(Boolean) : undefined
  const value = arxiv ?? doi
  if (value === undefined) return undefined
  const identifier: Identifier = { scheme: arxiv === undefined ? 'doi' : 'arxiv', value }
  return { kinds: ['Document'], name: identifierName(identifier), identifiers: [identifier] }
}

/** The arXiv id that a text names: `arXiv:2211.01786`, an address, the `eprint` of a BibTeX entry. */
export function arxivIdIn(text: string): string | undefined {
  const eprint = /archivePrefix\s*=\s*[{"]arxiv[}"]/i.test(text)
    ? new RegExp(`eprint\\s*=\\s*[{"]${arxivId}`, 'i').exec(text)?.[1]
    : undefined
  return eprint ?? inArxiv.exec(text)?.[1]
}

/** The DOI that a text is, or names in an address or in a BibTeX entry; those of arXiv are arXiv ids. */
export function doiIn(text: string): string | undefined {
  const found =
    /(?:doi\.org\/|^doi:\s*|^)(10\.\d{4,9}\/[^\s"<>{}]*[^\s"<>{}.,;)])/i.exec(text)?.[1] ??
    /\bdoi\s*=\s*[{"](?:https?:\/\/[^/]+\/)?(10\.\d{4,9}\/[^\s}"]+)/i.exec(text)?.[1]
  return found !== undefined && /arxiv\./i.test(found) ? undefined : found
}

/** The name of what is known only by an identifier. */
export const identifierName = ({ scheme, value }: Identifier): string => names[scheme](value)

const names: Readonly<Record<Identifier['scheme'], (value: string) => string>> = {
  arxiv: (id) => `arXiv:${id}`,
  doi: (doi) => `doi:${doi}`,
  hub: (id) => id.slice(id.indexOf('/') + 1),
  spdx: (id) => id,
  iri: bareAddress,
}

/** Whether an address is that of a repository of code. */
const isCodeRepository = (address: string): boolean =>
  /^(?:git\+|git:)|\.git$|^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)\/[^/]+\/[^/]+/i.test(address)

/** The key of an address that belongs to a thing of some class: where its code is kept, or a page. */
export const keyOfPage = (address: string, of: ClassName): 'codeRepository' | 'homepage' =>
  isCodeRepository(address) && !hubRepository(address) && classOf(of).properties.has('codeRepository') ? 'codeRepository' : 'homepage'
