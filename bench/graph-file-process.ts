/**
 * `graph-file-process.ts read FILE`: how long reading the whole file takes.
 * `graph-file-process.ts open FILE IRI`: how long opening it takes, with one question for the ancestors of a model.
 * `graph-file-process.ts use FILE IRI QUESTION…`: how long a question for the ancestors takes then, and what memory is held
 * (with --expose-gc) after all questions were answered and all of the file was read.
 */
import { readFileSync } from 'node:fs'
import { loadLibrary, open, type OpenGraph } from './ours.ts'

const [mode, file, iri, ...texts] = process.argv.slice(2) as [string, string, string, ...string[]]
const say = (result: object): void => void process.stdout.write(JSON.stringify(result))

/** Microseconds of one call, over many calls after as many that are not counted. */
function perCall(graph: OpenGraph): number {
  const calls = 20_000
  let started = 0
  for (let call = -calls; call < calls; call++) {
    if (call === 0) started = performance.now()
    graph.ancestors(iri)
  }
  return ((performance.now() - started) * 1000) / calls
}

async function use(): Promise<object> {
  const graph = await open(file)
  const microseconds = perCall(graph)
  for (const sparql of texts) await graph.ask(sparql)
  graph.readAll()
  gc!()
  return { triples: graph.triples, ancestors: graph.ancestors(iri), microseconds, bytes: process.memoryUsage().rss }
}

if (mode === 'read') {
  const started = performance.now()
  const { length } = readFileSync(file)
  say({ ms: performance.now() - started, bytes: length })
} else if (mode === 'open') {
  await loadLibrary()
  const started = performance.now()
  const graph = await open(file)
  const ancestors = graph.ancestors(iri)
  say({ ms: performance.now() - started, ancestors })
} else say(await use())
