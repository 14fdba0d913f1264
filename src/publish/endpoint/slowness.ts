/** What was slow before, as far as that tells of the next question. */
import { hash } from 'node:crypto'
import type { Question } from './question.ts'

/** So many texts, and so many shapes, are remembered. */
const most = 1000

/** A shape is slow when it was so more often than not. Its past counts up to here: quick ones make it safe from some that are slow by chance. */
const counted = { slow: 2, quick: 8 } as const

/** Remembers texts, and shapes: questions that differ only in the things and values that they name. */
export class Slowness {
  readonly #texts = new Map<string, true>()
  /** Of each shape, how many more were slow than quick. */
  readonly #shapes = new Map<string, number>()

  /** Whether a question is likely to be slow. */
  expects(question: Question): boolean {
    return this.#texts.has(keysOf(question).text) || this.#balance(question) > 0
  }

  /** Whether questions of its shape are mostly quick. */
  isQuick(question: Question): boolean {
    return this.#balance(question) < 0 && !this.#texts.has(keysOf(question).text)
  }

  /** Notes that a question turned out to be slow. */
  wasSlow(question: Question): void {
    keep(this.#texts, keysOf(question).text, true)
    keep(this.#shapes, keysOf(question).shape, Math.min(this.#balance(question) + 1, counted.slow))
  }

  /** Notes that a question was soon answered. */
  wasQuick(question: Question): void {
    this.#texts.delete(keysOf(question).text)
    keep(this.#shapes, keysOf(question).shape, Math.max(this.#balance(question) - 1, -counted.quick))
  }

  #balance(question: Question): number {
    return this.#shapes.get(keysOf(question).shape) ?? 0
  }
}

/** Keeps a value as the latest; the one that was not kept anew for longest goes. */
function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key)
  map.set(key, value)
  if (map.size > most) map.delete(map.keys().next().value!)
}

/** What a question has in common with those that differ from it only in the things and values that they name. */
export const shapeOf = (question: Question): string => keysOf(question).shape

interface Keys {
  readonly text: string
  readonly shape: string
}

const keys = new WeakMap<Question, Keys>()

/** What a question is remembered by, which is short, however long it is. */
function keysOf(question: Question): Keys {
  const { sparql, dataset, saved, why } = question
  const known = keys.get(question) ?? {
    text: hash('sha256', JSON.stringify([sparql, dataset, saved?.given, why])),
    shape: hash('sha256', JSON.stringify([why, saved ? saved.name : sparql.replace(tokens, (token) => (word.test(token) ? token : ' '))])),
  }
  keys.set(question, known)
  return known
}

/** Comments, strings, IRIs, variables, words with what is joined to them, spaces. Each takes all that it has begun, so that no text takes long. */
const tokens = /#[^\n]*|[?$]\w+|"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|<[^<>"{}|^`\\\s]*>|[\w.%:-]+|\s+/g
/** All others are what questions of one shape may differ in: names with a prefix, numbers, and the tokens above. */
const word = /^[A-Za-z_]\w*$/
