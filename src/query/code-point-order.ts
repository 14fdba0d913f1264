/**
 * Texts compare by code points, as SPARQL says (17.3, `fn:compare` in the codepoint collation). Comunica compares them as a
 * dictionary of the reader's language does, so that an answer depends on the machine, and loading that dictionary takes
 * longer than most answers.
 */
import { bool, TypeURL } from '@comunica/utils-expression-evaluator'

/** What this needs of an actor that makes a function, and of the function. */
export interface FunctionActor {
  run(action: unknown): Promise<TermFunction>
}
interface TermFunction {
  readonly overloads: { addOverload(types: readonly string[], overload: () => (texts: readonly Text[]) => unknown): void }
}
interface Text {
  readonly typedValue: string
}

const comparisons = { '=': (left: string, right: string) => left === right, '<': isBefore }

/** All other comparisons of the engine rest on these two. */
export const comparisonNames = Object.keys(comparisons) as (keyof typeof comparisons)[]

/** Makes an actor give a comparison that goes by code points where both terms are plain texts. */
export function compareByCodePoints(actor: FunctionActor, name: keyof typeof comparisons): void {
  const run = actor.run.bind(actor)
  const compare = comparisons[name]
  actor.run = async (action) => {
    const made = await run(action)
    made.overloads.addOverload(
      [TypeURL.XSD_STRING, TypeURL.XSD_STRING],
      () =>
        ([left, right]) =>
          bool(compare(left!.typedValue, right!.typedValue)),
    )
    return made
  }
}

/** JavaScript goes by UTF-16, in which what lies beyond its first plane comes before the end of that. */
function isBefore(left: string, right: string): boolean {
  let place = 0
  while (place < left.length && left[place] === right[place]) place++
  const [some, other] = [left.codePointAt(place), right.codePointAt(place)]
  return other !== undefined && (some === undefined || some < other)
}
