/**
 * Where Comunica and Oxigraph are known to answer differently, and which of them the specification is with:
 * SPARQL 1.1 Query Language, https://www.w3.org/TR/sparql11-query/, the numbers being those of its sections.
 */
import { aggregateDifferences } from './differences/aggregates.ts'
import type { KnownDifference } from './differences/difference.ts'
import { literalDifferences } from './differences/literals.ts'
import { pathDifferences } from './differences/paths.ts'
import { patternDifferences } from './differences/patterns.ts'

export const knownDifferences: readonly KnownDifference[] = [
  ...pathDifferences,
  ...patternDifferences,
  ...aggregateDifferences,
  ...literalDifferences,
]
