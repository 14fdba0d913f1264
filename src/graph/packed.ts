/**
 * The packaged graph: the claims as one JSON text, read in a few milliseconds where YAML takes hundreds. A thing's claims
 * are made when they are asked for, so that a question about one family does not pay for the others.
 */
import { StemmaError } from '../errors.ts'
import { groupBy } from '../group.ts'
import { literal, namedNode, type Claim, type Value } from '../model/claim.ts'
import type { ClaimStore } from './claim-store.ts'
import { createGraph, type Graph } from './graph.ts'

const layout = 2
const texts = ['subject', 'property', 'source', 'at', 'written', 'note', 'rank', 'reason', 'citing', 'status'] as const
const at = Object.fromEntries([...texts, 'kind', 'value', 'tag', 'range', 'confidence'].map((name, index) => [name, index])) as Record<
  (typeof texts)[number] | 'kind' | 'value' | 'tag' | 'range' | 'confidence',
  number
>
const kinds = { none: 0, iri: 1, language: 2, datatype: 3 } as const

/** A claim as numbers: places in the table of strings, or -1; then the kind of value, its text and tag, range and confidence. */
type Row = readonly (number | null | readonly (number | null)[])[]

interface Packed {
  readonly stemma: number
  readonly base: string
  /** Every text once. */
  readonly strings: readonly string[]
  /** The claims in their order. */
  readonly claims: readonly Row[]
}

/** The claims of a graph as JSON; places in the input are left out. */
export function pack(graph: Graph): string {
  const index = new Map<string, number>()
  const intern = (text: string | undefined): number => {
    if (text === undefined) return -1
    const known = index.get(text) ?? index.size
    index.set(text, known)
    return known
  }
  const claims = graph.claims.map((claim): Row => {
    const { value, range, confidence } = claim
    const [kind, tag] = !value
      ? [kinds.none, undefined]
      : value.termType === 'NamedNode'
        ? [kinds.iri, undefined]
        : value.language
          ? [kinds.language, value.language]
          : [kinds.datatype, value.datatype.value]
    // JSON has no infinity: an open end of a range is null.
    const ends = range?.map((end) => (Number.isFinite(end) ? end : null)) ?? null
    return [...texts.map((name) => intern(claim[name])), kind, intern(value?.value), intern(tag), ends, confidence ?? null]
  })
  return JSON.stringify({ stemma: layout, base: graph.base, strings: [...index.keys()], claims } satisfies Packed)
}

/**
 * The graph of a packed text.
 *
 * @throws StemmaError when it is not one, or of another layout
 */
export function unpack(text: string, file: string): Graph {
  const packed = parse(text)
  if (packed?.stemma !== layout)
    throw new StemmaError(
      {
        code: 'bad-graph-file',
        message: `${file} is no graph of this version of Stemma`,
        place: { file },
        hint: 'build the package again: npm run build',
      },
      'outside',
    )
  return createGraph(packedStore(packed), packed.base)
}

function packedStore({ strings, claims: rows }: Packed): ClaimStore {
  const text = (row: Row, field: keyof typeof at): string => strings[row[at[field]] as number]!
  const bySubject = groupBy(rows, (row) => text(row, 'subject'))
  const made = new Map<string, readonly Claim[]>()
  const of = (subject: string): readonly Claim[] => {
    const known = made.get(subject) ?? (bySubject.get(subject) ?? []).map((row) => claimOf(row, strings))
    made.set(subject, known)
    return known
  }
  let byObject: Map<string, Row[]> | undefined
  let all: readonly Claim[] | undefined
  return {
    subjects: [...bySubject.keys()],
    all: () => (all ??= [...bySubject.keys()].flatMap(of)),
    of,
    pointingTo: (iri) => {
      byObject ??= groupBy(
        rows.filter((row) => row[at.kind] === kinds.iri),
        (row) => text(row, 'value'),
      )
      return [...new Set((byObject.get(iri) ?? []).map((row) => text(row, 'subject')))]
    },
  }
}

function claimOf(row: Row, strings: readonly string[]): Claim {
  const claim: Record<string, unknown> = {}
  for (const [position, name] of texts.entries()) if (row[position] !== -1) claim[name] = strings[row[position] as number]
  const value = valueOf(row, strings)
  const range = row[at.range] as readonly (number | null)[] | null
  if (value) claim['value'] = value
  if (range) claim['range'] = [range[0] ?? -Infinity, range[1] ?? Infinity]
  if (row[at.confidence] !== null) claim['confidence'] = row[at.confidence]
  return claim as unknown as Claim
}

function valueOf(row: Row, strings: readonly string[]): Value | undefined {
  const [kind, value, tag] = [row[at.kind], strings[row[at.value] as number], strings[row[at.tag] as number]]
  if (kind === kinds.none) return undefined
  return kind === kinds.iri ? namedNode(value!) : literal(value!, kind === kinds.language ? tag! : namedNode(tag!))
}

function parse(text: string): Packed | undefined {
  try {
    return JSON.parse(text) as Packed
  } catch {
    return undefined
  }
}
