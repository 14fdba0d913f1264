/** The rows of a program as Comunica streams them, or as they are answered where nothing is done with them any more. */
import { BindingsFactory } from '@comunica/utils-bindings-factory'
import { AsyncIterator } from 'asynciterator'
import type { Bindings, Term } from '@rdfjs/types'
import { DataFactory } from 'rdf-data-factory'
import type { Row } from '../answer.ts'
import type { Numbers } from './numbers.ts'
import { noColumn, type Program } from './program.ts'
import { Buffer } from './rows.ts'
import { unbound } from './steps.ts'

const factory = new DataFactory()
const bindingsFactory = new BindingsFactory(factory)

/** So many rows are found before others have their turn. */
const batch = 512
/** So many steps are taken for them at most. */
const workAtOnce = 1 << 17
/** The rows of a program as bindings; no more are found than are read. */
export class ProgramIterator extends AsyncIterator<Bindings> {
  readonly #program: Program
  readonly #numbers: Numbers
  readonly #columns: readonly (readonly [variable: ReturnType<typeof factory.variable>, column: number])[]
  #buffer: Buffer
  #more: boolean
  #next = 0
  #finding = false
  #begun = false

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
    // Some of who read, such as a sort or a union, wait for ever for what had rows or ended before they listened.
    setImmediate(() => {
      this.#begun = true
      if (!this.done) this.readable = true
    })
  }

  override read(): Bindings | null {
    if (this.done || !this.#begun) return null
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
      try {
        this.#pull()
      } catch (error) {
        this.destroy(error as Error)
        return
      }
      this.readable = true
    })
  }

  /** All rows at once. */
  async records(): Promise<Row[]> {
    const rows: Row[] = []
    for await (const some of this.batches()) for (const row of some) rows.push(row)
    return rows
  }

  /**
   * The rows by the names of variables, a few hundred at a time; what has no value is not there. Bindings take several times as
   * long, and are for those who join or change them.
   */
  async *batches(): AsyncGenerator<Row[]> {
    // Of one shape, and nobody's heir: a variable such as ?toString has the value that it was given or none.
    const Blank = function () {} as unknown as new () => Record<string, Term>
    Blank.prototype = Object.create(null) as object
    const columns = this.#columns.map(([{ value }, column]) => [value, column] as const)
    for (;;) {
      const rows: Row[] = []
      const { items, width, length } = this.#buffer
      for (; this.#next < length; this.#next++) {
        const row = new Blank()
        for (const [name, column] of columns) {
          const number = items[this.#next * width + column]!
          if (number !== unbound) row[name] = this.#numbers.term(number)
        }
        rows.push(row)
      }
      yield rows
      if (!this.#more) break
      await new Promise(setImmediate)
      this.#pull()
    }
    this.close()
  }

  #pull(): void {
    if (this.#buffer.length !== batch) this.#buffer = new Buffer(this.#program.rows.width, batch)
    this.#buffer.length = this.#next = 0
    this.#more = this.#program.rows.pull(this.#buffer, workAtOnce)
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
