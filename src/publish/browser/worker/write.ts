/** An answer as a file. */
import type { Quad } from '@rdfjs/types'
import { turtle } from '../../../formats/turtle.ts'
import { quad } from '../../../model/claim.ts'
import { results } from '../../../query/results.ts'
import type { Row } from '../../../query/answer.ts'
import type { SavedFormat, SentAnswer } from '../protocol.ts'
import { received } from './sent.ts'

/** Triples are written as Turtle, or as rows of three columns. */
export function write(format: SavedFormat, { variables, rows }: SentAnswer, prefixes: Readonly<Record<string, string>>): string {
  if (format === 'turtle')
    return turtle.write(
      rows.map((row) => quad(...(row.map((term) => received(term!)) as TripleTerms))),
      { prefixes },
    )
  return results[format]({
    type: 'bindings',
    variables,
    rows: rows.map((row): Row =>
      Object.fromEntries(row.flatMap((term, column) => (term === null ? [] : [[variables[column]!, received(term)]]))),
    ),
  })
}

type TripleTerms = [Quad['subject'], Quad['predicate'], Quad['object']]
