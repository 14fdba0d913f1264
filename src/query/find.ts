/** From the name that a person writes to the thing that is meant. */
import { StemmaError } from '../errors.ts'
import { identifiers, names } from '../graph/claim-store.ts'
import { nameOf, type Entity, type Graph } from '../graph/graph.ts'
import { hubName } from '../model/hub-mention.ts'
import { fromCurie, isMinted, mint, pathIn, prefixesFor, slug } from '../model/iri.ts'
import { classNames, classOf, st, type ClassName } from '../model/vocabulary.ts'
import { isSameName, normalName } from '../model/normal-name.ts'
import { didYouMean, meant } from '../nearest.ts'
import { quote } from '../quote.ts'
import { isGraph, wrongArgument } from './arguments.ts'
import { nearHubIds } from './near-hub-ids.ts'

/** How those identifiers are written elsewhere: as addresses, or behind the name of their catalogue. */
export const catalogue = /^(?:arxiv:|doi:|https?:\/\/(?:arxiv\.org\/(?:abs|pdf)|(?:dx\.)?doi\.org|huggingface\.co(?:\/datasets)?)\/)/

/**
 * The thing of a name: its id, `class/id`, label in any case and language, alias, hub id, arXiv id, DOI, CURIE or IRI;
 * an id or IRI that went out of use leads to what stands in its place.
 *
 * @param graph where to look
 * @param name what a person wrote
 * @param among the classes that are possible; without it all, a model before others of the same name
 * @throws StemmaError `unknown-name` with the nearest names or what else has it, `ambiguous-name` with those that fit
 */
export function find(graph: Graph, name: string, among?: readonly ClassName[]): Entity {
  if (!isGraph(graph)) throw wrongArgument('find', 'a graph first', 'such as openShipped() or build([folder])')
  if (typeof (name as unknown) !== 'string') throw wrongArgument('find', 'a name, as a text', "such as 'sparrow'")
  // As curated facts refer to what a hub keeps.
  const kept = hubName(name.trim())
  const direct = kept ? undefined : byId(graph, name.trim().toLowerCase(), among ?? classNames)
  if (direct) return direct
  const matches = kept ? keptThings(graph, kept, among) : matching(graph, name.trim(), among)
  const models = matches.filter(({ className }) => className === 'Model')
  if (matches.length === 1) return matches[0]!
  if (models.length === 1) return models[0]!
  const successor = matches.length === 0 && successorOf(graph, name, among ?? classNames)
  if (successor) return successor
  if (matches.length === 0) throw unknownName(graph, name, among)
  throw new StemmaError({
    code: 'ambiguous-name',
    message: `${quote(name)} is the name of ${matches.length} things`,
    hint: `say which: ${pathsOf(graph, matches, mostChoices)}`,
  })
}

/** The things that a hub keeps at an id; a dataset where the name says so, else a model before a dataset. */
function keptThings(graph: Graph, { id, isDataset }: NonNullable<ReturnType<typeof hubName>>, among?: readonly ClassName[]): Entity[] {
  const isId = (text: string): boolean => text.toLowerCase() === id.toLowerCase()
  return [...new Set([...graph.named(id), ...graph.named(id, isId)])]
    .flatMap((iri) => graph.entity(iri) ?? [])
    .filter(({ className }) => (!isDataset || className === 'Dataset') && (!among || among.includes(className)))
    .filter(({ iri }) => graph.values(iri, st('hubId')).some(({ value }) => isId(value)))
}

/** The one thing of an id, or the model among several: found without looking at all the others. */
function byId(graph: Graph, id: string, among: readonly ClassName[]): Entity | undefined {
  const found = withId(graph, id, among)
  return found.length === 1 ? found[0] : found.find(({ className }) => className === 'Model')
}

const withId = (graph: Graph, id: string, among: readonly ClassName[]): Entity[] =>
  isMinted(id) ? among.flatMap((name) => graph.entity(mint(graph.base, name, id)) ?? []) : []

/** The thing that an id which went out of use named. */
function successorOf(graph: Graph, name: string, among: readonly ClassName[]): Entity | undefined {
  const id = name.trim().toLowerCase()
  const ids = isMinted(id) ? among.map((kind) => mint(graph.base, kind, id)) : []
  return ids.flatMap((iri) => atIri(graph, iri) ?? []).find(({ className }) => among.includes(className))
}

/** The thing of an IRI, or what stands in its place where it went out of use. */
const atIri = (graph: Graph, iri: string): Entity | undefined => graph.entity(iri) ?? graph.entity(graph.retired.get(iri) ?? '')

/**
 * IRIs before names, and labels before aliases and identifiers: a name that is an id is never ambiguous within its class. What
 * is written exactly so comes before what differs in case, and that before what differs in spaces and punctuation.
 */
function matching(graph: Graph, name: string, among: readonly ClassName[] | undefined): Entity[] {
  const isPossible = ({ className }: Entity): boolean => !among || among.includes(className)
  const byIri = [fromCurie(name, prefixesFor(graph.base)), pathIri(graph, name.toLowerCase())].flatMap((iri) =>
    iri === undefined ? [] : (atIri(graph, iri) ?? []),
  )
  if (byIri[0] && isPossible(byIri[0])) return [byIri[0]]
  const bare = fold(name).replace(catalogue, '')
  const entitiesOf = (iris: readonly string[]): Entity[] => iris.flatMap((iri) => graph.entity(iri) ?? []).filter(isPossible)
  const ways: (() => readonly string[])[] = [
    () => [...graph.named(name), ...graph.named(name.replace(catalogue, ''))],
    () => graph.named(name, (text) => [fold(name), bare].includes(fold(text))),
    () => withId(graph, slug(name), among ?? classNames).map(({ iri }) => iri),
    () => graph.named(name, isSameName(name)),
  ]
  for (const way of ways) {
    const candidates = [...new Set(entitiesOf(way()))]
    const labelled = candidates.filter(({ id, names }) => id === slug(name) || Object.values(names).some((label) => isLabel(label, name)))
    if (labelled.length > 0) return labelled
    const named = candidates.filter(({ iri }) => isCalled(graph, iri, name, bare))
    if (named.length > 0) return named
  }
  return []
}

/** Whether a label is the name, however it is written: what a hub keeps is labelled by its address, and a person may call the original otherwise. */
const isLabel = (label: string, name: string): boolean => fold(label) === fold(name) || normalName(label) === normalName(name)

/** So many things of one name are named. */
const mostChoices = 8
/** Of more things than these nobody counts what points to them. */
const mostCounted = 200

/** Paths of things that have one name, those first to which most points: copies have the name of the original. */
export function pathsOf(graph: Graph, things: readonly Entity[], most: number): string {
  const pointing = things.length > mostCounted ? undefined : new Map(things.map(({ iri }) => [iri, graph.pointingTo(iri).length]))
  const sorted = pointing ? [...things].sort((a, b) => pointing.get(b.iri)! - pointing.get(a.iri)!) : things
  const more = things.length > most ? ` and ${(things.length - most).toLocaleString('en')} more` : ''
  return `${sorted
    .slice(0, most)
    .map(({ iri }) => pathIn(iri, graph.base))
    .join(', ')}${more}`
}

/** The IRI of `class/id`. */
function pathIri({ base }: Graph, path: string): string | undefined {
  const [segment, id = ''] = path.split('/', 2)
  const className = classNames.find((one) => classOf(one).segment === segment)
  return className && isMinted(id) ? mint(base, className, id) : undefined
}

/** Whether a source that is believed calls it so. */
const isCalled = (graph: Graph, iri: string, name: string, identifier: string): boolean =>
  graph
    .claimsOf(iri)
    .some(
      ({ property, value, rank }) =>
        rank !== 'deprecated' &&
        value &&
        (names.includes(property) ? isLabel(value.value, name) : identifiers.includes(property) && fold(value.value) === identifier),
    )

/** Of so many things, nobody looks through the names of all for a slip. */
const most = 100_000

/** Why there is no such thing: another class has the name, it is a name that was given up, or it is a slip. */
function unknownName(graph: Graph, name: string, among: readonly ClassName[] | undefined): StemmaError {
  const what = among?.length === 1 ? classOf(among[0]!).label.en : 'thing'
  const [other] = among ? [...withId(graph, name.trim().toLowerCase(), classNames), ...matching(graph, name.trim(), undefined)] : []
  if (other)
    return new StemmaError({
      code: 'unknown-name',
      message: `there is no ${among?.map((one) => classOf(one).label.en).join(' or ')} ${quote(name)}; it is ${article(classOf(other.className).label.en)}`,
      hint: `see it: stemma show ${pathIn(other.iri, graph.base)}`,
    })
  return new StemmaError({ code: 'unknown-name', message: `there is no ${what} ${quote(name)}`, hint: hintFor(graph, name, among) })
}

function hintFor(graph: Graph, name: string, among: readonly ClassName[] | undefined): string {
  const all = 'see what there is: stemma list'
  const atHub = meant(nearHubIds(graph, name.trim(), among))
  if (atHub !== undefined || graph.size > most) return atHub ?? all
  const entities = [...graph.entities.values()].filter(({ className }) => !among || among.includes(className))
  const formerly = entities.find(({ iri }) => hasName(graph, iri, fold(name.trim()), true))
  if (formerly) return `it is a deprecated name of ${nameOf(graph, formerly.iri)}: ${pathIn(formerly.iri, graph.base)}`
  const known = entities
    .filter(({ className }) => classOf(className).properties.has('name'))
    .flatMap(({ id, names: labels }) => [id, ...Object.values(labels)])
  return didYouMean(name, known) ?? all
}

/** Whether a source that is believed calls it so, or with `deprecated` one that is not. */
export const hasName = (graph: Graph, iri: string, folded: string, deprecated = false): boolean =>
  graph
    .claimsOf(iri)
    .some(
      ({ property, value, rank }) =>
        names.includes(property) && (rank === 'deprecated') === deprecated && value && fold(value.value) === folded,
    )

const article = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase()
