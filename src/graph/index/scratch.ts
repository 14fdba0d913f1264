/**
 * Memory for work that is over when the next begins: it is as large as the largest predicate or the number of terms, needed
 * for each predicate, and would be garbage each time.
 */
import { release } from '../../release.ts'

const kept = new Map<string, Uint32Array>()

/** So many numbers, of no particular values, that are in use until the next call of the same name. */
export function scratch(name: 'order' | 'values' | 'starts', length: number): Uint32Array {
  let memory = kept.get(name)
  if (!memory || memory.length < length) {
    if (memory) release(memory)
    kept.set(name, (memory = new Uint32Array(length)))
  }
  return memory.subarray(0, length)
}

/** Gives it free. */
export function clearScratch(): void {
  release(...kept.values())
  kept.clear()
}
