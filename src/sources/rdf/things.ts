/** What the nodes of a graph are: of which class, how they are called, and how they are identified. */
import type { Term } from '@rdfjs/types'
import type { Identifier, Mention } from '../../model/mention.ts'
import { classInIri, idOf, isMinted, prefixesFor, toCurie } from '../../model/iri.ts'
import { classOf, documentClasses, prefixes, type ClassName } from '../../model/vocabulary.ts'
import { bareAddress, identifierName, isAddress } from '../addresses.ts'
import { licenseAt } from '../licenses.ts'
import { classAmong, classByPredicates, isVocabulary, pathsOf, type Path } from './alignments.ts'
import { keyOf, type Facts } from './facts.ts'
import { identifiersIn, localName } from './identifiers.ts'

export const typePredicate = `${prefixes.rdf}type`
const step = (predicate: string): Path => [{ predicate, backwards: false }]

/** Under which a catalogue's own identifier stands. */
export const identifierPredicates = [`${prefixes.dct}identifier`, `${prefixes.schema}identifier`]

/** Prefixes by which people know namespaces that the ontology has none for. */
const others = {
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  lpwcc: 'https://linkedpaperswithcode.com/class/',
  odrl: 'http://www.w3.org/ns/odrl/2/',
  spdx: 'http://spdx.org/rdf/terms#',
}

/** The things of a file. */
export interface Things {
  /** The class that a node is read as; undefined where it is of none, or a term of a vocabulary. */
  kindOf(node: string): ClassName | undefined
  typesOf(node: string): readonly string[]
  /** The node's IRI, where it is one of ours. */
  ownIri(node: string): string | undefined
  /** The name by which a node goes, with the path that led to it. */
  nameOf(node: string, kinds: readonly ClassName[]): string
  identifiersOf(node: string, kinds: readonly ClassName[]): readonly Identifier[]
  /** The node as a thing of one of some classes. */
  mentionOf(node: string, kinds: readonly [ClassName, ...ClassName[]]): Mention
  /** A node for people; nothing for one that has no name of its own. */
  placeOf(node: string): string | undefined
  /** An IRI with a prefix. */
  short(iri: string): string
}

/**
 * Looks at the things of a file.
 *
 * @param facts all that it says, whoever says it
 * @param base base IRI of instances
 * @param local what stands before relative IRIs
 */
export function thingsIn(facts: Facts, base: string, local: string): Things {
  const table = { ...prefixesFor(base), ...others }
  const kinds = new Map<string, ClassName | undefined>()
  const isBlank = (node: string): boolean => node.startsWith('_:')
  const ends = (node: string, paths: readonly Path[]): Term[] => paths.flatMap((path) => facts.walk(node, path).map(({ term }) => term))
  const typesOf = (node: string): string[] => ends(node, [step(typePredicate)]).map(({ value }) => value)
  const ownIri = (node: string): string | undefined =>
    classInIri(node, base) !== undefined && isMinted(idOf(node, base)) ? node : undefined
  const short = (iri: string): string => (iri.startsWith(local) ? iri.slice(local.length) || iri : toCurie(iri, table))

  function findKind(node: string): ClassName | undefined {
    const types = typesOf(node)
    if (types.some(isVocabulary)) return undefined
    // Of what is called as we call things the IRI tells the class, whatever it is typed.
    if (ownIri(node)) return classInIri(node, base)
    return classAmong(types) ?? (types.length === 0 ? classByPredicates(facts.of(node).map(({ predicate }) => predicate)) : undefined)
  }
  function kindOf(node: string): ClassName | undefined {
    if (!kinds.has(node)) kinds.set(node, findKind(node))
    return kinds.get(node)
  }
  const propertyPaths = (kind: ClassName, key: string): readonly Path[] => {
    const property = classOf(kind).properties.get(key)
    return property ? pathsOf(kind, property) : []
  }
  const textsOf = (node: string, kind: ClassName, key: string): Term[] =>
    propertyPaths(kind, key).flatMap((path) => {
      const found = ends(node, [path]).filter(({ termType, value }) => termType === 'Literal' && value.trim() !== '')
      const language = (term: Term): string => (term.termType === 'Literal' ? term.language : '')
      return found.sort((a, b) => Number(!/^(en.*)?$/.test(language(a))) - Number(!/^(en.*)?$/.test(language(b))))
    })

  function identifiersOf(node: string, of: readonly ClassName[]): readonly Identifier[] {
    const kind = of[0]!
    const pages = ['homepage', 'sameAs'].flatMap((key) => ends(node, propertyPaths(kind, key)))
    const stated = ends(node, identifierPredicates.map(step))
    const found = [...(isBlank(node) ? [] : [node]), ...[...pages, ...stated].map(({ value }) => value)].flatMap((text) =>
      identifiersIn(text, of),
    )
    return [...new Map(found.map((one) => [`${one.scheme} ${one.value.toLowerCase()}`, one])).values()]
  }

  function nameOf(node: string, of: readonly ClassName[]): string {
    const kind = kindOf(node) ?? of[0]!
    const named = textsOf(node, documentClasses.includes(kind) ? kind : 'Document', 'name')[0]
    if (named) return named.value.trim()
    const own = ownIri(node)
    if (own) return idOf(own, base)
    const [identifier] = identifiersOf(node, of)
    if (identifier) return identifierName(identifier)
    if (isBlank(node)) return ''
    return of[0] === 'License' && isAddress(node) ? (licenseAt(node)?.name ?? bareAddress(node)) : localName(node)
  }

  return {
    kindOf,
    typesOf,
    ownIri,
    nameOf,
    identifiersOf,
    short,
    mentionOf(node, of) {
      const own = ownIri(node)
      if (own) return { kinds: of, name: nameOf(node, of), identifiers: [{ scheme: 'iri', value: own }] }
      const identifiers = [...identifiersOf(node, of), ...(isAddress(node) ? [{ scheme: 'iri' as const, value: node }] : [])]
      return { kinds: of, name: nameOf(node, of), ...(identifiers.length > 0 && { identifiers }) }
    },
    placeOf: (node) => (isBlank(node) ? undefined : short(node)),
  }
}

/** A node's key, and nothing for a literal. */
export const nodeKey = (term: Term): string | undefined =>
  term.termType === 'NamedNode' || term.termType === 'BlankNode' ? keyOf(term) : undefined
