/** What a tool is called with by a plugin is looked at where it is called: the error says at which line of the plugin. */
import type { z } from 'zod'
import { fitting } from './schema-pieces.ts'

/** An error that was made where a function of ours was called. */
export function wrong(caller: object, message: string): TypeError {
  const error = new TypeError(message)
  Error.captureStackTrace(error, caller as () => unknown)
  return error
}

/**
 * What a tool was called with, as a copy that nobody else can change.
 *
 * @param name what the tool calls it
 * @param caller the tool
 * @throws TypeError where it is none of the schema
 */
export function required<Wanted>(schema: z.ZodType, given: Wanted, name: string, caller: object): Wanted {
  const found = fitting(schema, given, name)
  if ('troubles' in found) throw wrong(caller, found.troubles.join('; '))
  return found.value as Wanted
}
