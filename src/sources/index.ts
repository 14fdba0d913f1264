/** The source formats, one line each, and the walk over what a person names on the command line. */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileError, StemmaError, type Failure } from '../errors.ts'
import { compareText } from '../model/claim.ts'
import type { Reading, SourceFormat } from './source.ts'
import { requirePlainFile } from './plain-file.ts'
import { megabytes, tooLarge } from './text.ts'
import { yaml } from './yaml.ts'

/** All source formats. */
const sourceFormats: readonly SourceFormat[] = [yaml]

/** What was read of all that was named. */
export interface SourceReading extends Reading {
  /** Whether every problem is a failure of something outside, such as a file that may not be read. */
  readonly outside: boolean
}

/**
 * Reads files and folders into fact sheets. A file that is reached twice is read once.
 *
 * @param paths files, or folders that are read through all their levels, links to folders included
 * @param base base IRI of instances
 * @returns the sheets in the order of the files' names, and everything that is wrong
 */
export function readSources(paths: readonly string[], base: string): SourceReading {
  const readings: Reading[] = []
  const failures = new Set<Failure>()
  const fail: Fail = (error, file) => {
    if (!(error instanceof StemmaError) && typeof (error as NodeJS.ErrnoException).code !== 'string') throw error
    const { problems, failure } = fileError(error, file)
    failures.add(failure)
    // What could not be used may hold anything.
    readings.push({ sheets: [], broken: [], problems, lost: [{}] })
  }
  const before = new Set<string>()
  for (const path of paths)
    for (const file of attempt(path, fail, () => filesOf(path, fail)) ?? []) {
      const reading = attempt(file, fail, () => readFile(file, base, before))
      if (!reading) continue
      readings.push(reading)
      if (reading.problems.length > 0) failures.add('input')
    }
  return {
    sheets: readings.flatMap(({ sheets }) => sheets),
    broken: readings.flatMap(({ broken }) => broken),
    problems: readings.flatMap(({ problems }) => problems),
    lost: readings.flatMap(({ lost }) => lost),
    outside: failures.has('outside') && failures.size === 1,
  }
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

const extensions = (): string[] => sourceFormats.flatMap((format) => format.extensions)
const formatOf = (file: string): SourceFormat | undefined =>
  sourceFormats.find((format) => format.extensions.includes(extname(file).toLowerCase()))

function readFile(file: string, base: string, before: Set<string>): Reading | undefined {
  const format = formatOf(file)
  if (!format)
    throw new StemmaError({
      code: 'unknown-format',
      message: 'the file is of no format that can be read',
      place: { file },
      hint: `known endings: ${extensions().join(', ')}`,
    })
  const real = realpathSync(file)
  if (before.has(real)) return undefined
  before.add(real)
  const stats = statSync(real)
  requirePlainFile(stats, file)
  if (stats.size > megabytes * 2 ** 20) throw new StemmaError(tooLarge(file))
  return format.read(readFileSync(real), file, base)
}

function filesOf(path: string, fail: Fail): string[] {
  if (!statSync(path).isDirectory()) return [path]
  const files: string[] = []
  const whole = walk(path, new Set(), files, fail)
  if (files.length === 0 && whole)
    throw new StemmaError({
      code: 'no-data',
      message: 'the folder holds no data file',
      place: { file: path },
      hint: `data files end in ${extensions().join(' or ')}`,
    })
  return files.sort(compareText)
}

/** Collects the data files of a folder and of all below it; false when some of them could not be looked into. */
function walk(folder: string, before: Set<string>, files: string[], fail: Fail): boolean {
  const real = realpathSync(folder)
  // A link may lead back to where it stands.
  if (before.has(real)) return true
  before.add(real)
  let whole = true
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    const inside = attempt(path, fail, () => {
      if (entry.isDirectory() || (entry.isSymbolicLink() && leadsToFolder(path))) return walk(path, before, files, fail)
      if (formatOf(entry.name)) files.push(path)
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
