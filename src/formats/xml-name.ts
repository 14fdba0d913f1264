/** Predicates as names of XML elements. */
import type { Problem } from '../errors.ts'
import { prefixes } from '../model/vocabulary.ts'
import { quote } from '../quote.ts'

/** Letters of a name without a colon by both the fourth and the fifth edition of XML 1.0: what every parser takes. */
const letter = 'A-Z_a-zÀ-ÖØ-öø-ıĴ-ľŁ-ňŊ-žΎ-ΡΣ-ώЁ-ЌЎ-яё-ќў-ҁא-תء-غف-يぁ-ゔァ-ヺ一-龥가-힣'
const nameCharacter = new RegExp(`[${letter}\\-.0-9·]`)
const noFirst = /^[-.0-9·]+/

/** Names that RDF/XML keeps for its own syntax, or reads as something else (https://www.w3.org/TR/rdf-syntax-grammar/, 5.1). */
const reserved = new Set(
  [
    ...['RDF', 'ID', 'about', 'parseType', 'resource', 'nodeID', 'datatype', 'Description', 'li'],
    ...['aboutEach', 'aboutEachPrefix', 'bagID'],
  ].map((name) => prefixes.rdf + name),
)
/** The namespace of declarations, which may not itself be declared. */
const xmlns = 'http://www.w3.org/2000/xmlns/'

/** An IRI as a namespace and the longest local name at its end; the local name is empty where there is none. */
function splitName(iri: string): { namespace: string; local: string } {
  let start = iri.length
  while (start > 0 && nameCharacter.test(iri[start - 1]!)) start -= 1
  const local = iri.slice(start).replace(noFirst, '')
  return { namespace: iri.slice(0, iri.length - local.length), local }
}

/** What is wrong with a predicate that RDF/XML cannot write. */
export function nameProblem(iri: string): Problem | undefined {
  const { namespace, local } = splitName(iri)
  if (local !== '' && namespace !== xmlns && !reserved.has(iri)) return undefined
  return {
    code: 'no-xml-name',
    message: `RDF/XML has no name for the predicate ${quote(iri)}`,
    hint:
      local === '' ? 'its IRI ends in no letter that XML knows; use another format' : 'XML keeps that name for itself; use another format',
  }
}

/**
 * Gives each namespace a prefix of its own: the one it is known by, where that is free.
 *
 * @param known namespaces by prefix
 * @returns the function that names a predicate, and the namespaces that it has used, by prefix
 */
export function namer(known: Readonly<Record<string, string>>): { name: (iri: string) => string; declared: ReadonlyMap<string, string> } {
  const declared = new Map<string, string>([['rdf', prefixes.rdf]])
  const prefixOf = new Map<string, string>([[prefixes.rdf, 'rdf']])
  const preferred = new Map(Object.entries(known).map(([prefix, namespace]) => [namespace, prefix]))
  const fresh = (namespace: string): string => {
    const wanted = preferred.get(namespace)
    // Prefixes that begin with xml are XML's.
    if (wanted !== undefined && !declared.has(wanted) && !/^xml/i.test(wanted)) return wanted
    let number = declared.size
    while (declared.has(`ns${number}`)) number += 1
    return `ns${number}`
  }
  const name = (iri: string): string => {
    const { namespace, local } = splitName(iri)
    const prefix = prefixOf.get(namespace) ?? fresh(namespace)
    declared.set(prefix, namespace)
    prefixOf.set(namespace, prefix)
    return `${prefix}:${local}`
  }
  return { name, declared }
}
