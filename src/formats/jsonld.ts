/**
 * JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/), compacted under the project's context, of which the terms that are used
 * stand in the file. A value that its key's definition would not read back as it is stands expanded under the predicate.
 */
import type { Literal, Term } from '@rdfjs/types'
import { groupBy } from '../group.ts'
import { compareText } from '../model/claim.ts'
import { contextPrefixes, contextUnder, plainDatatypes, schemeOf, unmistakable } from '../model/context.ts'
import { toCurie } from '../model/iri.ts'
import { rememberLast } from '../remember.ts'
import { classOfIri, prefixes as vocabulary, propertyOf, type Property } from '../model/vocabulary.ts'
import { serialisation, type WriteOptions } from './format.ts'
import type { Outline, Row } from './outline.ts'

export const jsonld = serialisation({
  name: 'jsonld',
  iri: 'http://www.w3.org/ns/formats/JSON-LD',
  mediaType: 'application/ld+json',
  extensions: ['jsonld', 'json'],
  quads: true,
  spell,
})

type Entry = readonly [key: string, value: unknown]

const type = `${vocabulary.rdf}type`
const string = `${vocabulary.xsd}string`

function spell(outline: Outline, prefixes: WriteOptions['prefixes']): string {
  const table = unmistakable(contextPrefixes(prefixes), schemesIn(outline))
  const context = contextUnder(table)
  const compactor = new Compactor(table)
  const nodes = outline.flatMap(([graph, content]): readonly object[] => {
    const inside = content.map(([subject, own]) => compactor.node(subject, own))
    return graph.termType === 'DefaultGraph' ? inside : [{ [compactor.term('id')]: compactor.id(graph), '@graph': inside }]
  })
  // What the terms that are used are short for needs prefixes too.
  for (const name of [...compactor.used]) for (const part of partsOf(context[name])) if (typeof part === 'string') compactor.use(part)
  const places = placesIn(context)
  const used = ['@version', ...[...compactor.used].sort((a, b) => places.get(a)! - places.get(b)!)].map(
    (name): readonly [string, unknown] => [name, context[name]],
  )
  return `${JSON.stringify({ '@context': Object.fromEntries(used), '@graph': nodes }, null, 2)}\n`
}

const partsOf = (definition: unknown): readonly unknown[] =>
  typeof definition === 'object' ? (Object.values(definition as object) as unknown[]) : [definition]

const placesIn = rememberLast((context: object) => new Map(Object.keys(context).map((name, place) => [name, place])))

/** The schemes of all IRIs of a document. */
function schemesIn(outline: Outline): Set<string> {
  const schemes = new Set<string>()
  const note = (term: Term): void => {
    if (term.termType === 'NamedNode') schemes.add(schemeOf(term.value))
    else if (term.termType === 'Literal') schemes.add(schemeOf(term.datatype.value))
  }
  for (const [graph, blocks] of outline) {
    note(graph)
    for (const [subject, rows] of blocks) {
      note(subject)
      for (const [predicate, objects] of rows) {
        schemes.add(schemeOf(predicate))
        objects.forEach(note)
      }
    }
  }
  return schemes
}

const beforeColon = (text: string): string => text.slice(0, Math.max(text.indexOf(':'), 0))

/** Turns terms into their compact forms and notes which terms of the context they use. */
class Compactor {
  readonly used = new Set<string>()
  readonly #prefixes: Readonly<Record<string, string>>

  constructor(prefixes: Readonly<Record<string, string>>) {
    this.#prefixes = prefixes
  }

  /** A term of the context. */
  term(name: string): string {
    this.used.add(name)
    return name
  }

  /** Notes the prefix of a compact IRI. */
  use(compact: string): void {
    const prefix = beforeColon(compact)
    if (Object.hasOwn(this.#prefixes, prefix)) this.used.add(prefix)
  }

  /** An identifier, with a prefix or whole. */
  id(term: Term): string {
    return term.termType === 'BlankNode' ? `_:${term.value}` : this.#curie(term.value)
  }

  /** A subject with its statements. */
  node(subject: Term, own: readonly Row[]): object {
    const entries = own.flatMap(([predicate, objects]) => this.#entries(predicate, objects))
    return Object.fromEntries([[this.term('id'), this.id(subject)], ...entries])
  }

  #entries(predicate: string, objects: readonly Term[]): Entry[] {
    if (predicate === type && objects.every(({ termType }) => termType === 'NamedNode'))
      return [[this.term('kind'), single(objects.map(({ value }) => this.#className(value)))]]
    const property = propertyOf(predicate)
    if (!property) return [[this.#curie(predicate), single(objects.map((object) => this.#expanded(object)))]]
    const fit = objects.filter((object) => fits(object, property))
    const rest = objects.filter((object) => !fits(object, property))
    return [
      ...(fit.length > 0 ? [[this.term(property.name), this.#compact(fit, property)] as const] : []),
      ...(rest.length > 0 ? [[this.#curie(predicate), single(rest.map((object) => this.#expanded(object)))] as const] : []),
    ]
  }

  /** Values as the definition of their key reads them. */
  #compact(objects: readonly Term[], { kind }: Property): unknown {
    if (kind === 'text') return byLanguage(objects as readonly Literal[])
    return single(
      objects.map((object) => {
        if (kind === 'date' || (kind === 'any' && !isString(object))) return this.#expanded(object)
        return object.termType === 'Literal' ? object.value : this.id(object)
      }),
    )
  }

  #expanded(object: Term): object {
    if (object.termType !== 'Literal') return { '@id': this.id(object) }
    if (object.language) return { '@language': object.language, '@value': object.value }
    return isString(object) ? { '@value': object.value } : { '@type': this.#curie(object.datatype.value), '@value': object.value }
  }

  #className(iri: string): string {
    const name = classOfIri(iri)?.name
    return name ? this.term(name) : this.#curie(iri)
  }

  #curie(iri: string): string {
    const short = toCurie(iri, this.#prefixes)
    if (short !== iri) this.use(short)
    return short
  }
}

const isString = (term: Term): boolean => term.termType === 'Literal' && term.datatype.value === string

/** Whether the context reads the compact form of a value back as the same term. */
function fits(object: Term, { kind }: Property): boolean {
  if (kind === 'reference' || kind === 'iri') return object.termType !== 'Literal'
  if (kind === 'date' || kind === 'any') return true
  if (object.termType !== 'Literal') return false
  return kind === 'text' ? object.language !== '' : object.datatype.value === `${vocabulary.xsd}${plainDatatypes[kind]}`
}

function byLanguage(objects: readonly Literal[]): object {
  const languages = [...groupBy(objects, ({ language }) => language)].sort(([a], [b]) => compareText(a, b))
  return Object.fromEntries(languages.map(([language, same]) => [language, single(same.map(({ value }) => value))]))
}

const single = <T>(values: readonly T[]): T | readonly T[] => (values.length === 1 ? values[0]! : values)
