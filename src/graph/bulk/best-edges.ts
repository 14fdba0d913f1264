/**
 * Which triples of the sources the best view states, for millions of them: what only one value is claimed of is stated as it
 * is; where there is more to weigh, the claims about a thing are put together and judged as in a graph of any size.
 */
import { describingIn, type Sources } from '../../claims/rank.ts'
import { namedNode, termKey, type Claim, type Value } from '../../model/claim.ts'
import { isSubPropertyOf, propertyOf, st } from '../../model/vocabulary.ts'
import { remember } from '../../remember.ts'
import { bestView } from '../best-view.ts'
import { EdgeList } from '../index/edge-list.ts'
import { setOfEdge, type Edges } from '../index/edge-memory.ts'
import { evened } from '../index/edges.ts'
import { defaultGraph } from '../index/graph-sets.ts'
import type { IndexBuilder } from '../index/index-builder.ts'
import { lowerBound } from '../index/lower-bound.ts'
import type { SortedEdges } from '../index/index-writer.ts'
import { addSorted } from './add-sorted.ts'
import { isSource, type Names } from './names.ts'

const derivedFrom = st('derivedFrom')

/** Claims that come with evidence, by their subjects; of all other claims the graphs of the sources tell. */
export type Evidenced = ReadonlyMap<string, readonly Claim[]>

/** Adds to the triples of each predicate that they stand in the default graph, where the best view states them. */
export function stateBest(
  sorted: SortedEdges,
  builder: IndexBuilder,
  names: Names,
  evidenced: Evidenced,
  sources: Omit<Sources, 'describing'>,
): void {
  const { relations } = sorted
  const { sets, terms } = builder
  const known = new Map([...evidenced.keys()].map((subject) => [builder.number(namedNode(subject)), subject]))
  const fromSource = sets.all.map((graphs) => graphs.some((graph) => isSource(graph, names)))
  const inDefault = sets.add([defaultGraph])
  const stated = fromSource.map((own, set) => (own ? sets.union(set, inDefault) : set))
  const judged = new Set(known.keys())
  for (const [predicate, edges] of relations)
    if (propertyOf(terms.term(predicate).value)?.many === false) addDoubtful(edges, fromSource, (number) => terms.headPlace(number), judged)
  const claims = claimsAbout(judged, relations, builder, names, known, evidenced)
  for (const [predicate, edges] of relations) relations.set(predicate, withSets(edges, stated, judged))
  for (const subject of judged) {
    const own = claims.get(subject)!
    const about = remember(() => describingIn(own))
    for (const { property, value } of bestView(own, { ...sources, describing: () => about('') })) {
      const predicate = builder.number(namedNode(property))
      const edges = relations.get(predicate)
      const edge = edges ? find(edges, subject, builder.number(value)) : -1
      if (edge >= 0) (edges!.sets as Uint32Array)[edge] = sets.union(setOfEdge(edges!, edge), inDefault)
    }
  }
  for (const [predicate, edges] of relations)
    if (typeof edges.sets !== 'number') relations.set(predicate, { ...edges, sets: evened(edges.sets) })
  entail(sorted, builder)
}

/** Adds the subjects of which sources claim two values where one holds; a text may have one in each language. */
function addDoubtful(edges: Edges, fromSource: readonly boolean[], headPlace: (number: number) => number, doubtful: Set<number>): void {
  const { subjects, objects } = edges
  for (let edge = 1, start = 0; edge < subjects.length; edge++) {
    if (subjects[edge] !== subjects[start]) start = edge
    if (start === edge || !fromSource[setOfEdge(edges, edge)]) continue
    for (let before = start; before < edge; before++)
      if (fromSource[setOfEdge(edges, before)] && headPlace(objects[before]!) === headPlace(objects[edge]!)) doubtful.add(subjects[edge]!)
  }
}

/** All claims about some things: those with evidence, and one for each source of each triple beside them. */
function claimsAbout(
  judged: ReadonlySet<number>,
  relations: ReadonlyMap<number, Edges>,
  { sets, terms }: IndexBuilder,
  names: Names,
  known: ReadonlyMap<number, string>,
  evidenced: Evidenced,
): Map<number, Claim[]> {
  const claims = new Map([...judged].map((number) => [number, [...(evidenced.get(known.get(number) ?? '') ?? [])]]))
  const keyOf = (property: string, value: Value | undefined, source: string): string => `${property} ${value && termKey(value)} ${source}`
  const told = new Map(
    [...claims].map(([number, own]) => [number, new Set(own.map(({ property, value, source }) => keyOf(property, value, source)))]),
  )
  for (const [predicate, edges] of relations) {
    const property = terms.term(predicate).value
    for (const number of judged)
      for (let edge = firstEdge(edges, number); edges.subjects[edge] === number; edge++)
        for (const graph of sets.graphsOf(setOfEdge(edges, edge))) {
          if (!isSource(graph, names)) continue
          const [value, source] = [terms.term(edges.objects[edge]!) as Value, terms.term(graph).value]
          if (told.get(number)!.has(keyOf(property, value, source))) continue
          claims.get(number)!.push({ subject: terms.term(number).value, property, value, source, rank: 'normal' })
        }
  }
  return claims
}

/** The place of the first triple of a subject, or of one that comes after it. */
const firstEdge = ({ subjects }: Edges, subject: number): number => lowerBound(subjects, 0, subjects.length, subject)

function find(edges: Edges, subject: number, object: number): number {
  const { subjects, objects } = edges
  for (let edge = firstEdge(edges, subject); subjects[edge] === subject; edge++) if (objects[edge] === object) return edge
  return -1
}

/** The triples with the sets that they have when the best view states them, but for things that are judged one by one. */
function withSets(edges: Edges, stated: readonly number[], judged: ReadonlySet<number>): Edges {
  const { subjects, sets } = edges
  const isConcerned = (subject: number): boolean => subjects[firstEdge(edges, subject)] === subject
  if (typeof sets === 'number' && (stated[sets] === sets || ![...judged].some(isConcerned))) return { ...edges, sets: stated[sets]! }
  const own = typeof sets === 'number' ? new Uint32Array(subjects.length).fill(sets) : sets
  for (let edge = 0; edge < own.length; edge++) if (!judged.has(subjects[edge]!)) own[edge] = stated[own[edge]!]!
  return { ...edges, sets: own }
}

/** `derivedFrom` for what its sub-properties state. */
function entail({ relations, memory }: SortedEdges, builder: IndexBuilder): void {
  const { sets, terms } = builder
  const general = builder.number(namedNode(derivedFrom))
  const isStated = sets.all.map((graphs) => graphs.includes(defaultGraph))
  const entailed = new EdgeList()
  for (const [predicate, edges] of relations) {
    if (predicate === general || !isSubPropertyOf(terms.term(predicate).value, derivedFrom)) continue
    const { subjects, objects } = edges
    for (let edge = 0; edge < subjects.length; edge++)
      if (isStated[setOfEdge(edges, edge)]) entailed.add(subjects[edge]!, objects[edge]!, defaultGraph)
  }
  addSorted(general, entailed, { relations, memory }, builder)
}
