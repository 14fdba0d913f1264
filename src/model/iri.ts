/**
 * IRIs: the one place where they are minted, checked and shortened.
 *
 * An instance is `{base}{class}/{id}`; what is identified by what it says (a training, a usage) joins the ids of its
 * key with two hyphens, which no id contains. All are lower case, so they are safe as file names everywhere.
 */
import { remember } from '../remember.ts'
import { classNames, classOf, prefixes, type ClassName } from './vocabulary.ts'

export { toCurie } from './curie.ts'

/** The base of instance IRIs when the publisher sets no other. */
export const defaultBase = 'https://w3id.org/stemma/'

const longestId = 120
const longestKeyed = 180
/** Hexadecimal digits of a checksum: of 96 bits, so that no two texts that share one are met, or made. */
const checksumLength = 24
const idPattern = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/
/** Files are named by ids: a device of Windows is no file, and `x.ttl` would be the Turtle of `x`. */
const unfitForFiles = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|\.(?:html|ttl|trig|nt|nq|jsonld|json|rdf|xml|gz|stemma)$/
/** Neither what could break out of a serialisation nor what turns the direction of writing (RFC 3987, 4.1) and so hides where an IRI leads. */
const iriPattern = /^[a-zA-Z][a-zA-Z0-9+.-]*:[^\p{Cc}\p{Zs}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}<>"{}|\\^`\ufffe\uffff]+$/u

/** Whether a text may be the id of a thing: lower-case letters and digits, joined by single hyphens or dots, and safe as a file's name. */
export const isId = (text: string): boolean => text.length <= longestId && idPattern.test(text) && !unfitForFiles.test(text)

/** Whether a text is an id, or ids joined by two hyphens. */
export const isMinted = (text: string): boolean => text.split('--').every(isId)

/** What an id looks like, and what the given text would be as one. */
export function idHint(text: string): string {
  const rule = 'ids are lower-case letters and digits, joined by single hyphens or dots'
  if (text.length > longestId) return `ids have at most ${longestId} characters`
  if (unfitForFiles.test(text))
    return `files are named by ids: choose one that is no device of Windows, such as con, and does not end like a file, such as .ttl`
  const { id, isFaithful } = plainId(text)
  return isFaithful ? `write ${id}: ${rule}` : rule
}

/** Whether a text is an absolute IRI (RFC 3987) with no character that could break out of a serialisation. */
export const isIri = (text: string): boolean => text.length <= 8192 && iriPattern.test(text)

/** `class/id`, by which a thing is found whatever else has its name. */
export const pathOf = (className: ClassName, id: string): string => `${classOf(className).segment}/${id}`

/** The same of an IRI of ours. */
export const pathIn = (iri: string, base: string): string => iri.slice(base.length)

/** The IRI of a thing. */
export const mint = (base: string, className: ClassName, id: string): string => base + pathOf(className, id)

/** The IRI of a thing that is identified by its key: the parts are ids or texts, and texts are made into ids. */
export function mintKeyed(base: string, className: ClassName, parts: readonly string[]): string {
  const id = parts.map((part) => (isMinted(part) ? part : slug(part))).join('--')
  // Names of files have at most 255 bytes, their endings among them.
  const kept = id.slice(0, longestKeyed - checksumLength - 1).replace(/[-.]+$/, '')
  return mint(base, className, id.length <= longestKeyed ? id : `${kept}-${checksum(id)}`)
}

/** A minus before a number and a point before its decimals: without them it is another number. */
const lostSign = /(?<![a-z0-9-])-(?=\.?\d)|(?<![a-z0-9])\.(?=\d)/

/** A text without case, spaces and punctuation, and whether nothing more was lost: then it may stand for the text as its id. */
function plainId(text: string): { readonly id: string; readonly isFaithful: boolean } {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const id = plain
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/[-.]+/g, (joint) => (joint === '.' ? '.' : '-'))
    .replace(/^[-.]+|[-.]+$/g, '')
  const isFaithful =
    id.length > 0 && id.length <= 60 && !unfitForFiles.test(id) && /^[a-z0-9\s\-_.,;:'"()/@&]*$/.test(plain) && !lostSign.test(plain)
  return { id, isFaithful }
}

/** A text as an id: case, spaces and punctuation go; what would lose more keeps apart from others by a checksum at its end. */
export function slug(text: string): string {
  if (isId(text)) return text
  const { id, isFaithful } = plainId(text)
  return isFaithful ? id : keptApart(id, text)
}

/** An id with the checksum of the text that it is to stand for alone. */
const keptApart = (id: string, text: string): string =>
  `${id
    .slice(0, 48)
    .replace(/[-.]+$/, '')
    .replace(/^(con|prn|aux|nul|com\d|lpt\d)\./, '$1-')}${id ? '-' : ''}${checksum(text)}`

/** What keeps a text apart from others that would make the same id: the beginning of its SHA-256. Few questions need one, and loading what makes it takes time. */
const checksum = (text: string): string => process.getBuiltinModule('node:crypto').hash('sha256', text, 'hex').slice(0, checksumLength)
const checksumEnd = new RegExp(`(?:^|-)[0-9a-f]{${checksumLength}}$`)

/** Whether what is an id otherwise may be the key of a name: neither unfit for files nor such as another name may have by its checksum. */
const isOwnKey = (id: string): boolean => !unfitForFiles.test(id) && !(id.length >= checksumLength && checksumEnd.test(id))

/**
 * A name by which a catalogue knows a thing, as an id. Names that differ in more than case stay two, which `slug` does not
 * promise: `a_b` is kept apart from `a-b` by a checksum.
 */
export function nameKey(name: string): string {
  const lower = name.toLowerCase()
  return isId(lower) && isOwnKey(lower) ? lower : keptApart(plainId(lower).id, lower)
}

/** Two ids with a slash between: what most hub ids are. */
const twoIds = /^[a-z0-9]+(?:[-.][a-z0-9]+)*\/[a-z0-9]+(?:[-.][a-z0-9]+)*$/

/** The id of what a model hub keeps: `owner/name` is `owner--name`, and a name without an owner itself. */
export function hubKey(hubId: string): string {
  const slash = hubId.indexOf('/')
  const [owner, name] = [hubId.slice(0, Math.max(slash, 0)), hubId.slice(slash + 1)]
  if (hubId.length <= longestId && twoIds.test(hubId) && isOwnKey(owner) && isOwnKey(name)) return `${owner}--${name}`
  return slash < 0 ? nameKey(name) : `${nameKey(owner)}--${nameKey(name)}`
}

/** The hub id, in small letters, of which an id is the key; nothing where it is none of an owner's. */
export function hubIdOf(id: string): string | undefined {
  const hubId = id.replace('--', '/')
  return hubId !== id && hubKey(hubId) === id ? hubId : undefined
}

/** The id in an instance's IRI: what follows its class, or the whole IRI when it is not one of ours. */
export function idOf(iri: string, base: string): string {
  return iri.startsWith(base) ? iri.slice(iri.indexOf('/', base.length) + 1) : iri
}

/** The class in an instance's IRI. */
export function classInIri(iri: string, base: string): ClassName | undefined {
  if (!iri.startsWith(base)) return undefined
  const segment = iri.slice(base.length, iri.indexOf('/', base.length))
  return classNames.find((name) => classOf(name).segment === segment)
}

/** The names of the graphs that are not a source's. */
export const graphNames = (base: string): { best: string; claims: string; about: string } => ({
  best: `${base}graph/best`,
  claims: `${base}graph/claims`,
  about: `${base}graph/about`,
})

/** The prefixes that a file or query of a graph may use: the ontology's, and one for each class of instances. */
export const prefixesFor = remember((base: string): Record<string, string> => {
  const { shape: _, ...vocabulary } = prefixes
  const instances = classNames.map((name) => [classOf(name).segment, `${base}${classOf(name).segment}/`])
  return {
    ...vocabulary,
    void: 'http://rdfs.org/ns/void#',
    sd: 'http://www.w3.org/ns/sparql-service-description#',
    graph: `${base}graph/`,
    ...(Object.fromEntries(instances) as Record<string, string>),
  }
})

/** The IRI that `prefix:local`, `<iri>` or an IRI stands for, if it is one. */
export function fromCurie(text: string, table: Record<string, string>): string | undefined {
  const bare = text.replace(/^<(.*)>$/, '$1')
  const colon = bare.indexOf(':')
  const prefix = bare.slice(0, Math.max(colon, 0))
  const iri = Object.hasOwn(table, prefix) && !bare.startsWith('//', colon + 1) ? table[prefix]! + bare.slice(colon + 1) : bare
  return isIri(iri) ? iri : undefined
}
