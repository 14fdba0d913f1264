/** The zod schemas of fact sheets; they follow from the ontology's table. */
import { z } from 'zod'
import type { Place } from '../errors.ts'
import { didYouMean } from '../nearest.ts'
import { quote } from '../quote.ts'
import { ranks, statuses } from './claim.ts'
import { hubMention } from './hub-mention.ts'
import { idHint, isId } from './iri.ts'
import type { Evidence, FactSheet, Sheet } from './sheet.ts'
import { badText, isReading, readValue } from './value.ts'
import { classOf, propertyOf, type Class, type ClassName, type Property } from './vocabulary.ts'

/** zod issues carry our code and hint in `params`. */
const trouble = (code: string, message: string, hint?: string): { message: string; params: object } => ({ message, params: { code, hint } })

const text = z.string({ error: 'a text is needed' }).superRefine((written, context) => {
  const bad = badText(written)
  if (bad) context.addIssue({ code: 'custom', message: bad.message, params: bad })
})
const id = z.string({ error: 'an id is needed' }).superRefine((written, context) => {
  if (!isId(written)) context.addIssue({ code: 'custom', ...trouble('bad-id', `${quote(written)} is not an id`, idHint(written)) })
})
const reference = (key: string, base: string): z.ZodType<string> =>
  z.string({ error: 'a text is needed' }).transform((written, context) => {
    const result = readValue(written, { name: key, path: '', kind: 'reference', classes: ['Document'], required: false, many: false }, base)
    if (isReading(result)) return result.term.value
    context.addIssue({ code: 'custom', message: result.message, params: result })
    return z.NEVER
  })
const confidence = z.string({ error: 'a text is needed' }).transform((written, context) => {
  // With more decimals, JavaScript writes a small number in a way that xsd:decimal does not know.
  if (/^(?:0|1|0?\.\d{1,6}|1\.0{1,6})$/.test(written)) return Number(written)
  const hint = `confidence is a number from 0 to 1${/^0?\.\d{7,}$/.test(written) ? ' with at most six decimals' : ', such as 0.8'}`
  context.addIssue({ code: 'custom', ...trouble('out-of-range', `${quote(written)} is not a confidence`, hint) })
  return z.NEVER
})

const place = z.custom<Place>().optional()
const places = z.custom<ReadonlyMap<string, Place>>().optional()

function word<const Words extends readonly [string, ...string[]]>(words: Words): z.ZodType<Words[number]> {
  return z.string({ error: 'a text is needed' }).transform((written, context): Words[number] => {
    if ((words as readonly string[]).includes(written)) return written
    context.addIssue({
      code: 'custom',
      ...trouble(
        'bad-choice',
        `${quote(written)} is not one of ${words.join(', ')}`,
        didYouMean(written, words) ?? `one of: ${words.join(', ')}`,
      ),
    })
    return z.NEVER
  })
}

/** What any value with evidence looks like; one schema for all properties, since each is compiled when it is first used. */
const written = (base: string) =>
  z.strictObject({
    value: z.string({ error: 'a value is a text or a number' }).optional(),
    language: text.optional(),
    status: word(statuses).optional(),
    written: text.optional(),
    at: text.optional(),
    source: reference('source', base).optional(),
    citing: reference('citing', base).optional(),
    note: text.optional(),
    rank: word(ranks).optional(),
    reason: text.optional(),
    confidence: confidence.optional(),
    place,
    places,
  })

function evidence(property: Property, base: string): z.ZodType<Evidence> {
  return (cached(`${base} evidence`, () => written(base)) as ReturnType<typeof written>).transform(
    ({ value, language, ...rest }, context): Evidence => {
      if ((value === undefined) === (rest.status === undefined))
        context.addIssue({
          code: 'custom',
          ...trouble('value-or-status', 'either a value or a status is needed, not both', `status is one of ${statuses.join(', ')}`),
        })
      if (rest.rank && rest.rank !== 'normal' && !rest.reason)
        context.addIssue({
          code: 'custom',
          path: ['rank'],
          ...trouble('no-reason', `a ${rest.rank} claim needs a reason`, 'add reason: "one line that says why"'),
        })
      const defined = Object.fromEntries(Object.entries(rest).filter(([, content]) => content !== undefined)) as Evidence
      if (value === undefined) return defined
      const mention = hubMention(value, property)
      if (mention) return { ...defined, mention }
      const reading = readValue(value, property, base, language)
      if (!isReading(reading)) {
        context.addIssue({
          code: 'custom',
          path: [reading.code === 'bad-language' && language !== undefined ? 'language' : 'value'],
          message: reading.message,
          params: reading,
        })
        return defined
      }
      return {
        ...defined,
        reading,
        ...(!rest.written && value !== reading.term.value && reading.term.termType === 'Literal' && { written: value }),
      }
    },
  )
}

/** The class of a nested key, and its schema. */
function nestedClass(property: Property): ClassName {
  return property.classes![0]!
}

/** Lazily made, since a sheet may hold sheets. */
function sheetFields(of: Class, base: string, implied: readonly string[]): Record<string, z.ZodType> {
  const fields = [...of.properties.values()]
    .filter(({ name, inverse }) => inverse || !implied.includes(name))
    .map((property) => {
      const required = of.key?.includes(property.name) && property.required
      const field = property.inverse
        ? z.array(z.lazy(() => nestedSheet(classOf(nestedClass(property)), base, property.path)))
        : z.array(evidence(property, base))
      return [property.name, required ? field : field.optional()]
    })
  return {
    place,
    places,
    source: reference('source', base).optional(),
    at: text.optional(),
    citing: reference('citing', base).optional(),
    note: text.optional(),
    ...Object.fromEntries(fields),
  }
}

function sheetOf(of: Class): (parsed: Record<string, unknown>) => Sheet {
  return ({ source, at, citing, note, place: stands, places: standing, ...properties }) => {
    const entries = Object.entries(properties).filter(([, content]) => content !== undefined)
    const isNested = ([name]: [string, unknown]): boolean => of.properties.get(name)?.inverse === true
    return {
      ...(source ? { source: source as string } : {}),
      ...(at ? { at: at as string } : {}),
      ...(citing ? { citing: citing as string } : {}),
      ...(note ? { note: note as string } : {}),
      ...(stands ? { place: stands as Place } : {}),
      ...(standing ? { places: standing as ReadonlyMap<string, Place> } : {}),
      values: new Map(entries.filter((entry) => !isNested(entry)) as [string, Evidence[]][]),
      nested: new Map(entries.filter(isNested) as [string, Sheet[]][]),
    }
  }
}

const cache = new Map<string, z.ZodType>()
function cached<T>(key: string, make: () => z.ZodType<T>): z.ZodType<T> {
  const known = cache.get(key) ?? make()
  cache.set(key, known)
  return known as z.ZodType<T>
}

function nestedSheet(of: Class, base: string, link: string): z.ZodType<Sheet> {
  const implied = [propertyOf(link)!.name]
  return cached(`${base} ${of.name}`, () => z.strictObject(sheetFields(of, base, implied)).transform(sheetOf(of)))
}

/**
 * The schema of a document about a thing of a class: its keys are the class's properties, each a list of values with evidence.
 *
 * @param kind the class
 * @param base base IRI of instances
 */
export function factSchema(kind: ClassName, base: string): z.ZodType<FactSheet> {
  const of = classOf(kind)
  return cached<FactSheet>(`${base} document ${kind}`, () =>
    z
      .strictObject({ ...sheetFields(of, base, []), kind: z.literal(kind), id, source: reference('source', base) })
      .transform(({ kind: _, id: own, ...rest }): FactSheet => ({ kind, id: own, ...(sheetOf(of)(rest) as Sheet & { source: string }) })),
  )
}
