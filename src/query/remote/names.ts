/** The thing of a name, in a store: what has the name is fetched, and `find` decides as it does over a graph of our own. */
import type { Quad } from '@rdfjs/types'
import { StemmaError } from '../../errors.ts'
import { toldBy } from '../../claims/rank.ts'
import { literal } from '../../model/claim.ts'
import { fromCurie, idOf, isMinted, mint, prefixesFor } from '../../model/iri.ts'
import { classNames, classOf, prefixes, type ClassName } from '../../model/vocabulary.ts'
import { longest, nearest } from '../../nearest.ts'
import { catalogue, fold } from '../find.ts'
import { replacedBy } from '../../graph/about.ts'
import { identifiers, names } from '../../graph/claim-store.ts'
import { hubIdParts, nearestHubIds, type HubIdParts } from '../near-hub-ids.ts'
import type { Reader } from './reader.ts'

/** A name, and the classes that are possible. */
export interface Wanted {
  readonly name: string
  readonly among?: readonly ClassName[] | undefined
}

const languages = ['en', 'zh']

/** What is fetched of each thing that may be meant: all that `find` looks at, and what stands in the place of what went out of use. */
const looked = [`${prefixes.rdf}type`, ...Object.values(toldBy), ...names, ...identifiers, replacedBy]

/**
 * What a store says of the things that a name may mean: of ids and IRIs at once; else by names as they are written; else by
 * names in any case, for which the store looks through all of them; else of those with a name that is near.
 *
 * @param isFound whether the quads so far have the thing, so that no more need be asked
 */
export async function namesakes(
  reader: Reader,
  { name, among }: Wanted,
  base: string,
  isFound: (quads: readonly Quad[]) => Promise<boolean>,
): Promise<Quad[]> {
  const written = name.trim()
  const wanted = fold(written)
  const bare = wanted.replace(catalogue, '')
  const quads: Quad[] = []
  const ids = isMinted(wanted) ? classNames.map((one) => mint(base, one, wanted)) : []
  const iris = possibleIris(written, wanted, base)
  const ways: (() => Iterable<string> | Promise<Iterable<string>>)[] = [
    () => [...ids, ...iris],
    // As `find` does: what an IRI leads to comes before names, what an id once named after them.
    () => successors(quads, iris),
    () => reader.withValue([literal(written), ...languages.map((language) => literal(written, language))], names),
    () =>
      reader.withValue(
        [...new Set([bare, written.replace(catalogue, '')])].map((text) => literal(text)),
        identifiers,
      ),
    () => reader.withText(wanted, names),
    () => reader.withText(bare, identifiers),
    () => successors(quads, ids),
    () => near(reader, name, among, base),
  ]
  for (const way of ways) {
    const things = [...(await way())]
    if (things.length === 0) continue
    for await (const quad of reader.about(things, looked)) quads.push(quad)
    for await (const quad of reader.claims(things, looked)) quads.push(quad)
    if (await isFound(quads)) break
  }
  return quads
}

/** The IRIs that a name stands for when it is `class/id`, a CURIE or an IRI. */
function possibleIris(written: string, wanted: string, base: string): string[] {
  const iri = fromCurie(written, prefixesFor(base))
  const [segment = '', ...rest] = wanted.split('/')
  const inClass = classNames.filter((name) => classOf(name).segment === segment && isMinted(rest.join('/')))
  return [...inClass.map((name) => mint(base, name, rest.join('/'))), ...(iri === undefined ? [] : [iri])]
}

/** What stands in the place of IRIs that went out of use, as far as it has been fetched. */
const successors = (quads: readonly Quad[], iris: readonly string[]): string[] =>
  quads.flatMap(({ subject, predicate, object }) => (predicate.value === replacedBy && iris.includes(subject.value) ? [object.value] : []))

/** The things with a name that is near, of which it is asked whether they were meant; none where the store does not say. */
async function near(reader: Reader, name: string, among: readonly ClassName[] | undefined, base: string): Promise<string[]> {
  if (name === '' || name.length > longest) return []
  try {
    const parts = hubIdParts(name.trim())
    return [...(parts ? await nearAtHub(reader, parts) : []), ...(await nearlyNamed(reader, name, among, base))]
  } catch (error) {
    // That there is no such thing is known already.
    if (error instanceof StemmaError) return []
    throw error
  }
}

async function nearAtHub(reader: Reader, parts: HubIdParts): Promise<string[]> {
  const ids = await reader.hubIdsLike(parts)
  const near = nearestHubIds(
    parts,
    ids.map(([, id]) => id),
  )
  return ids.filter(([, id]) => near.includes(id)).map(([iri]) => iri)
}

async function nearlyNamed(reader: Reader, name: string, among: readonly ClassName[] | undefined, base: string): Promise<string[]> {
  const text = name.toLowerCase()
  const labels = await reader.labelsWith(
    piecesOf(text),
    text,
    among?.map((one) => classOf(one).iri),
  )
  const written = labels.map(([iri, label]) => ({ iri, names: [idOf(iri, base), label] }))
  const meant = new Set(
    nearest(
      name,
      written.flatMap(({ names: own }) => own),
    ).map((one) => one.toLowerCase()),
  )
  return written.filter(({ names: own }) => own.some((one) => meant.has(one.toLowerCase()))).map(({ iri }) => iri)
}

/** A name cut so that one of the pieces at least is left of it by as many slips as `nearest` takes for slips. */
function piecesOf(name: string): string[] {
  const letters = Array.from(name)
  const count = Math.min(letters.length, Math.max(2, Math.floor(letters.length / 3)) + 1)
  const cut = (piece: number): number => Math.floor((piece * letters.length) / count)
  return Array.from({ length: count }, (_, piece) => letters.slice(cut(piece), cut(piece + 1)).join(''))
}
