/** `oxigraph-rows.ts FILE`: Oxigraph answers questions about a file with all rows of the answer. */
import { jsonTerm, tripleRows, yesOrNo, type Rows } from '../answers.ts'
import { openOxigraph } from './oxigraph-store.ts'
import { serve } from './process.ts'

type Term = Parameters<typeof jsonTerm>[0]

await serve(async () => {
  const { version, store } = openOxigraph(process.argv[2]!)
  return {
    version,
    ask: async (sparql) => {
      const asked = performance.now()
      const answer = store.query(sparql)
      return { rows: rowsOf(answer), ms: performance.now() - asked }
    },
  }
})

function rowsOf(answer: ReturnType<ReturnType<typeof openOxigraph>['store']['query']>): Rows {
  if (typeof answer === 'boolean') return yesOrNo(answer)
  if (typeof answer === 'string') throw new Error('asked for terms, not for text')
  if (answer[0] instanceof Map)
    return (answer as Map<string, Term>[]).map((row) => Object.fromEntries([...row].map(([name, term]) => [name, jsonTerm(term)])))
  return tripleRows(answer as unknown as { subject: Term; predicate: Term; object: Term }[])
}
