/** A bound for the texts that functions make: one that doubles its text in every step would else fill the memory of the whole process. */
import { StemmaError } from '../errors.ts'

/** What this needs of an actor that makes a function, and of the function. */
interface Maker {
  run(action: unknown): Promise<{ apply(context: unknown): Promise<{ readonly typedValue?: unknown }> }>
}

/** The functions whose results may be longer than what they are given. */
export const growing = ['concat', 'replace'] as const

/** So many characters may a text have. */
const most = 10_000_000

/** Makes an actor give a function that fails where its text is too long: not as an error in an expression, which would only leave a variable unbound. */
export function boundTexts(actor: Maker): void {
  const run = actor.run.bind(actor)
  actor.run = async (action) => {
    const made = await run(action)
    const apply = made.apply.bind(made)
    made.apply = async (context) => {
      const result = await apply(context)
      if (typeof result.typedValue === 'string' && result.typedValue.length > most) throw tooLong()
      return result
    }
    return made
  }
}

/** What this needs of an actor that makes an aggregate, and of the aggregate: one that puts texts together has what it made so far. */
export interface AggregateMaker {
  run(action: unknown): Promise<{ readonly state?: unknown; putBindings(bindings: unknown): Promise<void> }>
}

/** Makes an actor give an aggregate that fails where its text is too long. */
export function boundAggregate(actor: AggregateMaker): void {
  const run = actor.run.bind(actor)
  actor.run = async (action) => {
    const made = await run(action)
    const put = made.putBindings.bind(made)
    made.putBindings = async (bindings) => {
      await put(bindings)
      if (typeof made.state === 'string' && made.state.length > most) throw tooLong()
    }
    return made
  }
}

const tooLong = (): StemmaError =>
  new StemmaError({
    code: 'too-much-memory',
    message: `the question makes a text of more than ${most / 1e6} million characters`,
    hint: 'put less together: what CONCAT, REPLACE and GROUP_CONCAT make grows fast',
  })
