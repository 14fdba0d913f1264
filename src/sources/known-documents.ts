import { idOf, mint } from '../model/iri.ts'
import type { FactSheet } from '../model/sheet.ts'
import type { DocumentFile } from './document.ts'

/** A document that is described here. */
interface Known {
  readonly id: string
  readonly name: string
}

/**
 * The documents of files that are described here already, under another id: a file with the checksum of one is that document.
 *
 * @param sheets what is curated
 * @returns by the id that the file's reader gave it
 */
export function knownDocuments(sheets: readonly FactSheet[], files: readonly DocumentFile[]): ReadonlyMap<string, Known> {
  const texts = ({ values }: FactSheet, key: string): string[] =>
    (values.get(key) ?? []).flatMap(({ reading }) => reading?.term.value ?? [])
  const bySum = new Map<string, Known>()
  for (const sheet of sheets)
    if (sheet.kind === 'Document')
      for (const sum of texts(sheet, 'sha256')) bySum.set(sum, { id: sheet.id, name: texts(sheet, 'name')[0] ?? sheet.id })
  const counts = new Map<string, number>()
  for (const { document } of files) counts.set(document.id, (counts.get(document.id) ?? 0) + 1)
  return new Map(
    files.flatMap(({ document, sha256 }): [string, Known][] => {
      const known = bySum.get(sha256)
      return known && known.id !== document.id && counts.get(document.id) === 1 ? [[document.id, known]] : []
    }),
  )
}

/** The IRI of a document, or of what it is known as. */
export const knownAs = (known: ReadonlyMap<string, Known>, source: string, base: string): string => {
  const found = known.get(idOf(source, base))
  return found ? mint(base, 'Document', found.id) : source
}
