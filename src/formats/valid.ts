/** The border of the writers: what crosses it is RDF 1.1, so that no term can break out of a serialisation. */
import type { Literal, Quad, Term } from '@rdfjs/types'
import { isIri } from '../model/iri.ts'
import { prefixes as vocabulary } from '../model/vocabulary.ts'
import { quote } from '../quote.ts'
import { Problems } from './problems.ts'

/** BCP 47 as far as its shape goes; the readers of RDF ask for no more. */
const languageTag = /^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$/
const prefixName = /^[a-zA-Z][a-zA-Z0-9_-]*$/
const tagged = new Set(['langString', 'dirLangString'].map((name) => vocabulary.rdf + name))

/** Where a term stands, and which sorts of term may stand there. */
const places = {
  subject: ['NamedNode', 'BlankNode'],
  predicate: ['NamedNode'],
  object: ['NamedNode', 'BlankNode', 'Literal'],
  graph: ['NamedNode', 'BlankNode', 'DefaultGraph'],
  value: ['NamedNode', 'BlankNode', 'Literal'],
} as const satisfies Record<string, readonly Term['termType'][]>

type Place = keyof typeof places
const ofQuads = ['subject', 'predicate', 'object', 'graph'] as const satisfies readonly Place[]

const nouns: Record<Term['termType'], string> = {
  NamedNode: 'an IRI',
  BlankNode: 'a blank node',
  Literal: 'a literal',
  Variable: 'a variable',
  DefaultGraph: 'the default graph',
  Quad: 'a triple term',
}

const hints = {
  'bad-iri-term': 'an IRI is absolute, such as https://example.org/, without spaces or <>"{}|\\^`',
  'bad-language-tag': 'write a BCP 47 tag such as en, zh or pt-BR',
  'bad-text': 'cut texts between characters, not within one',
  'bad-prefix': 'a prefix is a letter, then letters, digits, - and _; its namespace is an absolute IRI',
  'no-rdf-1.1-term': 'Stemma writes RDF 1.1: say it with IRIs, blank nodes and plain literals',
} as const

/**
 * Checks that quads are RDF 1.1 and their terms well formed, and that prefixes can be declared in every serialisation.
 *
 * @param quads what is to be written
 * @param prefixes namespaces by prefix
 * @throws StemmaError with the distinct problems, at most ten
 */
export function checkQuads(quads: Iterable<Quad>, prefixes: Readonly<Record<string, string>>): void {
  const problems = new Problems()
  const code = 'bad-prefix'
  for (const [name, namespace] of Object.entries(prefixes))
    if (!prefixName.test(name) || !isIri(namespace))
      problems.add({ code, message: `${quote(name)} for ${quote(namespace)} cannot be declared as a prefix`, hint: hints[code] })
  const check = termChecker(problems)
  for (const quad of quads) for (const place of ofQuads) check(quad[place], place)
  problems.throwAny()
}

/**
 * Checks that values of an answer are terms of RDF 1.1 and well formed.
 *
 * @param terms what is to be written
 * @throws StemmaError with the distinct problems, at most ten
 */
export function checkTerms(terms: Iterable<Term>): void {
  const problems = new Problems()
  const check = termChecker(problems)
  for (const term of terms) check(term, 'value')
  problems.throwAny()
}

/** The check of a term in its place; IRIs come many times and are looked at once. */
function termChecker(problems: Problems): (term: Term, place: Place) => void {
  const good = new Set<string>()
  const wrong = (code: keyof typeof hints, message: string): void => problems.add({ code, message, hint: hints[code] })
  const iri = (value: string): void => {
    if (good.has(value)) return
    if (isIri(value)) good.add(value)
    else wrong('bad-iri-term', `${quote(value)} is not an IRI`)
  }
  const literal = ({ value, language, direction, datatype }: Literal): void => {
    if (direction) wrong('no-rdf-1.1-term', `in RDF 1.1 a text cannot have a direction, as ${quote(value)} has`)
    else if (!language && tagged.has(datatype.value))
      wrong('no-rdf-1.1-term', `in RDF 1.1 ${quote(value)} needs a language tag by its datatype`)
    else if (language && !languageTag.test(language)) wrong('bad-language-tag', `${quote(language)} is not a language tag`)
    if (/\p{Cs}/u.test(value)) wrong('bad-text', `the text ${quote(value)} holds half a character (an unpaired surrogate)`)
    iri(datatype.value)
  }
  return (term, place) => {
    if (!(places[place] as readonly string[]).includes(term.termType))
      wrong('no-rdf-1.1-term', `in RDF 1.1 ${nouns[term.termType]} cannot be ${place === 'object' ? 'an' : 'a'} ${place}`)
    else if (term.termType === 'NamedNode') iri(term.value)
    else if (term.termType === 'Literal') literal(term)
  }
}
