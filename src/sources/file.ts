import { createHash } from 'node:crypto'
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { StemmaError } from '../errors.ts'
import { contentOf } from './content.ts'
import { extensionsOf, hasEnding } from './formats.ts'
import type { SourceOptions } from './options.ts'
import { requirePlainFile } from './plain-file.ts'
import { nothing, type Reading, type SourceFormat } from './source.ts'
import { badGzip, megabytes, tooLarge } from './text.ts'
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
  const bytes = own && unpacked(own, file)
  if (!own || !bytes) {
    // What others wrote nobody here can split: it is told, and the rest is read.
    if (possible.includes(yaml)) throw new StemmaError(tooLarge(file))
    return { reading: { ...nothing, noted: [tooLarge(file)] }, sha256: () => '' }
  }
  const content = contentOf(bytes, file)
  const sha256 = (): string => createHash('sha256').update(own).digest('hex')
  const format = from === undefined ? possible.find((one) => one.recognises(content)) : possible[0]
  if (format) return { reading: format.read(content, { base, source }), sha256 }
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
    throw new StemmaError(badGzip(file))
  }
}

const unknownFormat = (file: string, formats: readonly SourceFormat[]): StemmaError =>
  new StemmaError({
    code: 'unknown-format',
    message: 'the file is of no format that can be read',
    place: { file },
    hint: `known endings: ${extensionsOf(formats).join(', ')}`,
  })
