/** What is known: the claims, the things that they are about, and for each thing the best view of it. */
import { describingIn, toldBy, type Sources } from '../claims/rank.ts'
import { choiceText } from '../model/choices.ts'
import { compareText, type Claim, type Value } from '../model/claim.ts'
import { idOf } from '../model/iri.ts'
import { remember } from '../remember.ts'
import { bestView } from './best-view.ts'
import type { ClaimStore, Retired } from './claim-store.ts'
import type { QuadIndex } from './index/quad-index.ts'
import type { Statement } from './statement.ts'
import { classOf, classOfIri, ownerLinks, prefixes, st, type ClassName } from '../model/vocabulary.ts'

/** A thing that claims are about. */
export interface Entity {
  readonly iri: string
  readonly className: ClassName
  /** Its id: the last part of its IRI. */
  readonly id: string
  /** Its names by language tag. */
  readonly names: Readonly<Record<string, string>>
}

/** The graph; every look-up is made on first use and kept. */
export interface Graph {
  /** Base IRI of instances. */
  readonly base: string
  /** All claims, sorted. */
  readonly claims: readonly Claim[]
  /** All things, by IRI, in the order of their IRIs. */
  readonly entities: ReadonlyMap<string, Entity>
  /** One thing. */
  entity(iri: string): Entity | undefined
  /** The claims about a thing. */
  claimsOf(iri: string): readonly Claim[]
  /** The best view of a thing, in reading order. */
  statementsOf(iri: string): readonly Statement[]
  /** What the best view of a thing states with one property, or some; what follows from sub-properties that are not among them is not. */
  stated(iri: string, property: string | ReadonlySet<string>): readonly Statement[]
  /** The values that the best view of a thing states with a property. */
  values(iri: string, property: string): readonly Value[]
  /** The statements of the best view whose value is this thing, those with some properties alone where these are named. */
  statementsTo(iri: string, properties?: ReadonlySet<string>): readonly Statement[]
  /** How many things there are. */
  readonly size: number
  /** The things of which a claim says that this text is a name or identifier; with a test, those with one that passes it. */
  named(text: string, isMeant?: (name: string) => boolean): readonly string[]
  /** IRIs that went out of use, and what stands in their place. */
  readonly retired: Retired
  /** The things with a claim whose value is this thing, stated or not. */
  pointingTo(iri: string): readonly string[]
  /** All quads, on numbers: what SPARQL is asked of, and what is saved. */
  readonly index: QuadIndex
  /** What ranks need to know of sources. */
  readonly sources: Sources
}

const type = `${prefixes.rdf}type`
const label = `${prefixes.rdfs}label`

/**
 * The graph of some claims.
 *
 * @param store the claims, sorted and checked as `collect` gives them
 * @param base base IRI of instances
 * @param indexOf its quads on numbers; asked for when they are first needed
 */
export function createGraph(store: ClaimStore, base: string, indexOf: (graph: Graph) => QuadIndex): Graph {
  const tell = (path: string): ((source: string) => string | undefined) =>
    remember(
      (source) => store.of(source).find(({ property, value, rank }) => property === path && value && rank !== 'deprecated')?.value?.value,
    )
  const sources: Sources = {
    typeOf: tell(toldBy.typeOf),
    dateOf: tell(toldBy.dateOf),
    editionOf: tell(toldBy.editionOf),
    describing: remember((subject) => describingIn(store.of(subject, presenting))),
  }
  const statementsOf = remember((iri) => bestView(store.of(iri), sources))
  const entity = remember((iri) => entityOf(iri, store, base, sources))
  const entities = remember(() => new Map(store.subjects.flatMap((iri) => entity(iri) ?? []).map((one) => [one.iri, one])))
  const index = remember((): QuadIndex => indexOf(graph))
  // What a thing states with the properties that point here does not depend on its other claims.
  const statementsTo = (iri: string, properties?: ReadonlySet<string>): Statement[] =>
    [...store.pointingTo(iri, properties)].flatMap(([subject, own]) =>
      bestView(store.of(subject, own), sources).filter(({ value }) => value.termType === 'NamedNode' && value.value === iri),
    )
  const allTo = remember((iri) => statementsTo(iri))
  const stated: Graph['stated'] = (iri, property) =>
    bestView(store.of(iri, typeof property === 'string' ? new Set([property]) : property), sources)
  const graph: Graph = {
    base,
    sources,
    get index() {
      return index('')
    },
    get size() {
      return store.size
    },
    get retired() {
      return store.retired
    },
    named: (text, isMeant) => store.named(text, isMeant),
    pointingTo: (iri) => [...store.pointingTo(iri).keys()],
    get claims() {
      return store.all()
    },
    get entities() {
      return entities('')
    },
    entity,
    claimsOf: (iri) => store.of(iri),
    statementsOf,
    stated,
    values: (iri, property) => stated(iri, property).map(({ value }) => value),
    statementsTo: (iri, properties) => (properties ? statementsTo(iri, properties) : allTo(iri)),
  }
  return graph
}

function entityOf(iri: string, store: ClaimStore, base: string, sources: Sources): Entity | undefined {
  const className = store.of(iri, types).flatMap(({ value }) => classOfIri(value!.value)?.name ?? [])[0]
  if (!className) return undefined
  const names = remember(() => namesIn(bestView(store.of(iri, labels), sources)))
  return {
    iri,
    className,
    id: idOf(iri, base),
    get names() {
      return names('')
    },
  }
}

const types: ReadonlySet<string> = new Set([type])
const presenting: ReadonlySet<string> = new Set([toldBy.describing])
const labels: ReadonlySet<string> = new Set([label])

/** The stated name in each language. */
function namesIn(statements: readonly Statement[]): Record<string, string> {
  return Object.fromEntries(
    statements.flatMap(({ property, value }) =>
      property === label && value.termType === 'Literal' ? [[value.language, value.value] as const] : [],
    ),
  )
}

/** What stands before each part of the name of a thing that its key identifies. */
const joints: Partial<Record<ClassName, Readonly<Record<'en' | 'zh', readonly string[]>>>> = {
  Training: { en: ['', ', '], zh: ['', '，'] },
  Usage: { en: ['', ': '], zh: ['', '：'] },
  Evaluation: { en: ['', ' on ', ': ', ', '], zh: ['', '，', '：', '，'] },
  Comparison: { en: ['', ' and ', ': '], zh: ['', '与', '：'] },
}

/**
 * The name of a thing in a language, or in English, or its id. What has no name of its own is named by its key:
 * `Chinchilla, pre-training`, `Chinchilla on MMLU: accuracy, 5-shot`.
 */
export function nameOf(graph: Graph, iri: string, language = 'en'): string {
  const entity = graph.entity(iri)
  const own = entity?.names[language] ?? entity?.names['en'] ?? Object.values(entity?.names ?? {})[0]
  return own ?? (entity && keyedName(graph, entity, language)) ?? idOf(iri, graph.base)
}

function keyedName(graph: Graph, { iri, className }: Entity, language: string): string | undefined {
  const { key, properties } = classOf(className)
  const before = joints[className]?.[language === 'zh' ? 'zh' : 'en']
  if (!key || !before) return undefined
  const parts = key.map((name, index) => {
    const { path } = properties.get(name)!
    const value = valueOf(graph, iri, path)
    if (!value) return undefined
    const text = value.termType === 'NamedNode' ? nameOf(graph, value.value, language) : choiceText(path, value.value, language)
    return `${before[index]}${text}`
  })
  return parts.join('') || undefined
}

/** The one value of a property in the best view. */
export function valueOf(graph: Graph, iri: string, property: string): Value | undefined {
  return graph.values(iri, property.includes(':') ? property : st(property))[0]
}

/** Things of a class, by id. */
export function entitiesOf(graph: Graph, className: ClassName): Entity[] {
  return [...graph.entities.values()].filter((entity) => entity.className === className).sort((a, b) => compareText(a.id, b.id))
}

/** The trainings, usages, evaluations and comparisons that belong to a thing. */
export function partsOf(graph: Graph, iri: string): string[] {
  return graph.statementsTo(iri, ownerLinks).map(({ subject }) => subject)
}
