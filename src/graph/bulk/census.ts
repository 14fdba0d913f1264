/** Counts what a graph on numbers holds, before it is finished. */
import { classOfIri, prefixes, st, type ClassName } from '../../model/vocabulary.ts'
import { namedNode, type Value } from '../../model/claim.ts'
import { graphNames } from '../../model/iri.ts'
import type { Census } from '../about.ts'
import { setOfEdge, type Edges } from '../index/edge-memory.ts'
import { defaultGraph } from '../index/graph-sets.ts'
import type { IndexBuilder } from '../index/index-builder.ts'
import { isSource, type Names } from './names.ts'

/** The census of the triples of all predicates. */
export function censusOf(relations: ReadonlyMap<number, Edges>, builder: IndexBuilder, names: Names): Census {
  const { sets, terms, base } = builder
  const bySet = new Float64Array(sets.size)
  const hasDefault = sets.all.map((graphs) => graphs.includes(defaultGraph))
  const subjects = new Uint8Array(terms.size)
  let predicates = 0
  for (const edges of relations.values()) {
    let any = false
    for (let edge = 0; edge < edges.subjects.length; edge++) {
      const set = setOfEdge(edges, edge)
      bySet[set]! += 1
      if (!hasDefault[set]) continue
      any = true
      subjects[edges.subjects[edge]!] = 1
    }
    predicates += Number(any)
  }
  const inGraph = new Map<number, number>()
  for (const [set, graphs] of sets.all.entries()) for (const graph of graphs) inGraph.set(graph, (inGraph.get(graph) ?? 0) + bySet[set]!)
  const classes = classCounts(relations.get(builder.number(namedNode(`${prefixes.rdf}type`))), builder, hasDefault)
  const claims = builder.number(namedNode(graphNames(base).claims))
  const known = (['retrieved', 'sha256'] as const).map((key) => [key, relations.get(builder.number(namedNode(st(key))))] as const)
  return {
    triples: inGraph.get(defaultGraph) ?? 0,
    entities: [...classes.values()].reduce((sum, count) => sum + count, 0),
    subjects: subjects.reduce((sum, one) => sum + one, 0),
    predicates,
    classes,
    claims: inGraph.get(claims) ?? 0,
    sources: [...inGraph]
      .filter(([graph]) => isSource(graph, names))
      .map(([graph, triples]) => ({
        iri: terms.term(graph).value,
        triples,
        known: known.flatMap(([key, edges]) => {
          const edge = edges ? edges.subjects.indexOf(graph) : -1
          return edge < 0 ? [] : [[key, terms.term(edges!.objects[edge]!) as Value] as const]
        }),
      })),
  }
}

function classCounts(edges: Edges | undefined, { terms }: IndexBuilder, hasDefault: readonly boolean[]): Map<ClassName, number> {
  const byObject = new Map<number, number>()
  if (edges)
    for (let edge = 0; edge < edges.subjects.length; edge++)
      if (hasDefault[setOfEdge(edges, edge)]) byObject.set(edges.objects[edge]!, (byObject.get(edges.objects[edge]!) ?? 0) + 1)
  const classes = [...byObject].flatMap(([object, count]) => {
    const found = classOfIri(terms.term(object).value)
    return found ? [[found.name, count] as const] : []
  })
  return new Map(classes)
}
