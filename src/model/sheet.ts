/**
 * A fact sheet: what one source says of one thing, in the normal form that every source format is brought to, and the
 * keys that it is written with.
 */
import type { Place } from '../errors.ts'
import { didYouMean, nearest } from '../nearest.ts'
import { quote } from '../quote.ts'
import type { ranks, statuses } from './claim.ts'
import type { Mention } from './mention.ts'
import type { Reading } from './value.ts'
import { classNames, classOf, documentClasses, findClass, type ClassName } from './vocabulary.ts'

/** A value with its evidence. */
export interface Evidence {
  readonly reading?: Reading
  /** In place of the reading of a reference: the thing as the source names it. */
  readonly mention?: Mention
  readonly status?: (typeof statuses)[number]
  readonly written?: string
  readonly at?: string
  readonly source?: string
  readonly citing?: string
  readonly note?: string
  readonly rank?: (typeof ranks)[number]
  readonly reason?: string
  readonly confidence?: number
  /** Where it stands in the input. */
  readonly place?: Place
  /** Where its keys' contents stand. */
  readonly places?: ReadonlyMap<string, Place>
}

/** What a source says of a thing that has no name of its own: a training, usage, evaluation or comparison. */
export interface Sheet {
  readonly source?: string
  readonly at?: string
  readonly citing?: string
  readonly note?: string
  readonly place?: Place
  readonly places?: ReadonlyMap<string, Place>
  readonly values: ReadonlyMap<string, readonly Evidence[]>
  readonly nested: ReadonlyMap<string, readonly Sheet[]>
}

/** What one source says of one thing. */
export interface FactSheet extends Sheet {
  readonly kind: ClassName
  readonly id: string
  readonly source: string
  /** Whether it was written elsewhere: nobody here can mend what its source says twice. */
  readonly foreign?: true
  /** Whether its source says nothing of its class. */
  readonly untyped?: true
}

/** A thing that a source knows by our IRI, and whether it is this source that says of which class it is. */
export interface OwnThing {
  readonly iri: string
  readonly isTyped: boolean
}

/** What a source that knows nothing of our ids says of one thing. */
export interface NamedSheet extends Sheet {
  readonly called: Mention
  /** Of what the source knows by our IRI: its name says nothing of what it is, and is said only where the values say it. */
  readonly own?: OwnThing
  /** IRI of the Document that says so. */
  readonly source: string
}

/** Begins what stands in for an id that could not be read; no id begins so. */
export const unread = '?'

/** The keys of a value with evidence. */
export const evidenceKeys = [
  'value',
  'status',
  'written',
  'at',
  'source',
  'citing',
  'note',
  'rank',
  'reason',
  'confidence',
  'language',
] as const
/** The keys beside the properties that a nested sheet may have: defaults of everything inside. */
const sheetKeys = ['source', 'at', 'citing', 'note'] as const
/** The keys beside the properties that a document has. */
const documentKeys = ['id', 'kind', 'source', 'at', 'citing'] as const

/** The keys that a sheet of a class may have, for "did you mean". */
export function keysOf(kind: ClassName, nested: boolean): string[] {
  const { properties, key } = classOf(kind)
  return [...properties.keys(), ...(nested ? sheetKeys : documentKeys)].filter((name) => !(nested && key?.[0] === name))
}

/** The class that a document's `kind` names; Model when there is none. One that is wrong comes with the class that was meant, where that is plain. */
export function kindOf(written: string | undefined): { name: ClassName } | { problem: string; hint: string; name?: ClassName } {
  if (written === undefined) return { name: 'Model' }
  const found = documentClasses.find((name) => name === written)
  if (found) return { name: found }
  const problem = `there is no kind ${quote(written)}`
  const meant = findClass(written)?.name
  const [near, ...others] = meant ? [meant] : (nearest(written, documentClasses) as ClassName[])
  if (near && documentClasses.includes(near))
    return { problem, hint: meant ? `write ${near}` : didYouMean(written, documentClasses)!, ...(others.length === 0 && { name: near }) }
  const owner = near && classNames.find((name) => classOf(name).properties.get(near.toLowerCase())?.inverse)
  return {
    problem,
    hint: owner
      ? `${near} has no document of its own: write it under ${near.toLowerCase()}: of its ${owner}`
      : `one of: ${documentClasses.join(', ')}`,
  }
}
