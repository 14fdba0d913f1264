/**
 * What is fetched from a store, by queries of the simplest kind, which every store answers alike: lists of things and of
 * properties joined with one pattern, in pages, without paths.
 */
import type { Quad, Term } from '@rdfjs/types'
import { StemmaError } from '../../errors.ts'
import { nTriplesTerm } from '../../formats/terms.ts'
import { literal, namedNode, quad } from '../../model/claim.ts'
import { graphNames } from '../../model/iri.ts'
import { prefixes, st } from '../../model/vocabulary.ts'
import type { HubIdParts } from '../near-hub-ids.ts'
import type { Client } from './client.ts'

/** Asks a SELECT query as it is. */
export type Select = (client: Client, text: string) => Promise<readonly Readonly<Record<string, Term>>[]>

/** So many things are asked about at once; a store that gives but a part of the answer is asked about fewer. */
const batch = 200
const page = 2000

/** Reads what a store has of the dataset of a base. */
export class Reader {
  readonly #client: Client
  readonly #select: Select
  readonly #base: string
  /** The name of the best view's graph. */
  readonly best: string
  /** How many things the store can be asked about at once. */
  #batch = batch

  constructor(client: Client, select: Select, base: string) {
    this.#client = client
    this.#select = select
    this.#base = base
    this.best = graphNames(base).best
  }

  /** All that our graphs say of things, or what they say by some properties. */
  async *about(things: Iterable<string>, properties?: Iterable<string>): AsyncGenerator<Quad> {
    const chosen = properties ? ` && ${isOneOf('p', properties)}` : ''
    const filter = `FILTER(STRSTARTS(STR(?g), ${nTriplesTerm(literal(this.#base))})${chosen})`
    for await (const row of this.#batches(things, (some) => `SELECT ?s ?p ?o ?g { ${values('s', some)} GRAPH ?g { ?s ?p ?o } ${filter} }`))
      yield quadOf(row, row['g']!)
  }

  /** The claims about things, whole, or those by some properties. */
  async *claims(things: Iterable<string>, properties?: Iterable<string>): AsyncGenerator<Quad> {
    const graph = namedNode(graphNames(this.#base).claims)
    const { rdf } = prefixes
    // A second VALUES beside the first makes Virtuoso try all pairs.
    const by = properties ? `?s <${rdf}predicate> ?property . FILTER(${isOneOf('property', properties)})` : ''
    for await (const row of this.#batches(
      things,
      (some) => `SELECT ?s ?p ?o { ${values('thing', some)} GRAPH <${graph.value}> { ?s <${rdf}subject> ?thing . ?s ?p ?o . ${by} } }`,
    ))
      yield quadOf(row, graph)
  }

  /** The subjects of a pattern of the best view, such as `?s <p> ?o`, each once, in the order of their IRIs. */
  async *subjects(pattern: string): AsyncGenerator<string> {
    for (let last = ''; ;) {
      const after = last === '' ? '' : `FILTER(STR(?s) > ${nTriplesTerm(literal(last))})`
      const text = `SELECT DISTINCT ?s { GRAPH <${this.best}> { ${pattern} } ${after} } ORDER BY STR(?s) LIMIT ${page}`
      const rows = await this.#select(this.#client, text)
      for (const { s } of rows) yield s!.value
      if (rows.length < page) return
      last = rows.at(-1)!['s']!.value
    }
  }

  /**
   * The subjects of what points to things by some properties.
   *
   * @param type IRI of the class that is wanted
   */
  async *pointing(things: Iterable<string>, properties?: Iterable<string>, type?: string): AsyncGenerator<string> {
    const filter = properties ? `FILTER(${isOneOf('p', properties)})` : ''
    const typed = type === undefined ? '' : `. ?s <${prefixes.rdf}type> <${type}>`
    for (const some of slices([...things], batch)) yield* this.subjects(`${values('o', some)} ?s ?p ?o ${typed} ${filter}`)
  }

  /** The properties by which anything points to things. */
  async propertiesTo(things: Iterable<string>): Promise<string[]> {
    const found: string[] = []
    for await (const { p } of this.#batches(
      things,
      (some) => `SELECT DISTINCT ?p { GRAPH <${this.best}> { ${values('o', some)} ?s ?p ?o } }`,
    ))
      found.push(p!.value)
    return found
  }

  /** The things that have one of some values, such as names in several languages. */
  async withValue(terms: readonly Term[], properties: Iterable<string>): Promise<string[]> {
    const rows = await this.#select(
      this.#client,
      `SELECT DISTINCT ?s { VALUES ?o { ${terms.map(nTriplesTerm).join(' ')} } ${values('p', properties)} GRAPH ?g { ?s ?p ?o } } LIMIT ${page}`,
    )
    return rows.map(({ s }) => s!.value)
  }

  /** The things of which some property has a text, whatever its case. The store looks through all of them. */
  async withText(text: string, properties: Iterable<string>): Promise<string[]> {
    const rows = await this.#select(
      this.#client,
      `SELECT DISTINCT ?s { ${values('p', properties)} GRAPH ?g { ?s ?p ?o } FILTER(LCASE(STR(?o)) = ${nTriplesTerm(literal(text))}) } LIMIT ${page}`,
    )
    return rows.map(({ s }) => s!.value)
  }

  /**
   * Things and their labels, where the label or the id has one of some pieces in it, or is itself a piece of a text; as many
   * as come on one page.
   *
   * @param classes IRIs of the classes that are possible
   */
  async labelsWith(pieces: readonly string[], text: string, classes?: readonly string[]): Promise<[iri: string, label: string][]> {
    const { rdf, rdfs } = prefixes
    const quoted = (one: string): string => nTriplesTerm(literal(one))
    const label = 'LCASE(STR(?o))'
    const id = `LCASE(STRAFTER(STRAFTER(STR(?s), ${quoted(this.#base)}), "/"))`
    const isLike = [
      ...pieces.map((piece) => `CONTAINS(CONCAT(${label}, " ", ${id}), ${quoted(piece)})`),
      ...[label, id].map((part) => `CONTAINS(${quoted(text)}, ${part})`),
    ].join(' || ')
    const inClass = classes ? ` ?s <${rdf}type> ?class . FILTER(${isOneOf('class', classes)})` : ''
    const rows = await this.#select(
      this.#client,
      `SELECT DISTINCT ?s ?o { GRAPH <${this.best}> { ?s <${rdfs}label> ?o .${inClass} } FILTER(${isLike}) } LIMIT ${page}`,
    )
    return rows.map(({ s, o }) => [s!.value, o!.value])
  }

  /** Things and their ids at a hub, where the owner is right and the name may be, or the name is and the owner may be; as many as come on one page. */
  async hubIdsLike({ owner, name }: HubIdParts): Promise<[iri: string, hubId: string][]> {
    const id = 'LCASE(STR(?o))'
    const quoted = (one: string): string => nTriplesTerm(literal(one))
    const rows = await this.#select(
      this.#client,
      `SELECT DISTINCT ?s ?o { GRAPH <${this.best}> { ?s <${st('hubId')}> ?o } FILTER(STRSTARTS(${id}, ${quoted(`${owner}/`)}) || STRENDS(${id}, ${quoted(`/${name}`)})) } LIMIT ${page}`,
    )
    return rows.map(({ s, o }) => [s!.value, o!.value])
  }

  /** The rows of a query that is asked about some things at a time. */
  async *#batches(things: Iterable<string>, query: (some: readonly string[]) => string): AsyncGenerator<Readonly<Record<string, Term>>> {
    const open = slices([...new Set(things)], this.#batch)
    for (let some = open.shift(); some; some = open.shift()) {
      try {
        yield* await this.#select(this.#client, query(some))
      } catch (error) {
        const tooMuch = error instanceof StemmaError && ['cut-answer', 'answer-too-large'].includes(error.code)
        if (!tooMuch || some.length === 1) throw error
        this.#batch = Math.max(1, Math.min(this.#batch, Math.floor(some.length / 2)))
        open.unshift(...slices(some, this.#batch))
      }
    }
  }
}

const values = (name: string, iris: Iterable<string>): string => `VALUES ?${name} { ${[...iris].map((iri) => `<${iri}>`).join(' ')} }`

const isOneOf = (name: string, iris: Iterable<string>): string => `?${name} IN (${[...new Set(iris)].map((iri) => `<${iri}>`).join(', ')})`

function slices<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size))
}

const quadOf = ({ s, p, o }: Readonly<Record<string, Term>>, graph: Term): Quad =>
  quad(s as Quad['subject'], p as Quad['predicate'], o as Quad['object'], graph as Quad['graph'])
