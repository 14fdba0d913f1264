/** What N-Triples and N-Quads share: one statement a line. */
import { compareText } from '../model/claim.ts'
import type { Outline } from './outline.ts'
import { bracketed, nTriplesTerm } from './terms.ts'

/** Distinct lines, sorted by code unit; a graph's name stands where there is one. */
export function sortedLines(outline: Outline): string {
  const lines: string[] = []
  for (const [graph, blocks] of outline) {
    const end = graph.termType === 'DefaultGraph' ? ' .\n' : ` ${nTriplesTerm(graph)} .\n`
    for (const [subject, rows] of blocks)
      for (const [predicate, objects] of rows) {
        const start = `${nTriplesTerm(subject)} ${bracketed(predicate)} `
        for (const object of objects) lines.push(start + nTriplesTerm(object) + end)
      }
  }
  return lines.sort(compareText).join('')
}
