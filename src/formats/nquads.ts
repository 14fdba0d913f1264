import { serialisation } from './format.ts'
import { sortedLines } from './lines.ts'

/** N-Quads (https://www.w3.org/TR/n-quads/), sorted. */
export const nquads = serialisation({
  name: 'nquads',
  iri: 'http://www.w3.org/ns/formats/N-Quads',
  mediaType: 'application/n-quads',
  extensions: ['nq'],
  quads: true,
  spell: sortedLines,
})
