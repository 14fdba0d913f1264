/**
 * Everything that there is to tell of a build, as JSON: each item on a line of its own, in an order that depends on the sources alone, so
 * that two reports can be compared line by line.
 */
import type { Gathered } from '../claims/gather.ts'
import type { Problem } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import { matching } from '../graph/index/match.ts'
import { absent } from '../graph/index/terms.ts'
import { thingsByClass } from '../graph/things.ts'
import { groupBy } from '../group.ts'
import { compareText } from '../model/claim.ts'
import { graphNames } from '../model/iri.ts'
import { prefixes } from '../model/vocabulary.ts'
import type { DroppedFields } from '../sources/dropped.ts'
import { version } from '../version.ts'
import { countsOf } from './resolution-counts.ts'

/** What is told of a build. */
export interface Told {
  readonly graph: Graph
  readonly gathered: Pick<Gathered, 'documents' | 'decisions' | 'retired'>
  readonly problems: readonly Problem[]
  readonly problemCount: number
  readonly dropped: DroppedFields
}

/** The report, piece by piece (docs/sources.md). */
export function* buildReport({ graph, gathered, problems, problemCount, dropped }: Told): Generator<string> {
  const { documents, decisions, retired } = gathered
  const said = saidBySource(graph)
  const things = [...thingsByClass(graph.index)].map(([name, all]) => [name, all.length] as const)
  const counts = {
    things: Object.fromEntries(things),
    sources: said.size,
    problems: problemCount,
    names: countsOf(decisions),
  }
  yield `{\n"stemma": ${JSON.stringify(version)},\n"base": ${JSON.stringify(graph.base)},\n"counts": ${JSON.stringify(counts)}`
  const files = groupBy(documents, ({ source }) => source)
  yield* list(
    'documents',
    [...said.keys()].sort(compareText).map((iri) => ({
      iri,
      ...said.get(iri),
      files: (files.get(iri) ?? []).map(({ file, sha256 }) => ({ file, sha256 })),
    })),
  )
  yield* list(
    'problems',
    problems.map(({ code, message, place, key, hint }) => ({ code, message, ...place, key, hint })),
  )
  yield* list(
    'dropped',
    [...dropped]
      .sort(([a], [b]) => compareText(a, b))
      .map(([field, { count, example }]) => ({
        field,
        count,
        example: { ...example.place, value: example.value, why: example.why },
      })),
  )
  yield* list(
    'decisions',
    decisions.map(({ called: { name, kinds, identifiers }, rule, iri, source, at, place, described, among }) => ({
      name,
      kinds,
      identifiers,
      rule,
      iri,
      among,
      described,
      source,
      at,
      ...place,
    })),
  )
  yield* list(
    'retired',
    [...retired].sort(([a], [b]) => compareText(a, b)).map(([iri, replacedBy]) => ({ iri, replacedBy })),
  )
  yield '\n}\n'
}

function* list(name: string, items: readonly object[]): Generator<string> {
  yield `,\n${JSON.stringify(name)}: [`
  for (const [index, item] of items.entries()) yield `${index === 0 ? '\n' : ',\n'}${JSON.stringify(item)}`
  yield items.length > 0 ? '\n]' : ']'
}

/** How many statements each source makes, of how many things. */
function saidBySource({ base, index }: Graph): Map<string, { things: number; statements: number }> {
  const others = new Set(Object.values(graphNames(base)).map((name) => index.predicate(name)))
  const type = index.predicate(`${prefixes.rdf}type`)
  const counts = new Map<number, { things: number; statements: number }>()
  for (const { predicate, graph } of matching(index, {})) {
    let own = counts.get(graph)
    if (!own) counts.set(graph, (own = { things: 0, statements: 0 }))
    own.statements += 1
    if (predicate === type && type !== absent) own.things += 1
  }
  const sources = [...counts].filter(([graph]) => index.namedGraphs.includes(graph) && !others.has(graph))
  return new Map(sources.map(([graph, own]) => [index.terms.term(graph).value, own]))
}
