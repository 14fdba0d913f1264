/** Answers as lines that can be compared, whoever gave them. */
import { ntriples } from '../../src/formats/ntriples.ts'
import type { Answer } from '../../src/query/answer.ts'
import { results } from '../../src/query/results.ts'

/**
 * An answer as lines: rows in any order, for an order that ties is the store's own; blank nodes without their labels; triples
 * sorted.
 */
export function answerLines(answer: Answer): string[] {
  const text = answer.type === 'quads' ? ntriples.write(answer.quads, { prefixes: {} }) : results.tsv(answer)
  const [head = '', ...lines] = text.trimEnd().replace(/_:\w+/g, '_:').split('\n')
  return answer.type === 'quads' ? [head, ...lines].sort() : [head, ...lines.sort()]
}

/** How two answers differ: of each what the other lacks, a few lines of it. */
export function unlike(theirs: readonly string[], ours: readonly string[]): object | undefined {
  const lacking = (some: readonly string[], others: readonly string[]): string[] => {
    const left = new Map<string, number>()
    for (const line of others) left.set(line, (left.get(line) ?? 0) + 1)
    return some.filter((line) => {
      const count = left.get(line) ?? 0
      left.set(line, count - 1)
      return count <= 0
    })
  }
  const [more, less] = [lacking(theirs, ours), lacking(ours, theirs)]
  return more.length + less.length === 0
    ? undefined
    : { more: more.slice(0, 5), less: less.slice(0, 5), counts: [more.length, less.length] }
}
