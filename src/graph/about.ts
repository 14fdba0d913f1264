/**
 * The graph about the dataset itself: VoID, DCAT, PROV and the named graphs of SPARQL's service description. It names no
 * time, so that two builds of one input are the same bytes.
 */
import type { Quad } from '@rdfjs/types'
import { groupBy } from '../group.ts'
import { compareText, literal, namedNode, quad, type Value } from '../model/claim.ts'
import { graphNames, idOf } from '../model/iri.ts'
import { classNames, classOf, prefixes, st } from '../model/vocabulary.ts'
import { version } from '../version.ts'
import { entitiesOf, valueOf, type Graph } from './graph.ts'

const { rdf, rdfs, dct, dcat, prov, xsd } = prefixes
const voidNs = 'http://rdfs.org/ns/void#'
const sd = 'http://www.w3.org/ns/sparql-service-description#'
const license = namedNode('https://creativecommons.org/licenses/by/4.0/')
const vocabularies = [prefixes.st.slice(0, -1), dct, prov, prefixes.skos]

/** The quads of the other graphs. */
export interface Parts {
  readonly best: readonly Quad[]
  readonly sources: readonly Quad[]
  readonly claims: readonly Quad[]
}

/**
 * Describes the dataset: its size, classes and vocabularies, the graph of each source, what it was derived from, with
 * checksums where they are known, and by which version of the tool.
 *
 * @see https://www.w3.org/TR/void/ https://www.w3.org/TR/vocab-dcat-3/ https://www.w3.org/TR/sparql11-service-description/
 */
export function about(graph: Graph, { best, sources, claims }: Parts): Quad[] {
  const names = graphNames(graph.base)
  const quads: Quad[] = []
  const describe = (subject: string, statements: readonly (readonly [predicate: string, ...objects: Value[]])[]): void => {
    for (const [predicate, ...objects] of statements)
      for (const object of objects) quads.push(quad(namedNode(subject), namedNode(predicate), object, namedNode(names.about)))
  }
  const bySource = [...groupBy(sources, ({ graph: source }) => source.value)].sort(([a], [b]) => compareText(a, b))
  const tool = `https://w3id.org/stemma/release/${version}`

  describe(names.best, [
    [`${rdf}type`, namedNode(`${voidNs}Dataset`), namedNode(`${dcat}Dataset`), namedNode(`${prov}Entity`)],
    [`${dct}title`, literal('The lineage of language models: the best view', 'en'), literal('语言模型谱系：最佳视图', 'zh')],
    [`${dct}description`, literal('The plain triples that the best-ranked claims state.', 'en')],
    [`${dct}license`, license],
    [`${voidNs}triples`, count(best.length)],
    [`${voidNs}entities`, count(graph.entities.size)],
    [`${voidNs}distinctSubjects`, count(distinct(best, ({ subject }) => subject.value))],
    [`${voidNs}properties`, count(distinct(best, ({ predicate }) => predicate.value))],
    [`${voidNs}uriSpace`, literal(graph.base)],
    [`${voidNs}vocabulary`, ...vocabularies.map(namedNode)],
    [`${prov}wasAttributedTo`, namedNode(tool)],
    [`${prov}wasDerivedFrom`, ...bySource.map(([source]) => namedNode(source))],
  ])
  for (const name of classNames) {
    const things = entitiesOf(graph, name).length
    if (things === 0) continue
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
    [`${voidNs}triples`, count(claims.length)],
  ])
  describe(tool, [
    [`${rdf}type`, namedNode(`${prov}SoftwareAgent`)],
    [`${rdfs}label`, literal(`Stemma ${version}`, 'en')],
  ])
  for (const [source, said] of bySource) {
    // The document is no dataset: what it says is, and that has a name of its own.
    describe(`${graph.base}graph/source/${idOf(source, graph.base)}`, [
      [`${rdf}type`, namedNode(`${sd}NamedGraph`), namedNode(`${voidNs}Dataset`)],
      [`${sd}name`, namedNode(source)],
      [`${voidNs}triples`, count(said.length)],
    ])
    const known = (['retrieved', 'sha256'] as const).flatMap((key) => {
      const value = valueOf(graph, source, key)
      return value ? [[st(key), value] as const] : []
    })
    describe(source, [[`${rdf}type`, namedNode(`${prov}Entity`)], ...known])
  }
  return quads
}

const count = (n: number): Value => literal(String(n), namedNode(`${xsd}integer`))
const distinct = (quads: readonly Quad[], part: (quad: Quad) => string): number => new Set(quads.map(part)).size
