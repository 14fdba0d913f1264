/** What N-Triples and N-Quads share: one statement a line. */
import type { Quad } from '@rdfjs/types'
import { compareText } from '../model/claim.ts'
import { nTriplesTerm } from './terms.ts'

/** Distinct lines, sorted by code unit; a graph's name stands where there is one. */
export function sortedLines(quads: readonly Quad[]): string {
  const lines = quads.map(({ subject, predicate, object, graph }) => {
    const terms = [subject, predicate, object, ...(graph.termType === 'DefaultGraph' ? [] : [graph])]
    return `${terms.map(nTriplesTerm).join(' ')} .\n`
  })
  return [...new Set(lines)].sort(compareText).join('')
}
