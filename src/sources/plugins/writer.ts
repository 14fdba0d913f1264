/** The writer of sheets for plugins: what their types would forbid is said where they ask for it, and not by what comes of it later. */
import type { Mention } from '../../model/mention.ts'
import { classOf, type ClassName, type Property } from '../../model/vocabulary.ts'
import { quote } from '../../quote.ts'
import { sheetWriter, type Beside, type Entry, type SheetWriter } from '../sheet-writer.ts'
import { required, wrong } from './require.ts'
import { text } from './schema-pieces.ts'
import { besideSchema, iri, mentionSchema, ownSchema, placeSchema, statusSchema, valueSchema } from './schemas.ts'
import { markWritten } from './written.ts'

/**
 * Makes a writer, as `sheetWriter` does.
 *
 * @throws TypeError here and in what it makes: where a thing has no class or name, where what is nested is no such key, where a value is
 *   neither text nor number, or where there is no place. An error says at which line of the plugin.
 */
export const checkedWriter: typeof sheetWriter = (source, base, notes) => {
  required(iri, source, "the source, such as mint(base, 'Document', 'my-table')", checkedWriter)
  required(iri, base, 'the base', checkedWriter)
  const writer = sheetWriter(source, base, notes)
  const thing: SheetWriter['thing'] = (called, at, place, own) => {
    const mention = required(mentionSchema, called, 'the thing', thing)
    const entry = writer.thing(
      mention,
      required(text.optional(), at, 'where it stands', thing),
      required(placeSchema, place, 'its place', thing),
      required(ownSchema.optional(), own, 'what it is known by', thing),
    )
    const sheet = writer.sheets.at(-1)
    if (sheet) markWritten(sheet)
    return checkedEntry(entry, mention.kinds[0])
  }
  return { sheets: writer.sheets, thing }
}

function checkedEntry(entry: Entry, kind: ClassName): Entry {
  const { properties } = classOf(kind)
  /** The property of a key, where the class has one; what is nested is no value. */
  const propertyOf = (key: string, caller: object): Property | undefined => {
    const property = properties.get(required(text, key, 'the key', caller))
    if (property?.inverse) throw wrong(caller, `${property.name} takes what nest(${quote(property.name)}) begins, and no value`)
    return property
  }
  const besides = (beside: Beside | undefined, caller: object): Beside | undefined =>
    required(besideSchema.optional(), beside, 'what stands beside the value', caller)

  const say: Entry['say'] = (key, value, beside) => {
    const property = propertyOf(key, say)
    if (property?.kind === 'reference') throw wrong(say, `${key} takes a thing and no text: write link(${quote(key)}, { kinds, name })`)
    return entry.say(key, required(valueSchema, value, `the value of ${key}`, say), besides(beside, say))
  }
  const link: Entry['link'] = (key, called, beside) => {
    const property = propertyOf(key, link)
    const mention = required(mentionSchema, called, `the thing of ${key}`, link)
    if (property) requireKinds(mention, property, link)
    entry.link(key, mention, besides(beside, link))
  }
  const status: Entry['status'] = (key, said, beside) => {
    propertyOf(key, status)
    entry.status(key, required(statusSchema, said, `the status of ${key}`, status), besides(beside, status))
  }
  const nest: Entry['nest'] = (key) => {
    const property = properties.get(required(text, key, 'the key', nest))
    if (property?.inverse) return checkedEntry(entry.nest(key), property.classes![0]!)
    const nested = [...properties.values()].filter(({ inverse }) => inverse).map(({ name }) => name)
    throw wrong(nest, `nest takes ${nested.join(', ') || `nothing of ${kind}`}, and not ${quote(key)}`)
  }
  return { say, link, status, nest }
}

/** A thing as a value is of the classes that the property takes. */
function requireKinds({ kinds }: Mention, { name, classes, kind }: Property, caller: object): void {
  if (classes === undefined && kind !== 'any') throw wrong(caller, `${name} takes a value and no thing: write say(${quote(name)}, …)`)
  const other = kinds.find((one) => classes !== undefined && !classes.includes(one))
  if (other !== undefined) throw wrong(caller, `${name} takes a thing of ${classes!.join(', ')}, and not of ${other}`)
}
