/** A query as a tree of phrases, so that one that fails can be made smaller phrase by phrase. */
export interface Phrase {
  /** What may stand in its place: a phrase of the same sort. */
  readonly sort: Sort
  readonly parts: readonly Phrase[]
  /** Whether any of the parts can go. */
  readonly loose: boolean
  readonly write: (parts: readonly string[]) => string
}

export type Sort = 'query' | 'group' | 'element' | 'expression' | 'path' | 'term' | 'item' | 'row'

/** A phrase from a pattern in which $0, $1 … stand for its parts. */
export const phrase = (sort: Sort, pattern: string, ...parts: readonly Phrase[]): Phrase => ({
  sort,
  parts,
  loose: false,
  write: (texts) => pattern.replace(/\$(\d)/g, (_, index: string) => texts[Number(index)]!),
})

/** A phrase of any number of parts. */
export const list = (sort: Sort, parts: readonly Phrase[], write: Phrase['write']): Phrase => ({ sort, parts, loose: true, write })

export const textOf = (whole: Phrase): string => whole.write(whole.parts.map(textOf))

/** The phrases that are one step smaller, the largest steps first. */
export function* smaller(whole: Phrase): Generator<Phrase> {
  const { parts, sort, loose } = whole
  for (const part of parts) if (part.sort === sort) yield part
  if (loose) for (const index of parts.keys()) yield { ...whole, parts: parts.toSpliced(index, 1) }
  for (const [index, part] of parts.entries()) for (const less of smaller(part)) yield { ...whole, parts: parts.with(index, less) }
}
