/** Circles in what depends on what: nothing can be made of itself, so a bill that says so has a mistake. */

/** Of more circles nobody reads. */
const most = 100

/** The first circles in a graph: every step that leads back to where it came from closes one. Nothing here calls itself, however long the ways are. */
export function circlesIn<Key>(edges: ReadonlyMap<Key, ReadonlySet<Key>>): Key[][] {
  const circles: Key[][] = []
  const before = new Set<Key>()
  for (const start of edges.keys()) {
    if (before.has(start)) continue
    const path = new Map<Key, number>([[start, 0]])
    const open = [{ key: start, next: edges.get(start)!.values() }]
    before.add(start)
    while (open.length > 0 && circles.length < most) {
      const { key, next } = open.at(-1)!
      const { value, done } = next.next()
      if (done === true) {
        open.pop()
        path.delete(key)
      } else if (path.has(value)) circles.push([...path.keys()].slice(path.get(value)))
      else if (!before.has(value)) {
        before.add(value)
        path.set(value, open.length)
        open.push({ key: value, next: (edges.get(value) ?? new Set<Key>()).values() })
      }
    }
  }
  return circles
}

/** A circle for people: names from the first back to it, those in the middle of a long one left out. */
export function circleText<Key>(circle: readonly Key[], nameOf: (key: Key) => string): string {
  const all = [...circle, circle[0]!]
  const shown = all.length > 8 ? [...all.slice(0, 4), undefined, ...all.slice(-2)] : all
  return shown.map((key) => (key === undefined ? '…' : nameOf(key))).join(' → ')
}
