/** Graphs that were built before, as sources of another: what they say is taken over by number, and their things are known. */
import type { Elsewhere } from '../../claims/elsewhere.ts'
import { normalName } from '../../model/normal-name.ts'
import { StemmaError, type Problem } from '../../errors.ts'
import { literal, namedNode, type Claim } from '../../model/claim.ts'
import { classInIri, graphNames, hubIdOf, hubKey, idOf } from '../../model/iri.ts'
import { prefixes, st, type ClassName } from '../../model/vocabulary.ts'
import { quote } from '../../quote.ts'
import { names } from '../claim-store.ts'
import { openIndex } from '../file/file-bytes.ts'
import type { Graph } from '../graph.ts'
import { defaultGraph } from '../index/graph-sets.ts'
import type { IndexBuilder } from '../index/index-builder.ts'
import { matching } from '../index/match.ts'
import type { QuadIndex } from '../index/quad-index.ts'
import { absent } from '../index/terms.ts'
import { graphOfIndex } from '../of-index.ts'
import type { HubIdClaim } from './known-by-hub-id.ts'

/**
 * Opens saved graphs.
 *
 * @param base the base that they must have; that of the first of them, if nothing is said
 * @throws StemmaError `other-base` for one that was built with another base, and as `openIndex`
 */
export function openSnapshots(files: readonly string[], base: string | undefined): Graph[] {
  const graphs = files.map((file) => graphOfIndex(openIndex(file)))
  const wanted = base ?? graphs[0]?.base
  const other = graphs.findIndex((graph) => graph.base !== wanted)
  if (other >= 0)
    throw new StemmaError(
      {
        code: 'other-base',
        message: `was built with the base ${graphs[other]!.base}, not ${wanted}`,
        place: { file: files[other]! },
        hint: 'graphs of one base can be put together; build it from its sources again: stemma build … --base IRI -o FILE',
      },
      'usage',
    )
  return graphs
}

/** Adds what the sources of a graph say, and its claims; what is stated is decided anew. */
export function addSnapshot(builder: IndexBuilder, { index, base }: Graph): void {
  const { best, about } = graphNames(base)
  const left = new Set([defaultGraph, index.predicate(best), index.predicate(about)])
  /** Each is one more than it is; 0 is where none is known yet. */
  const numbers = new Uint32Array(index.terms.size)
  const numberOf = (term: number): number => {
    const known = numbers[term]!
    if (known > 0) return known - 1
    const number = builder.number(index.terms.term(term))
    numbers[term] = number + 1
    return number
  }
  for (const { subject, predicate, object, graph } of matching(index, {}))
    if (!left.has(graph)) builder.list(numberOf(predicate)).add(numberOf(subject), numberOf(object), numberOf(graph))
}

/** All claims about the things of which some claim has more to say than its triple. */
export function* evidencedIn(graph: Graph): Generator<Claim> {
  const { index, base } = graph
  const [predicate, claims] = [index.predicate(`${prefixes.rdf}subject`), index.predicate(graphNames(base).claims)]
  if (predicate === absent || claims === absent) return
  const subjects = new Set<number>()
  for (const { object } of matching(index, { predicate, graph: claims })) subjects.add(object)
  for (const subject of subjects) yield* graph.claimsOf(index.terms.term(subject).value)
}

/** The things of graphs, for names that are to be resolved. */
export function elsewhereIn(graphs: readonly Graph[]): Elsewhere {
  let catalogue: Catalogue | undefined
  const looked = (): Catalogue => (catalogue ??= catalogueOf(graphs))
  return {
    kindOf: (iri) => first(graphs, (graph) => (graph.index.hasIri(iri) ? graph.entity(iri)?.className : undefined)),
    namesOf(iri) {
      const found = graphs.flatMap(({ index, stated }) => (index.hasIri(iri) ? stated(iri, new Set(names)) : []))
      return found.length > 0 ? new Set(found.map(({ value }) => value.value)) : undefined
    },
    identified(kind, { scheme, value }) {
      if (scheme === 'iri')
        return first(graphs, (graph) => (graph.index.hasIri(value) && graph.entity(value)?.className === kind ? value : undefined))
      return looked().identified.get(`${kind} ${scheme} ${value.toLowerCase()}`)
    },
    named: (kind, name) => [...(looked().named.get(`${kind} ${name}`) ?? [])],
  }
}

interface Catalogue {
  readonly identified: ReadonlyMap<string, string>
  readonly named: ReadonlyMap<string, ReadonlySet<string>>
}

const identifying = { hub: st('hubId'), arxiv: st('arxivId'), doi: st('doi'), spdx: st('spdxId') } as const

/** Looks through all names and identifiers once. */
function catalogueOf(graphs: readonly Graph[]): Catalogue {
  const identified = new Map<string, string>()
  const named = new Map<string, Set<string>>()
  for (const { index, base } of graphs) {
    const kindOf = (iri: string): ClassName | undefined => classInIri(iri, base)
    /** What goes by its address on a hub alone: a copy of BLOOM that somebody calls bloom is another thing. */
    const addressed = new Set<number>()
    for (const [scheme, property] of Object.entries(identifying))
      for (const { subject, iri, value } of valuesOf(index, property)) {
        const key = `${kindOf(iri)} ${scheme} ${value.toLowerCase()}`
        if (!identified.has(key)) identified.set(key, iri)
        if (scheme === 'hub' && idOf(iri, base) === hubKey(value)) addressed.add(subject)
      }
    for (const property of names)
      for (const { subject, iri, value } of valuesOf(index, property)) {
        if (addressed.has(subject)) continue
        // An alias may have made the id of a thing of a hub that nobody has described.
        const hubId = hubIdOf(idOf(iri, base))
        const hubKeyed = `${kindOf(iri)} hub ${hubId}`
        if (hubId !== undefined && !identified.has(hubKeyed)) identified.set(hubKeyed, iri)
        // A person who writes facts down calls things by their ids too.
        for (const name of [value, idOf(iri, base)]) {
          const key = `${kindOf(iri)} ${normalName(name)}`
          const before = named.get(key)
          if (before) before.add(iri)
          else named.set(key, new Set([iri]))
        }
      }
  }
  return { identified, named }
}

/** The hub ids that things of graphs have. */
export function* hubIdsIn(graphs: readonly Graph[]): Generator<HubIdClaim> {
  const property = st('hubId')
  for (const { index } of graphs)
    for (const { iri, value } of valuesOf(index, property)) yield { subject: iri, property, value: literal(value), rank: 'normal' }
}

/** The problems of hub ids that things of several graphs have: what was saved as two things stays two. */
export function twiceKept(graphs: readonly Graph[]): Problem[] {
  const first = new Map<string, string>()
  const problems: Problem[] = []
  for (const { subject, value } of hubIdsIn(graphs)) {
    const key = `${classInIri(subject, graphs[0]!.base)} ${value!.value.toLowerCase()}`
    const before = first.get(key)
    if (before === undefined) first.set(key, subject)
    else if (before !== subject)
      problems.push({
        code: 'two-of-a-hub-id',
        message: `${quote(value!.value)} is the hub id of ${before} and of ${subject}, which were saved apart and stay two`,
        hint: 'build the graphs of their sources together, or add the sources of the one to the other',
      })
  }
  return problems
}

/** The values of a property in the best view. */
export function* valuesOf(index: QuadIndex, property: string): Generator<{ subject: number; iri: string; value: string }> {
  const predicate = index.terms.find(namedNode(property))
  if (predicate === absent) return
  for (const { subject, object } of matching(index, { predicate, graph: defaultGraph }))
    yield { subject, iri: index.terms.term(subject).value, value: index.terms.term(object).value }
}

function first<Item, Answer>(items: readonly Item[], answer: (item: Item) => Answer | undefined): Answer | undefined {
  for (const item of items) {
    const found = answer(item)
    if (found !== undefined) return found
  }
  return undefined
}
