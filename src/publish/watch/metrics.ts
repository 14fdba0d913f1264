/** What is counted of a server, for Prometheus (https://prometheus.io/docs/instrumenting/exposition_formats/). */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { Graph } from '../../graph/graph.ts'
import { version } from '../../version.ts'
import { triplesOf } from '../dataset-description.ts'
import type { PoolState } from '../endpoint/answering.ts'
import { reading, type Handler } from '../server/answer.ts'
import type { Answered } from '../server/answered.ts'
import { addEndpointFigures } from './endpoint-metrics.ts'

/** What is asked for figures at the time when they are read. */
export interface Measured {
  /** The graph that is served. */
  graph(): Pick<Graph, 'index'>
  /** How the questions are doing; nothing where there is no endpoint. */
  readonly state?: (() => PoolState | undefined) | undefined
}

/** The counts of a server. */
export interface Metrics {
  /** Counts an answer. */
  answered(answered: Answered): void
  /** Answers at `metrics`. */
  readonly handler: Handler
}

/** Methods that are counted by name; there are some thirty more that somebody may send. */
const methods: readonly string[] = ['GET', 'HEAD', 'POST', 'OPTIONS']

const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60]

/**
 * Begins to count. Labels have few values, and none that a client chooses: no path, no question, no address.
 *
 * @param measured what is asked when somebody reads
 */
export function openMetrics(measured: Measured): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'stemma_http_requests_total',
    help: 'Requests that were answered; status 499 where the connection ended before.',
    labelNames: ['route', 'method', 'status'],
    registers,
  })
  const durations = new Histogram({
    name: 'stemma_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer.',
    labelNames: ['route'],
    buckets,
    registers,
  })
  const bytes = new Counter({
    name: 'stemma_http_sent_bytes_total',
    help: 'Bytes that answers took on their connections.',
    labelNames: ['route'],
    registers,
  })
  const cut = new Counter({
    name: 'stemma_http_cut_total',
    help: 'Answers that ended too soon, by us or because the client left.',
    labelNames: ['route'],
    registers,
  })
  const refusals = new Counter({
    name: 'stemma_refusals_total',
    help: 'Questions that were refused or failed, by the code of the refusal.',
    labelNames: ['code'],
    registers,
  })
  new Gauge({ name: 'stemma_build_info', help: 'The version of Stemma.', labelNames: ['version'], registers }).set({ version }, 1)
  new Gauge({
    name: 'stemma_graph_triples',
    help: 'Triples of the best view.',
    registers,
    collect() {
      this.set(triplesOf({ graph: measured.graph() }))
    },
  })
  if (measured.state) addEndpointFigures(registry, measured.state)
  return {
    answered({ route = 'none', method, status, bytes: sent, whole, ms, code }) {
      requests.inc({ route, method: methods.includes(method) ? method : 'other', status })
      durations.observe({ route }, ms / 1000)
      bytes.inc({ route }, sent)
      if (!whole) cut.inc({ route })
      if (code !== undefined) refusals.inc({ code })
    },
    handler: {
      route: 'metrics',
      methods: reading,
      at: (path) =>
        path === 'metrics'
          ? async () => {
              const body = Buffer.from(await registry.metrics())
              const headers = { 'Content-Type': registry.contentType, 'Content-Length': body.length, 'Cache-Control': 'no-store' }
              return { status: 200, headers, body }
            }
          : undefined,
    },
  }
}
