/** The signals that end a process: Ctrl+C, who started it, and the end of its terminal. */
const ending = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Resolves when the process is told to end.
 *
 * @param signals those that mean it here
 */
export function untilSignal(signals: readonly NodeJS.Signals[] = ending): Promise<void> {
  return new Promise((resolve) => {
    const heard = (): void => {
      for (const signal of signals) process.off(signal, heard)
      resolve()
    }
    for (const signal of signals) process.on(signal, heard)
  })
}
