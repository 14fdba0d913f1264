/** Which source says which statement of a file: a graph that is named by a document is what that says, all else the file says. */
import type { Quad_Graph } from '@rdfjs/types'
import { groupBy } from '../../group.ts'
import { mint, slug } from '../../model/iri.ts'
import { claimsIn, claimTable, isGraphOfExport, statementOf, type ClaimTable, type OwnClaim } from './claims.ts'
import { Facts, type Fact } from './facts.ts'
import type { Things } from './things.ts'

/** What a source says. */
export interface SourceFacts {
  /** IRI of its Document. */
  readonly iri: string
  /** What the file calls it, where it goes by an IRI that is not ours. */
  readonly name?: string
  readonly facts: Facts
  /** What it speaks of. */
  readonly subjects: ReadonlySet<string>
}

/**
 * Parts the statements of a file by who says them. An export of ours has beside the graphs of its sources the best view and a
 * description, which are made of what the sources say and are not read.
 *
 * @param all the same statements
 * @param file IRI of the Document that the file is
 */
export function sayingsOf(
  statements: readonly { readonly fact: Fact; readonly graph: Quad_Graph }[],
  all: Facts,
  things: Things,
  file: string,
  base: string,
): { readonly sources: readonly SourceFacts[]; readonly claims: ClaimTable } {
  const documentAt = (node: string): string | undefined =>
    things.kindOf(node) === 'Document' && all.of(node).length > 0
      ? (things.ownIri(node) ?? mint(base, 'Document', slug(things.nameOf(node, ['Document']))))
      : undefined
  const claims = claimsIn(all, documentAt)
  const graphs = new Set(statements.flatMap(({ graph }) => (graph.termType === 'NamedNode' ? [graph.value] : [])))
  const sources = new Map([...graphs].map((name) => [name, documentAt(name)]))
  const isMade = [...graphs].some(isGraphOfExport)
    ? ({ termType, value }: Quad_Graph): boolean => termType === 'DefaultGraph' || isGraphOfExport(value)
    : (): boolean => false

  const bySource = new Map<string, Fact[]>()
  for (const { fact, graph } of statements) {
    const source = sources.get(graph.value) ?? (isMade(graph) ? undefined : file)
    if (source !== undefined && !all.isUsed(fact)) put(bySource, source, fact)
  }
  const claimsBySource = groupBy(claims, ({ source }) => source)
  for (const [source, own] of claimsBySource) addClaimed(bySource, source, own)
  const names = new Map(
    [...sources].flatMap(([name, iri]) => (iri === undefined || iri === name ? [] : [[iri, things.nameOf(name, ['Document'])]])),
  )
  return {
    claims: claimTable(claims),
    sources: [...bySource].map(([iri, said]) => {
      const facts = new Facts(said)
      const name = names.get(iri)
      const claimed = (claimsBySource.get(iri) ?? []).map(({ subject }) => subject)
      return { iri, ...(name !== undefined && { name }), facts, subjects: new Set([...facts.subjects(), ...claimed]) }
    }),
  }
}

/** The statements that claims are about, where they stand nowhere else. */
function addClaimed(bySource: Map<string, Fact[]>, source: string, claims: readonly OwnClaim[]): void {
  const lineOf = ({ subject, predicate, object }: Fact): string => `${subject.value} ${predicate} ${object.termType} ${object.value}`
  const known = new Set(bySource.get(source)?.map(lineOf))
  if (known.size === 0) bySource.set(source, [])
  for (const fact of claims.flatMap((claim) => statementOf(claim) ?? [])) {
    if (known.has(lineOf(fact))) continue
    known.add(lineOf(fact))
    put(bySource, source, fact)
  }
}

function put(map: Map<string, Fact[]>, source: string, fact: Fact): void {
  const before = map.get(source)
  if (before) before.push(fact)
  else map.set(source, [fact])
}
