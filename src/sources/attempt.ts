/** Notes that a file or folder cannot be used. */
export type Fail = (error: unknown, file: string) => void

/** Does what may fail for a file; then that is noted, and the rest goes on. */
export function attempt<T>(file: string, fail: Fail, run: () => T): T | undefined {
  try {
    return run()
  } catch (error) {
    fail(error, file)
    return undefined
  }
}
