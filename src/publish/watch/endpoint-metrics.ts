/** The figures of the process that answers questions; a server without an endpoint has none of them. */
import { Counter, Gauge, type Registry } from 'prom-client'
import type { PoolState } from '../endpoint/answering.ts'

const gauges: readonly (readonly [name: string, help: string, value: (state: PoolState) => number])[] = [
  ['stemma_questions_running', 'Questions that run.', ({ running }) => running],
  ['stemma_questions_slow', 'Questions that run and take long.', ({ slow }) => slow],
  ['stemma_questions_waiting', 'Questions that wait for a thread.', ({ waiting }) => waiting],
  ['stemma_endpoint_resident_memory_bytes', 'Memory of the process that answers questions.', ({ memory }) => memory],
]

const counters: typeof gauges = [
  ['stemma_endpoint_threads_replaced_total', 'Threads that were ended and replaced.', ({ replaced }) => replaced],
  ['stemma_endpoint_restarts_total', 'Times that the process that answers questions was started again.', ({ restarts }) => restarts],
]

/**
 * Adds those figures.
 *
 * @param stateOf how questions are doing when somebody reads; nothing before there is a process
 */
export function addEndpointFigures(registry: Registry, stateOf: () => PoolState | undefined): void {
  const registers = [registry]
  new Gauge({
    name: 'stemma_endpoint_up',
    help: 'Whether the process that answers questions is up.',
    registers,
    collect() {
      this.set(Number(stateOf()?.isUp ?? false))
    },
  })
  for (const [name, help, value] of gauges)
    new Gauge({
      name,
      help,
      registers,
      collect() {
        const state = stateOf()
        if (state) this.set(value(state))
      },
    })
  for (const [name, help, value] of counters)
    new Counter({
      name,
      help,
      registers,
      collect() {
        const state = stateOf()
        this.reset()
        if (state) this.inc(value(state))
      },
    })
}
