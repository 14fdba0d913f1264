/** Tells an engine that will never answer from one that is slow, and hears the errors of one that tells nobody. */

/** The message where an engine's promise is never kept. */
export const neverAnswers = 'never answers'

const events = ['uncaughtException', 'unhandledRejection']
const [interval, most] = [10, 8]

/**
 * What a promise gives, or an error when the process has had nothing to do for a while, or one that nobody caught. Nothing that is asked here waits
 * for a disk or a network, so whoever does nothing waits for what never comes.
 */
export async function unlessSilent<T>(promise: T | Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  let fail: (error: Error) => void = () => undefined
  const silence = new Promise<never>((_, reject) => {
    fail = reject
    let [idle, before] = [0, performance.eventLoopUtilization()]
    timer = setInterval(() => {
      const now = performance.eventLoopUtilization()
      idle = performance.eventLoopUtilization(now, before).active < 1 ? idle + 1 : 0
      before = now
      if (idle === most) reject(new Error(neverAnswers))
    }, interval)
  })
  // An iterator or a promise whose error nobody hears throws it at the whole process.
  for (const event of events) process.on(event, fail)
  try {
    return await Promise.race([promise, silence])
  } finally {
    for (const event of events) process.off(event, fail)
    clearInterval(timer)
  }
}
