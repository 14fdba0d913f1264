/** Things as values: by what they are called in the file, or by a text that names them. */
import type { Mention } from '../../model/mention.ts'
import { classOf, prefixes, type ClassName, type Property } from '../../model/vocabulary.ts'
import { identifierName, isAddress } from '../addresses.ts'
import { licenseOf, sayLicense } from '../licenses.ts'
import type { Beside, Entry } from '../sheet-writer.ts'
import { longestText, said, type Given, type Outcome } from './given.ts'
import { identifiersIn, localName } from './identifiers.ts'
import { nodeKey, type Things } from './things.ts'

type Classes = readonly [ClassName, ...ClassName[]]

/** Predicates that do not tell whether it is a person or an organization that they name. */
const makers = new Set([`${prefixes.dct}creator`, `${prefixes.schema}creator`, `${prefixes.schema}author`])
const isPerson = (node: string, things: Things): boolean => things.typesOf(node).some((type) => /[/#]Person$/.test(type))

/** Says that a thing is the value: what the file describes, what it only names, or a text. */
export function sayReference(entry: Entry, property: Property, given: Given, things: Things): Outcome {
  const { term, beside } = given
  const { name: key } = property
  const classes = property.classes as Classes
  const node = nodeKey(term)
  const unfit = makerProblem(key, node, given, things)
  if (unfit) return unfit
  if (node === undefined) return sayText(entry, key, classes, term.value.trim(), beside)
  if (isPerson(node, things)) return { why: `it is a person, and ${key} takes ${nouns(classes)}` }
  const kind = things.kindOf(node)
  if (kind && !classes.includes(kind)) return sayOther(entry, key, classes, node, kind, beside, things)
  const called = things.mentionOf(node, kind ? [kind] : classes)
  if (called.name === '') return { why: 'it has no name' }
  const isAddressOfLicense = classes[0] === 'License' && isAddress(node) && things.ownIri(node) === undefined && called.name !== node
  return said(entry.link(key, called, { ...(isAddressOfLicense && { written: node }), ...beside }))
}

/** Why what is named as a maker is no producer; of a document it may be an author. */
function makerProblem(key: string, node: string | undefined, { predicate, of }: Given, things: Things): Outcome | undefined {
  if (key !== 'producer' || !makers.has(predicate) || (node !== undefined && things.kindOf(node) === 'Organization')) return undefined
  if (classOf(of).properties.has('author')) return 'left'
  return node === undefined ? { why: 'it does not tell whether it names a person or an organization' } : undefined
}

/** A thing of a class that the property does not take: of a dataset that is evaluated on there is a benchmark. */
function sayOther(entry: Entry, key: string, classes: Classes, node: string, kind: ClassName, beside: Beside, things: Things): Outcome {
  if (kind !== 'Dataset' || !classes.includes('Benchmark'))
    return { why: `it is a ${classOf(kind).label.en}, and ${key} takes ${nouns(classes)}` }
  return said(entry.link(key, { kinds: classes, name: things.nameOf(node, classes) }, beside))
}

const nouns = (classes: readonly ClassName[]): string => classes.map((name) => `${classOf(name).label.en}s`).join(' or ')

/** A thing that is named by a text. */
function sayText(entry: Entry, key: string, classes: Classes, text: string, beside: Beside): Outcome {
  if (text === '') return { why: 'it is empty' }
  if (classes[0] === 'License') return licenseOutcome(entry, text, beside)
  const called =
    classes[0] === 'Document'
      ? documentCalled(text)
      : { kinds: classes, name: isAddress(text) ? localName(text) : text, identifiers: identifiersIn(text, classes) }
  if (!called) return { why: 'it names no document that can be told by an address, an identifier or a title' }
  const { identifiers = [], ...rest } = called
  entry.link(key, identifiers.length > 0 ? called : rest, {
    ...(called.name !== text && text.length <= longestText && { written: text }),
    ...beside,
  })
  return 'used'
}

/** Says what a text that stands for a licence says. */
function licenseOutcome(entry: Entry, text: string, beside: Beside): Outcome {
  const why = sayLicense(entry, licenseOf(text), text, beside)
  return why === undefined ? 'used' : { why }
}

/** The document that a citation is of: a BibTeX entry, an address, a text that names an identifier. */
function documentCalled(text: string): Mention | undefined {
  const title = /\btitle\s*=\s*(?:\{((?:[^{}]|\{[^{}]*\})*)\}|"([^"]*)")/i.exec(text)
  const name = (title?.[1] ?? title?.[2])?.replace(/[{}]/g, '').replace(/\s+/g, ' ').trim()
  const identifiers = [...identifiersIn(text, ['Document']), ...(isAddress(text) ? [{ scheme: 'iri' as const, value: text }] : [])]
  const [first] = identifiers
  return name || first ? { kinds: ['Document'], name: name || identifierName(first!), identifiers } : undefined
}
