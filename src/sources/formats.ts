/** The source formats, one line each. */
import { StemmaError } from '../errors.ts'
import { compareText } from '../model/claim.ts'
import { didYouMean } from '../nearest.ts'
import { quote } from '../quote.ts'
import { aliases } from './aliases.ts'
import { cyclonedx } from './cyclonedx.ts'
import { ecosystemGraphs } from './ecosystem-graphs.ts'
import { epoch } from './epoch.ts'
import { modelHub } from './hub.ts'
import { unpackedName } from './packing/endings.ts'
import { croissant } from './croissant.ts'
import { rdf } from './rdf.ts'
import type { SourceFormat } from './source.ts'
import { spdx } from './spdx.ts'
import { yaml } from './yaml.ts'

/** All source formats; the first that recognises a file reads it, and what nobody else does is taken for curated facts. */
export const sourceFormats: readonly SourceFormat[] = [ecosystemGraphs, aliases, epoch, modelHub, cyclonedx, spdx, croissant, rdf, yaml]

/**
 * The format of a name.
 *
 * @throws StemmaError `unknown-source-format`
 */
export function formatNamed(name: string, formats: readonly SourceFormat[]): SourceFormat {
  const found = formats.find((format) => format.name === name)
  if (found) return found
  const names = formats.map((format) => format.name)
  throw new StemmaError(
    {
      code: 'unknown-source-format',
      message: `there is no source format ${quote(name)}`,
      hint: didYouMean(name, names) ?? `one of: ${names.join(', ')}`,
    },
    'usage',
  )
}

/** The endings of the files of some formats. */
export const extensionsOf = (formats: readonly SourceFormat[]): string[] =>
  [...new Set(formats.flatMap((format) => format.extensions))].sort(compareText)
/** Whether a file has an ending of a format, packed or not. */
export const hasEnding = (file: string, { extensions }: SourceFormat): boolean => {
  const unpacked = unpackedName(file.toLowerCase())
  return extensions.some((ending) => unpacked.endsWith(ending))
}
