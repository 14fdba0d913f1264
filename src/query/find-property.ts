/** From what a person calls a property to the property. */
import { StemmaError } from '../errors.ts'
import { fromCurie, prefixesFor, toCurie } from '../model/iri.ts'
import { classNames, classOf, isSubPropertyOf, labelOf } from '../model/vocabulary.ts'
import { didYouMean } from '../nearest.ts'
import { quote } from '../quote.ts'

/** The properties of the ontology, by key; what several classes call alike is one. */
const byKey = new Map(
  classNames.flatMap((name) =>
    [...classOf(name).properties].flatMap(([key, { path, inverse }]) => (inverse ? [] : [[key, path] as const])),
  ),
)

/**
 * The IRI of a property: by its key in data files, its label in either language, CURIE or IRI.
 *
 * @param below the key of a property, to take only that one and its sub-properties
 * @throws StemmaError `unknown-property` with the nearest ones
 */
export function findProperty(written: string, base: string, below?: string): string {
  const top = below === undefined ? undefined : byKey.get(below)
  const possible = [...byKey].filter(([, path]) => top === undefined || isSubPropertyOf(path, top))
  const wanted = written.trim().normalize('NFKC').toLowerCase()
  const iri = fromCurie(written.trim(), prefixesFor(base))
  const found =
    possible.find(([key, path]) => path === iri || key === written.trim()) ??
    possible.find(([key, path]) => [key.toLowerCase(), labelOf(path), labelOf(path, 'zh')].includes(wanted))
  if (found) return found[1]
  const known = possible.flatMap(([key, path]) => [key, ...(written.includes(':') ? [toCurie(path, prefixesFor(base))] : [])])
  throw new StemmaError(
    {
      code: 'unknown-property',
      message: `there is no property ${quote(written)}${below === undefined ? '' : ` under ${below}`}`,
      hint:
        didYouMean(written, known) ??
        (below === undefined ? 'docs/ontology.md lists them' : `one of: ${possible.map(([key]) => key).join(', ')}`),
    },
    'usage',
  )
}
