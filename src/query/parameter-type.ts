/** What a parameter of a question takes: how a head writes it, and how a value that a person wrote becomes a term. */
import type { Term } from '@rdfjs/types'
import { StemmaError } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import { literal, namedNode } from '../model/claim.ts'
import { isReading, readValue } from '../model/value.ts'
import { classNames, type ClassName } from '../model/vocabulary.ts'
import { didYouMean } from '../nearest.ts'
import { quote } from '../quote.ts'
import { find } from './find.ts'
import { findProperty } from './find-property.ts'

/** Kinds of literals. */
const literals = ['string', 'text', 'integer', 'language', 'date'] as const

/** The type of a parameter. */
export type ParameterType =
  /** A thing of one of these classes; of any when none is named. */
  | { readonly kind: 'thing'; readonly classes?: readonly ClassName[] }
  /** A property of the ontology, or of those below one. */
  | { readonly kind: 'property'; readonly below?: string }
  /** One of these words. */
  | { readonly kind: 'choice'; readonly words: readonly string[] }
  | { readonly kind: (typeof literals)[number] }

/** The type that a head writes: `Model|Dataset`, `Thing`, `Property(derivedFrom)`, `up|down`, `integer`; nothing when it is none. */
export function typeOf(written: string): ParameterType | undefined {
  if (written === 'Thing') return { kind: 'thing' }
  const property = /^Property(?:\(([A-Za-z]+)\))?$/.exec(written)
  if (property) return { kind: 'property', ...(property[1] !== undefined && { below: property[1] }) }
  const literalKind = literals.find((kind) => kind === written)
  if (literalKind) return { kind: literalKind }
  const words = written.split('|')
  if (words.every((word) => (classNames as readonly string[]).includes(word))) return { kind: 'thing', classes: words as ClassName[] }
  const choice =
    words.length > 1 && words.every((word) => /^[a-z][a-z0-9-]*$/.test(word) && !(literals as readonly string[]).includes(word))
  return choice ? { kind: 'choice', words } : undefined
}

/** What to write in place of a type that is none. */
export const typeHint = (written: string): string =>
  didYouMean(written, [...classNames, 'Thing', 'Property', ...literals]) ??
  `a class such as Model, Thing for any, Property, words such as up|down, or one of ${literals.join(', ')}`

/** A type in a few words, for help. */
export function typeText(type: ParameterType): string {
  if (type.kind === 'thing') return type.classes?.join('|') ?? 'any thing'
  if (type.kind === 'choice') return type.words.join('|')
  if (type.kind === 'property') return type.below === undefined ? 'property' : `property under ${type.below}`
  return type.kind
}

/**
 * The term of a value that a person wrote.
 *
 * @throws StemmaError `unknown-name`, `unknown-property`, `bad-choice`, `bad-number`, `bad-date`, `bad-language`, `bad-text`
 */
export function termOf(graph: Graph, type: ParameterType, written: string): Term {
  switch (type.kind) {
    case 'thing':
      return namedNode(find(graph, written, type.classes).iri)
    case 'property':
      return namedNode(findProperty(written, graph.base, type.below))
    case 'choice':
      if (type.words.includes(written)) return literal(written)
      throw new StemmaError(
        {
          code: 'bad-choice',
          message: `${quote(written)} is not one of ${type.words.join(', ')}`,
          hint: didYouMean(written, type.words) ?? `one of: ${type.words.join(', ')}`,
        },
        'usage',
      )
    default: {
      const reading = readValue(written, { name: 'value', path: '', kind: type.kind, required: true, many: false }, graph.base)
      if (!isReading(reading)) throw new StemmaError(reading, 'usage')
      // Texts and language tags are compared as plain strings, as LANG() and STR() give them.
      return type.kind === 'text' || type.kind === 'language' ? literal(reading.term.value) : reading.term
    }
  }
}
