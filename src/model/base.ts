import { StemmaError } from '../errors.ts'
import { quote } from '../quote.ts'
import { isIri } from './iri.ts'

/** The base IRI of instances; throws StemmaError `bad-base` for what cannot be one. */
export function checkedBase(base: string): string {
  if (isIri(base) && /[/#]$/.test(base)) return base
  throw new StemmaError(
    { code: 'bad-base', message: `${quote(base)} cannot be a base`, hint: 'write an absolute IRI that ends in / or #' },
    'usage',
  )
}
