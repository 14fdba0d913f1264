/** What can be made out of a document that cannot be read. */
import { isId } from '../../model/iri.ts'
import { kindOf } from '../../model/sheet.ts'
import type { Lost } from '../source.ts'

/** Both keys stand at the beginning; nobody waits for a search through all of a broken text. */
const beginning = 4_096

/**
 * Looks for the kind and the id of a document in its text.
 *
 * @param text of the one document, which need not be YAML
 * @returns what was found; a document with an id and no kind at all is about a Model
 */
export function salvage(text: string): Lost {
  const start = text.slice(0, beginning)
  const id = wordAfter('id', start)
  const kind = wordAfter('kind', start)
  const { name } = kind === undefined && (id === undefined || /\bkind\b/.test(start)) ? {} : kindOf(kind)
  return { ...(name && { kind: name }), ...(id !== undefined && isId(id) && { id }) }
}

/** The word after a key that begins a line, or that stands in a line that begins with a brace. */
function wordAfter(key: string, text: string): string | undefined {
  return new RegExp(`^(?:\\{(?:[^\\n]*[\\s,])?)?${key}[ \\t]*:[ \\t]+["']?([A-Za-z0-9.-]+)`, 'm').exec(text)?.[1]
}
