/** Chance that can be repeated: the same seed makes the same choices on every machine. */
export interface Random {
  /** A whole number from 0 up to, but not including, the limit. */
  readonly below: (limit: number) => number
  /** Whether something that happens so many times in a hundred happens now. */
  readonly percent: (chance: number) => boolean
  readonly pick: <T>(choices: readonly T[]) => T
  /** So many different ones, or all where there are fewer. */
  readonly some: <T>(choices: readonly T[], count: number) => T[]
  /** One of the choices, each as likely as its weight says. */
  readonly weighted: <T>(choices: readonly (readonly [weight: number, choice: T])[]) => T
}

/** Mulberry32: 32 bits of state are enough, for each case starts from a seed of its own. */
export function random(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b)
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    percent: (chance) => below(100) < chance,
    pick: (choices) => choices[below(choices.length)]!,
    some(choices, count) {
      const left = [...choices]
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(below(left.length), 1)[0]!)
    },
    weighted(choices) {
      let at = below(choices.reduce((sum, [weight]) => sum + weight, 0))
      return choices.find(([weight]) => (at -= weight) < 0)![1]
    },
  }
}
