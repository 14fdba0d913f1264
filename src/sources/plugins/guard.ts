/** A plugin as the build calls it: what it throws, or gives that is no reading, is a problem of the file, and the others are read. */
import type { Problem } from '../../errors.ts'
import { isId } from '../../model/iri.ts'
import { quote } from '../../quote.ts'
import type { Content } from '../content.ts'
import type { DocumentFacts } from '../document.ts'
import { nothing, type Reading, type SourceFormat } from '../source.ts'
import { lineOf, messageOf } from './thrown.ts'

/** The same format, which throws nothing. */
export function guarded(format: SourceFormat): SourceFormat {
  const { name, title, extensions } = format
  /** What could not be looked at is claimed, so that its problem is told in place of what others would make of it. */
  const failed = new WeakMap<Content, Problem>()
  const failing = ({ file }: Content, doing: string, thrown: unknown): Problem => {
    const line = lineOf(thrown)
    return {
      code: 'plugin-failed',
      message: `the plugin ${quote(name)} failed to ${doing} the file: ${messageOf(thrown)}`,
      place: { file },
      hint: line === undefined ? 'ask whoever wrote the plugin' : `it was thrown at ${line}`,
    }
  }
  return {
    name,
    title,
    extensions,
    recognises(content) {
      try {
        const is: unknown = format.recognises(content)
        if (!isPromise(is)) return Boolean(is)
        throw unfit('recognises gives true or false at once, and not a promise')
      } catch (error) {
        failed.set(content, failing(content, 'recognise', error))
        return true
      }
    },
    read(content, options) {
      const before = failed.get(content)
      if (before) return lost(before)
      try {
        return checked(format.read(content, options))
      } catch (error) {
        return lost(failing(content, 'read', error))
      }
    },
  }
}

/** What could not be read may hold anything. */
const lost = (problem: Problem): Reading => ({ ...nothing, problems: [problem], lost: [{}] })

const lists = ['sheets', 'broken', 'problems', 'lost', 'named', 'noted', 'aliases'] as const

/** What was read, if it has the form of a reading. */
function checked(given: unknown): Reading {
  if (given === null || typeof given !== 'object' || isPromise(given)) throw unfit(`read gives a reading at once, and not ${kindOf(given)}`)
  const reading: Reading = { ...nothing, ...given }
  for (const key of lists)
    if (!Array.isArray(reading[key])) throw unfit(`${key} of what read gives is a list, and not ${kindOf(reading[key])}`)
  if (!(reading.dropped instanceof Map))
    throw unfit(`dropped of what read gives is what the notes took, and not ${kindOf(reading.dropped)}`)
  const { id, name, type } = (reading.document ?? { id: 'none', name: '', type: '' }) as Partial<Record<keyof DocumentFacts, unknown>>
  if (typeof id !== 'string' || !isId(id)) throw unfit(`the document's id ${quote(String(id))} is no id`)
  if (typeof name !== 'string' || typeof type !== 'string') throw unfit('the document has an id, a name and a type')
  return reading
}

/** An error of which no line of the plugin can be told. */
const unfit = (message: string): TypeError => Object.assign(new TypeError(message), { stack: '' })

const isPromise = (value: unknown): boolean => value instanceof Promise

const kindOf = (value: unknown): string =>
  value === null || value === undefined ? 'nothing' : isPromise(value) ? 'a promise' : Array.isArray(value) ? 'a list' : `a ${typeof value}`
