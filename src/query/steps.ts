/** The steps of lineage: from a thing to the one that it came from, each with the statement that says so. */
import { StemmaError } from '../errors.ts'
import { valueOf, type Graph } from '../graph/graph.ts'
import type { Statement } from '../graph/statement.ts'
import { compareText } from '../model/claim.ts'
import { allProperties, isSubPropertyOf, readingOrder, st } from '../model/vocabulary.ts'
import { quote } from '../quote.ts'

export type Direction = 'up' | 'down'

/** One step: from the later thing to the one that it came from. */
export interface Step {
  readonly child: string
  readonly parent: string
  /** The most special property that states the step. */
  readonly property: string
  readonly statement: Statement
}

const derivedFrom = st('derivedFrom')
export const variantOf = st('variantOf')
const narrow: ReadonlySet<string> = new Set([
  variantOf,
  ...allProperties.map(({ path }) => path).filter((path) => isSubPropertyOf(path, derivedFrom)),
])
const wider: ReadonlySet<string> = new Set([...narrow, ...['trainedOn', 'hasPart', 'generatedBy', 'succeeds'].map(st)])

/** Whether a property is walked by lineage, training data and the succession of designs among them. */
export const isLineage = (property: string): boolean => wider.has(property)

const ofModel: ReadonlySet<string> = new Set([st('ofModel')])

/**
 * The steps that start or end at a thing, in reading order; sizes of a family the largest first, all others the best
 * sourced first. `derivedFrom` itself is left out where a sub-property says the same more exactly.
 *
 * @param direction `up` to what it came from, `down` to what came from it
 * @param wide training data, parts of data and design succession too
 */
export function stepsOf(graph: Graph, iri: string, direction: Direction, wide = false): Step[] {
  const properties = wide ? wider : narrow
  const statements = direction === 'up' ? graph.stated(iri, properties) : graph.statementsTo(iri, properties)
  const steps = statements
    .filter(({ entailed }) => !entailed)
    .map((statement): Step => ({ child: statement.subject, parent: statement.value.value, property: statement.property, statement }))
  const exact = new Set(steps.filter(({ property }) => property !== derivedFrom && isSubPropertyOf(property, derivedFrom)).map(ends))
  return steps
    .filter((step) => step.property !== derivedFrom || !exact.has(ends(step)))
    .map((step) => ({ step, other: direction === 'up' ? step.parent : step.child }))
    .map(({ step, other }) => ({
      step,
      other,
      size: step.property === variantOf ? sizeOf(graph, other) : 0,
      sources: sourcesOf(step).length,
    }))
    .sort(
      (a, b) =>
        readingOrder(a.step.property) - readingOrder(b.step.property) ||
        b.size - a.size ||
        b.sources - a.sources ||
        compareText(a.other, b.other),
    )
    .map(({ step }) => step)
}

const ends = ({ child, parent }: Step): string => `${child} ${parent}`

const sizeOf = (graph: Graph, iri: string): number => Number(valueOf(graph, iri, 'parameterCount')?.value ?? 0)

/** The sources that state a step, each once. */
export function sourcesOf({ statement }: Step): string[] {
  return [...new Set(statement.claims.map(({ source }) => source))]
}

/** How a model was trained after its pre-training, such as RLHF: the methods that its sources name, the most named first. */
export function methodsOf(graph: Graph, iri: string): string[] {
  const trainings = graph.statementsTo(iri, ofModel).filter(({ subject }) => graph.entity(subject)?.className === 'Training')
  const later = trainings.filter(({ subject }) => graph.stated(subject, st('phase')).some(({ value }) => value.value !== 'pre-training'))
  const methods = later.flatMap(({ subject }) => graph.stated(subject, st('method')))
  return [...new Set(methods.sort((a, b) => b.claims.length - a.claims.length).map(({ value }) => value.value))]
}

/** Refuses what is no thing of the graph, lest its lineage look empty. */
export function requireThing(graph: Graph, iri: string): void {
  if (!graph.entity(iri))
    throw new StemmaError({
      code: 'unknown-thing',
      message: `there is nothing in the graph with the IRI ${quote(iri)}`,
      hint: 'find(graph, name).iri is the IRI of a name',
    })
}
