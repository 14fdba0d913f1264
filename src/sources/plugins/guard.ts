/** A plugin as the build calls it: what it throws, or gives that is no reading, is a problem of the file, and the others are read. */
import type { Problem } from '../../errors.ts'
import { quote } from '../../quote.ts'
import type { Content } from '../content.ts'
import { nothing, type Reading, type SourceFormat } from '../source.ts'
import { fitting, kindOf } from './schema-pieces.ts'
import { readingSchema } from './schemas.ts'
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

/** What was read, if it has the form of a reading. */
function checked(given: unknown): Reading {
  if (given === null || typeof given !== 'object' || isPromise(given)) throw unfit(`read gives a reading at once, and not ${kindOf(given)}`)
  const found = fitting(readingSchema, given, 'what read gives')
  if ('troubles' in found) throw unfit(found.troubles.join('; '))
  return found.value as Reading
}

/** An error of which no line of the plugin can be told. */
const unfit = (message: string): TypeError => Object.assign(new TypeError(message), { stack: '' })

const isPromise = (value: unknown): boolean => value instanceof Promise
