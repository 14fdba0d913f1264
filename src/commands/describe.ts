/** How things, values and sources are put into words. */
import { nameOf, type Graph } from '../graph/graph.ts'
import type { Claim, Value } from '../model/claim.ts'
import { idOf } from '../model/iri.ts'
import { prefixes, propertyOf } from '../model/vocabulary.ts'

const scales: readonly [number, string][] = [
  [1e24, ' septillion'],
  [1e21, ' sextillion'],
  [1e18, ' quintillion'],
  [1e15, ' quadrillion'],
  [1e12, ' trillion'],
  [1e9, ' billion'],
  [1e6, ' million'],
]

/** A value in words: a thing by its name, a number with its unit, a large one as people say it. */
export function valueText(graph: Graph, value: Value, property: string, language = 'en'): string {
  if (value.termType === 'NamedNode') return nameOf(graph, value.value, language)
  const { unit } = propertyOf(property) ?? {}
  return unit ? quantity(value.value, unit) : value.value
}

/** `70000000000`, `parameters` as `70 billion parameters`; bytes and speeds with their usual prefixes. */
function quantity(lexical: string, unit: string): string {
  const number = Number(lexical)
  if (unit === 'percent') return `${lexical}%`
  if (unit === 'unknown') return `${grouped(lexical)} (unit not stated)`
  if (unit === 'bytes')
    return (
      scaled(number, [
        [1e15, ' PB'],
        [1e12, ' TB'],
        [1e9, ' GB'],
        [1e6, ' MB'],
        [1e3, ' kB'],
      ]) ?? `${lexical} bytes`
    )
  if (unit === 'FLOP/s')
    return (
      scaled(number, [
        [1e15, ' PFLOP/s'],
        [1e12, ' TFLOP/s'],
        [1e9, ' GFLOP/s'],
      ]) ?? `${lexical} FLOP/s`
    )
  if (unit === 'FLOP') return `${number.toExponential().replace('e+', 'e')} FLOP`
  return `${scaled(number, scales) ?? grouped(lexical)} ${number === 1 ? unit.replace(/s$/, '') : unit}`
}

function scaled(number: number, table: readonly [number, string][]): string | undefined {
  const fit = table.find(([size]) => Math.abs(number) >= size)
  return fit && `${Number((number / fit[0]).toPrecision(6))}${fit[1]}`
}

const grouped = (lexical: string): string => lexical.replace(/^\d+/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','))

/** A source and the place in it: `chinchilla-paper §4.1`. */
export function sourceText(graph: Graph, { source, at, citing }: Claim): string {
  return `${idOf(source, graph.base)}${at ? ` ${at}` : ''}${citing ? `, citing ${idOf(citing, graph.base)}` : ''}`
}

/** The sources of some claims, each once: `[bloom-paper §3.1; gen2-gen3-survey Bloom ¶2]`. */
export function sourcesText(graph: Graph, claims: readonly Claim[]): string {
  return `[${[...new Set(claims.map((claim) => sourceText(graph, claim)))].join('; ')}]`
}

/** The value that a claim states as its source writes it, or the status in its place. */
export function claimText(graph: Graph, claim: Claim, language = 'en'): string {
  if (!claim.value) return `(${claim.status})`
  const text = valueText(graph, claim.value, claim.property, language)
  return claim.written && claim.written !== text ? `${text}, written "${claim.written}"` : text
}

/** The year, month or day on which a thing was released, if the best view has one. */
export function releasedText(graph: Graph, iri: string): string | undefined {
  return graph.statementsOf(iri).find(({ property }) => property === `${prefixes.dct}issued`)?.value.value
}
