/** The graph as RDF 1.1 quads: the best view, a graph for each source, the graph of claims. */
import { hash } from 'node:crypto'
import type { Quad, Quad_Graph } from '@rdfjs/types'
import { compareText, literal, namedNode, quad, termKey, type Claim } from '../model/claim.ts'
import { graphNames, idOf, mint, slug } from '../model/iri.ts'
import { decimalText } from '../model/number.ts'
import { rangeOfText } from '../model/value.ts'
import { classNames, classOf, prefixes, propertyOf } from '../model/vocabulary.ts'
import { about, type Census } from './about.ts'
import { groupBy } from '../group.ts'
import { statedClaims } from '../claims/stated.ts'
import { datasetOf } from './index/rdfjs.ts'
import { entitiesOf, partsOf, valueOf, type Graph } from './graph.ts'

/**
 * What an export holds: the best view alone; the graph of each source; everything, the best view as default graph; or
 * everything for a triple store, where plain patterns match all graphs at once: there the best view has a graph's name.
 */
export type View = 'best' | 'sources' | 'all' | 'store'

const rdf = (local: string): ReturnType<typeof namedNode> => namedNode(prefixes.rdf + local)

/** The plain triples that a person queries, subject by subject, in reading order. */
export function bestQuads(graph: Graph): Quad[] {
  return [...graph.entities.keys()]
    .sort(compareText)
    .flatMap((iri) => graph.statementsOf(iri).map(({ subject, property, value }) => quad(namedNode(subject), namedNode(property), value)))
}

/** The best view of one thing and of what belongs to it: its trainings, evaluations and comparisons. */
export function quadsAbout(graph: Graph, iri: string): Quad[] {
  const own = graph.statementsOf(iri).map(({ subject, property, value }) => quad(namedNode(subject), namedNode(property), value))
  return [...own, ...partsOf(graph, iri).flatMap((part) => quadsAbout(graph, part))]
}

/** What each source says, in a graph that is named by the source; deprecated claims are said too, so they are here. */
export function sourceQuads(claims: readonly Claim[]): Quad[] {
  const seen = new Set<string>()
  return claims.flatMap(({ subject, property, value, source }) => {
    const key = value && `${subject} ${property} ${termKey(value)} ${source}`
    if (!key || seen.has(key)) return []
    seen.add(key)
    return [quad(namedNode(subject), namedNode(property), value, namedNode(source))]
  })
}

/** An st:Claim for each claim that has more to say than its triple. */
export function claimQuads(claims: readonly Claim[], base: string): Quad[] {
  const name = namedNode(graphNames(base).claims)
  return statedClaims(claims)
    .filter(saysMore)
    .flatMap((claim) => reify(claim, base, name))
}

const saysMore = (claim: Claim): boolean => {
  const { at, written, note, rank, confidence, citing, status } = claim
  return [at, written, note, confidence, citing, status, openRange(claim)].some((field) => field !== undefined) || rank !== 'normal'
}

/** The range of a number, where its canonical form does not tell. */
function openRange({ property, value, range }: Claim): readonly [low: number, high: number] | undefined {
  const implied = value && propertyOf(property) && rangeOfText(value.value, propertyOf(property)!)
  return range && !(implied && implied[0] === range[0] && implied[1] === range[1]) ? range : undefined
}

/** The IRI of a claim: the same for the same subject, property, value, source and place. */
function claimIri({ subject, property, value, status, source, at }: Claim, base: string): string {
  const content = [subject, property, value ? termKey(value) : `status ${status}`, source, at ?? ''].join('\n')
  const digest = hash('sha256', content, 'hex').slice(0, 12)
  return mint(base, 'Claim', `${idOf(subject, base)}--${slug((propertyOf(property)?.name ?? 'type').toLowerCase())}--${digest}`)
}

function reify(claim: Claim, base: string, graph: Quad_Graph): Quad[] {
  const subject = namedNode(claimIri(claim, base))
  const { properties } = classOf('Claim')
  const [low, high] = openRange(claim) ?? []
  const fields = {
    subject: namedNode(claim.subject),
    predicate: namedNode(claim.property),
    object: claim.value,
    source: namedNode(claim.source),
    at: claim.at,
    written: claim.written,
    atLeast: bound(low),
    atMost: bound(high),
    note: claim.note,
    rank: claim.rank,
    reason: claim.reason,
    confidence: bound(claim.confidence),
    citing: claim.citing && namedNode(claim.citing),
    status: claim.status,
  }
  return [
    quad(subject, rdf('type'), namedNode(classOf('Claim').iri), graph),
    quad(subject, rdf('type'), rdf('Statement'), graph),
    ...Object.entries(fields).flatMap(([name, value]) =>
      value === undefined || value === ''
        ? []
        : [quad(subject, namedNode(properties.get(name)!.path), typeof value === 'string' ? literal(value) : value, graph)],
    ),
  ]
}

const decimal = namedNode(`${prefixes.xsd}decimal`)

/** A number as xsd:decimal, which knows no exponents; an end that is open is none. */
const bound = (number: number | undefined): ReturnType<typeof literal> | undefined =>
  number === undefined || !Number.isFinite(number) ? undefined : literal(decimalText(number), decimal)

const views: Readonly<Record<View, (graph: Graph) => Quad[]>> = {
  best: bestQuads,
  sources: ({ claims }) => sourceQuads(claims),
  all: (graph) => {
    const { best, ...others } = parts(graph)
    return [...best, ...Object.values(others).flat()]
  },
  store: (graph) => {
    const { best, ...others } = parts(graph)
    const name = namedNode(graphNames(graph.base).best)
    return [...best.map(({ subject, predicate, object }) => quad(subject, predicate, object, name)), ...Object.values(others).flat()]
  },
}

interface Parts {
  readonly best: readonly Quad[]
  readonly sources: readonly Quad[]
  readonly claims: readonly Quad[]
}

function parts(graph: Graph): Parts & { readonly about: readonly Quad[] } {
  const made = { best: bestQuads(graph), sources: sourceQuads(graph.claims), claims: claimQuads(graph.claims, graph.base) }
  return { ...made, about: about(graph.base, census(graph, made), graph.retired) }
}

function census(graph: Graph, { best, sources, claims }: Parts): Census {
  const distinct = (part: (quad: Quad) => string): number => new Set(best.map(part)).size
  const bySource = groupBy(sources, ({ graph: source }) => source.value)
  return {
    triples: best.length,
    entities: graph.entities.size,
    subjects: distinct(({ subject }) => subject.value),
    predicates: distinct(({ predicate }) => predicate.value),
    classes: new Map(classNames.map((name) => [name, entitiesOf(graph, name).length])),
    claims: claims.length,
    sources: [...bySource].map(([iri, said]) => ({
      iri,
      triples: said.length,
      known: (['retrieved', 'sha256'] as const).flatMap((key) => {
        const value = valueOf(graph, iri, key)
        return value ? [[key, value] as const] : []
      }),
    })),
  }
}

/** The quads of the view `store`, one at a time: however many there are, few of them are in memory. */
export function* storeQuads({ base, index }: Graph): Generator<Quad> {
  const best = namedNode(graphNames(base).best)
  for (const one of datasetOf(index)) yield one.graph.termType === 'DefaultGraph' ? quad(one.subject, one.predicate, one.object, best) : one
}

/** The quads of a view, in a fixed order. */
export function quadsOf(graph: Graph, view: View): Quad[] {
  return views[view](graph)
}
