/** Random property paths. */
import { list, phrase, type Phrase } from './phrase.ts'
import { predicate, type Scope } from './scope.ts'

const step = (scope: Scope): Phrase => {
  const { write, parts } = predicate(scope)
  return { sort: 'path', parts, loose: false, write }
}

/** @param depth how many operators may stand within one another */
export function path(scope: Scope, depth: number): Phrase {
  const { random } = scope
  if (depth === 0) return random.percent(80) ? step(scope) : phrase('path', '^$0', step(scope))
  const inner = (): Phrase => path(scope, random.below(depth))
  return random.weighted<() => Phrase>([
    [3, () => phrase('path', '($0/$1)', inner(), inner())],
    [3, () => phrase('path', '($0|$1)', inner(), inner())],
    [2, () => phrase('path', '^($0)', inner())],
    [4, () => phrase('path', '($0)+', inner())],
    [4, () => phrase('path', '($0)*', inner())],
    [2, () => phrase('path', '($0)?', inner())],
    [2, () => negated(scope)],
  ])()
}

function negated(scope: Scope): Phrase {
  const { random } = scope
  const one = (): Phrase => phrase('item', random.percent(65) ? '$0' : '^$0', predicate(scope))
  return list('path', Array.from({ length: 1 + random.below(3) }, one), (steps) => `!(${steps.join('|')})`)
}
