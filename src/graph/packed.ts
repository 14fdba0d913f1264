/**
 * The packaged graph: JSON lines, of which a question reads those that it needs.
 *
 * The first line has the base, the things, a table of IRIs and the length of every other line; the second says which
 * things point to which; the third has the triples of the best view by predicate; then comes a line for each thing, with
 * its claims and what the best view states of it.
 */
import { readFileSync } from 'node:fs'
import { fileError, StemmaError } from '../errors.ts'
import { literal, namedNode, type Claim, type Value } from '../model/claim.ts'
import type { ClaimStore } from './claim-store.ts'
import { createGraph, type Graph } from './graph.ts'
import type { Statement, Triple } from './statement.ts'

const layout = 3
const texts = ['at', 'written', 'note', 'rank', 'reason', 'status', 'confidence'] as const

interface Header {
  readonly stemma: number
  readonly base: string
  readonly subjects: readonly string[]
  /** Every IRI that a claim names as property, source, value or datatype, once. */
  readonly iris: readonly string[]
  /** Bytes of the lines that follow, their line feeds included. */
  readonly lines: readonly number[]
}

/** An IRI by its place in the table; or a text with its language or the place of its datatype. */
type PackedValue = number | readonly [text: string, tag: string | number]

interface PackedClaim extends Partial<Record<(typeof texts)[number], string | number>> {
  readonly property: number
  readonly source: number
  readonly citing?: number
  readonly value?: PackedValue
  /** JSON has no infinity: an open end of a range is null. */
  readonly range?: readonly (number | null)[]
}

interface PackedThing {
  readonly claims: readonly PackedClaim[]
  /** Property, why it is stated, and the places of its claims among those of the thing. */
  readonly statements: readonly (readonly [property: number, because: string, ...claims: number[]])[]
}

/** Of each property, the places of subject and value in turn. */
type PackedTriples = readonly (readonly [property: number, ...pairs: (readonly [subject: number, value: PackedValue])[]])[]

/** A graph as JSON lines; places in the input are left out. */
export function pack(graph: Graph): string {
  const iris = new Map<string, number>()
  const placeOf = (iri: string): number => {
    const place = iris.get(iri) ?? iris.size
    iris.set(iri, place)
    return place
  }
  const packValue = (value: Value): PackedValue =>
    value.termType === 'NamedNode' ? placeOf(value.value) : [value.value, value.language || placeOf(value.datatype.value)]
  const packClaim = (claim: Claim): PackedClaim => ({
    property: placeOf(claim.property),
    source: placeOf(claim.source),
    ...(claim.citing !== undefined && { citing: placeOf(claim.citing) }),
    ...(claim.value && { value: packValue(claim.value) }),
    ...(claim.range && { range: claim.range.map((end) => (Number.isFinite(end) ? end : null)) }),
    ...Object.fromEntries(texts.filter((name) => claim[name] !== undefined).map((name) => [name, claim[name]])),
  })
  const subjects = [...graph.entities.keys()]
  const place = new Map(subjects.map((iri, index) => [iri, index]))
  const things = subjects.map((iri): PackedThing => {
    const claims = graph.claimsOf(iri)
    return {
      claims: claims.map(packClaim),
      statements: graph
        .statementsOf(iri)
        .map(({ property, because, claims: own }) => [placeOf(property), because, ...own.map((claim) => claims.indexOf(claim))]),
    }
  })
  const triples: PackedTriples = [...graph.triples].map(([property, own]) => [
    placeOf(property),
    ...own.map(({ subject, value }) => [place.get(subject)!, packValue(value)] as const),
  ])
  const pointing = [...iris].map(([iri]) => graph.pointingTo(iri).map((subject) => place.get(subject)!))
  const lines = [pointing, triples, ...things].map((line) => `${JSON.stringify(line)}\n`)
  const header: Header = {
    stemma: layout,
    base: graph.base,
    subjects,
    iris: [...iris.keys()],
    lines: lines.map((line) => Buffer.byteLength(line)),
  }
  return `${JSON.stringify(header)}\n${lines.join('')}`
}

/** The graph of a packed file; throws as `unpack` does, and where the file cannot be read. */
export function openPacked(file: string): Graph {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (error) {
    throw new StemmaError(fileError(error, file).problems, 'outside')
  }
  return unpack(bytes, file)
}

/**
 * The graph of packed bytes.
 *
 * @throws StemmaError when they are not one, not whole, or of another layout
 */
export function unpack(bytes: Buffer, file: string): Graph {
  const start = bytes.indexOf('\n') + 1
  const header = headerOf(bytes.subarray(0, start))
  const length = header?.lines.reduce((sum, line) => sum + line, start)
  if (!header || length !== bytes.length)
    throw new StemmaError(
      {
        code: 'bad-graph-file',
        message: `${file} is no graph of this version of Stemma`,
        place: { file },
        hint: 'install Stemma again; in a clone of it: npm run build',
      },
      'outside',
    )
  return createGraph(packedStore(header, linesOf(bytes, start, header.lines)), header.base)
}

function headerOf(line: Buffer): Header | undefined {
  try {
    const header = JSON.parse(line.toString('utf8')) as Partial<Header> | null
    return header?.stemma === layout && Array.isArray(header.lines) ? (header as Header) : undefined
  } catch {
    return undefined
  }
}

/** A line by its number, parsed when it is asked for. */
function linesOf(bytes: Buffer, start: number, lengths: readonly number[]): (index: number) => unknown {
  let end = start
  const ends = lengths.map((length) => (end += length))
  return (index) => JSON.parse(bytes.toString('utf8', index === 0 ? start : ends[index - 1], ends[index]))
}

function packedStore({ subjects, iris }: Header, line: (index: number) => unknown): ClaimStore {
  const valueOf = (value: PackedValue): Value =>
    typeof value === 'number'
      ? namedNode(iris[value]!)
      : literal(value[0], typeof value[1] === 'string' ? value[1] : namedNode(iris[value[1]]!))
  const places = once(() => new Map(subjects.map((iri, index) => [iri, index])))
  const things = new Map<string, { claims: readonly Claim[]; statements: readonly Statement[] }>()
  const thing = (subject: string): { claims: readonly Claim[]; statements: readonly Statement[] } => {
    const known = things.get(subject)
    const index = known ? undefined : places().get(subject)
    if (index === undefined) return known ?? nothing
    const packed = line(index + 2) as PackedThing
    const claims = packed.claims.map(({ property, source, citing, value, range, ...rest }) => ({
      subject,
      property: iris[property]!,
      source: iris[source]!,
      ...(citing !== undefined && { citing: iris[citing]! }),
      ...(value !== undefined && { value: valueOf(value) }),
      ...(range && { range: [range[0] ?? -Infinity, range[1] ?? Infinity] as const }),
      ...rest,
    })) as unknown as Claim[]
    const statements = packed.statements.map(([property, because, ...own]): Statement => {
      const [first] = own as [number]
      const { property: stated, value } = claims[first]!
      const path = iris[property]!
      return {
        subject,
        property: path,
        value: value!,
        claims: own.map((index) => claims[index]!),
        because,
        ...(path !== stated && { entailed: true as const }),
      }
    })
    things.set(subject, { claims, statements })
    return { claims, statements }
  }
  const pointing = once(() => line(0) as readonly (readonly number[])[])
  const irisByName = once(() => new Map(iris.map((iri, index) => [iri, index])))
  const triples = once(
    () =>
      new Map(
        (line(1) as PackedTriples).map(([property, ...pairs]) => {
          const path = iris[property]!
          return [path, pairs.map(([subject, value]): Triple => ({ subject: subjects[subject]!, property: path, value: valueOf(value) }))]
        }),
      ),
  )
  return {
    subjects,
    all: once(() => subjects.flatMap((subject) => thing(subject).claims)),
    of: (subject) => thing(subject).claims,
    pointingTo: (iri) => (pointing()[irisByName().get(iri) ?? -1] ?? []).map((index) => subjects[index]!),
    view: { statementsOf: (subject) => thing(subject).statements, triples },
  }
}

const nothing = { claims: [], statements: [] }

/** What a function gives, worked out when it is first asked for. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
