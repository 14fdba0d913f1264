/** How names were resolved, as JSON has it and as a person reads it. */
import type { Candidate } from '../claims/resolve/candidates.ts'
import type { Rule } from '../claims/resolve/finder.ts'
import type { Decision } from '../claims/resolve/resolve.ts'
import { nameOf, type Graph } from '../graph/graph.ts'
import { groupBy } from '../group.ts'
import { compareText } from '../model/claim.ts'
import { classInIri, pathIn } from '../model/iri.ts'
import type { ClassName } from '../model/vocabulary.ts'
import { oneLine } from '../quote.ts'
import { painter, type Io } from './io.ts'
import { rules } from './resolution-counts.ts'
import type { View } from './resolve-views.ts'

/** A thing, and how a source calls it. */
interface Thing {
  readonly iri: string
  readonly path: string
  readonly name: string
}

/** A name of a thing in a source, how it was resolved, and how often. */
interface Call {
  readonly name: string
  readonly source: string
  readonly rule: Rule
  readonly times: number
}

/** What is shown: each part in an order that does not change. */
export interface Resolution {
  readonly merged?: readonly (Thing & { readonly names: readonly Call[] })[]
  readonly apart?: readonly (Thing & {
    readonly rule: Rule
    readonly source: string
    readonly times: number
    readonly among?: readonly Thing[]
  })[]
  readonly stubs?: readonly (Thing & { readonly times: number; readonly sources: readonly string[] })[]
  readonly candidates?: readonly {
    readonly number: number
    readonly from: Thing
    readonly to: Thing
    readonly why: string
    /** Whether the alias table can say that they are one. */
    readonly acceptable: boolean
  }[]
}

/** Puts together what is shown of decisions and candidates: of one class, or one part alone, where that is wanted. */
export function resolutionOf(
  graph: Graph,
  all: readonly Decision[],
  candidates: readonly Candidate[],
  { only, class: className }: { readonly only?: View; readonly class?: ClassName },
): Resolution {
  const { base } = graph
  const isWanted = (iri: string): boolean => className === undefined || classInIri(iri, base) === className
  const thing = (iri: string): Thing => ({ iri, path: pathIn(iri, base), name: nameOf(graph, iri) })
  const decisions = all.filter(({ iri, source }) => iri !== source && isWanted(iri))
  const byThing = [...groupBy(decisions, ({ iri }) => iri)]
  const parts: { readonly [Part in View]: () => Resolution } = {
    merged: () => ({
      merged: byThing
        .filter(([, own]) => isMerged(own))
        .map(([iri, own]) => ({ ...thing(iri), names: callsOf(own, graph) }))
        .sort((a, b) => compareText(a.path, b.path)),
    }),
    apart: () => ({
      apart: byThing
        .flatMap(([iri, own]) =>
          [
            ...groupBy(
              own.filter(({ rule }) => rule === 'ambiguous' || rule === 'apart'),
              ({ source }) => source,
            ).values(),
          ].map((same) => {
            const [{ rule, among, source }] = same as [Decision]
            return {
              ...thing(iri),
              rule,
              source: nameOf(graph, source),
              times: same.length,
              ...(among && { among: among.map(thing) }),
            }
          }),
        )
        .sort((a, b) => compareText(a.path, b.path)),
    }),
    stubs: () => ({
      stubs: byThing
        .filter(([, own]) => own.some(({ rule }) => rule === 'stub'))
        .map(([iri, own]) => ({
          ...thing(iri),
          times: own.length,
          sources: [...new Set(own.map(({ source }) => nameOf(graph, source)))],
        }))
        .sort((a, b) => b.times - a.times || compareText(a.path, b.path)),
    }),
    candidates: () => ({
      candidates: candidates.flatMap(({ from, to, kind, why, accepted }, index) =>
        className === undefined || kind === className || isWanted(from)
          ? [{ number: index + 1, from: thing(from), to: thing(to), why, acceptable: accepted.length > 0 }]
          : [],
      ),
    }),
  }
  return only ? parts[only]() : { ...parts.merged(), ...parts.apart(), ...parts.stubs(), ...parts.candidates() }
}

/** Whether several sources, or several names, were found to mean a thing; a source that calls its own thing by its name merges nothing. */
function isMerged(own: readonly Decision[]): boolean {
  const [first] = own
  return own.some(
    ({ rule, source, called }) =>
      rules.has(rule) && rule !== 'own-name' && !(isOwn(first!) && source === first!.source && called.name === first!.called.name),
  )
}

/** Whether nothing was known of the thing before. */
const isOwn = ({ rule }: Decision): boolean => !rules.has(rule)

function callsOf(decisions: readonly Decision[], graph: Graph): Call[] {
  return [...groupBy(decisions, ({ called, source, rule }) => `${called.name}\n${source}\n${rule}`).values()].map((same) => {
    const [{ called, source, rule }] = same as [Decision]
    return { name: called.name, source: nameOf(graph, source), rule, times: same.length }
  })
}

const words: Readonly<Record<Rule, string>> = {
  identifier: 'the same identifier',
  alias: 'the alias table',
  'own-name': 'what this source calls so',
  name: 'the same name',
  new: 'described for the first time',
  stub: 'named for the first time',
  ambiguous: 'several things have the name',
  apart: 'kept apart by the alias table',
}

const times = (count: number): string => (count === 1 ? '' : `, ${count.toLocaleString('en')} times`)

/** The same as text. */
export function resolutionText({ merged, apart, stubs, candidates }: Resolution, io: Io): string {
  const paint = painter(io)
  const called = ({ name, path }: Thing): string => `${paint('bold', oneLine(name))} ${paint('dim', path)}`
  const part = (title: string, items: readonly string[] | undefined): string =>
    items ? `${paint('bold', `${title} (${items.length.toLocaleString('en')})`)}\n${items.map((item) => `${item}\n`).join('')}\n` : ''
  return [
    part(
      'Merged',
      merged?.map((one) =>
        [
          called(one),
          ...one.names.map(
            ({ name, source, rule, times: count }) => `  ${oneLine(name)}: ${oneLine(source)}${times(count)}: ${words[rule]}`,
          ),
        ].join('\n'),
      ),
    ),
    part(
      'Apart',
      apart?.map(
        (one) =>
          `${called(one)}: ${oneLine(one.source)}${times(one.times)}: ${words[one.rule]}${one.among ? `: ${one.among.map(({ path }) => path).join(', ')}` : ''}`,
      ),
    ),
    part(
      'Only named',
      stubs?.map((one) => `${called(one)}: ${one.sources.map(oneLine).join(', ')}${times(one.times)}`),
    ),
    part(
      'May be one',
      candidates?.map(
        ({ number, from, to, why, acceptable }) =>
          `${paint('cyan', String(number).padStart(4))} ${called(from)} → ${called(to)}: ${why}${acceptable ? '' : ' (not by its name alone)'}`,
      ),
    ),
  ]
    .join('')
    .replace(/\n$/, '')
}
