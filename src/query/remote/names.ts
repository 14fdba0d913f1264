/** The thing of a name, in a store: what has the name is fetched, and `find` decides as it does over a graph of our own. */
import type { Quad } from '@rdfjs/types'
import { literal } from '../../model/claim.ts'
import { fromCurie, isMinted, mint, prefixesFor } from '../../model/iri.ts'
import { classNames, classOf, prefixes, st } from '../../model/vocabulary.ts'
import { catalogue, fold } from '../find.ts'
import { identifiers, names } from '../../graph/claim-store.ts'
import type { Reader } from './reader.ts'

const languages = ['en', 'zh']

/** What is fetched of each thing that may be meant: all that `find` looks at. */
const looked = [`${prefixes.rdf}type`, st('documentType'), ...names, ...identifiers]

/**
 * What a store says of the things that a name may mean: of ids and IRIs at once; else by names as they are written; else by
 * names in any case, for which the store looks through all of them.
 *
 * @param isFound whether the quads so far have the thing, so that no more need be asked
 */
export async function namesakes(
  reader: Reader,
  name: string,
  base: string,
  isFound: (quads: readonly Quad[]) => Promise<boolean>,
): Promise<Quad[]> {
  const written = name.trim()
  const wanted = fold(written)
  const bare = wanted.replace(catalogue, '')
  const ways: (() => Promise<Iterable<string>>)[] = [
    () => Promise.resolve(possibleIris(written, wanted, base)),
    () => reader.withValue([literal(written), ...languages.map((language) => literal(written, language))], names),
    () =>
      reader.withValue(
        [...new Set([bare, written.replace(catalogue, '')])].map((text) => literal(text)),
        identifiers,
      ),
    () => reader.withText(wanted, names),
    () => reader.withText(bare, identifiers),
  ]
  const quads: Quad[] = []
  for (const way of ways) {
    const things = [...(await way())]
    if (things.length === 0) continue
    for await (const quad of reader.about(things, looked)) quads.push(quad)
    for await (const quad of reader.claims(things, looked)) quads.push(quad)
    if (await isFound(quads)) break
  }
  return quads
}

/** The IRIs that a name stands for when it is an id, `class/id`, a CURIE or an IRI. */
function possibleIris(written: string, wanted: string, base: string): string[] {
  const iri = fromCurie(written, prefixesFor(base))
  const [segment = '', ...rest] = wanted.split('/')
  const inClass = classNames.filter((name) => classOf(name).segment === segment && isMinted(rest.join('/')))
  return [
    ...(isMinted(wanted) ? classNames.map((name) => mint(base, name, wanted)) : []),
    ...inClass.map((name) => mint(base, name, rest.join('/'))),
    ...(iri === undefined ? [] : [iri]),
  ]
}
