/** What the addresses in a bill of materials lead to: a repository of a model hub, a paper, a repository of code. */
import type { Identifier, Mention } from '../../model/mention.ts'
import type { ClassName } from '../../model/vocabulary.ts'

/** A model or dataset that a hub keeps. */
export interface HubRepository {
  readonly kind: Extract<ClassName, 'Model' | 'Dataset'>
  /** `owner/name`. */
  readonly id: string
  readonly revision?: string
}

/** First parts of paths at the hub that are no owner. */
const notOwners: ReadonlySet<string> = new Set(
  'api blog chat collections docs join learn login models organizations papers posts pricing settings spaces tasks terms-of-service'.split(
    ' ',
  ),
)
const part = /^\w[\w.-]*$/
const commit = /^[0-9a-f]{7,64}$/

/** The repository that an address at the hub is of: its page, or a file in it. */
export function hubRepository(address: string): HubRepository | undefined {
  const [, path] = /^(?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co)\/([^?#]*)/i.exec(address) ?? []
  if (path === undefined) return undefined
  const parts = path
    .replace(/\.git$/, '')
    .split('/')
    .filter((one) => one !== '')
  const isDataset = parts[0] === 'datasets'
  const [owner = '', name = '', view, revision = ''] = isDataset ? parts.slice(1) : parts
  if (notOwners.has(owner.toLowerCase()) || !part.test(owner) || !part.test(name)) return undefined
  const isFixed = ['tree', 'blob', 'resolve', 'raw', 'commit'].includes(view ?? '') && commit.test(revision)
  return { kind: isDataset ? 'Dataset' : 'Model', id: `${owner}/${name}`, ...(isFixed && { revision }) }
}

/** The repository that a package URL is of: `pkg:huggingface/OWNER/NAME@REVISION` (https://github.com/package-url/purl-spec). */
export function hubPackage(purl: string): HubRepository | undefined {
  const [, path, version = ''] = /^pkg:(?:\/\/)?huggingface\/([^@?#]+)(?:@([^?#]+))?/i.exec(purl) ?? []
  if (path === undefined) return undefined
  const repository = hubRepository(`https://huggingface.co/${decoded(path)}`)
  const revision = decoded(version).toLowerCase()
  return repository && { ...repository, ...(commit.test(revision) && { revision }) }
}

/** A part of an address without percent signs, where they stand for characters. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Whether a text is the commit of a repository. */
export const isCommit = (text: string): boolean => commit.test(text) && text.length >= 40

const arxiv =
  /^(?:https?:\/\/(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/|https?:\/\/doi\.org\/10\.48550\/arxiv\.|arxiv:)([0-9]{4}\.[0-9]{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/[0-9]{7})(?:v\d+)?(?:\.pdf)?$/i

/** The paper that an address leads to, where it is one of arXiv or a DOI. */
export function paperAt(address: string): Mention | undefined {
  const [, id] = arxiv.exec(address) ?? []
  const [, doi] = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)(10\.[0-9]{4,9}\/\S+)$/i.exec(address) ?? []
  const identifier: Identifier | undefined =
    id !== undefined ? { scheme: 'arxiv', value: id } : doi !== undefined ? { scheme: 'doi', value: doi } : undefined
  const name = id !== undefined ? `arXiv:${id}` : `doi:${doi}`
  return identifier && { kinds: ['Document'], name, identifiers: [identifier] }
}

/** Whether an address is that of a repository of code. */
export const isCodeRepository = (address: string): boolean =>
  /^(?:git\+|git:)|\.git$|^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org)\/[^/]+\/[^/]+/i.test(address)

/** The checksum of a file of weights as the ontology writes it: `SHA-256` is `sha256:`. */
export const digestOf = (algorithm: string, content: string): string =>
  `${algorithm
    .toLowerCase()
    .replace(/^sha-?(?=1$|2|3\d\d$|5\d\d$)/, 'sha')
    .replace(/[^a-z0-9-]+/g, '-')}:${content.toLowerCase()}`

/** Whether a file of that name holds weights. */
export const isWeights = (name: string): boolean => /\.(?:safetensors|bin|gguf|ggml|pt|pth|onnx|h5|ckpt|pb|tflite|msgpack|npz)$/i.test(name)
