/** How JSON-LD writes the values of predicates: as the project's context reads them back, where it does; otherwise expanded. */
import { plainDatatypes } from '../../model/context.ts'
import { toCurie } from '../../model/iri.ts'
import { heads } from '../../model/term-key.ts'
import { prefixes as vocabulary, propertyOf, type ValueKind } from '../../model/vocabulary.ts'
import { bytesOf } from '../../utf8.ts'
import { around, headSpelling, type Around, type HeadSpelling } from './spelling.ts'

type Prefixes = Record<string, string>

/** How the values of a predicate that have the same head are written. */
export interface Way extends HeadSpelling {
  /** What stands around all values of one member of the node. */
  readonly member: Around
  /** Of texts: the key of their language within the member. */
  readonly language: Uint8Array
  /** Values of one number are one list; those of one member are next to each other. */
  readonly order: number
}

const nothing = bytesOf('')
/** Greater than the place of every head. */
const last = 0xffff_ffff
const quotes: Ends = ['"', '"']
type Ends = readonly [before: string, after: string]

/** Properties of which the definition says nothing of their values, so that these may stand expanded under its name. */
const open: ReadonlySet<ValueKind> = new Set(['date', 'any'])

/** What says how the nodes of a head are named. */
export function namesOf(prefixes: Prefixes): (head: string) => HeadSpelling {
  return (head) => nodeOrText(head, quotes, prefixes)
}

/** What says how the values of a predicate are written by their heads. */
export function waysOf(predicate: string, prefixes: Prefixes): (head: string, place: number) => Way {
  const property = propertyOf(predicate)
  const isType = predicate === `${vocabulary.rdf}type`
  const member = (name: string, after = ''): Around => around(`,${JSON.stringify(name)}:${after && '{'}`, after)
  const whole = member(toCurie(predicate, prefixes))
  const named = isType ? member('kind') : property && member(property.name)
  const texts = property?.kind === 'text' ? member(property.name, '}') : undefined
  const isPlain = (head: string): boolean => {
    if (head[0] === heads.iri) return isType || property?.kind === 'reference' || property?.kind === 'iri'
    if (head[0] === heads.blank) return property?.kind === 'reference' || property?.kind === 'iri'
    const local = property && (property.kind === 'any' ? 'string' : plainDatatypes[property.kind])
    return local !== undefined && datatypeOf(head) === vocabulary.xsd + local
  }
  return (head, place) => {
    if (texts && head[0] === heads.language)
      return {
        ...nodeOrText(head, quotes, prefixes),
        member: texts,
        language: bytesOf(`${JSON.stringify(head.slice(1))}:`),
        order: place,
      }
    const plain = isPlain(head)
    const isNamed = named !== undefined && (plain || (property !== undefined && open.has(property.kind)))
    return {
      ...nodeOrText(head, plain ? quotes : expanded(head, prefixes), prefixes),
      member: isNamed ? named : whole,
      language: nothing,
      order: isNamed ? 0 : last,
    }
  }
}

function datatypeOf(head: string): string | undefined {
  if (head[0] === heads.string) return `${vocabulary.xsd}string`
  return head[0] === heads.datatype ? head.slice(1) : undefined
}

/** What stands around a value that says itself what it is. */
function expanded(head: string, prefixes: Prefixes): Ends {
  const rest = head.slice(1)
  if (head[0] === heads.iri || head[0] === heads.blank) return ['{"@id":"', '"}']
  if (head[0] === heads.language) return [`{"@language":${JSON.stringify(rest)},"@value":"`, '"}']
  return [head[0] === heads.datatype ? `{"@type":${JSON.stringify(toCurie(rest, prefixes))},"@value":"` : '{"@value":"', '"}']
}

/** The spelling of the terms of a head between two ends. */
function nodeOrText(head: string, [before, after]: Ends, prefixes: Prefixes): HeadSpelling {
  if (head[0] === heads.blank) return headSpelling('blank', around(`${before}_:b`, after))
  if (head[0] !== heads.iri) return headSpelling('literal', around(before, after))
  const [prefix] = Object.entries(prefixes).find(([, namespace]) => namespace === head.slice(1)) ?? []
  return headSpelling(
    'iri',
    around(before + head.slice(1), after),
    prefix === undefined ? {} : { short: around(`${before}${prefix}:`, after) },
  )
}
