/** How the text of a value becomes an RDF term, by the kind of its property. One reader a kind, in one table. */
import type { Problem } from '../errors.ts'
import { didYouMean } from '../nearest.ts'
import { hubHint } from './hub-mention.ts'
import { literal, namedNode, type Value } from './claim.ts'
import { readDate } from './date.ts'
import { classInIri, fromCurie, idHint, idOf, isId, isIri, isMinted, mint, prefixesFor } from './iri.ts'
import { quote } from '../quote.ts'
import { readNumber } from './number.ts'
import { classOf, prefixes, type ClassName, type Property, type ValueKind } from './vocabulary.ts'

/** A value that was read; a number that was written with rounding has the range that this leaves open. */
export interface Reading {
  readonly term: Value
  readonly range?: readonly [low: number, high: number]
}

type Trouble = Pick<Problem, 'code' | 'message' | 'hint'>
type Reader = (text: string, property: Property, base: string, language: string) => Reading | Trouble

/** Control characters other than tab and line breaks, unpaired surrogates and non-characters have no place in a text. */
const unfit = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff\p{Cs}]/u
/** BCP 47 as far as it can be seen: a language has two or three letters, so that a misspelt key is none. */
const languageTag = /^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8}){0,8}$/

const typed = (text: string, datatype: string): Reading => ({ term: literal(text, namedNode(datatype)) })
const number =
  (whole: boolean): Reader =>
  (text, property) => {
    const result = readNumber(text, property.unit, whole)
    if ('problem' in result) return { code: result.code ?? 'bad-number', message: result.problem, hint: result.hint }
    const outside = bounds(Number(result.lexical), property)
    if (outside) return { code: 'out-of-range', message: `${quote(text)} is ${outside}`, hint: range(property) }
    const [low, high] = result.range
    return { ...typed(result.lexical, prefixes.xsd + (whole ? 'integer' : 'decimal')), ...(low !== high && { range: result.range }) }
  }

function bounds(value: number, { minInclusive, maxInclusive, minExclusive }: Property): string | undefined {
  if (minInclusive !== undefined && value < minInclusive) return `less than ${minInclusive}`
  if (minExclusive !== undefined && value <= minExclusive) return `not more than ${minExclusive}`
  if (maxInclusive !== undefined && value > maxInclusive) return `more than ${maxInclusive}`
  return undefined
}

const range = ({ name, unit, minInclusive, maxInclusive, minExclusive }: Property): string =>
  `${name} is ${[minInclusive !== undefined && `at least ${minInclusive}`, minExclusive !== undefined && `more than ${minExclusive}`, maxInclusive !== undefined && `at most ${maxInclusive}`].filter(Boolean).join(' and ')}${unit ? ` ${unit}` : ''}`

const readers: Record<ValueKind, Reader> = {
  integer: number(true),
  decimal: number(false),
  text: (text, property, _, language) => badText(text) ?? longText(text, property) ?? { term: literal(text, language) },
  string: (text, property) =>
    badText(text) ??
    longText(text, property) ??
    (property.pattern && !new RegExp(property.pattern, 'u').test(text)
      ? { code: 'bad-value', message: `${quote(text)} is no ${property.name}`, ...(property.message && { hint: property.message }) }
      : { term: literal(text) }),
  choice: (text, property) => {
    const words = property.in ?? []
    if (words.includes(text)) return { term: literal(text) }
    return {
      code: 'bad-choice',
      message: `${quote(text)} is not one of ${property.name}'s words`,
      hint: didYouMean(text, words) ?? `one of: ${words.join(', ')}`,
    }
  },
  language: (text) =>
    languageTag.test(text)
      ? typed(text.toLowerCase(), `${prefixes.xsd}language`)
      : { code: 'bad-language', message: `${quote(text)} is not a language tag`, hint: 'write a BCP 47 tag such as en, zh or pt-BR' },
  date: (text) => date(text),
  day: (text) => date(text, `${prefixes.xsd}date`),
  iri,
  any: (text) => (isIri(text) ? { term: namedNode(text) } : { term: literal(text) }),
  reference,
}

/** A text without what no text may hold: in the place of each such character is the one that stands for what is none. */
export const fitText = (text: string): string => text.replace(new RegExp(unfit, 'gu'), '\uFFFD')

/** Why a text may not be written as it is. */
export function badText(text: string): Trouble | undefined {
  if (text.trim() === '') return { code: 'empty-value', message: 'the text is empty', hint: 'leave the key out when nothing is known' }
  const [character] = unfit.exec(text) ?? []
  if (character === undefined) return undefined
  const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
  return {
    code: 'bad-text',
    message: `the text holds U+${code}, which is no character of a text`,
    hint: 'take it out; of control characters only tab and line breaks are allowed',
  }
}

/** Why a text is too long for a property. */
export function longText(text: string, { name, maxLength = Infinity }: Property): Trouble | undefined {
  // Fewer characters than a text has code units may be in it, never more.
  const length = text.length > maxLength ? Array.from(text).length : 0
  if (length <= maxLength) return undefined
  const [has, most] = [length, maxLength].map((count) => count.toLocaleString('en'))
  return {
    code: 'text-too-long',
    message: `the ${name} ${quote(text)} has ${has} characters`,
    hint: `it may have at most ${most}`,
  }
}

/** An absolute IRI; one whose scheme is a prefix of ours would be read as the term that it is short for. */
function iri(text: string, _property: Property, base: string): Reading | Trouble {
  if (!isIri(text))
    return {
      code: 'bad-iri',
      message: `${quote(text)} is not an IRI`,
      hint: 'write an absolute one, such as https://example.org/, without spaces or <>"{}|\\^`',
    }
  const whole = fromCurie(text, prefixesFor(base))
  return whole === text
    ? { term: namedNode(text) }
    : { code: 'bad-iri', message: `${quote(text)} is short for an IRI`, hint: `write it out: ${whole ?? 'https://…'}` }
}

function date(text: string, only?: string): Reading | Trouble {
  const result = readDate(text)
  if ('problem' in result) return { code: 'bad-date', message: result.problem, hint: 'write 2022, 2022-03 or 2022-03-29' }
  if (only && result.datatype !== only)
    return { code: 'bad-date', message: `${quote(text)} is not a day`, hint: 'write a full date, such as 2022-03-29' }
  return typed(text, result.datatype)
}

/** `deepmind`, or `dataset/roots` where several classes are possible, or a CURIE or IRI. */
function reference(text: string, property: Property, base: string): Reading | Trouble {
  const allowed = property.classes ?? []
  const [segment, id] = text.includes('/') ? [text.slice(0, text.indexOf('/')), text.slice(text.indexOf('/') + 1)] : [undefined, text]
  const named =
    segment === undefined ? (allowed.length === 1 ? allowed[0] : undefined) : allowed.find((name) => classOf(name).segment === segment)
  if (named && isId(id)) return { term: namedNode(mint(base, named, id)) }
  const iri = fromCurie(text, prefixesFor(base))
  if (iri && allowed.includes(classInIri(iri, base) as ClassName) && isMinted(idOf(iri, base))) return { term: namedNode(iri) }
  return noReference(text, segment, id, property)
}

/** What is wrong with a text that is no reference. */
function noReference(text: string, segment: string | undefined, id: string, { name, classes = [] }: Property): Trouble {
  const segments = classes.map((one) => classOf(one).segment)
  const onHub = hubHint(text, classes)
  if (segment === undefined && isId(id))
    return {
      code: 'bad-reference',
      message: `${quote(text)} does not say of which class it is`,
      hint: `write ${segments.map((one) => `${one}/${text}`).join(' or ')}`,
    }
  if (isId(id) && segment !== undefined)
    return {
      code: 'bad-reference',
      message: `${quote(text)} is of a class that ${name} does not take`,
      hint: onHub ?? `it takes ${segments.join(', ')}`,
    }
  const labels = (): string => classes.map((one) => classOf(one).label.en).join(', ')
  const hint = text.includes(':') ? `it takes the id of: ${labels()}` : idHint(segment === undefined ? text : id)
  return { code: 'bad-reference', message: `${quote(text)} is not an id`, hint: onHub ?? hint }
}

/**
 * Reads the text of a value.
 *
 * @param text the value as a person wrote it
 * @param property the property that it is of
 * @param base base IRI of instances, which references are resolved against
 * @param language language tag of a text
 * @returns the term, or what is wrong with it
 */
export function readValue(text: string, property: Property, base: string, language = 'en'): Reading | Trouble {
  if (property.kind === 'text' && !languageTag.test(language))
    return {
      code: 'bad-language',
      message: `${quote(language)} is not a language tag`,
      hint: didYouMean(language, ['value', 'status', 'note', 'source', 'written', 'rank']) ?? 'write a BCP 47 tag such as en or zh',
    }
  return readers[property.kind](text, property, base, language)
}

/** The range that a number leaves open by the decimals of its canonical form: what is written `8.4` is between 8.35 and 8.45. */
export function rangeOfText(lexical: string, { kind }: Property): readonly [low: number, high: number] | undefined {
  if (kind !== 'integer' && kind !== 'decimal') return undefined
  // The canonical form of a whole number has a point, too.
  const result = readNumber(lexical.replace(/\.0$/, ''), undefined, kind === 'integer')
  return 'problem' in result || result.range[0] === result.range[1] ? undefined : result.range
}

/** Whether reading a value went well. */
export const isReading = (result: Reading | Trouble): result is Reading => 'term' in result
