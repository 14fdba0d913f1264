/** How the values of fields become terms, by the kind of their property. */
import { literal, namedNode } from '../../model/claim.ts'
import { isReading, readValue } from '../../model/value.ts'
import { prefixes, type Property } from '../../model/vocabulary.ts'
import type { BatchWriter, Head } from '../bulk/batch-writer.ts'
import { remembered } from './remembered.ts'
import type { HubClass, Things } from './things.ts'

/** The number of the term that a value becomes; undefined where it can become none. The schema of records has looked at it. */
export type ToTerm = (value: string | number) => number | undefined

/** `2022-07-06` */
const dayLength = 10

/**
 * What makes terms of the values of a property.
 *
 * @param base base IRI of instances
 */
export function termsOf(property: Property, base: string, writer: BatchWriter, things: Things): ToTerm {
  const typed = (datatype: string): Head => writer.headOf(literal('', namedNode(prefixes.xsd + datatype)))
  switch (property.kind) {
    case 'reference': {
      const of = property.classes![0] as HubClass
      return (value) => things.mention(of, value as string)
    }
    case 'choice':
    case 'string': {
      const head = writer.headOf(literal(''))
      return (value) => writer.term(head, value as string)
    }
    case 'integer': {
      const head = typed('integer')
      return (value) => writer.term(head, String(value))
    }
    case 'day': {
      const head = typed('date')
      return (value) => writer.term(head, value as string, 0, dayLength)
    }
    case 'language': {
      const head = typed('language')
      const tagOf = remembered((value) => lexicalOf(value, property, base))
      return (value) => {
        const tag = tagOf(value as string)
        return tag === undefined ? undefined : writer.term(head, tag)
      }
    }
    default:
      throw new TypeError(`no field becomes a property of kind ${property.kind}`)
  }
}

/** The lexical form of a value as the property has it, if it is one. */
function lexicalOf(value: string, property: Property, base: string): string | undefined {
  const reading = readValue(value, property, base)
  return isReading(reading) ? reading.term.value : undefined
}
