/** The graph about the dataset itself: VoID, DCAT and PROV. It names no time, so that two builds of one input are the same bytes. */
import type { Quad } from '@rdfjs/types'
import { groupBy } from '../group.ts'
import { compareText, literal, namedNode, quad, type Value } from '../model/claim.ts'
import { prefixes } from '../model/vocabulary.ts'
import { version } from '../version.ts'
import type { Graph } from './graph.ts'

const voidNs = 'http://rdfs.org/ns/void#'

/**
 * Describes the dataset: its size, classes, vocabularies, what it was derived from and by which version of the tool.
 *
 * @param graph the graph
 * @param triples how many triples the best view has
 * @param sources the quads of the sources' graphs
 */
export function about(graph: Graph, triples: number, sources: readonly Quad[]): Quad[] {
  const name = namedNode(`${graph.base}graph/about`)
  const dataset = namedNode(`${graph.base}graph/best`)
  const tool = namedNode(`https://w3id.org/stemma/release/${version}`)
  const quads: Quad[] = []
  const add = (subject: Value, predicate: string, object: Value): void =>
    void quads.push(quad(subject as never, namedNode(predicate), object, name))
  const count = (n: number): Value => literal(String(n), namedNode(`${prefixes.xsd}integer`))

  add(dataset, `${prefixes.rdf}type`, namedNode(`${voidNs}Dataset`))
  add(dataset, `${prefixes.rdf}type`, namedNode(`${prefixes.dcat}Dataset`))
  add(dataset, `${prefixes.rdf}type`, namedNode(`${prefixes.prov}Entity`))
  add(dataset, `${prefixes.dct}title`, literal('The lineage of language models: the best view', 'en'))
  add(dataset, `${prefixes.dct}license`, namedNode('https://creativecommons.org/licenses/by/4.0/'))
  add(dataset, `${voidNs}triples`, count(triples))
  add(dataset, `${voidNs}entities`, count(graph.entities.size))
  add(dataset, `${voidNs}uriSpace`, literal(graph.base))
  add(dataset, `${voidNs}vocabulary`, namedNode(prefixes.st.slice(0, -1)))
  add(dataset, `${prefixes.prov}wasAttributedTo`, tool)
  add(tool, `${prefixes.rdf}type`, namedNode(`${prefixes.prov}SoftwareAgent`))
  add(tool, `${prefixes.rdfs}label`, literal(`Stemma ${version}`, 'en'))
  const bySource = [...groupBy(sources, ({ graph: source }) => source.value)].sort(([a], [b]) => compareText(a, b))
  for (const [source, said] of bySource) {
    add(dataset, `${prefixes.prov}wasDerivedFrom`, namedNode(source))
    add(namedNode(source), `${voidNs}triples`, count(said.length))
  }
  return quads
}
