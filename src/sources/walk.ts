/** From what a person names to files. */
import { readdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { StemmaError } from '../errors.ts'
import { compareText } from '../model/claim.ts'
import { attempt, type Fail } from './attempt.ts'
import { extensionsOf, hasEnding } from './formats.ts'
import type { SourceFormat } from './source.ts'

/**
 * The files that a path is: itself, or those in the folder and below it whose endings are those of the formats, in the order of their names.
 *
 * @throws StemmaError `no-data` for a folder without one
 */
export function filesOf(path: string, formats: readonly SourceFormat[], fail: Fail): string[] {
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
