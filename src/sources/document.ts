/** The documents that files are: they say what is read of them, and it is told what they are. */
import { createHash } from 'node:crypto'
import { groupBy } from '../group.ts'
import { mint } from '../model/iri.ts'
import type { Mention } from '../model/mention.ts'
import type { NamedSheet } from '../model/sheet.ts'
import { sourceNotes, type SourceNotes } from './notes.ts'
import { sheetWriter, type Beside } from './sheet-writer.ts'

/** What is known of the document of a file. Several files may be of one document. */
export interface DocumentFacts {
  readonly id: string
  readonly name: string
  /** One of the ontology's document types: `table`, `snapshot`, `documentation`. */
  readonly type: string
  /** The document of which it is one edition. */
  readonly editionOf?: { readonly id: string; readonly name: string }
  /** What else the file says of itself, by property: its licence, its version, the day on which it was retrieved. */
  readonly values?: readonly (readonly [key: string, value: string, beside?: Beside])[]
}

/** A file of a document. */
export interface DocumentFile {
  readonly document: DocumentFacts
  readonly file: string
  readonly sha256: string
}

/** What is said of a document, and what of it could not be used. */
interface DocumentReading extends ReturnType<SourceNotes['take']> {
  readonly named: readonly NamedSheet[]
}

/** What is said of the documents of files. */
export function readDocuments(files: readonly DocumentFile[], base: string): DocumentReading[] {
  const byId = groupBy(files, ({ document }) => document.id)
  return [...byId.values()].map((all) => {
    const [{ document, file }] = all as [DocumentFile]
    const iri = mint(base, 'Document', document.id)
    const notes = sourceNotes(document.id)
    const writer = sheetWriter(iri, base, notes)
    const documentAt = (value: string, name: string): Mention => ({ kinds: ['Document'], name, identifiers: [{ scheme: 'iri', value }] })
    const entry = writer.thing(documentAt(iri, document.name), undefined, { file })
    entry.say('documentType', document.type)
    entry.say('sha256', checksumOf(all))
    const { editionOf } = document
    if (editionOf) entry.link('editionOf', documentAt(mint(base, 'Document', editionOf.id), editionOf.name))
    for (const [key, value, beside] of document.values ?? []) entry.say(key, value, beside)
    return { named: writer.sheets, ...notes.take() }
  })
}

/**
 * The checksum of a document. That of one that is several files is that of the list of their checksums, a line `CHECKSUM  FILE` for each as
 * `sha256sum` writes it, sorted, without their folders.
 */
export function checksumOf(files: readonly Pick<DocumentFile, 'file' | 'sha256'>[]): string {
  if (files.length === 1) return files[0]!.sha256
  const lines = files.map(({ file, sha256 }) => `${sha256}  ${file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1)}\n`)
  return createHash('sha256').update(lines.sort().join('')).digest('hex')
}
