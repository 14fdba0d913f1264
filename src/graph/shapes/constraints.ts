/**
 * What the constraints of SHACL ask, as far as it is quickly told (https://www.w3.org/TR/shacl/#core-components): one
 * function a parameter. An answer is never wrong: what is not certain is left open, and shacl-engine then tells.
 */
import type { Term } from '@rdfjs/types'
import { prefixes } from '../../model/vocabulary.ts'
import type { CheckedTriples } from './checked-triples.ts'

/** Whether a shape is satisfied; nothing where it is not certain. */
export type Verdict = boolean | undefined

/** A question on a thing or a value, by its number. */
export type Test = (node: number) => Verdict

/** A question on the values that a path leads to from a thing. */
export type ValuesTest = (values: readonly number[], thing: number) => Verdict

/** What a constraint may need beside its own value. */
export interface Shapes {
  readonly triples: CheckedTriples
  /** The test of another shape. */
  testOf(shape: Term): Test
  /** The members of a list. */
  list(head: Term): readonly Term[]
  /** The numbers of a class and of its subclasses. */
  classes(iri: Term): ReadonlySet<number>
}

/** All of them hold; open as soon as one is open and none fails. */
export function all(verdicts: Iterable<Verdict>): Verdict {
  let result: Verdict = true
  for (const verdict of verdicts) {
    if (verdict === false) return false
    if (verdict === undefined) result = undefined
  }
  return result
}

const xsd = (local: string): string => prefixes.xsd + local

/** Texts that are certainly of a datatype. */
const lexical: Readonly<Record<string, RegExp>> = {
  [xsd('string')]: /^[^\p{Surrogate}\uFFFE\uFFFF]*$/u,
  [xsd('integer')]: /^[+-]?\d+$/,
  [xsd('decimal')]: /^[+-]?\d+(\.\d+)?$/,
  [xsd('gYear')]: /^\d{4}$/,
  [xsd('gYearMonth')]: /^\d{4}-(0[1-9]|1[0-2])$/,
  [xsd('date')]: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/,
  [xsd('language')]: /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/,
  [`${prefixes.rdf}langString`]: /^/,
}

/** The sorts of terms that each kind of node may be. */
const nodeKinds: Readonly<Record<string, readonly Term['termType'][]>> = {
  IRI: ['NamedNode'],
  IRIOrLiteral: ['NamedNode', 'Literal'],
}

/** A bound on a number; what is no number as the datatypes above write them is left open. */
const bound =
  (holds: (value: number, limit: number) => boolean) =>
  ({ value: limit }: Term, { triples: { terms } }: Shapes): Test =>
  (node) => {
    const term = terms.term(node)
    const isNumber = term.termType === 'Literal' && [xsd('integer'), xsd('decimal')].includes(term.datatype.value)
    return isNumber && lexical[xsd('decimal')]!.test(term.value) ? holds(Number(term.value), Number(limit)) : undefined
  }

/** What is asked of each value, by the local name of the parameter. */
export const ofValue: Readonly<Record<string, (parameter: Term, shapes: Shapes) => Test>> = {
  class(iri, { triples, classes }) {
    const meant = classes(iri)
    const types = triples.step(`${prefixes.rdf}type`, 'forward')
    return (node) => types(node).some((type) => meant.has(type))
  },
  datatype({ value: datatype }, { triples: { terms } }) {
    const certain = lexical[datatype]
    return (node) => {
      const term = terms.term(node)
      if (term.termType !== 'Literal' || term.datatype.value !== datatype) return false
      return certain?.test(term.value) || undefined
    }
  },
  nodeKind({ value }, { triples: { terms } }) {
    const kinds = nodeKinds[value.replace(prefixes.sh, '')]
    return (node) => kinds?.includes(terms.term(node).termType)
  },
  in(head, { triples: { terms }, list }) {
    const members = new Set(list(head).map((term) => terms.find(term)))
    return (node) => members.has(node)
  },
  pattern({ value }, { triples: { terms } }) {
    const pattern = new RegExp(value)
    return (node) => pattern.test(terms.term(node).value)
  },
  maxLength({ value: limit }, { triples: { terms } }) {
    // Characters are no more than units of UTF-16; of what has more of these the engine tells.
    return (node) => {
      const { termType, value } = terms.term(node)
      return (termType !== 'BlankNode' && value.length <= Number(limit)) || undefined
    }
  },
  minInclusive: bound((value, limit) => value >= limit),
  maxInclusive: bound((value, limit) => value <= limit),
  minExclusive: bound((value, limit) => value > limit),
  or(head, { list, testOf }) {
    const tests = list(head).map(testOf)
    return (node) => {
      const verdicts = tests.map((test) => test(node))
      return verdicts.includes(true) || (verdicts.includes(undefined) ? undefined : false)
    }
  },
  xone(head, { list, testOf }) {
    const tests = list(head).map(testOf)
    return (node) => {
      const verdicts = tests.map((test) => test(node))
      return verdicts.includes(undefined) ? undefined : verdicts.filter((verdict) => verdict).length === 1
    }
  },
  property: (shape, { testOf }) => testOf(shape),
}

/** What is asked of all values of a thing together. */
export const ofValues: Readonly<Record<string, (parameter: Term, shapes: Shapes) => ValuesTest>> = {
  minCount:
    ({ value }) =>
    ({ length }) =>
      length >= Number(value),
  maxCount:
    ({ value }) =>
    ({ length }) =>
      length <= Number(value),
  /** At least none of some sort is true of all; what sort, `qualifiedValueShape` tells. */
  qualifiedMinCount:
    ({ value }) =>
    () =>
      Number(value) === 0 || undefined,
  qualifiedValueShape: () => () => true,
  uniqueLang:
    ({ value }, { triples: { terms } }) =>
    (values) => {
      if (values.length < 2 || value !== 'true') return value === 'true' || undefined
      const languages = values.map((node) => terms.term(node)).flatMap((term) => (term.termType === 'Literal' ? term.language : []))
      return new Set(languages).size === languages.length
    },
  disjoint({ value }, { triples }) {
    const others = triples.step(value, 'forward')
    return (values, thing) => {
      const known = others(thing)
      return !values.some((node) => known.includes(node))
    }
  },
}
