/** How many answers are kept: enough for all files of one thing, few enough for millions of things. */
const kept = 64

/** A function of a text that keeps its latest answers. */
export function lastFew<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>()
  return (text) => {
    if (made.has(text)) return made.get(text)!
    const answer = make(text)
    if (made.size >= kept) made.delete(made.keys().next().value!)
    made.set(text, answer)
    return answer
  }
}
