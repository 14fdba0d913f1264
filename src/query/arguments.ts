/** What is handed to the functions of the library, checked for callers that have no types. */
import { StemmaError } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'

/** Whether this is a graph, as far as can be seen. */
export const isGraph = (value: unknown): value is Graph =>
  typeof value === 'object' && value !== null && typeof (value as Partial<Graph>).claimsOf === 'function'

/**
 * Whether a variable of this name can be bound beforehand: letters and digits, and no name that every object of
 * JavaScript has (`constructor`), which the engine falls over.
 */
export const isVariable = (name: string): boolean => /^[A-Za-z][A-Za-z0-9]*$/.test(name) && !(name in {})

/** The error of an argument of the wrong sort. */
export const wrongArgument = (name: string, needed: string, hint: string): StemmaError =>
  new StemmaError({ code: 'bad-argument', message: `${name} needs ${needed}`, hint }, 'usage')
