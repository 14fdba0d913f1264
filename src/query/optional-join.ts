/**
 * OPTIONAL with a filter, for which the engine knows one way only: to ask what is optional anew for each row, with the row's values in
 * it. That cannot be done where BIND or a sub-select sets variables, or where both sides share none, and the engine fails. Then the rows
 * of both sides are joined here, as SPARQL 1.1 defines LeftJoin (18.5).
 */
import type { BindingsStream, IActionContext, MetadataBindings } from '@comunica/types'
import { isExpressionError } from '@comunica/utils-expression-evaluator'
import { MetadataValidationState } from '@comunica/utils-metadata'
import type { Bindings } from '@rdfjs/types'
import { termId } from '../model/term-key.ts'
import type { Operation } from './answer.ts'

interface LeftJoin extends Operation {
  readonly input: readonly [Operation, Operation]
  readonly expression?: unknown
}

/** What an operation gives. */
interface Output {
  readonly type: 'bindings'
  readonly bindingsStream: BindingsStream
  metadata(): Promise<MetadataBindings>
}

/** What this needs of the engine's actors. */
export interface LeftJoiner {
  readonly mediatorQueryOperation: { mediate(action: { operation: Operation; context: IActionContext }): Promise<Output> }
  runOperation(operation: LeftJoin, context: IActionContext): Promise<Output>
}
export interface Evaluating {
  readonly mediatorExpressionEvaluatorFactory: {
    mediate(action: { algExpr: unknown; context: IActionContext }): Promise<Evaluator>
  }
}

interface Evaluator {
  evaluateAsEBV(row: Bindings): Promise<boolean>
}

/** Makes the actor of OPTIONAL join the rows where the engine has no way of its own. */
export function joinOptionally(actor: LeftJoiner, evaluating: Evaluating): void {
  const run = actor.runOperation.bind(actor)
  actor.runOperation = async (operation, context) => {
    try {
      return await run(operation, context)
    } catch (error) {
      if (!operation.expression || !(error as Error).message.startsWith('RDF joining failed')) throw error
    }
    const [left, right] = (await Promise.all(
      operation.input.map((input) => actor.mediatorQueryOperation.mediate({ operation: input, context })),
    )) as [Output, Output]
    const evaluator = await evaluating.mediatorExpressionEvaluatorFactory.mediate({ algExpr: operation.expression, context })
    return {
      type: 'bindings',
      bindingsStream: joined(left, right, (row) => holds(evaluator, row)),
      metadata: () => metadataOf(left, right),
    }
  }
}

/** An error in the expression is no more than that it does not hold. */
async function holds(evaluator: Evaluator, row: Bindings): Promise<boolean> {
  try {
    return await evaluator.evaluateAsEBV(row)
  } catch (error) {
    if (isExpressionError(error as Error)) return false
    throw error
  }
}

function joined(left: Output, right: Output, fits: (row: Bindings) => Promise<boolean>): BindingsStream {
  let find: ((row: Bindings) => readonly Bindings[]) | undefined
  const pair = async (row: Bindings, push: (row: Bindings) => void): Promise<void> => {
    find ??= finding(await right.bindingsStream.toArray(), variablesOf(await left.metadata()))
    let found = false
    for (const other of find(row)) {
      const both = row.merge(other)
      if (!both || !(await fits(both))) continue
      push(both)
      found = true
    }
    if (!found) push(row)
  }
  const rows: BindingsStream = left.bindingsStream.transform({
    transform: (row, done, push) => {
      pair(row, push).then(done, (error: unknown) => rows.destroy(error as Error))
    },
    autoStart: false,
  })
  return rows
}

/** Finds the rows that may fit another: by the values of what is shared and has one in each of them, as far as the other has them, too. */
function finding(rows: readonly Bindings[], others: readonly string[]): (row: Bindings) => readonly Bindings[] {
  const shared = others.filter((name) => rows.every((row) => row.has(name)))
  const keyOf = (row: Bindings): string => JSON.stringify(shared.map((name) => termId(row.get(name)!)))
  const byKey = new Map<string, Bindings[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const same = byKey.get(key)
    if (same) same.push(row)
    else byKey.set(key, [row])
  }
  return (row) => (shared.every((name) => row.has(name)) ? (byKey.get(keyOf(row)) ?? []) : rows)
}

const variablesOf = ({ variables }: MetadataBindings): string[] => variables.map(({ variable }) => variable.value)

async function metadataOf(left: Output, right: Output): Promise<MetadataBindings> {
  const [own, more] = [await left.metadata(), await right.metadata()]
  const known = new Set(variablesOf(own))
  const added = more.variables.filter(({ variable }) => !known.has(variable.value)).map((one) => ({ ...one, canBeUndef: true }))
  const value = own.cardinality.value * Math.max(1, more.cardinality.value)
  return {
    state: new MetadataValidationState(),
    cardinality: { type: 'estimate', value },
    variables: [...own.variables, ...added],
  }
}
