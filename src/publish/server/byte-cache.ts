/** A cache that is bounded by the bytes that it holds; what was not used for longest makes room. */

export interface ByteCache<T> {
  get(key: string): T | undefined
  /** Keeps a value of some bytes; what is larger than the whole cache is not kept. */
  set(key: string, value: T, bytes: number): void
  /** Counts more bytes for a value, if it is still kept. */
  grow(key: string, value: T, bytes: number): void
  /** How many bytes it holds. */
  readonly bytes: number
}

/** What an entry costs beside its bytes: its key, headers and objects, roughly. */
const overhead = 4096

/** Makes a cache of at most so many bytes. */
export function byteCache<T>(most: number): ByteCache<T> {
  const entries = new Map<string, { readonly value: T; bytes: number }>()
  let total = 0
  const remove = (key: string, bytes: number): void => {
    entries.delete(key)
    total -= bytes
  }
  const makeRoom = (): void => {
    // A map is in the order in which its entries were put in.
    for (const [key, { bytes }] of entries) {
      if (total <= most) return
      remove(key, bytes)
    }
  }
  return {
    get bytes() {
      return total
    },
    get(key) {
      const entry = entries.get(key)
      if (!entry) return undefined
      entries.delete(key)
      entries.set(key, entry)
      return entry.value
    },
    set(key, value, bytes) {
      const before = entries.get(key)
      if (before) remove(key, before.bytes)
      if (bytes + overhead > most) return
      entries.set(key, { value, bytes: bytes + overhead })
      total += bytes + overhead
      makeRoom()
    },
    grow(key, value, bytes) {
      const entry = entries.get(key)
      if (entry?.value !== value) return
      entry.bytes += bytes
      total += bytes
      makeRoom()
    },
  }
}
