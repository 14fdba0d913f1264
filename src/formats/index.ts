/** The serialisations, one line each. */
import { extname } from 'node:path'
import { StemmaError } from '../errors.ts'
import { didYouMean } from '../nearest.ts'
import { quote } from '../quote.ts'
import type { Format } from './format.ts'
import { jsonld } from './jsonld.ts'
import { nquads } from './nquads.ts'
import { ntriples } from './ntriples.ts'
import { rdfxml } from './rdfxml.ts'
import { trig, turtle } from './turtle.ts'

/** All serialisations. */
export const formats: readonly Format[] = [turtle, trig, ntriples, nquads, jsonld, rdfxml]

/**
 * The serialisation of a name, a file's ending or a media type.
 *
 * @throws StemmaError when there is none, with the names of all
 */
export function formatOf(name: string): Format {
  const wanted = name.toLowerCase().replace(/^\./, '')
  const found = formats.find((format) => format.name === wanted || format.mediaType === wanted || format.extensions.includes(wanted))
  if (found) return found
  const names = formats.flatMap((format) => [format.name, ...format.extensions])
  throw new StemmaError(
    {
      code: 'unknown-format',
      message: `triples cannot be written as ${quote(name)}`,
      hint: didYouMean(name, names) ?? `one of: ${formats.map((format) => format.name).join(', ')}`,
    },
    'usage',
  )
}

/** The serialisation of a file, by its ending. */
export function formatOfFile(file: string): Format {
  const extension = extname(file)
  if (extension === '')
    throw new StemmaError(
      {
        code: 'unknown-format',
        message: `${file} has no ending that tells its format`,
        hint: `one of: ${formats.map((format) => `.${format.extensions[0]}`).join(', ')}`,
      },
      'usage',
    )
  return formatOf(extension.slice(1))
}
