/** Names of things, asked for where a picture shows them. */
import type { QueryConfig } from '../config.ts'
import { isIri, isLiteral } from './terms.ts'
import type { NameThings } from './graph-view.ts'
import type { WorkerClient } from './worker-client.ts'

/** Looks names up, in the page's language or else in English; what has none is left out. */
export const namesOf =
  ({ language }: QueryConfig, worker: WorkerClient): NameThings =>
  async (iris) => {
    const names = new Map<string, string>()
    const things = iris.map((iri) => `<${iri}>`).join(' ')
    const sparql = `SELECT ?thing ?name { VALUES ?thing { ${things} } ?thing rdfs:label ?name FILTER(LANG(?name) IN ("en", "${language}")) }`
    await worker
      .request('ask', { sparql, most: 2 * iris.length, why: false }, (event) => {
        if (event.event !== 'rows') return
        for (const [thing, name] of event.rows)
          if (isIri(thing!) && isLiteral(name!) && (!names.has(thing) || name.language === language)) names.set(thing, name.value)
      })
      .catch(() => undefined)
    return names
  }
