/**
 * JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/), compacted under the project's context, of which the terms that are used
 * stand in the file. A value that its key's definition would not read back as it is stands expanded under the predicate.
 */
import type { Quad, Quad_Graph, Term } from '@rdfjs/types'
import { groupBy } from '../group.ts'
import { compareText } from '../model/claim.ts'
import { jsonldContext } from '../model/context.ts'
import { toCurie } from '../model/iri.ts'
import { classOfIri, prefixes as vocabulary, propertyOf, readingOrder, type Property } from '../model/vocabulary.ts'
import type { Format, WriteOptions } from './format.ts'
import { nTriplesTerm } from './terms.ts'

export const jsonld: Format = {
  name: 'jsonld',
  iri: 'http://www.w3.org/ns/formats/JSON-LD',
  mediaType: 'application/ld+json',
  extensions: ['jsonld', 'json'],
  quads: true,
  write,
}

const type = `${vocabulary.rdf}type`
const datatypes: Record<string, string> = {
  integer: 'integer',
  decimal: 'decimal',
  language: 'language',
  day: 'date',
  string: 'string',
  choice: 'string',
}

function write(quads: readonly Quad[], { prefixes }: WriteOptions): string {
  const base = prefixes['model']!.replace(/model\/$/, '')
  const context = jsonldContext(base)
  const used = new Set(['@version', '@base', ...['dct', 'foaf', 'prov', 'rdf', 'rdfs', 'skos', 'st', 'xsd']])
  const compactor = new Compactor(base, Object.fromEntries(Object.entries(prefixes).filter(([prefix]) => prefix in context)), used)
  const graphs = [...groupBy(quads, ({ graph }) => nTriplesTermOf(graph))].sort(([a], [b]) => compareText(a, b))
  const nodes = graphs.flatMap(([name, content]) => {
    const inside = compactor.nodes(content)
    return name === '' ? inside : [{ [compactor.keyword('id')]: compactor.id(content[0]!.graph), '@graph': inside }]
  })
  const kept = Object.fromEntries(Object.entries(context).filter(([key]) => used.has(key)))
  return `${JSON.stringify({ '@context': kept, '@graph': nodes }, null, 2)}\n`
}

const nTriplesTermOf = (graph: Quad_Graph): string => (graph.termType === 'DefaultGraph' ? '' : nTriplesTerm(graph))

/** Turns quads into compact nodes and notes which terms of the context they use. */
class Compactor {
  readonly #base: string
  readonly #prefixes: Readonly<Record<string, string>>
  readonly #used: Set<string>

  constructor(base: string, prefixes: Readonly<Record<string, string>>, used: Set<string>) {
    this.#base = base
    this.#prefixes = prefixes
    this.#used = used
  }

  keyword(alias: 'id' | 'kind'): string {
    this.#used.add(alias)
    return alias
  }

  /** An identifier: relative to the base, with a prefix, or whole. */
  id(term: Term): string {
    if (term.termType === 'BlankNode') return `_:${term.value}`
    if (term.value.startsWith(this.#base) && /^[a-z]+\/[^:]*$/.test(term.value.slice(this.#base.length)))
      return term.value.slice(this.#base.length)
    return this.#curie(term.value)
  }

  nodes(quads: readonly Quad[]): object[] {
    return [...groupBy(quads, ({ subject }) => nTriplesTerm(subject))]
      .sort(([a], [b]) => compareText(a, b))
      .map(([, own]) => Object.fromEntries([[this.keyword('id'), this.id(own[0]!.subject)], ...this.#entries(own)]))
  }

  #entries(quads: readonly Quad[]): [string, unknown][] {
    const byPredicate = [...groupBy(quads, ({ predicate }) => predicate.value)].sort(
      ([a], [b]) => readingOrder(a) - readingOrder(b) || compareText(a, b),
    )
    return byPredicate.flatMap(([predicate, group]): [string, unknown][] => {
      const objects = [...new Map(group.map(({ object }) => [nTriplesTerm(object), object])).values()].sort((a, b) =>
        compareText(nTriplesTerm(a), nTriplesTerm(b)),
      )
      if (predicate === type && objects.every(({ termType }) => termType === 'NamedNode'))
        return [[this.keyword('kind'), single(objects.map(({ value }) => this.#className(value)))]]
      const property = propertyOf(predicate)
      const fit = property ? objects.filter((object) => fits(object, property)) : []
      const rest = objects.filter((object) => !fit.includes(object))
      return [
        ...(fit.length > 0
          ? [
              [
                this.#term(property!.name),
                property!.kind === 'text' ? byLanguage(fit) : single(fit.map((object) => this.#coerced(object, property!))),
              ] as [string, unknown],
            ]
          : []),
        ...(rest.length > 0 ? [[this.#curie(predicate), single(rest.map((object) => this.#expanded(object)))] as [string, unknown]] : []),
      ]
    })
  }

  #coerced(object: Term, { kind }: Property): unknown {
    if (kind === 'date' || kind === 'any')
      return object.termType === 'Literal' && object.datatype.value === `${vocabulary.xsd}string` && kind === 'any'
        ? object.value
        : this.#expanded(object)
    return object.termType === 'Literal' ? object.value : this.id(object)
  }

  #expanded(object: Term): object {
    if (object.termType !== 'Literal') return { '@id': this.id(object) }
    if (object.language) return { '@language': object.language, '@value': object.value }
    return object.datatype.value === `${vocabulary.xsd}string`
      ? { '@value': object.value }
      : { '@type': this.#curie(object.datatype.value), '@value': object.value }
  }

  #className(iri: string): string {
    const name = classOfIri(iri)?.name
    return name ? this.#term(name) : this.#curie(iri)
  }

  #term(name: string): string {
    this.#used.add(name)
    return name
  }

  #curie(iri: string): string {
    const short = toCurie(iri, this.#prefixes)
    if (short !== iri) this.#used.add(short.slice(0, short.indexOf(':')))
    return short
  }
}

/** Whether the context reads the compact form of a value back as the same term. */
function fits(object: Term, { kind }: Property): boolean {
  if (kind === 'reference' || kind === 'iri') return object.termType !== 'Literal'
  if (kind === 'date' || kind === 'any') return true
  if (object.termType !== 'Literal') return false
  return kind === 'text' ? object.language !== '' : object.datatype.value === `${vocabulary.xsd}${datatypes[kind]}`
}

function byLanguage(objects: readonly Term[]): object {
  return Object.fromEntries(
    [...groupBy(objects, (object) => (object as { language: string }).language)]
      .sort(([a], [b]) => compareText(a, b))
      .map(([language, same]) => [language, single(same.map(({ value }) => value))]),
  )
}

const single = <T>(values: readonly T[]): T | readonly T[] => (values.length === 1 ? values[0]! : values)
