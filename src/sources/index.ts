/** Reads what a person names on the command line. */
import { fileError, StemmaError, type Failure } from '../errors.ts'
import { mint } from '../model/iri.ts'
import { packageFile } from '../package-files.ts'
import { aliases } from './aliases.ts'
import { attempt, type Fail } from './attempt.ts'
import { readDocuments, type DocumentFile } from './document.ts'
import { readFile } from './file.ts'
import { formatNamed, sourceFormats } from './formats.ts'
import { requireNoHubNames } from './hub/live/names.ts'
import { readHub } from './hub/live/read.ts'
import type { SourceOptions } from './options.ts'
import { knownAs, knownDocuments } from './known-documents.ts'
import { pluginProblems } from './plugins/check.ts'
import { guarded } from './plugins/guard.ts'
import { nothing, together, type Reading, type SourceFormat } from './source.ts'
import { filesOf } from './walk.ts'

/** A file, the IRI of the document that it is of, and its checksum. */
export interface SourceFile {
  readonly source: string
  readonly file: string
  readonly sha256: string
}

/** What was read of all that was named. */
export interface SourceReading extends Reading {
  /** The files that documents of others are, in the order in which they were read. */
  readonly documents: readonly SourceFile[]
  /** Whether every problem is a failure of something outside, such as a file that may not be read. */
  readonly outside: boolean
}

/**
 * Reads files and folders into sheets. A file that is reached twice is read once. In a folder, what no format recognises is passed over
 * and told.
 *
 * @param paths files, or folders that are read through all their levels, links to folders included
 * @returns the sheets in the order of the files' names, and everything that is wrong
 * @throws StemmaError `unknown-source-format` where `from` names none, `bad-plugin` where a plugin is no format, `not-fetched` where a path is a
 * name of a hub
 */
export function readSources(paths: readonly string[], options: SourceOptions): SourceReading {
  requireNoHubNames(paths)
  const formats = formatsFor(options)
  const readings: Reading[] = []
  const failures = new Set<Failure>()
  const fail: Fail = (error, file) => {
    if (!(error instanceof StemmaError) && typeof (error as NodeJS.ErrnoException).code !== 'string') throw error
    const { problems, failure } = fileError(error, file)
    failures.add(failure)
    // What could not be used may hold anything.
    readings.push({ ...nothing, problems, lost: [{}] })
  }
  const before = new Set<string>()
  const documents: DocumentFile[] = []
  // The table that comes with Stemma holds for whatever is read; one that is named holds before it.
  const shipped = packageFile('data/aliases.yaml')
  const table = attempt(shipped, fail, () => readFile(shipped, [aliases], false, { base: options.base }, before))
  if (table) readings.push(table.reading)
  if (options.hub) {
    const { reading, files } = readHub(options.hub, options)
    readings.push(reading)
    documents.push(...files)
  }
  for (const path of paths)
    for (const file of attempt(path, fail, () => filesOf(path, formats, fail)) ?? []) {
      const read = attempt(file, fail, () => readFile(file, formats, file !== path, options, before))
      if (!read) continue
      const { reading, sha256 } = read
      readings.push(reading)
      if (reading.document) documents.push({ document: reading.document, file, sha256: sha256() })
      if (reading.problems.length > 0) failures.add('input')
    }
  const said = together(readings)
  const { base, source } = options
  const known = source === undefined ? knownDocuments(said.sheets, documents) : new Map<string, never>()
  const own = documents.map((one) => ({ ...one, document: { ...one.document, ...known.get(one.document.id) } }))
  const named = said.named.map((sheet) => ({ ...sheet, source: knownAs(known, sheet.source, base) }))
  return {
    ...together([...readDocuments(own, base).map((one) => ({ ...nothing, ...one })), { ...said, named }]),
    documents: own.map(({ document, file, sha256 }) => ({ source: mint(base, 'Document', document.id), file, sha256 })),
    outside: failures.has('outside') && failures.size === 1,
  }
}

/** The formats that are tried, in their order. */
function formatsFor({ plugins = [], from }: SourceOptions): readonly SourceFormat[] {
  const problems = pluginProblems(plugins.map((value) => ({ value })))
  if (problems.length > 0) throw new StemmaError(problems)
  const formats = [...plugins.map(guarded), ...sourceFormats]
  return from === undefined ? formats : [formatNamed(from, formats)]
}
