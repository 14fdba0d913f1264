/** `oxigraph-process.ts FILE`: Oxigraph answers questions about a file, and counts the rows. */
import type { Term } from 'oxigraph'
import { openOxigraph } from './oxigraph-store.ts'
import { serve, stopwatch } from './process.ts'
import { digestOf, readAll, rowText } from './rows.ts'

await serve(async () => {
  const started = performance.now()
  const { version, store } = openOxigraph(process.argv[2]!)
  return {
    version,
    loadMs: performance.now() - started,
    ask: async (sparql) => {
      const asked = stopwatch()
      const rows = store.query(sparql) as Map<string, Term>[]
      for (const row of rows) readAll(row.values())
      return { rows: rows.length, ...asked(), digest: digestOf(texts(rows)) }
    },
  }
})

function* texts(rows: readonly Map<string, Term>[]): Generator<string> {
  for (const row of rows) yield rowText([...row].map(([name, term]) => [name, term as { value: string; language?: string }]))
}
