/** From the name that a person writes to the thing that is meant. */
import { StemmaError } from '../errors.ts'
import type { Entity, Graph } from '../graph/graph.ts'
import { fromCurie, isId, mint, prefixesFor } from '../model/iri.ts'
import { classNames, classOf, prefixes, type ClassName } from '../model/vocabulary.ts'
import { didYouMean } from '../nearest.ts'
import { quote } from '../quote.ts'

const altLabel = `${prefixes.skos}altLabel`

/**
 * The thing of a name: its id, `class/id`, label in any case and language, alias, CURIE or IRI.
 *
 * @param graph where to look
 * @param name what a person wrote
 * @param among the classes that are possible; without it all, a model before others of the same name
 * @throws StemmaError `unknown-name` with the nearest names, `ambiguous-name` with those that fit
 */
export function find(graph: Graph, name: string, among?: readonly ClassName[]): Entity {
  const direct = byId(graph, name.trim().toLowerCase(), among ?? classNames)
  if (direct) return direct
  const entities = [...graph.entities.values()].filter(({ className }) => !among || among.includes(className))
  const matches = matching(graph, entities, name.trim())
  const models = matches.filter(({ className }) => className === 'Model')
  if (matches.length === 1) return matches[0]!
  if (models.length === 1) return models[0]!
  const what = among?.length === 1 ? classOf(among[0]!).label.en : 'thing'
  if (matches.length > 1) {
    const ways = matches.map(({ className, id }) => `${classOf(className).segment}/${id}`)
    throw new StemmaError({
      code: 'ambiguous-name',
      message: `${quote(name)} is the name of ${matches.length} things`,
      hint: `say which: ${ways.join(', ')}`,
    })
  }
  const named = entities.filter(({ className }) => classOf(className).properties.has('name'))
  const hint =
    didYouMean(
      name,
      named.flatMap(({ id, names }) => [id, ...Object.values(names)]),
    ) ?? 'see what there is: stemma list'
  throw new StemmaError({ code: 'unknown-name', message: `there is no ${what} ${quote(name)}`, hint })
}

/** The one thing of an id, or the model among several: found without looking at all the others. */
function byId(graph: Graph, id: string, among: readonly ClassName[]): Entity | undefined {
  const found = isId(id) ? among.flatMap((name) => graph.entity(mint(graph.base, name, id)) ?? []) : []
  return found.length === 1 ? found[0] : found.find(({ className }) => className === 'Model')
}

/** Ids before labels before aliases: a name that is an id is never ambiguous within its class. */
function matching(graph: Graph, entities: readonly Entity[], name: string): Entity[] {
  const iri = fromCurie(name, prefixesFor(graph.base))
  const byIri = iri && graph.entity(iri)
  if (byIri && entities.includes(byIri)) return [byIri]
  const wanted = fold(name)
  const tests: ((entity: Entity) => boolean)[] = [
    ({ id, className }) => id === wanted || `${classOf(className).segment}/${id}` === wanted,
    ({ names }) => Object.values(names).some((label) => fold(label) === wanted),
    ({ iri }) =>
      graph
        .claimsOf(iri)
        .some(({ property, value, rank }) => property === altLabel && rank !== 'deprecated' && value && fold(value.value) === wanted),
  ]
  for (const test of tests) {
    const found = entities.filter(test)
    if (found.length > 0) return found
  }
  return []
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase()
