/** What a record of a model hub looks like, in the flat form of a snapshot and in the form that the hub's API lists. */
import { z } from 'zod'
import type { Place, Problem } from '../../errors.ts'
import { readDate } from '../../model/date.ts'
import { badText, longText } from '../../model/value.ts'
import { classOf } from '../../model/vocabulary.ts'
import { quote } from '../../quote.ts'
import { hubId } from '../addresses.ts'

/** A day, and the time of that day if the source tells it. */
const time = /^(.{10})(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/

/** So many languages no model knows, nor has any so many bases. */
export const mostValues = 10_000

/** What is wrong with a line or a value in it, and where in the line it stands, if that is known. */
export type Trouble = Pick<Problem, 'code' | 'message' | 'hint' | 'key'> & Pick<Place, 'column'>

const type = (wanted: string): { error: string } => ({ error: `${wanted} is needed` })
const text = z.string(type('a text'))

/** A text of which more is asked; zod issues carry our code and hint in `params`. */
const textThat = (troubleOf: (text: string) => Trouble | undefined, wanted = 'a text'): z.ZodString =>
  z.string(type(wanted)).superRefine((written, context) => {
    const trouble = troubleOf(written)
    if (trouble) context.addIssue({ code: 'custom', message: trouble.message, params: trouble })
  })

/** What names something, if only a language or a licence. */
const ofName = classOf('Model').properties.get('name')!
const good = textThat((written) => badText(written) ?? longText(written, ofName))
const id = textThat(
  (written) =>
    hubId.test(written)
      ? undefined
      : {
          code: 'bad-id',
          message: `${quote(written)} is not a hub id`,
          hint: 'a hub id is OWNER/NAME: letters, digits, - _ and ., at most 96 in each',
        },
  'a hub id',
)
const moment = textThat((written) => {
  const day = time.exec(written)?.[1]
  const date = readDate(day ?? written)
  if (day !== undefined && !('problem' in date)) return undefined
  return {
    code: 'bad-date',
    message: 'problem' in date ? date.problem : `${quote(written)} is not a date`,
    hint: 'write it as the hub does: 2022-07-06T09:40:00.000Z, or the day alone',
  }
})
/** JSON knows larger numbers, but reads them as other ones; zod's own check of that would keep later ones from being made. */
const parameters = z.number(type('a number')).superRefine((count, context) => {
  const trouble = Number.isSafeInteger(count)
    ? count < 1 && { code: 'out-of-range', message: `${count} is less than 1` }
    : { code: 'bad-number', message: `${count} is not a whole number that can be exact` }
  if (trouble) context.addIssue({ code: 'custom', message: trouble.message, params: { ...trouble, hint: 'write how many there are' } })
})

/** A list is looked at before its items, since each bad one of them is told. */
const short = z.custom<string[]>((value) => Array.isArray(value) && value.length <= mostValues)
const several = (one: z.ZodString) =>
  z.union([one, short.pipe(z.array(one))], type(`a text or a list of at most ${mostValues.toLocaleString('en')} texts`)).nullish()

/** What a person writes at the head of a model's card; a snapshot has it beside the rest. */
const card = {
  license_name: good.nullish(),
  library_name: text.nullish(),
  base_model: several(id),
  base_model_relation: text.nullish(),
  datasets: several(id),
  license: several(good),
  /** What many people write. */
  licence: several(good),
  language: several(good),
  pipeline_tag: good.nullish(),
}

/** The schema of a record; keys that it does not have are no error, and nothing is made of them. */
export const hubRecord = z
  .object(
    {
      ...card,
      id: id.nullish(),
      /** The API's older name of the same. */
      modelId: id.nullish(),
      author: good.nullish(),
      createdAt: moment.nullish(),
      params: parameters.nullish(),
      safetensors: z
        .object({ total: parameters.nullish(), parameters: z.record(text, z.unknown()).nullish() }, type('an object'))
        .nullish(),
      sha: good.nullish(),
      gated: z.union([z.boolean(), text], type('true, false or a text')).nullish(),
      tags: z.array(text, type('a list of texts')).nullish(),
      siblings: z.array(z.object({ rfilename: text }, type('an object')), type('a list of files')).nullish(),
      cardData: z.object(card, type('an object')).nullish(),
    },
    type('a record in braces'),
  )
  .refine(({ id, modelId }) => id != null || modelId != null, {
    path: ['id'],
    error: 'id is missing',
    params: { code: 'missing-key', hint: 'a record has an id, such as "id": "bigscience/bloom"' },
    // Whatever else is wrong with it.
    when: ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value),
  })

/** A record of a hub: what is used of it. */
export type HubRecord = z.infer<typeof hubRecord>

/** Everything that is wrong with a record, or nothing when it is a HubRecord. */
export function troublesOf(content: unknown): Trouble[] {
  const { error } = hubRecord.safeParse(content)
  return (error?.issues ?? []).map(({ message, path, ...issue }) => {
    const key = path.filter((part) => typeof part === 'string').join('.')
    const { code = 'bad-record', hint } = ('params' in issue ? issue.params : {}) as Partial<Trouble>
    return {
      code,
      message: key && !message.startsWith(key) ? `${key}: ${message}` : message,
      ...(key && { key }),
      hint: hint ?? 'mend it or leave it out',
    }
  })
}
