/** What is made of each field of an asset. */
import { quote } from '../../quote.ts'
import { brief } from '../brief.ts'
import { licenseOf, sayLicense } from '../licenses.ts'
import type { Context } from './context.ts'
import { readAddress, readCard } from './pages.ts'
import { isUnknown, type Field } from './field.ts'
import { datasetSize, modelSize } from './size.ts'

type FieldReader = (context: Context, field: Field) => void

/** The properties of which it is said that nothing is known, by field. */
export const statusKeys: Readonly<Record<string, string>> = {
  organization: 'producer',
  created_date: 'released',
  license: 'license',
  access: 'access',
  dependencies: 'dependsOn',
}

/** The catalogue's three words for access. What is limited may be had through an interface or on request, and it does not tell which. */
const accesses: Readonly<Record<string, string>> = { open: 'open', closed: 'withheld' }

/** What an explanation says of several sizes, of which the largest is given. */
const severalSizes = /\b(?:several|multiple|various|two|three|four|five) (?:model )?(?:sizes|scales)\b|\bthe largest\b/i
/** How a description begins of what has several sizes. */
const family = /^.{0,40}\bis an? (?:\S+ )?(?:family|collection|suite|set) of\b/i

export const readers: Readonly<Record<string, FieldReader>> = {
  organization: ({ entry }, { values, beside }) => {
    for (const value of values)
      for (const name of value.split(/,\s+(?!inc\b|ltd\b)(?:and\s+)?/i))
        if (name.trim() !== '') entry.link('producer', { kinds: ['Organization'], name: name.trim() }, beside)
  },
  created_date: ({ entry }, { values, beside }) => {
    for (const value of values) {
      const date = value.replaceAll('/', '-')
      entry.say('released', date, { ...beside, ...(date !== value && { written: value }) })
    }
  },
  dependencies: ({ entry }, { values, beside }) => {
    for (const name of values.filter((one) => !isUnknown(one)))
      entry.link('dependsOn', { kinds: ['Model', 'Dataset', 'Application', 'Software'], name }, beside)
  },
  description: ({ entry }, { values, beside }) => {
    for (const value of values) if (!isUnknown(value)) entry.say('description', value, beside)
  },
  license: ({ entry, notes }, { key, values, beside }) => {
    for (const value of values) {
      const why = sayLicense(entry, licenseOf(value), value, beside)
      if (why !== undefined) notes.dropped(key, beside.place, { value: quote(brief(value)), why })
    }
  },
  access: ({ entry, notes }, { values, beside }) => {
    for (const value of values) {
      const word = accesses[value.toLowerCase()]
      if (word !== undefined) entry.say('access', word, { ...beside, ...(word !== value && { written: value }) })
      else notes.dropped('access', beside.place, { value: quote(value), why: 'it may be by request or through an interface' })
    }
  },
  size: ({ kind, entry, notes, fields }, { key, values, explanation = '', beside }) => {
    const isFamily = severalSizes.test(explanation) || family.test(fields.get('description')?.values[0] ?? '')
    for (const value of values) {
      if (isUnknown(value)) continue
      const { values: said, rest } = kind === 'Model' ? modelSize(value, isFamily) : datasetSize(value)
      for (const [property, text] of said) entry.say(property, text, { ...beside, written: value })
      for (const part of rest) notes.dropped(key, beside.place, { value: quote(brief(part)), why: 'no number with a unit that is known' })
    }
  },
  url: (context, field) => {
    for (const value of field.values) if (!isUnknown(value)) readAddress(context, field, value)
  },
  model_card: (context, field) => {
    for (const value of field.values) if (!isUnknown(value)) readCard(context, field, value, 'model-card')
  },
  datasheet: (context, field) => {
    for (const value of field.values) if (!isUnknown(value)) readCard(context, field, value, 'dataset-card')
  },
}
