/** The graph as Comunica's query source: it answers patterns, paths, filters and counts on numbers, and streams the rows. */
import type { IQuerySource } from '@comunica/types'
import { BindingsFactory } from '@comunica/utils-bindings-factory'
import { MetadataValidationState } from '@comunica/utils-metadata'
import { AsyncIterator } from 'asynciterator'
import type { Bindings } from '@rdfjs/types'
import { DataFactory } from 'rdf-data-factory'
import type { QuadIndex } from '../../graph/index/quad-index.ts'
import type { Operation } from './algebra.ts'
import type { Compare } from './conditions.ts'
import { Numbers } from './numbers.ts'
import { noColumn, programOf, type Program } from './program.ts'
import { Buffer } from './rows.ts'
import { unbound } from './steps.ts'

const factory = new DataFactory()
const bindingsFactory = new BindingsFactory(factory)

/** So many rows are found before others have their turn. */
const batch = 512
/** So many steps are taken for them at most. */
const workAtOnce = 1 << 17
/** So much is tried to see how many rows there are, before the planner is told an estimate. */
const trial = { rows: 1024, work: 1 << 14 }

/** The rows of a program as bindings; no more are found than are read. */
class ProgramIterator extends AsyncIterator<Bindings> {
  readonly #program: Program
  readonly #numbers: Numbers
  readonly #columns: readonly (readonly [variable: ReturnType<typeof factory.variable>, column: number])[]
  #buffer: Buffer
  #more: boolean
  #next = 0
  #finding = false

  /** @param buffer the first rows, found already */
  constructor(program: Program, numbers: Numbers, buffer: Buffer, more: boolean) {
    super()
    this.#program = program
    this.#numbers = numbers
    this.#columns = [...program.columns]
      .filter(([, column]) => column !== noColumn)
      .map(([name, column]) => [factory.variable(name), column])
    this.#buffer = buffer
    this.#more = more
    this.readable = true
  }

  override read(): Bindings | null {
    if (this.done) return null
    if (this.#next < this.#buffer.length) return this.#bindings(this.#next++)
    if (this.#more) this.#findMore()
    else this.close()
    return null
  }

  /** In a turn of its own: whoever reads without end would leave no time for anything else, stopping included. */
  #findMore(): void {
    // Who is told that there is nothing yet may ask again all the same.
    if (this.#finding) return
    this.#finding = true
    this.readable = false
    setImmediate(() => {
      this.#finding = false
      if (this.done) return
      if (this.#buffer.length !== batch) this.#buffer = new Buffer(this.#program.rows.width, batch)
      this.#buffer.length = this.#next = 0
      try {
        this.#more = this.#program.rows.pull(this.#buffer, workAtOnce)
      } catch (error) {
        this.destroy(error as Error)
        return
      }
      this.readable = true
    })
  }

  #bindings(row: number): Bindings {
    const at = row * this.#buffer.width
    const { items } = this.#buffer
    const entries: [ReturnType<typeof factory.variable>, never][] = []
    for (const [variable, column] of this.#columns) {
      const number = items[at + column]!
      if (number !== unbound) entries.push([variable, this.#numbers.term(number) as never])
    }
    return bindingsFactory.bindings(entries)
  }
}

/**
 * The graph as a source.
 *
 * @param compare the engine's comparison of terms, for what cannot be told from their numbers
 * @see https://comunica.dev/docs/modify/advanced/querysource/
 */
export function querySource(index: QuadIndex, compare: Compare): Omit<IQuerySource, 'getSelectorShape'> {
  const refuse = (): never => {
    throw new TypeError('the graph answers patterns only')
  }
  return {
    referenceValue: index as never,
    getFilterFactor: () => Promise.resolve(0),
    queryBindings(operation) {
      const numbers = new Numbers(index)
      const program = programOf(operation as unknown as Operation, numbers, compare)
      const buffer = new Buffer(program.rows.width, trial.rows)
      const more = program.rows.pull(buffer, trial.work)
      const iterator = new ProgramIterator(program, numbers, buffer, more)
      iterator.setProperty('metadata', {
        state: new MetadataValidationState(),
        cardinality:
          more && !program.exact
            ? { type: 'estimate', value: Math.max(program.estimate, buffer.length) }
            : { type: 'exact', value: more ? program.estimate : buffer.length },
        requestTime: 0,
        variables: [...program.columns.keys()].map((name) => ({ variable: factory.variable(name), canBeUndef: program.open.has(name) })),
      })
      return iterator as never
    },
    queryQuads: refuse,
    queryBoolean: refuse,
    queryVoid: refuse,
    toString: () => 'graph',
  }
}
