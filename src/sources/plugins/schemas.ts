/** What comes over the border from a plugin, which may have been written where nobody looks at types. */
import { z } from 'zod'
import { ranks, statuses } from '../../model/claim.ts'
import { defaultBase, isId, isIri, isMinted } from '../../model/iri.ts'
import { schemes, type Identifier } from '../../model/mention.ts'
import { isReading, readValue } from '../../model/value.ts'
import { classOf, documentClasses, type ClassName } from '../../model/vocabulary.ts'
import { quote } from '../../quote.ts'
import { hubId } from '../addresses.ts'
import { listOf, mapping, needed, such, text, wordOf } from './schema-pieces.ts'
import { isWritten } from './written.ts'

/** Classes of what has a name. */
export const classWord = wordOf(documentClasses as unknown as readonly [ClassName, ...ClassName[]])
export const filled = such<string>('a text that is not empty', (value) => typeof value === 'string' && value.trim() !== '')
export const iri = such<string>('an IRI', (value) => typeof value === 'string' && isIri(value))
export const minted = such<string>(
  'an id of small letters and digits, joined by hyphens or dots,',
  (value) => typeof value === 'string' && isMinted(value),
)
const count = such<number>('a whole number from 1', (value) => Number.isSafeInteger(value) && (value as number) > 0)

export const placeSchema = mapping('a place such as { file: content.file, line: 7 }', {
  file: filled,
  line: count.optional(),
  column: count.optional(),
})

export const problemSchema = mapping('a problem', {
  code: filled,
  message: filled,
  place: placeSchema.optional(),
  key: text.optional(),
  excerpt: text.optional(),
  hint: text.optional(),
})

const whyDropped = { value: text.optional(), why: text.optional() }
export const exampleSchema = mapping('an example', whyDropped)
const droppedSchema = mapping('what was dropped', { count, example: mapping('an example', { place: placeSchema, ...whyDropped }) })

/** How the identifiers of each catalogue look. */
const forms: Readonly<Record<Identifier['scheme'], (value: string) => boolean>> = {
  iri: isIri,
  hub: (value) => hubId.test(value),
  arxiv: formOf('Document', 'arxivId'),
  doi: formOf('Document', 'doi'),
  spdx: formOf('License', 'spdxId'),
}
function formOf(kind: ClassName, key: string): (value: string) => boolean {
  const property = classOf(kind).properties.get(key)!
  return (value) => isReading(readValue(value, property, defaultBase))
}
const identifier = mapping('an identifier', { scheme: wordOf(schemes), value: filled }).refine(
  ({ scheme, value }) => forms[scheme](value),
  {
    path: ['value'],
    error: ({ input }) => `what ${(input as Identifier).scheme} calls it is needed, and not ${quote((input as Identifier).value)}`,
  },
)

export const mentionSchema = mapping("a thing such as { kinds: ['Model'], name: 'Owl' }", {
  kinds: z.tuple([classWord], classWord, needed("a thing has kinds: ['Model']; a list of classes")),
  name: filled,
  identifiers: listOf('a list of identifiers', identifier).optional(),
  goesByName: z.literal(true, needed('true, or nothing at all,')).optional(),
})

export const ownSchema = mapping('what is known by our IRI', { iri, isTyped: z.boolean(needed('true or false')) })

const besides = {
  field: text.optional(),
  place: placeSchema.optional(),
  at: text.optional(),
  written: text.optional(),
  note: text.optional(),
  citing: iri.optional(),
  rank: wordOf(ranks).optional(),
  reason: text.optional(),
  confidence: such<number>(
    'a number from 0 to 1 with at most six decimals',
    (value) => typeof value === 'number' && /^(?:0|1|0\.\d{1,6})$/.test(String(value)),
  ).optional(),
  language: text.optional(),
  range: z.tuple([z.number(needed('a number')), z.number(needed('a number'))], needed('two numbers')).nullish(),
}
/** What stands beside a value. */
export const besideSchema = mapping('what stands beside a value', besides).refine(
  ({ rank, reason }) => rank === undefined || rank === 'normal' || reason !== undefined,
  { error: 'a rank needs a reason' },
)

export const statusSchema = wordOf(statuses)
export const valueSchema = such<string | number>(
  'a text or a number',
  (value) => typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value)),
)

const { properties: ofDocument } = classOf('Document')
const documentId = such<string>("a document's id", (value) => typeof value === 'string' && isId(value))
const documentSchema = mapping('a document', {
  id: documentId,
  name: filled,
  editionOf: mapping('the document of which it is one edition', { id: documentId, name: filled }).optional(),
  type: wordOf(ofDocument.get('documentType')!.in as [string, ...string[]]),
  values: listOf(
    'a list of pairs of key and value',
    z.tuple([wordOf([...ofDocument.keys()] as [string, ...string[]]), text], besideSchema, needed('a pair of key and value')),
  ).optional(),
})

const named = { kind: classWord, id: minted }
const aliasSchema = mapping('a decision on a name', {
  name: filled,
  kind: classWord.optional(),
  source: filled.optional(),
  is: z.union(
    [z.literal('apart'), mapping('what it names', named), mapping('what it does not name', { not: mapping('a thing', named) })],
    needed('a thing'),
  ),
})

const several = (item: z.ZodType) => listOf('a list', item).default([])
const curated = several(z.never({ error: 'facts in ids of ours are read from YAML alone: a plugin says what it reads in named' }))

/** A reading; what it leaves out is empty. */
export const readingSchema = mapping('what read gives', {
  named: several(such('what a writer wrote', isWritten)),
  noted: several(problemSchema),
  problems: several(problemSchema),
  dropped: z.map(text, droppedSchema, needed('what the notes took')).default(new Map()),
  document: documentSchema.optional(),
  aliases: several(aliasSchema),
  sheets: curated,
  broken: curated,
  lost: curated,
})
