import { serialisation } from './format.ts'
import { sortedLines } from './lines.ts'

/** N-Triples (https://www.w3.org/TR/n-triples/), sorted. */
export const ntriples = serialisation({
  name: 'ntriples',
  iri: 'http://www.w3.org/ns/formats/N-Triples',
  mediaType: 'application/n-triples',
  extensions: ['nt'],
  quads: false,
  spell: sortedLines,
})
