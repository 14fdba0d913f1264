import type { Format } from './format.ts'
import { inDefaultGraph, nTriplesTerm, sortedLines } from './terms.ts'

/** N-Triples (https://www.w3.org/TR/n-triples/), sorted. */
export const ntriples: Format = {
  name: 'ntriples',
  iri: 'http://www.w3.org/ns/formats/N-Triples',
  mediaType: 'application/n-triples',
  extensions: ['nt'],
  quads: false,
  write: (quads) =>
    sortedLines(
      inDefaultGraph(quads),
      ({ subject, predicate, object }) => `${nTriplesTerm(subject)} ${nTriplesTerm(predicate)} ${nTriplesTerm(object)} .\n`,
    ),
}
