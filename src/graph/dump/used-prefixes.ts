import { prefixesFor } from '../../model/iri.ts'
import type { QuadIndex } from '../index/quad-index.ts'

/** The prefixes of which a graph has terms, by name. */
export function usedPrefixes({ terms, parts }: QuadIndex): Record<string, string> {
  const used = new Set(terms.heads.map((head) => head.slice(1)))
  const datatypes = terms.heads.filter((head) => head.startsWith('^'))
  const isUsed = (namespace: string): boolean => used.has(namespace) || datatypes.some((head) => head.slice(1).startsWith(namespace))
  return Object.fromEntries(
    Object.entries(prefixesFor(parts.base))
      .filter(([, namespace]) => isUsed(namespace))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}
