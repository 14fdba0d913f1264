/** The graph as Comunica's query source: it answers patterns, paths, filters and counts on numbers, and streams the rows. */
import type { IQuerySource } from '@comunica/types'
import { MetadataValidationState } from '@comunica/utils-metadata'
import { DataFactory } from 'rdf-data-factory'
import type { QuadIndex } from '../../graph/index/quad-index.ts'
import type { Operation } from './algebra.ts'
import type { Compare } from './conditions.ts'
import { Numbers } from './numbers.ts'
import { ProgramIterator } from './program-iterator.ts'
import { programOf } from './program.ts'
import { Buffer } from './rows.ts'

const factory = new DataFactory()

/** So much is tried to see how many rows there are, before the planner is told an estimate. */
const trial = { rows: 1024, work: 1 << 14 }

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
