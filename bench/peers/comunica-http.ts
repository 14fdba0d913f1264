/** `comunica-http.ts FILE PORT SECONDS`: Comunica's own HTTP service (that of `comunica-sparql-http`) over a file of N-Triples. */
import cluster from 'node:cluster'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import { PassThrough } from 'node:stream'
import { QueryEngine } from '@comunica/query-sparql-rdfjs'
import { Parser, Store } from 'n3'

/** The service is part of what the engine stands on, not of the engine. */
interface Service {
  readonly HttpServiceSparqlEndpoint: new (options: {
    readonly engine: QueryEngine
    readonly context: object
    readonly port: number
    /** Milliseconds after which the worker of a question is ended. */
    readonly timeout: number
    readonly workers: number
  }) => { run(out: NodeJS.WritableStream, err: NodeJS.WritableStream): Promise<void> }
}
const engineFile = createRequire(import.meta.url).resolve('@comunica/query-sparql-rdfjs')
const require = createRequire(engineFile)
const { HttpServiceSparqlEndpoint } = require('@comunica/actor-init-query') as Service
const { version } = require('@comunica/query-sparql-rdfjs/package.json') as { version: string }

const [file, port, seconds] = process.argv.slice(2)
const workers = availableParallelism()
const store = cluster.isPrimary ? new Store() : new Store(new Parser({ format: 'N-Triples' }).parse(readFileSync(file!, 'utf8')))
const service = new HttpServiceSparqlEndpoint({
  ...{ engine: new QueryEngine(), context: { sources: [store] } },
  ...{ port: Number(port), timeout: Number(seconds) * 1000, workers },
})
// It logs each question; that is read by nobody.
const log = new PassThrough().resume()
let listening = 0
cluster.on('listening', () => {
  if (++listening === workers) process.stdout.write(`http://127.0.0.1:${port}/sparql ${version}\n`)
})
// It has no other end for workers that compute.
if (cluster.isPrimary)
  process.once('SIGTERM', () => {
    for (const worker of Object.values(cluster.workers ?? {})) worker!.process.kill('SIGKILL')
    process.exit()
  })
await service.run(log, log)
