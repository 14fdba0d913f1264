import type { Format } from './format.ts'
import { nTriplesTerm, sortedLines } from './terms.ts'

/** N-Quads (https://www.w3.org/TR/n-quads/), sorted. */
export const nquads: Format = {
  name: 'nquads',
  iri: 'http://www.w3.org/ns/formats/N-Quads',
  mediaType: 'application/n-quads',
  extensions: ['nq'],
  quads: true,
  write: (quads) =>
    sortedLines(quads, ({ subject, predicate, object, graph }) => {
      const name = graph.termType === 'DefaultGraph' ? '' : ` ${nTriplesTerm(graph)}`
      return `${nTriplesTerm(subject)} ${nTriplesTerm(predicate)} ${nTriplesTerm(object)}${name} .\n`
    }),
}
