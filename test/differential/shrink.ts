/** Makes a case that fails smaller while it still fails. */
import type { Case } from './case.ts'
import { smaller } from './phrase.ts'

/**
 * Takes away quads and phrases, one at a time.
 *
 * @param most how many smaller cases to try
 */
export async function shrink(found: Case, fails: (one: Case) => Promise<boolean>, most = 1000): Promise<Case> {
  let [smallest, left] = [found, most]
  for (let next: Case | undefined = found; next;) {
    smallest = next
    next = undefined
    for (const less of lesser(smallest)) {
      if (left-- === 0) return smallest
      if (!(await fails(less))) continue
      next = less
      break
    }
  }
  return smallest
}

function* lesser(one: Case): Generator<Case> {
  const { quads, query, slice } = one
  if (slice) yield { ...one, slice: '' }
  const half = Math.ceil(quads.length / 2)
  if (quads.length > 3) for (const part of [quads.slice(0, half), quads.slice(half)]) yield { ...one, quads: part }
  for (const less of smaller(query)) yield { ...one, query: less }
  for (const index of quads.keys()) yield { ...one, quads: quads.toSpliced(index, 1) }
}
