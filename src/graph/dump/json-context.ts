/** The context of a graph's JSON-LD: the project's, as far as the graph uses it. */
import { contextPrefixes, contextUnder, schemeOf, unmistakable } from '../../model/context.ts'
import { heads } from '../../model/term-key.ts'
import { classOf, classNames, propertyOf } from '../../model/vocabulary.ts'
import { readText } from '../../utf8.ts'
import type { QuadIndex } from '../index/quad-index.ts'
import { usedPrefixes } from './used-prefixes.ts'

/** A context, and the prefixes in it by name. */
export interface JsonContext {
  readonly prefixes: Record<string, string>
  readonly terms: Readonly<Record<string, unknown>>
}

/** The context of a graph. */
export function jsonContext(index: QuadIndex): JsonContext {
  const prefixes = unmistakable(contextPrefixes(usedPrefixes(index)), schemesIn(index))
  const properties = [...index.relations.keys()].flatMap((predicate) => propertyOf(index.terms.term(predicate).value)?.name ?? [])
  const classes = classNames.filter((name) => index.hasIri(classOf(name).iri))
  const used = new Set(['@version', ...Object.keys(prefixes), 'id', 'kind', ...classes, ...properties])
  return { prefixes, terms: Object.fromEntries(Object.entries(contextUnder(prefixes)).filter(([name]) => used.has(name))) }
}

const colon = 58

/** The schemes of all IRIs of a graph. Nearly all are under namespaces, which are among the heads; only the others are looked at. */
function schemesIn({ terms }: QuadIndex): Set<string> {
  const schemes = new Set(
    terms.heads.filter((head) => head[0] === heads.iri || head[0] === heads.datatype).map((head) => schemeOf(head.slice(1))),
  )
  const whole = terms.heads.indexOf(heads.iri)
  if (whole >= 0)
    for (let number = 0; number < terms.size; number++) {
      if (terms.look(number) !== whole) continue
      const { text, from, to } = terms
      let end = from
      while (end < to && text[end] !== colon) end += 1
      schemes.add(readText(text, from, end).toLowerCase())
    }
  return schemes
}
