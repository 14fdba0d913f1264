/** The graph as RDF 1.1 quads: the best view, a graph for each source, the graph of claims. */
import { hash } from 'node:crypto'
import type { Quad, Quad_Graph, Quad_Object } from '@rdfjs/types'
import { compareText, literal, namedNode, quad, termKey, type Claim } from '../model/claim.ts'
import { graphNames, idOf, mint, slug } from '../model/iri.ts'
import { decimalText } from '../model/number.ts'
import { rangeOfText } from '../model/value.ts'
import { classOf, prefixes, propertyOf } from '../model/vocabulary.ts'
import { statedClaims } from '../claims/stated.ts'
import { remember } from '../remember.ts'
import { about } from './about.ts'
import { counting } from './counting.ts'
import { datasetOf } from './index/rdfjs.ts'
import { partsOf, type Graph } from './graph.ts'

/**
 * What an export holds: the best view alone; the graph of each source; everything, the best view as default graph; or
 * everything for a triple store, where plain patterns match all graphs at once: there the best view has a graph's name.
 */
export type View = 'best' | 'sources' | 'all' | 'store'

const rdf = (local: string): ReturnType<typeof namedNode> => namedNode(prefixes.rdf + local)

/** The plain triples that a person queries, subject by subject, in reading order. */
export function* bestQuads(graph: Graph): Generator<Quad> {
  for (const iri of [...graph.entities.keys()].sort(compareText)) yield* statedQuads(graph, iri)
}

function* statedQuads(graph: Graph, iri: string): Generator<Quad> {
  for (const { subject, property, value } of graph.statementsOf(iri)) yield quad(namedNode(subject), namedNode(property), value)
}

/** The best view of one thing and of what belongs to it: its trainings, evaluations and comparisons. */
export function quadsAbout(graph: Graph, iri: string): Quad[] {
  return [...statedQuads(graph, iri), ...partsOf(graph, iri).flatMap((part) => quadsAbout(graph, part))]
}

/** What each source says, in a graph that is named by the source; deprecated claims are said too, so they are here. */
export function* sourceQuads(claims: readonly Claim[]): Generator<Quad> {
  const seen = new Set<string>()
  let about = ''
  for (const { subject, property, value, source } of claims) {
    if (!value) continue
    // They are sorted by subject.
    if (subject !== about) seen.clear()
    about = subject
    const key = `${property} ${termKey(value)} ${source}`
    if (seen.has(key)) continue
    seen.add(key)
    yield quad(namedNode(subject), namedNode(property), value, namedNode(source))
  }
}

/** An st:Claim for each claim that has more to say than its triple. */
export function* claimQuads(claims: readonly Claim[], base: string): Generator<Quad> {
  const name = namedNode(graphNames(base).claims)
  for (const claim of statedClaims(claims)) if (saysMore(claim)) yield* reify(claim, base, name)
}

const saysMore = (claim: Claim): boolean => {
  const { at, written, note, rank, confidence, citing, status } = claim
  return [at, written, note, confidence, citing, status, openRange(claim)].some((field) => field !== undefined) || rank !== 'normal'
}

/** The range of a number, where its canonical form does not tell. */
function openRange({ property, value, range }: Claim): readonly [low: number, high: number] | undefined {
  if (!range) return undefined
  const implied = value && propertyOf(property) && rangeOfText(value.value, propertyOf(property)!)
  return implied && implied[0] === range[0] && implied[1] === range[1] ? undefined : range
}

/** The IRI of a claim: the same for the same subject, property, value, source and place. */
function claimIri({ subject, property, value, status, source, at }: Claim, base: string): string {
  const content = [subject, property, value ? termKey(value) : `status ${status}`, source, at ?? ''].join('\n')
  const digest = hash('sha256', content, 'hex').slice(0, 12)
  return mint(base, 'Claim', `${idOf(subject, base)}--${slug((propertyOf(property)?.name ?? 'type').toLowerCase())}--${digest}`)
}

const types = remember(() => [namedNode(classOf('Claim').iri), rdf('Statement')])
const pathOf = remember((key) => namedNode(classOf('Claim').properties.get(key)!.path))
const typePath = rdf('type')

/** What is written of a claim, by the keys of its class. */
const fields: readonly (readonly [key: string, of: (claim: Claim) => Quad_Object | string | undefined])[] = [
  ['subject', ({ subject }) => namedNode(subject)],
  ['predicate', ({ property }) => namedNode(property)],
  ['object', ({ value }) => value],
  ['source', ({ source }) => namedNode(source)],
  ['at', ({ at }) => at],
  ['written', ({ written }) => written],
  ['atLeast', (claim) => bound(openRange(claim)?.[0])],
  ['atMost', (claim) => bound(openRange(claim)?.[1])],
  ['note', ({ note }) => note],
  ['rank', ({ rank }) => rank],
  ['reason', ({ reason }) => reason],
  ['confidence', ({ confidence }) => bound(confidence)],
  ['citing', ({ citing }) => citing && namedNode(citing)],
  ['status', ({ status }) => status],
]

function* reify(claim: Claim, base: string, graph: Quad_Graph): Generator<Quad> {
  const subject = namedNode(claimIri(claim, base))
  for (const one of types('')) yield quad(subject, typePath, one, graph)
  for (const [key, of] of fields) {
    const value = of(claim)
    if (value !== undefined && value !== '') yield quad(subject, pathOf(key), typeof value === 'string' ? literal(value) : value, graph)
  }
}

const decimal = namedNode(`${prefixes.xsd}decimal`)

/** A number as xsd:decimal, which knows no exponents; an end that is open is none. */
const bound = (number: number | undefined): ReturnType<typeof literal> | undefined =>
  number === undefined || !Number.isFinite(number) ? undefined : literal(decimalText(number), decimal)

const views: Readonly<Record<View, (graph: Graph) => Iterable<Quad>>> = {
  best: bestQuads,
  sources: ({ claims }) => sourceQuads(claims),
  all: allQuads,
  store: storeView,
}

/** Everything, the best view as default graph: one quad at a time, since there are ten for each claim. */
export function* allQuads(graph: Graph): Generator<Quad> {
  const { base, claims, retired } = graph
  const counted = counting(graph)
  yield* counted.best(bestQuads(graph))
  yield* counted.sources(sourceQuads(claims))
  yield* counted.claims(claimQuads(claims, base))
  yield* about(base, counted.census(), retired)
}

function* storeView(graph: Graph): Generator<Quad> {
  const name = namedNode(graphNames(graph.base).best)
  for (const one of allQuads(graph)) yield one.graph.termType === 'DefaultGraph' ? quad(one.subject, one.predicate, one.object, name) : one
}

/** The quads of the view `store`, one at a time: however many there are, few of them are in memory. */
export function* storeQuads({ base, index }: Graph): Generator<Quad> {
  const best = namedNode(graphNames(base).best)
  for (const one of datasetOf(index)) yield one.graph.termType === 'DefaultGraph' ? quad(one.subject, one.predicate, one.object, best) : one
}

/** The quads of a view, in a fixed order. */
export function quadsOf(graph: Graph, view: View): Quad[] {
  return [...views[view](graph)]
}
