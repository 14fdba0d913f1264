/** From the name that a person writes to the thing that is meant. */
import { StemmaError } from '../errors.ts'
import { nameOf, type Entity, type Graph } from '../graph/graph.ts'
import { fromCurie, isId, mint, prefixesFor } from '../model/iri.ts'
import { classNames, classOf, prefixes, st, type ClassName } from '../model/vocabulary.ts'
import { didYouMean } from '../nearest.ts'
import { quote } from '../quote.ts'
import { isGraph, wrongArgument } from './arguments.ts'

/** The names that sources give a thing, the chosen one among them. */
const nameProperties = new Set([`${prefixes.rdfs}label`, `${prefixes.skos}altLabel`])
const identifiers = new Set([st('hubId'), st('arxivId'), st('doi')])
/** How those identifiers are written elsewhere: as addresses, or behind the name of their catalogue. */
const catalogue = /^(?:arxiv:|doi:|https?:\/\/(?:arxiv\.org\/(?:abs|pdf)|(?:dx\.)?doi\.org|huggingface\.co(?:\/datasets)?)\/)/

/**
 * The thing of a name: its id, `class/id`, label in any case and language, alias, hub id, arXiv id, DOI, CURIE or IRI.
 *
 * @param graph where to look
 * @param name what a person wrote
 * @param among the classes that are possible; without it all, a model before others of the same name
 * @throws StemmaError `unknown-name` with the nearest names or what else has it, `ambiguous-name` with those that fit
 */
export function find(graph: Graph, name: string, among?: readonly ClassName[]): Entity {
  if (!isGraph(graph)) throw wrongArgument('find', 'a graph first', 'such as openShipped() or build([folder])')
  if (typeof (name as unknown) !== 'string') throw wrongArgument('find', 'a name, as a text', "such as 'sparrow'")
  const direct = byId(graph, name.trim().toLowerCase(), among ?? classNames)
  if (direct) return direct
  const entities = [...graph.entities.values()].filter(({ className }) => !among || among.includes(className))
  const matches = matching(graph, entities, name.trim())
  const models = matches.filter(({ className }) => className === 'Model')
  if (matches.length === 1) return matches[0]!
  if (models.length === 1) return models[0]!
  if (matches.length === 0) throw unknownName(graph, name, entities, among)
  throw new StemmaError({
    code: 'ambiguous-name',
    message: `${quote(name)} is the name of ${matches.length} things`,
    hint: `say which: ${matches.map(pathOf).join(', ')}`,
  })
}

/** The one thing of an id, or the model among several: found without looking at all the others. */
function byId(graph: Graph, id: string, among: readonly ClassName[]): Entity | undefined {
  const found = isId(id) ? among.flatMap((name) => graph.entity(mint(graph.base, name, id)) ?? []) : []
  return found.length === 1 ? found[0] : found.find(({ className }) => className === 'Model')
}

/** Ids before labels before aliases and identifiers: a name that is an id is never ambiguous within its class. */
function matching(graph: Graph, entities: readonly Entity[], name: string): Entity[] {
  const iri = fromCurie(name, prefixesFor(graph.base))
  const byIri = iri && graph.entity(iri)
  if (byIri && entities.includes(byIri)) return [byIri]
  const wanted = fold(name)
  const bare = wanted.replace(catalogue, '')
  const tests: ((entity: Entity) => boolean)[] = [
    (entity) => entity.id === wanted || pathOf(entity) === wanted,
    ({ names }) => Object.values(names).some((label) => fold(label) === wanted),
    ({ iri }) =>
      graph
        .claimsOf(iri)
        .some(
          ({ property, value, rank }) =>
            rank !== 'deprecated' &&
            value &&
            ((nameProperties.has(property) && fold(value.value) === wanted) || (identifiers.has(property) && fold(value.value) === bare)),
        ),
  ]
  for (const test of tests) {
    const found = entities.filter(test)
    if (found.length > 0) return found
  }
  return []
}

/** Why there is no such thing: another class has the name, it is a name that was given up, or it is a slip. */
function unknownName(graph: Graph, name: string, entities: readonly Entity[], among: readonly ClassName[] | undefined): StemmaError {
  const what = among?.length === 1 ? classOf(among[0]!).label.en : 'thing'
  const [other] = among ? matching(graph, [...graph.entities.values()], name.trim()) : []
  if (other)
    return new StemmaError({
      code: 'unknown-name',
      message: `there is no ${among?.map((one) => classOf(one).label.en).join(' or ')} ${quote(name)}; it is ${article(classOf(other.className).label.en)}`,
      hint: `see it: stemma show ${pathOf(other)}`,
    })
  const formerly = entities.find(({ iri }) => hadName(graph, iri, fold(name.trim())))
  const hint = formerly
    ? `it is a deprecated name of ${nameOf(graph, formerly.iri)}: ${pathOf(formerly)}`
    : (didYouMean(
        name,
        entities
          .filter(({ className }) => classOf(className).properties.has('name'))
          .flatMap(({ id, names }) => [id, ...Object.values(names)]),
      ) ?? 'see what there is: stemma list')
  return new StemmaError({ code: 'unknown-name', message: `there is no ${what} ${quote(name)}`, hint })
}

/** Whether a source called it so, and is not believed. */
const hadName = (graph: Graph, iri: string, name: string): boolean =>
  graph
    .claimsOf(iri)
    .some(({ property, value, rank }) => nameProperties.has(property) && rank === 'deprecated' && value && fold(value.value) === name)

const pathOf = ({ className, id }: Entity): string => `${classOf(className).segment}/${id}`
const article = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`
const fold = (text: string): string => text.normalize('NFKC').toLowerCase()
