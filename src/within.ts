import { createContext, Script, type Context } from 'node:vm'

/** Made when first used: it takes milliseconds, and few need it. */
let made: { readonly room: Context; readonly program: Script } | undefined

/**
 * Does work and stops it when it takes too long, in whatever loop it is.
 *
 * @param work may be stopped anywhere: nothing that it had begun is to be used again
 * @throws Error when it was stopped; what the work throws
 */
export function within(milliseconds: number, work: () => void): void {
  const { room, program } = (made ??= { room: createContext({ work: undefined }), program: new Script('work()') })
  room['work'] = work
  try {
    program.runInContext(room, { timeout: milliseconds })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    throw new Error('it takes too long', { cause: error })
  } finally {
    room['work'] = undefined
  }
}
