/** One client that asks an endpoint about lineage, one question after the other. */
import { ancestorsOf } from './endpoint-questions.ts'
import { percentile } from './figures.ts'
import { modelIds } from './hub-files.ts'
import { httpEndpoints } from './peers/http-endpoint.ts'

const [warm, asked] = [200, 1000]

/** How long answers took, in ms. */
interface Quantiles {
  readonly p50: number
  readonly p99: number
}

export interface Lineage {
  readonly models: number
  readonly asked: number
  readonly sparql: Quantiles
  readonly saved: Quantiles
}

/**
 * Asks for the ancestors of models at random, in SPARQL and by the saved question.
 *
 * @param seconds how long a question may take
 * @throws Error when one is not answered
 */
export async function askLineage(models: number, seconds: number): Promise<Lineage> {
  const ids = modelIds(models, warm + asked)
  const server = (await httpEndpoints['stemma']!.start(models, seconds, 1))!
  try {
    const inSparql = (id: string): string => `${server.address}?query=${encodeURIComponent(ancestorsOf(id))}`
    const bySaved = (id: string): string => `${server.saved!}?model=${encodeURIComponent(id)}`
    return { models, asked, sparql: await inTurn(ids.map(inSparql)), saved: await inTurn(ids.map(bySaved)) }
  } finally {
    await server.stop()
  }
}

async function inTurn(urls: readonly string[]): Promise<Quantiles> {
  const times: number[] = []
  for (const [index, url] of urls.entries()) {
    const begin = performance.now()
    const response = await fetch(url, { headers: { Accept: 'application/sparql-results+json' } })
    const text = await response.text()
    if (!response.ok) throw new Error(text)
    if (index >= warm) times.push(performance.now() - begin)
  }
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) }
}
