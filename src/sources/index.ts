/** The source formats, one line each, and the walk over what a person names on the command line. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { fileError, StemmaError, type Failure } from '../errors.ts'
import { compareText } from '../model/claim.ts'
import { mint } from '../model/iri.ts'
import { didYouMean } from '../nearest.ts'
import { packageFile } from '../package-files.ts'
import { quote } from '../quote.ts'
import { aliases } from './aliases.ts'
import { contentOf } from './content.ts'
import { documentSheets, type DocumentFile } from './document.ts'
import { addDropped, type Dropped } from './dropped.ts'
import { ecosystemGraphs } from './ecosystem-graphs/format.ts'
import { epoch } from './epoch.ts'
import { croissant } from './rdf/croissant.ts'
import { rdf } from './rdf/rdf.ts'
import { cyclonedx } from './cyclonedx/index.ts'
import { modelHub } from './model-hub.ts'
import { nothing, type Reading, type SourceFormat } from './source.ts'
import { requirePlainFile } from './plain-file.ts'
import { megabytes, tooLarge } from './text.ts'
import { spdx } from './spdx/index.ts'
import { yaml } from './yaml.ts'

/** All source formats; the first that recognises a file reads it, and what nobody else does is taken for curated facts. */
export const sourceFormats: readonly SourceFormat[] = [ecosystemGraphs, aliases, epoch, modelHub, cyclonedx, spdx, croissant, rdf, yaml]

/** How sources are read. */
export interface SourceOptions {
  /** Base IRI of instances. */
  readonly base: string
  /** The format of all that is read, in place of what the files look like. */
  readonly from?: string
  /** The id of the document that all files of others are. */
  readonly source?: string
}

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
 * @throws StemmaError `unknown-source-format` where `from` names none
 */
export function readSources(paths: readonly string[], options: SourceOptions): SourceReading {
  const formats = options.from === undefined ? sourceFormats : [formatNamed(options.from)]
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
  for (const path of paths)
    for (const file of attempt(path, fail, () => filesOf(path, formats, fail)) ?? []) {
      const read = attempt(file, fail, () => readFile(file, formats, file !== path, options, before))
      if (!read) continue
      const { reading, sha256 } = read
      readings.push(reading)
      if (reading.document) documents.push({ document: reading.document, file, sha256: sha256() })
      if (reading.problems.length > 0) failures.add('input')
    }
  const all = together(readings)
  return {
    ...all,
    named: [...documentSheets(documents, options.base), ...all.named],
    documents: documents.map(({ document, file, sha256 }) => ({ source: mint(options.base, 'Document', document.id), file, sha256 })),
    outside: failures.has('outside') && failures.size === 1,
  }
}

function together(readings: readonly Reading[]): Reading {
  const dropped = new Map<string, Dropped>()
  for (const reading of readings) for (const [field, one] of reading.dropped) addDropped(dropped, field, one)
  return {
    sheets: readings.flatMap(({ sheets }) => sheets),
    broken: readings.flatMap(({ broken }) => broken),
    problems: readings.flatMap(({ problems }) => problems),
    lost: readings.flatMap(({ lost }) => lost),
    named: readings.flatMap(({ named }) => named),
    noted: readings.flatMap(({ noted }) => noted),
    aliases: readings.flatMap(({ aliases }) => aliases),
    dropped,
  }
}

/** The format of a name. */
function formatNamed(name: string): SourceFormat {
  const found = sourceFormats.find((format) => format.name === name)
  if (found) return found
  const names = sourceFormats.map((format) => format.name)
  throw new StemmaError(
    {
      code: 'unknown-source-format',
      message: `there is no source format ${quote(name)}`,
      hint: didYouMean(name, names) ?? `one of: ${names.join(', ')}`,
    },
    'usage',
  )
}

/** Notes that a file or folder cannot be used. */
type Fail = (error: unknown, file: string) => void

function attempt<T>(file: string, fail: Fail, run: () => T): T | undefined {
  try {
    return run()
  } catch (error) {
    fail(error, file)
    return undefined
  }
}

const extensionsOf = (formats: readonly SourceFormat[]): string[] =>
  [...new Set(formats.flatMap((format) => format.extensions))].sort(compareText)
const hasEnding = (file: string, { extensions }: SourceFormat): boolean => {
  const unpacked = file.toLowerCase().replace(/\.gz$/, '')
  return extensions.some((ending) => unpacked.endsWith(ending))
}

/**
 * Reads a file in the format that it is of.
 *
 * @param found whether it was found in a folder, and not named
 */
function readFile(
  file: string,
  formats: readonly SourceFormat[],
  found: boolean,
  { base, source, from }: SourceOptions,
  before: Set<string>,
): { readonly reading: Reading; readonly sha256: () => string } | undefined {
  const real = realpathSync(file)
  if (before.has(real)) return undefined
  before.add(real)
  const stats = statSync(real)
  requirePlainFile(stats, file)
  const possible = from === undefined ? formats.filter((format) => hasEnding(file, format)) : formats
  if (possible.length === 0) throw unknownFormat(file, formats)
  const own = readWhole(real, stats.size)
  const bytes = own && unpacked(own, file)
  if (!own || !bytes) {
    // What others wrote nobody here can split: it is told, and the rest is read.
    if (possible.includes(yaml)) throw new StemmaError(tooLarge(file))
    return { reading: { ...nothing, noted: [tooLarge(file)] }, sha256: () => '' }
  }
  const content = contentOf(bytes, file)
  const sha256 = (): string => createHash('sha256').update(own).digest('hex')
  const format = from === undefined ? possible.find((one) => one.recognises(content)) : possible[0]
  if (format) return { reading: format.read(content, { base, ...(source !== undefined && { source }) }), sha256 }
  if (!found) throw unknownFormat(file, formats)
  return { reading: { ...nothing, dropped: new Map([['files of no known format', { count: 1, example: { place: { file } } }]]) }, sha256 }
}

const largest = megabytes * 2 ** 20
const readWhole = (file: string, size: number): Buffer | undefined => (size > largest ? undefined : readFileSync(file))

/** What gzip packed; undefined where it is larger than what is read. */
function unpacked(bytes: Buffer, file: string): Buffer | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: largest })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return undefined
    throw new StemmaError({
      code: 'bad-gzip',
      message: 'the file cannot be unpacked',
      place: { file },
      hint: 'fetch it again: it is damaged, or was cut off',
    })
  }
}

const unknownFormat = (file: string, formats: readonly SourceFormat[]): StemmaError =>
  new StemmaError({
    code: 'unknown-format',
    message: 'the file is of no format that can be read',
    place: { file },
    hint: `known endings: ${extensionsOf(formats).join(', ')}`,
  })

function filesOf(path: string, formats: readonly SourceFormat[], fail: Fail): string[] {
  if (!statSync(path).isDirectory()) return [path]
  const files: string[] = []
  const whole = walk(path, formats, new Set(), files, fail)
  if (files.length === 0 && whole)
    throw new StemmaError({
      code: 'no-data',
      message: 'the folder holds no data file',
      place: { file: path },
      hint: `data files end in ${extensionsOf(formats).join(' or ')}`,
    })
  return files.sort(compareText)
}

/** Collects the data files of a folder and of all below it; false when some of them could not be looked into. */
function walk(folder: string, formats: readonly SourceFormat[], before: Set<string>, files: string[], fail: Fail): boolean {
  const real = realpathSync(folder)
  // A link may lead back to where it stands.
  if (before.has(real)) return true
  before.add(real)
  let whole = true
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    const inside = attempt(path, fail, () => {
      if (entry.isDirectory() || (entry.isSymbolicLink() && leadsToFolder(path))) return walk(path, formats, before, files, fail)
      if (formats.some((format) => hasEnding(entry.name, format))) files.push(path)
      return true
    })
    whole &&= inside ?? false
  }
  return whole
}

function leadsToFolder(link: string): boolean {
  try {
    return statSync(link).isDirectory()
  } catch (error) {
    // A link to nothing is no folder; if it has the name of a data file, it is told when that is read.
    if (['ENOENT', 'ELOOP'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}
