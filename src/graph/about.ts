/**
 * The graph about the dataset itself: VoID, DCAT, PROV and the named graphs of SPARQL's service description. It names no
 * time, so that two builds of one input are the same bytes.
 */
import type { Quad } from '@rdfjs/types'
import { compareText, literal, namedNode, quad, type Value } from '../model/claim.ts'
import { graphNames, idOf } from '../model/iri.ts'
import { classNames, classOf, prefixes, st, type ClassName } from '../model/vocabulary.ts'
import { version } from '../version.ts'
import type { Retired } from './claim-store.ts'

const { rdf, rdfs, dct, dcat, prov, xsd } = prefixes
const voidNs = 'http://rdfs.org/ns/void#'
const sd = 'http://www.w3.org/ns/sparql-service-description#'
const license = namedNode('https://creativecommons.org/licenses/by/4.0/')
const vocabularies = [prefixes.st.slice(0, -1), dct, prov, prefixes.skos]

/** What leads from an IRI that went out of use to the one in its place. */
export const replacedBy = `${dct}isReplacedBy`

/** What is said of an IRI that went out of use. */
export const retirement = (replacement: string): (readonly [predicate: string, object: Value])[] => [
  [replacedBy, namedNode(replacement)],
  [`${prefixes.owl}deprecated`, literal('true', namedNode(`${xsd}boolean`))],
]

/** How much a graph holds, of what. */
export interface Census {
  /** Of the best view: how many triples, things, subjects and predicates. */
  readonly triples: number
  readonly entities: number
  readonly subjects: number
  readonly predicates: number
  /** How many things of each class. */
  readonly classes: ReadonlyMap<ClassName, number>
  /** Triples of the graph of claims. */
  readonly claims: number
  /** Triples of each source's graph, and what is known of the source. */
  readonly sources: readonly SourceCensus[]
}

/** What a source says in all, and when it was read. */
interface SourceCensus {
  readonly iri: string
  readonly triples: number
  readonly known: readonly (readonly [key: 'retrieved' | 'sha256', value: Value])[]
}

/**
 * Describes the dataset: its size, classes and vocabularies, the graph of each source, what it was derived from, with
 * checksums where they are known, and by which version of the tool; and which IRIs went out of use, so that they lead on.
 *
 * @see https://www.w3.org/TR/void/ https://www.w3.org/TR/vocab-dcat-3/ https://www.w3.org/TR/sparql11-service-description/
 */
export function about(base: string, census: Census, retired: Retired = new Map()): Quad[] {
  const names = graphNames(base)
  const quads: Quad[] = []
  const describe = (subject: string, statements: readonly (readonly [predicate: string, ...objects: Value[]])[]): void => {
    for (const [predicate, ...objects] of statements)
      for (const object of objects) quads.push(quad(namedNode(subject), namedNode(predicate), object, namedNode(names.about)))
  }
  const sources = [...census.sources].sort((a, b) => compareText(a.iri, b.iri))
  const tool = `https://w3id.org/stemma/release/${version}`

  describe(names.best, [
    [`${rdf}type`, namedNode(`${voidNs}Dataset`), namedNode(`${dcat}Dataset`), namedNode(`${prov}Entity`)],
    [`${dct}title`, literal('The lineage of language models: the best view', 'en'), literal('语言模型谱系：最佳视图', 'zh')],
    [`${dct}description`, literal('The plain triples that the best-ranked claims state.', 'en')],
    [`${dct}license`, license],
    [`${voidNs}triples`, count(census.triples)],
    [`${voidNs}entities`, count(census.entities)],
    [`${voidNs}distinctSubjects`, count(census.subjects)],
    [`${voidNs}properties`, count(census.predicates)],
    [`${voidNs}uriSpace`, literal(base)],
    [`${voidNs}vocabulary`, ...vocabularies.map(namedNode)],
    [`${prov}wasAttributedTo`, namedNode(tool)],
    [`${prov}wasDerivedFrom`, ...sources.map(({ iri }) => namedNode(iri))],
  ])
  for (const name of classNames) {
    const things = census.classes.get(name)
    if (!things) continue
    const partition = `${names.best}/${classOf(name).segment}`
    describe(names.best, [[`${voidNs}classPartition`, namedNode(partition)]])
    describe(partition, [
      [`${voidNs}class`, namedNode(classOf(name).iri)],
      [`${voidNs}entities`, count(things)],
    ])
  }
  describe(names.claims, [
    [`${rdf}type`, namedNode(`${voidNs}Dataset`)],
    [`${dct}title`, literal('The claims: who says what, where, and how it is ranked', 'en')],
    [`${dct}license`, license],
    [`${voidNs}triples`, count(census.claims)],
  ])
  describe(tool, [
    [`${rdf}type`, namedNode(`${prov}SoftwareAgent`)],
    [`${rdfs}label`, literal(`Stemma ${version}`, 'en')],
  ])
  for (const { iri, triples, known } of sources) {
    // The document is no dataset: what it says is, and that has a name of its own.
    describe(`${base}graph/source/${idOf(iri, base)}`, [
      [`${rdf}type`, namedNode(`${sd}NamedGraph`), namedNode(`${voidNs}Dataset`)],
      [`${sd}name`, namedNode(iri)],
      [`${voidNs}triples`, count(triples)],
    ])
    describe(iri, [[`${rdf}type`, namedNode(`${prov}Entity`)], ...known.map(([key, value]) => [st(key), value] as const)])
  }
  for (const [iri, replacement] of [...retired].sort(([a], [b]) => compareText(a, b))) describe(iri, retirement(replacement))
  return quads
}

const count = (n: number): Value => literal(String(n), namedNode(`${xsd}integer`))
