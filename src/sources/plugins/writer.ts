/** The writer of sheets for plugins: what their types would forbid is said where they ask for it, and not by what comes of it later. */
import { isIri } from '../../model/iri.ts'
import { classNames, classOf, type ClassName } from '../../model/vocabulary.ts'
import { didYouMean } from '../../nearest.ts'
import { quote } from '../../quote.ts'
import { sheetWriter, type Entry, type SheetWriter } from '../sheet-writer.ts'

/**
 * Makes a writer, as `sheetWriter` does.
 *
 * @throws TypeError here and in what it makes: where a thing has no class or name, where what is nested is no such key, or where there is
 *   no place. An error says at which line of the plugin.
 */
export const checkedWriter: typeof sheetWriter = (source, base, notes) => {
  if (!isIri(source)) throw wrong(checkedWriter, `the source is the IRI of a document, such as mint(base, 'Document', 'my-table')`)
  const writer = sheetWriter(source, base, notes)
  const thing: SheetWriter['thing'] = (called, at, place, own) => {
    checkMention(called, thing)
    if (typeof (place as unknown as { file?: unknown } | undefined)?.file !== 'string')
      throw wrong(thing, 'a thing has a place: { file: content.file, line: 7 }')
    return checkedEntry(writer.thing(called, at, place, own), called.kinds[0])
  }
  return { sheets: writer.sheets, thing }
}

function checkedEntry(entry: Entry, kind: ClassName): Entry {
  const { properties } = classOf(kind)
  const link: Entry['link'] = (key, called, beside) => {
    checkMention(called, link)
    entry.link(key, called, beside)
  }
  const nest: Entry['nest'] = (key) => {
    const property = properties.get(key)
    if (property?.inverse) return checkedEntry(entry.nest(key), property.classes![0]!)
    const nested = [...properties.values()].filter(({ inverse }) => inverse).map(({ name }) => name)
    throw wrong(nest, `nest takes ${nested.join(', ') || `nothing of ${kind}`}, and not ${quote(key)}`)
  }
  return { ...entry, link, nest }
}

function checkMention(called: unknown, caller: object): void {
  const { kinds, name } = Object(called) as { readonly kinds?: unknown; readonly name?: unknown }
  if (!Array.isArray(kinds) || kinds.length === 0) throw wrong(caller, "a thing has kinds: ['Model']")
  for (const kind of kinds.map(String))
    if (!(classNames as readonly string[]).includes(kind))
      throw wrong(caller, `there is no class ${quote(kind)}: ${didYouMean(kind, classNames) ?? classNames.join(', ')}`)
  if (typeof name !== 'string' || name.trim() === '') throw wrong(caller, 'a thing has a name, which is a text and not empty')
}

/** An error that was made where a function of ours was called. */
function wrong(caller: object, message: string): TypeError {
  const error = new TypeError(message)
  Error.captureStackTrace(error, caller as () => unknown)
  return error
}
