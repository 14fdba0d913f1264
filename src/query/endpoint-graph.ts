/**
 * The part of a store's data that a command needs, as quads: what is said of some things, the claims behind it, and the
 * names of all that is mentioned. A graph of those quads answers the command as the whole graph would.
 */
import type { Quad, Term } from '@rdfjs/types'
import { allProperties, classNames, classOf, isSubPropertyOf, ownerLinks, prefixes, st, type ClassName } from '../model/vocabulary.ts'
import { toldBy } from '../claims/rank.ts'
import { defaultBase } from '../model/iri.ts'
import type { Graph } from '../graph/graph.ts'
import { send, type Client } from './endpoint.ts'
import { Reader } from './remote/reader.ts'

/** What a command needs to know. */
export type Need =
  /** All about some things and what belongs to them: `why`, `conflicts ENTITY`. */
  | {
      readonly reach: 'thing'
      readonly things: readonly string[]
      /** What points to them too, which may be much: `show`. */
      readonly links?: boolean
    }
  /** The family trees of some things: `lineage`. */
  | {
      readonly reach: 'lineage'
      readonly things: readonly string[]
      readonly directions: readonly ('up' | 'down')[]
      /** How many steps to go; without it all. */
      readonly depth?: number
      /** Training data, parts of data and design succession too. */
      readonly wide?: boolean
    }
  /** The things of a class, with their names and dates: `list models`. */
  | { readonly reach: 'class'; readonly className: ClassName }
  /** The class of each thing: `list`. */
  | { readonly reach: 'classes' }
  /** All of it: `conflicts`. */
  | { readonly reach: 'everything' }

const { rdf, rdfs, skos } = prefixes
const type = `${rdf}type`
const rankingFacts: ReadonlySet<string> = new Set(Object.values(toldBy))
/** What a thing is called by where it is mentioned, and what ranks need to know of it and of a source. */
const naming = [
  type,
  `${rdfs}label`,
  ...rankingFacts,
  ...classNames.flatMap((name) => (classOf(name).key ?? []).map((key) => classOf(name).properties.get(key)!.path)),
]
const steps = allProperties.map(({ path }) => path).filter((path) => path === st('variantOf') || isSubPropertyOf(path, st('derivedFrom')))
const wideSteps = [...steps, st('trainedOn'), st('hasPart'), st('generatedBy'), st('succeeds')]
/** What a tree shows of its things. */
const shown = [...naming, `${skos}altLabel`, st('producer'), st('parameterCount')]
const methods = [...naming, st('ofModel'), st('phase'), st('method')]

/**
 * Fetches what a command needs, a few thousand quads at a time. A quad may come more than once.
 *
 * @param client the store
 * @param need the things, by IRI, and the reach
 * @returns quads of the best view (under its graph's name), of the graphs of sources, and of the graph of claims
 * @throws StemmaError as `askEndpoint`
 */
export async function* fetchGraph(
  client: Client,
  need: Need,
  { base = defaultBase }: { readonly base?: string } = {},
): AsyncGenerator<Quad> {
  const reader = readerOf(client, base)
  const told = new Set<string>()
  const mentioned = new Set<string>()
  for await (const quad of needed(reader, need, told)) {
    for (const { termType, value } of [quad.subject, quad.object, quad.graph])
      if (termType === 'NamedNode' && value.startsWith(base)) mentioned.add(value)
    yield quad
  }
  yield* named(reader, mentioned, told, base)
}

/** A reader of a store. */
export function readerOf(client: Client, base: string): Reader {
  const select = async (store: Client, text: string): Promise<readonly Readonly<Record<string, Term>>[]> => {
    const answer = await send(store, { text, answer: 'bindings' })
    return answer.type === 'bindings' ? answer.rows : []
  }
  return new Reader(client, select, base)
}

/** @param told the things that all has been said of that will be */
function needed(reader: Reader, need: Need, told: Set<string>): AsyncGenerator<Quad> {
  switch (need.reach) {
    case 'thing':
      return aboutThings(reader, need, told)
    case 'lineage':
      return aboutLineage(reader, need, told)
    case 'class':
      return inPages(reader, `?s <${type}> <${classOf(need.className).iri}>`, told, naming)
    case 'classes':
      return inPages(reader, `?s <${type}> ?class`, told, [type])
    case 'everything':
      return inPages(reader, `?s <${type}> ?class`, told)
  }
}

/** Everything of things and of what belongs to them; of what points to them, the statements that do and its name. */
async function* aboutThings(
  reader: Reader,
  { things, links = false }: Extract<Need, { reach: 'thing' }>,
  told: Set<string>,
): AsyncGenerator<Quad> {
  for (let open = [...things]; open.length > 0;) {
    for (const thing of open) told.add(thing)
    yield* whole(reader, open)
    open = await unseen(reader.pointing(open, ownerLinks), told)
  }
  if (!links) return
  const others = await unseen(reader.pointing(things), told)
  yield* whole(reader, others, [...naming, ...(await reader.propertiesTo(things))])
}

/** Level by level: a step at a time is what every store does well, and a depth is kept to. */
async function* aboutLineage(reader: Reader, need: Extract<Need, { reach: 'lineage' }>, told: Set<string>): AsyncGenerator<Quad> {
  const { depth = Infinity, wide = false } = need
  const walked = wide ? wideSteps : steps
  const properties = [...shown, ...walked]
  const standing = new Set<string>()
  for (const direction of need.directions) {
    const seen = new Set(need.things)
    let open = [...seen]
    for (let level = 0; open.length > 0 && level <= depth; level++) {
      const parents = new Set<string>()
      for await (const quad of whole(reader, open, properties)) {
        if (quad.graph.value === reader.best && walked.includes(quad.predicate.value)) parents.add(quad.object.value)
        yield quad
      }
      for (const thing of open) standing.add(thing)
      open = await unseen(direction === 'up' ? parents : reader.pointing(open, walked), seen)
      for (const thing of open) seen.add(thing)
    }
    // Of the things at the very depth it is told how many steps lead on. Upward they say so; downward, what is below does.
    if (direction === 'up') continue
    yield* whole(reader, open, walked)
    for (const thing of open) told.add(thing)
  }
  for (const thing of standing) told.add(thing)
  const trainings = reader.pointing(standing, [st('ofModel')], classOf('Training').iri)
  yield* whole(reader, await unseen(trainings, new Set()), methods)
}

/** All things of a pattern, a page at a time. */
async function* inPages(reader: Reader, pattern: string, told: Set<string>, properties?: readonly string[]): AsyncGenerator<Quad> {
  let some: string[] = []
  for await (const subject of reader.subjects(pattern)) {
    told.add(subject)
    some.push(subject)
    if (some.length < 2000) continue
    yield* whole(reader, some, properties)
    some = []
  }
  yield* whole(reader, some, properties)
}

/** What is said of things, and the claims behind it. */
async function* whole(reader: Reader, things: readonly string[], properties?: readonly string[]): AsyncGenerator<Quad> {
  yield* reader.about(things, properties)
  yield* reader.claims(things, properties)
}

/** The names of what is mentioned; a thing without a name of its own is named by others, which then are mentioned too. */
async function* named(reader: Reader, mentioned: ReadonlySet<string>, told: Set<string>, base: string): AsyncGenerator<Quad> {
  const isThing = (iri: string): boolean =>
    classNames.some((name) => name !== 'Claim' && iri.startsWith(`${base}${classOf(name).segment}/`))
  for (let open = [...mentioned].filter((iri) => isThing(iri) && !told.has(iri)); open.length > 0;) {
    for (const iri of open) told.add(iri)
    const more = new Set<string>()
    for await (const quad of whole(reader, open, naming)) {
      // Of what only ranks need to know nobody is told the name.
      const spoken = rankingFacts.has(quad.predicate.value) ? [quad.graph] : [quad.object, quad.graph]
      for (const { value } of spoken) if (isThing(value) && !told.has(value)) more.add(value)
      yield quad
    }
    open = [...more]
  }
}

/** Those that are not in the set yet; they are put there by who goes on with them. */
async function unseen(things: AsyncIterable<string> | Iterable<string>, seen: ReadonlySet<string>): Promise<string[]> {
  const found = new Set<string>()
  for await (const thing of things) if (!seen.has(thing)) found.add(thing)
  return [...found]
}

/** The graph of some quads, of which none is kept as an object. */
export async function graphOfQuads(quads: Iterable<Quad> | AsyncIterable<Quad>, base = defaultBase): Promise<Graph> {
  const [{ graphOfIndex }, { IndexBuilder }] = await Promise.all([
    import('../graph/of-index.ts'),
    import('../graph/index/index-builder.ts'),
  ])
  const builder = new IndexBuilder(base)
  for await (const quad of quads) builder.addQuads([quad])
  return graphOfIndex(builder.finish())
}
