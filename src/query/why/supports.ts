/** A pattern question asked so that each row keeps what it rests on. */
import { StemmaError } from '../../errors.ts'
import { variablesOf, type PathPattern, type Pattern } from '../push-down/algebra.ts'
import { literal } from '../../model/claim.ts'
import type { Around, Part, Projection, Variable } from './part.ts'
import { certain, named, renamed, settings } from './variables.ts'

/** A pattern that rows rest on: a row does where all of some variables have a value. */
export interface Support {
  readonly pattern: Pattern | PathPattern
  readonly when: readonly string[]
}

/** An operation that keeps the variables of its patterns, and those patterns. */
export interface Supported<Kind = Part> {
  readonly part: Kind
  readonly supports: readonly Support[]
}

/**
 * The projection of a question, with all variables that its patterns need; those that a sub-select hides have other names. What MINUS
 * and EXISTS exclude by is no support. A branch of UNION or OPTIONAL that has no variable of its own gets one, which says that it holds.
 *
 * @param distinct whether equal rows become one, so that it does not matter how often those of a sub-select are there
 * @throws StemmaError `no-why` for aggregates, and for a sub-select that makes equal rows one where the question does not
 */
export function supported(question: Projection, distinct: boolean, file?: string): Supported<Projection> {
  const all = settings(question)
  const taken = named(question)
  const own = new Set<string>()
  const fresh = (): string => {
    for (let count = own.size; ; count++) {
      const name = `held${count}`
      if (taken.has(name) || own.has(name)) continue
      own.add(name)
      return name
    }
  }

  /** @param free whether nothing above depends on how often a row is there */
  const walk = (part: Part, free: boolean): Supported => {
    switch (part.type) {
      case 'pattern':
      case 'path':
        return { part, supports: [{ pattern: part, when: [] }] }
      case 'bgp':
        return { part, supports: part.patterns.map((pattern) => ({ pattern, when: [] })) }
      case 'join':
        return overAll(
          part,
          part.input.map((input) => walk(input, free)),
        )
      case 'union':
        return overAll(
          part,
          part.input.map((input) => branch(input, free)),
        )
      case 'leftjoin':
        return overAll(part, [walk(part.input[0], free), branch(part.input[1], free)])
      case 'minus':
        return overAll(part, [walk(part.input[0], free), { part: part.input[1], supports: [] }])
      case 'values':
      case 'service':
        return { part, supports: [] }
      default:
        return around(part, free)
    }
  }

  /** What has one input. */
  const around = (part: Around, free: boolean): Supported => {
    switch (part.type) {
      case 'filter':
      case 'extend':
      case 'orderby':
        return over(part, walk(part.input, free))
      case 'slice':
        return over(part, walk(part.input, false))
      case 'distinct':
        if (!free) throw noWhy(...reasons.distinct, file)
        return walk(part.input, free)
      case 'reduced':
        return walk(part.input, free)
      case 'project':
        return projection(part, free)
      default:
        throw noWhy(...reasons.aggregate, file)
    }
  }

  /** What may hold or not, with a variable that says whether it does. */
  const branch = (written: Part, free: boolean): Supported => {
    const { part, supports } = walk(written, free)
    if (supports.length === 0) return { part, supports }
    const here = settings(written)
    const telling = [...certain(written)].find((name) => here.get(name) === all.get(name))
    const mark = telling ?? fresh()
    return {
      part: telling === undefined ? { type: 'join', input: [part, marked(mark)] } : part,
      supports: supports.map(({ pattern, when }) => ({ pattern, when: [...when, mark] })),
    }
  }

  /** A sub-select. */
  const projection = (part: Projection, free: boolean): Supported => {
    const asked = new Set(part.variables.map(({ value }) => value))
    const { part: input, supports } = walk(part.input, free)
    const hidden = [...named(input)].filter((name) => !asked.has(name) && !own.has(name))
    const names = new Map(hidden.map((name) => [name, fresh()]))
    const renaming = supports.map(({ pattern, when }) => ({
      pattern: renamed(pattern, names),
      when: when.map((name) => names.get(name) ?? name),
    }))
    return widened({ part: { ...part, input: renamed(input, names) }, supports: renaming })
  }

  const { part: input, supports } = walk(question.input, distinct)
  return widened({ part: { ...question, input }, supports })
}

/** An operation of one input, which has other supports with it. */
const over = (part: Part, { part: input, supports }: Supported<unknown>): Supported => ({ part: { ...part, input } as Part, supports })

const overAll = (part: Part, inputs: readonly Supported[]): Supported =>
  over(part, { part: inputs.map((input) => input.part), supports: inputs.flatMap(({ supports }) => supports) })

/** One solution in which a variable has a value. BIND in an OPTIONAL with a filter is joined row by row, so this is VALUES. */
const marked = (name: string): Part => ({ type: 'values', variables: [variable(name)], bindings: [{ [name]: literal('yes') }] })

const variable = (value: string): Variable => ({ termType: 'Variable', value })

function widened({ part, supports }: Supported<Projection>): Supported<Projection> {
  const asked = part.variables.map(({ value }) => value)
  const needed = supports.flatMap(({ pattern, when }) => [...variablesOf(pattern), ...when])
  return { part: { ...part, variables: [...new Set([...asked, ...needed])].map(variable) }, supports }
}

const reasons = {
  rows: ['only the rows of a SELECT can carry their sources', 'ask for the same patterns with SELECT, or ask without the sources'],
  aggregate: [
    'rows that are counted or put together by GROUP BY cannot carry their sources',
    'ask for the rows themselves, without GROUP BY and functions such as COUNT',
  ],
  distinct: [
    'a sub-select with DISTINCT can carry its sources only in a question with DISTINCT, and without a LIMIT of its own',
    'write SELECT DISTINCT for the question too, or ask without the sources',
  ],
} as const

/** The error of a question that is not about rows. */
export const notRows = (file?: string): StemmaError => noWhy(...reasons.rows, file)

function noWhy(message: string, hint: string, file: string | undefined): StemmaError {
  return new StemmaError({ code: 'no-why', message, ...(file !== undefined && { place: { file } }), hint }, 'usage')
}
