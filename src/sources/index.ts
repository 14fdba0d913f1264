/** The source formats, one line each, and the walk over what a person names on the command line. */
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileError, StemmaError, type Problem } from '../errors.ts'
import type { FactSheet } from '../model/sheet.ts'
import { compareText } from '../model/claim.ts'
import type { Reading, SourceFormat } from './source.ts'
import { megabytes, tooLarge } from './text.ts'
import { yaml } from './yaml.ts'

/** All source formats. */
const sourceFormats: readonly SourceFormat[] = [yaml]

/**
 * Reads files and folders into fact sheets. A file that is reached twice is read once.
 *
 * @param paths files, or folders that are read through all their levels
 * @param base base IRI of instances
 * @returns the sheets in the order of the files' names, and everything that is wrong
 */
export function readSources(paths: readonly string[], base: string): Reading {
  const sheets: FactSheet[] = []
  const broken: FactSheet[] = []
  const problems: Problem[] = []
  let partial = false
  const read = new Set<string>()
  for (const path of paths)
    for (const file of attempt(problems, path, () => filesOf(path)) ?? []) {
      const reading = attempt(problems, file, () => readFile(file, base, read))
      sheets.push(...(reading?.sheets ?? []))
      broken.push(...(reading?.broken ?? []))
      problems.push(...(reading?.problems ?? []))
      partial ||= reading?.partial ?? false
    }
  // A path that could not be used may hold anything.
  return { sheets, broken, problems, partial: partial || problems.some(({ place }) => place?.line === undefined) }
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
  if (stats.isDirectory()) throw fileError({ code: 'EISDIR' }, file)
  // A pipe or a device may never end.
  if (!stats.isFile())
    throw new StemmaError({
      code: 'not-a-file',
      message: 'this is a device or a pipe, a plain file is needed',
      place: { file },
      hint: 'copy its content into a file',
    })
  if (stats.size > megabytes * 2 ** 20) throw new StemmaError(tooLarge(file))
  return format.read(readFileSync(real), file, base)
}

function filesOf(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && formatOf(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  if (files.length === 0)
    throw new StemmaError({
      code: 'no-data',
      message: 'the folder holds no data file',
      place: { file: path },
      hint: `data files end in ${extensions().join(' or ')}`,
    })
  return files.sort(compareText)
}

function attempt<T>(problems: Problem[], file: string, run: () => T): T | undefined {
  try {
    return run()
  } catch (error) {
    if (!(error instanceof StemmaError) && typeof (error as NodeJS.ErrnoException).code !== 'string') throw error
    problems.push(...(error instanceof StemmaError ? error : fileError(error, file)).problems)
    return undefined
  }
}
