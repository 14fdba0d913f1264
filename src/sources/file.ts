import { createHash } from 'node:crypto'
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { StemmaError, type Problem } from '../errors.ts'
import { brokenContent, contentOf } from './content.ts'
import { extensionsOf, hasEnding } from './formats.ts'
import type { SourceOptions } from './options.ts'
import { unpacked } from './packing/packings.ts'
import { requirePlainFile } from './plain-file.ts'
import { nothing, type Reading, type SourceFormat } from './source.ts'
import { megabytes, tooLarge } from './text.ts'
import { yaml } from './yaml.ts'

/**
 * Reads a file in the format that it is of.
 *
 * @param found whether it was found in a folder, and not named
 */
export function readFile(
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
  const bytes = own ? unpacked(own, file) : tooLarge(file)
  if (!own || !(bytes instanceof Uint8Array)) {
    // What others wrote nobody here can split or mend: it is told, and the rest is read.
    if (possible.includes(yaml)) throw new StemmaError(bytes as Problem)
    return { reading: { ...nothing, noted: [bytes as Problem] }, sha256: () => '' }
  }
  const content = contentOf(bytes, file)
  const sha256 = (): string => createHash('sha256').update(own).digest('hex')
  const format = from === undefined ? possible.find((one) => one.recognises(content)) : possible[0]
  if (format) return { reading: format.read(content, { base, source }), sha256 }
  const broken = brokenContent(content)
  if (broken.length > 0) return { reading: { ...nothing, noted: broken }, sha256 }
  if (!found) throw unknownContent(file, possible)
  return { reading: { ...nothing, dropped: new Map([['files of no known format', { count: 1, example: { place: { file } } }]]) }, sha256 }
}

const largest = megabytes * 2 ** 20
const readWhole = (file: string, size: number): Buffer | undefined => (size > largest ? undefined : readFileSync(file))

const unknownContent = (file: string, possible: readonly SourceFormat[]): StemmaError =>
  new StemmaError({
    code: 'unknown-format',
    message: `its content is that of none of the formats with its ending: ${possible.map(({ name }) => name).join(', ')}`,
    place: { file },
    hint: 'say which it is with --from, or name its folder: there it is passed over, and told',
  })

const unknownFormat = (file: string, formats: readonly SourceFormat[]): StemmaError =>
  new StemmaError({
    code: 'unknown-format',
    message: 'the file is of no format that can be read',
    place: { file },
    hint: `known endings: ${extensionsOf(formats).join(', ')}`,
  })
