/** The one place that loads Comunica, so that nothing but a query pays for it. */
import { KeysQueryOperation } from '@comunica/context-entries'
import { ActionContextKey } from '@comunica/core'
import { QueryEngine } from '@comunica/query-sparql-rdfjs'
import type { BindingsStream, IActionContext, IQuerySource, IQuerySourceWrapper, QueryType } from '@comunica/types'
import { prepareEvaluatorActionContext } from '@comunica/utils-expression-evaluator'
import type { Bindings, Term } from '@rdfjs/types'
import { DataFactory } from 'rdf-data-factory'
import type { QuadIndex } from '../graph/index/quad-index.ts'
import { aroundSelect } from './algebra.ts'
import type { Answer, AnswerStream, Operation, Row } from './answer.ts'
import { compareByCodePoints, comparisonNames, type FunctionActor } from './code-point-order.ts'
import { inBatches } from './batches.ts'
import { annotated } from './push-down/annotate.ts'
import type { Compare } from './push-down/conditions.ts'
import { engineComparison, type Functions } from './push-down/engine-comparison.ts'
import { querySource } from './push-down/index-query-source.ts'
import { ProgramIterator } from './push-down/program-iterator.ts'
import { tellLateListeners } from './late-listeners.ts'
import { overNamedGraphs } from './named-graphs.ts'
import { joinOptionally, type Evaluating, type LeftJoiner } from './optional-join.ts'
import { boundAggregate, boundTexts, growing, type AggregateMaker } from './text-limit.ts'

const engine = new QueryEngine()
const terms = new DataFactory()

/** Set when it is noted in a question what the graph answers whole; before that, it answers patterns. */
const isAnnotated = new ActionContextKey<boolean>('stemma:annotated')
/** The graph of a query, as its context has it. */
const graphKey = new ActionContextKey<GraphSource>('stemma:graph')

/** A graph as the source of one query. */
interface GraphSource {
  readonly wrapper: IQuerySourceWrapper
  compare: Compare
}

const shape = (...names: readonly string[]) => ({
  type: 'disjunction',
  children: names.map((type) => ({ type: 'operation', operation: { operationType: 'type', type } })),
})
const patternShape = shape('pattern')
const annotatedShape = shape('pattern', 'path', 'bgp', 'join', 'filter', 'leftjoin', 'project', 'distinct', 'group')

function graphSource(index: QuadIndex): GraphSource {
  const source: GraphSource = {
    compare: () => {
      throw new TypeError('asked before the question was planned')
    },
    wrapper: { source: undefined as never },
  }
  const inner = querySource(index, (...comparison) => source.compare(...comparison))
  const answering: IQuerySource = {
    ...inner,
    getSelectorShape: (context) => Promise.resolve((context.get(isAnnotated) ? annotatedShape : patternShape) as never),
  }
  return Object.assign(source, { wrapper: { source: answering } })
}

/** The actor of the engine that plans and runs a query, as far as it is needed here. */
interface Process {
  mediatorOptimizeQueryOperation: { mediate(action: Planned): Promise<Planned> }
  readonly mediatorQueryOperation: {
    readonly bus: Bus<OperationActor>
  }
}
interface OperationActor extends LeftJoiner, Evaluating {
  readonly mediatorTermComparatorFactory: { readonly bus: Actors<Comparators> }
  readonly mediatorBindingsAggregatorFactory: { readonly bus: Actors<AggregateMaker> }
  run(action: unknown): Promise<{ readonly bindingsStream: BindingsStream }>
}
interface Planned {
  readonly operation: Operation
  readonly context: IActionContext
}
interface Comparators {
  readonly mediatorFunctionFactory: Functions & { readonly bus: Bus<FunctionActor> }
}
interface Actors<Actor> {
  readonly actors: readonly Actor[]
}
/** Asked for those who answer to something, it makes no others. */
interface Bus<Actor> {
  publish(action: unknown): readonly { readonly actor: Actor }[]
}

/**
 * The functions of the engine, once it is as we need it: comparisons by code points, texts bounded, OPTIONAL in each legal form, no
 * stream that is waited for in vain. Sorting and grouping know where the functions are.
 */
async function functionsOf({ mediatorQueryOperation: { bus } }: Process, { context }: Planned): Promise<Functions> {
  const actorFor = (operation: Operation): OperationActor => bus.publish({ operation, context })[0]!.actor
  joinOptionally(actorFor({ type: 'leftjoin' }), actorFor({ type: 'filter' }))
  const noRows = { type: 'values', variables: [], bindings: [] }
  tellLateListeners((await actorFor(noRows).run({ operation: noRows, context })).bindingsStream)
  const functions = actorFor({ type: 'orderby' }).mediatorTermComparatorFactory.bus.actors[0]!.mediatorFunctionFactory
  const actorOf = (functionName: string): FunctionActor =>
    functions.bus.publish({ functionName, context: prepareEvaluatorActionContext(context) })[0]!.actor
  for (const functionName of comparisonNames) compareByCodePoints(actorOf(functionName), functionName)
  for (const functionName of growing) boundTexts(actorOf(functionName) as never)
  for (const actor of actorFor({ type: 'group' }).mediatorBindingsAggregatorFactory.bus.actors) boundAggregate(actor)
  return functions
}

/** After the engine's own planning, what the graph answers whole is noted in the plan. */
function notePushDown(): void {
  const { actors } = (engine as unknown as { actorInitQuery: { mediatorQueryProcess: { bus: Actors<Partial<Process>> } } }).actorInitQuery
    .mediatorQueryProcess.bus
  const process = actors.find((actor) => actor.mediatorOptimizeQueryOperation) as Process
  const planner = process.mediatorOptimizeQueryOperation
  let functions: Promise<Functions> | undefined
  process.mediatorOptimizeQueryOperation = {
    async mediate(action) {
      const known = await (functions ??= functionsOf(process, action))
      const planned = await planner.mediate(action)
      const graph = planned.context.get(graphKey)
      if (!graph) return planned
      graph.compare = await engineComparison(known, planned.context)
      return { operation: annotated(planned.operation, graph.wrapper), context: planned.context.set(isAnnotated, true) }
    },
  }
}
notePushDown()

/**
 * Runs a question over a graph; nothing for an update.
 *
 * @param question algebra, of which the terms may be plain objects
 * @param base what the question declares as its BASE
 */
export async function runQuery(question: Operation, index: QuadIndex, base?: string): Promise<Answer | undefined> {
  const result = await planned(question, index, base)
  switch (result.resultType) {
    case 'bindings': {
      const stream: unknown = await result.execute()
      const rows = stream instanceof ProgramIterator ? await stream.records() : (await (stream as BindingsStream).toArray()).map(recordOf)
      return { type: 'bindings', variables: await variablesOf(question, result), rows }
    }
    case 'boolean':
      return { type: 'boolean', value: await result.execute() }
    case 'quads':
      return { type: 'quads', quads: await (await result.execute()).toArray() }
    case 'void':
      return undefined
  }
}

type QueryBindings = Extract<QueryType, { resultType: 'bindings' }>

/** As `runQuery`, the rows or triples some at a time. */
export async function streamQuery(question: Operation, index: QuadIndex, base?: string): Promise<AnswerStream | undefined> {
  const result = await planned(question, index, base)
  switch (result.resultType) {
    case 'bindings': {
      const stream: unknown = await result.execute()
      const rows = stream instanceof ProgramIterator ? stream.batches() : inBatches(stream as BindingsStream, recordOf)
      return { type: 'bindings', variables: await variablesOf(question, result), rows }
    }
    case 'boolean':
      return { type: 'boolean', value: await result.execute() }
    case 'quads':
      return { type: 'quads', quads: inBatches(await result.execute(), (quad) => quad) }
    case 'void':
      return undefined
  }
}

/** The question as the engine has planned it. */
function planned(question: Operation, index: QuadIndex, base: string | undefined): Promise<QueryType> {
  const source = graphSource(index)
  return engine.query(
    revive(overNamedGraphs(question, index)) as Parameters<QueryEngine['query']>[0],
    {
      [KeysQueryOperation.querySources.name]: [source.wrapper],
      [graphKey.name]: source,
      ...(base !== undefined && { baseIRI: base }),
    } as never,
  )
}

const variablesOf = async (question: Operation, result: QueryBindings): Promise<readonly string[]> =>
  headingOf(question) ?? (await result.metadata()).variables.map(({ value }) => value)

/** What is selected, by name: of a question without answers the engine may have forgotten it. */
function headingOf(question: unknown): string[] | undefined {
  const { type, input, variables } = question as { type: string; input?: unknown; variables?: readonly Term[] }
  if (type === 'project') return variables!.map(({ value }) => value)
  return aroundSelect.has(type) ? headingOf(input) : undefined
}

/** Without a prototype, so that a variable such as ?toString has the value that it was given or none. */
const recordOf = (bindings: Bindings): Row =>
  Object.assign(Object.create(null) as Record<string, Term>, Object.fromEntries([...bindings].map(([{ value }, term]) => [value, term])))

/** Plain objects that have a termType become terms, innermost first. */
function revive(node: unknown): unknown {
  if (typeof node !== 'object' || node === null || 'equals' in node) return node
  if (Array.isArray(node)) return node.map(revive)
  const revived = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, revive(value)]))
  return 'termType' in revived ? Object.assign(terms.fromTerm(revived as never), 'type' in revived && { type: revived['type'] }) : revived
}
