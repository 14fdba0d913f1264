/** A function of a text that works each answer out once. */
export function remember<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>()
  return (text) => {
    if (!made.has(text)) made.set(text, make(text))
    return made.get(text)!
  }
}

/** How many answers are kept: enough for all files of one thing, few enough for millions of things. */
const kept = 64

/** The same where many are asked for, a few times each one after another: only the latest answers are kept. */
export function rememberFew<T>(make: (text: string) => T): (text: string) => T {
  const made = new Map<string, T>()
  return (text) => {
    if (!made.has(text)) {
      if (made.size >= kept) made.delete(made.keys().next().value!)
      made.set(text, make(text))
    }
    return made.get(text)!
  }
}

/** A function of an object, which nobody changes, that keeps its last answer. */
export function rememberLast<From extends object, T>(make: (from: From) => T): (from: From) => T {
  let last: { readonly from: From; readonly made: T } | undefined
  return (from) => (last?.from === from ? last : (last = { from, made: make(from) })).made
}
