/** The worker of the query page: it parses, asks and writes, so that the page never waits. */
import './worker/environment.ts'
import { StemmaError, type Problem } from '../../errors.ts'
import { classNames } from '../../model/vocabulary.ts'
import type { QueryConfig } from './config.ts'
import type { Asked, Event, FromWorker, Kind, Requests, ToWorker } from './protocol.ts'
import { endpointStore } from './worker/endpoint-store.ts'
import { graphStore } from './worker/graph-store.ts'
import { sent, sentRows, sentTriples } from './worker/sent.ts'
import type { Store } from './worker/store.ts'

type Tell = (event: Event) => void
type Answering = { [K in Kind]: (request: Requests[K]['request'], tell: Tell, signal: AbortSignal) => Promise<Requests[K]['result']> }

const post = (message: FromWorker): void => (self as unknown as { postMessage(message: unknown): void }).postMessage(message)
const stopping = new Map<number, AbortController>()
/** The requests that wait for the graph hear how far it has come. */
const listening = new Set<Tell>()
let answering: Answering | undefined

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'start') answering = answers(data.config, data.page)
  else if (data.kind === 'stop') stopping.get(data.id)?.abort()
  else void answer(data)
}

async function answer({ id, kind, ...request }: Exclude<ToWorker, { kind: 'start' | 'stop' }>): Promise<void> {
  const controller = new AbortController()
  const { signal } = controller
  stopping.set(id, controller)
  const tell: Tell = (event) => post({ id, ...event })
  try {
    const result = await answering![kind](request as never, tell, signal)
    post(signal.aborted ? { id, event: 'stopped' } : { id, event: 'done', result })
  } catch (error) {
    post(signal.aborted ? { id, event: 'stopped' } : { id, event: 'failed', problems: problemsOf(error) })
  } finally {
    stopping.delete(id)
  }
}

const problemsOf = (error: unknown): readonly Problem[] =>
  error instanceof StemmaError ? error.problems : [{ code: 'unexpected', message: (error as Error).message }]

function answers(config: QueryConfig, page: string): Answering {
  const { prefixes, graph } = config
  const loading = (loaded: number): void => listening.forEach((tell) => tell({ event: 'loading', loaded, total: graph.bytes }))
  const store = config.endpoint === undefined ? graphStore(config, page, loading) : endpointStore(config, page)
  return {
    ask: async ({ sparql, most, why }, tell, signal) => {
      listening.add(tell)
      try {
        await store.open()
      } finally {
        listening.delete(tell)
      }
      return ask(store, { sparql, most, why }, tell, signal)
    },
    check: async ({ sparql }) => (await import('./worker/check.ts')).check(sparql, prefixes),
    bind: async ({ question, values }) => {
      const terms = await store.bind(
        config.questions.find(({ name }) => name === question)!,
        values,
      )
      return Object.fromEntries(Object.entries(terms).map(([name, term]) => [name, sent(term)]))
    },
    suggest: ({ classes, typed }) =>
      store.suggest(
        classNames.filter((name) => classes.length === 0 || classes.includes(name.toLowerCase())),
        typed,
      ),
    write: async ({ format, answer }) => (await import('./worker/write.ts')).write(format, answer, prefixes),
  }
}

async function ask(store: Store, { sparql, most, why }: Requests['ask']['request'], tell: Tell, signal: AbortSignal): Promise<Asked> {
  const begun = performance.now()
  const answer = await store.ask(sparql, signal, why)
  let cut = false
  if (answer.type === 'bindings') {
    // They are the last column.
    const sources = why ? answer.variables.at(-1) : undefined
    tell({ event: 'head', type: 'bindings', variables: answer.variables, sources })
    cut = await pass(answer.rows, most, signal, (rows) => tell({ event: 'rows', rows: sentRows(answer.variables, rows) }))
  } else if (answer.type === 'quads') {
    tell({ event: 'head', type: 'quads', variables: ['subject', 'predicate', 'object'] })
    cut = await pass(answer.quads, most, signal, (quads) => tell({ event: 'rows', rows: sentTriples(quads) }))
  }
  const took = performance.now() - begun
  return {
    ...(answer.type === 'boolean' && { yes: answer.value }),
    took,
    cut,
    warnings: signal.aborted ? [] : await store.warnings(sparql),
  }
}

/** Hands on what comes, until it is enough or nobody wants more; returns whether there was more. */
async function pass<Item>(
  batches: AsyncIterable<readonly Item[]>,
  most: number,
  signal: AbortSignal,
  hand: (items: readonly Item[]) => void,
): Promise<boolean> {
  let left = most
  for await (const batch of batches) {
    hand(batch.length > left ? batch.slice(0, left) : batch)
    left -= batch.length
    if (left < 0) return true
    // A turn, in which the page can say that it is enough.
    await new Promise(setImmediate)
    if (signal.aborted) return false
  }
  return false
}
