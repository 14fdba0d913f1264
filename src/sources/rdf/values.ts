/** A term as the value of a property: as what it can be said, or named. */
import type { Literal } from '@rdfjs/types'
import { rangeOfText } from '../../model/value.ts'
import { prefixes, type Property, type ValueKind } from '../../model/vocabulary.ts'
import { brief } from '../brief.ts'
import type { Beside, Entry } from '../sheet-writer.ts'
import { longestText, said, type Given, type Outcome } from './given.ts'
import { localName, onlyIdentifies } from './identifiers.ts'
import { sayReference } from './references.ts'
import { nodeKey, type Things } from './things.ts'

/** Says a value, in the way of its property. */
export function sayValue(entry: Entry, property: Property, given: Given, things: Things): Outcome {
  const { term, own, beside } = given
  if (property.kind === 'reference') return sayReference(entry, property, given, things)
  if (term.termType !== 'Literal') return sayNode(entry, property, given, things)
  if (own) return said(entry.say(property.name, term.value, ownBeside(term, property, beside)))
  return (literals[property.kind] ?? sayFigure)(entry, property, given, term)
}

/** A node where a text is wanted: its name. */
function sayNode(entry: Entry, property: Property, given: Given, things: Things): Outcome {
  const { term, beside, of } = given
  if (property.kind === 'iri' && term.termType === 'NamedNode') return sayAddress(entry, property, given)
  const node = nodeKey(term)
  if (node === undefined) return { why: 'it is no value' }
  if (property.kind === 'any') return said(entry.say(property.name, term.value, beside))
  if (property.name === 'author' && things.kindOf(node) === 'Organization') return 'left'
  const name = property.kind === 'language' ? languageOf(localName(node)) : things.nameOf(node, [of])
  return name ? said(entry.say(property.name, name, beside)) : { why: 'it has no name' }
}

/** How literals of others become values, by the kind of the property. */
const literals: Partial<Record<ValueKind, (entry: Entry, property: Property, given: Given, term: Literal) => Outcome>> = {
  iri: sayAddress,
  date: sayDay,
  day: sayDay,
  language: (entry, { name }, { beside }, { value }) => said(entry.say(name, languageOf(value), beside)),
  text: (entry, { name }, { beside, identified }, { value, language }) =>
    name === 'altName' && identified.includes(value.trim().toLowerCase())
      ? 'used'
      : said(entry.say(name, brief(value, longestText), { ...beside, ...(language && { language }) })),
}

/** In a size of a file B is bytes, whatever it may be elsewhere. */
function sayFigure(entry: Entry, { name }: Property, { beside, predicate }: Given, { value }: Literal): Outcome {
  const [, bytes] = (predicate === `${prefixes.schema}contentSize` && /^([\d,.]+)\s*B$/.exec(value)) || []
  return said(bytes === undefined ? entry.say(name, value, beside) : entry.say(name, bytes, { ...beside, written: value }))
}

function ownBeside({ value, language }: Literal, property: Property, beside: Beside): Beside {
  return { ...beside, ...(language && { language }), range: beside.range ?? rangeOfText(value, property) ?? null }
}

/** An address that only identifies the thing is no page of it. */
function sayAddress(entry: Entry, { name }: Property, { term, own, beside, of }: Given): Outcome {
  if (!onlyIdentifies(term.value, of) || own) entry.say(name, term.value, beside)
  return 'used'
}

/** A time of a day is that day. */
function sayDay(entry: Entry, { name }: Property, { beside }: Given, { value }: Literal): Outcome {
  const [whole, day] = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d.*$/.exec(value.trim()) ?? []
  return said(day === undefined ? entry.say(name, value, beside) : entry.say(name, day, { ...beside, written: whole! }))
}

/** A language as BCP 47 has it: two letters where there are two. */
function languageOf(text: string): string {
  try {
    return Intl.getCanonicalLocales(text.trim().toLowerCase())[0] ?? text
  } catch {
    return text
  }
}
