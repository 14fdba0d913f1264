/** `stemma-process.ts FILE`: Stemma itself answers questions about a graph in a file. */
import { open } from '../ours.ts'
import { version } from '../../src/version.ts'
import { serve, stopwatch } from './process.ts'
import { digestOf, readAll, rowText } from './rows.ts'

await serve(async () => {
  const started = performance.now()
  const graph = await open(process.argv[2]!)
  const loadMs = performance.now() - started
  return {
    version,
    loadMs,
    ask: async (sparql) => {
      const asked = stopwatch()
      const rows = await graph.ask(sparql)
      for (const row of rows) readAll(Object.values(row))
      return { rows: rows.length, ...asked(), digest: digestOf(texts(rows)) }
    },
  }
})

type Rows = Awaited<ReturnType<Awaited<ReturnType<typeof open>>['ask']>>

function* texts(rows: Rows): Generator<string> {
  for (const row of rows) yield rowText(Object.entries(row).map(([name, term]) => [name, term as { value: string; language?: string }]))
}
