/**
 * Turtle and TriG (https://www.w3.org/TR/turtle/, https://www.w3.org/TR/trig/) as a careful person writes them: only the
 * prefixes that are used, one subject a block, `a` first, then the order of the ontology, objects sorted; a blank node
 * that one triple points to stands in its place.
 */
import type { Quad, Term } from '@rdfjs/types'
import { groupBy } from '../group.ts'
import { compareText } from '../model/claim.ts'
import { prefixes as vocabulary, readingOrder } from '../model/vocabulary.ts'
import { toCurie } from '../model/iri.ts'
import type { Format, WriteOptions } from './format.ts'
import { bracketed, inDefaultGraph, nTriplesTerm, quoted } from './terms.ts'

const type = `${vocabulary.rdf}type`
const bare: Record<string, RegExp> = {
  [`${vocabulary.xsd}integer`]: /^[+-]?\d+$/,
  [`${vocabulary.xsd}decimal`]: /^[+-]?\d*\.\d+$/,
  [`${vocabulary.xsd}boolean`]: /^(true|false)$/,
}

export const turtle: Format = {
  name: 'turtle',
  iri: 'http://www.w3.org/ns/formats/Turtle',
  mediaType: 'text/turtle',
  extensions: ['ttl'],
  quads: false,
  write: (quads, options) => document(inDefaultGraph(quads), options),
}

export const trig: Format = {
  name: 'trig',
  iri: 'http://www.w3.org/ns/formats/TriG',
  mediaType: 'application/trig',
  extensions: ['trig'],
  quads: true,
  write: document,
}

function document(quads: readonly Quad[], { prefixes }: WriteOptions): string {
  const used = new Set<string>()
  const iri = (value: string): string => {
    const short = toCurie(value, prefixes)
    if (short === value) return bracketed(value)
    used.add(short.slice(0, short.indexOf(':')))
    return short
  }
  const graphs = [...groupBy(quads, ({ graph }) => (graph.termType === 'DefaultGraph' ? '' : nTriplesTerm(graph)))].sort(([a], [b]) =>
    compareText(a, b),
  )
  const bodies = graphs.map(([name, content]) => {
    const body = blocks(content, iri)
    if (name === '') return body
    const graph = content[0]!.graph
    return `${graph.termType === 'NamedNode' ? iri(graph.value) : name} {\n${indented(body)}}\n`
  })
  const head = [...used]
    .sort(compareText)
    .map((prefix) => `@prefix ${prefix}: ${bracketed(prefixes[prefix]!)} .\n`)
    .join('')
  return head + (head && bodies.length > 0 ? '\n' : '') + bodies.join('\n')
}

/** Each line two spaces in; only line feeds end lines here, and literals hold none unescaped. */
const indented = (body: string): string =>
  body
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n')

/** The blocks of one graph, subjects in order, those of blank nodes last. */
function blocks(quads: readonly Quad[], iri: (value: string) => string): string {
  const bySubject = groupBy(quads, ({ subject }) => nTriplesTerm(subject))
  const inlined = inlineNodes(quads)
  const term = (value: Term): string => {
    if (value.termType === 'NamedNode') return iri(value.value)
    if (value.termType === 'BlankNode' && inlined.has(value.value)) {
      const own = bySubject.get(`_:${value.value}`) ?? []
      return own.length === 0 ? '[]' : `[ ${lines(own).join(' ; ')} ]`
    }
    if (value.termType !== 'Literal') return nTriplesTerm(value)
    if (value.language) return `${quoted(value.value)}@${value.language}`
    if (bare[value.datatype.value]?.test(value.value)) return value.value
    return value.datatype.value === `${vocabulary.xsd}string` ? quoted(value.value) : `${quoted(value.value)}^^${iri(value.datatype.value)}`
  }
  const lines = (own: readonly Quad[]): string[] =>
    [...groupBy(own, ({ predicate }) => predicate.value)]
      .sort(([a], [b]) => readingOrder(a) - readingOrder(b) || compareText(a, b))
      .map(
        ([predicate, group]) =>
          `${predicate === type ? 'a' : iri(predicate)} ${[...new Set(group.map(({ object }) => term(object)))].sort(compareText).join(' , ')}`,
      )
  return [...bySubject]
    .filter(([, [first]]) => !(first!.subject.termType === 'BlankNode' && inlined.has(first!.subject.value)))
    .sort(([a], [b]) => compareText(a, b))
    .map(([, own]) => `${term(own[0]!.subject)} ${lines(own).join(' ;\n    ')} .\n`)
    .join('\n')
}

/** Blank nodes that exactly one triple points to and that are part of no circle. */
function inlineNodes(quads: readonly Quad[]): Set<string> {
  const pointers = groupBy(
    quads.filter(({ object }) => object.termType === 'BlankNode'),
    ({ object }) => object.value,
  )
  const parent = new Map([...pointers].filter(([, own]) => own.length === 1).map(([label, own]) => [label, own[0]!.subject]))
  const reachesNamed = (label: string, seen = new Set<string>()): boolean => {
    const above = parent.get(label)
    if (!above || seen.has(label)) return false
    return above.termType !== 'BlankNode' || !parent.has(above.value) || reachesNamed(above.value, seen.add(label))
  }
  return new Set([...parent.keys()].filter((label) => reachesNamed(label)))
}
