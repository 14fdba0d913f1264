/** What the engine expects of its surroundings and a browser's worker lacks. Imported before all else. */

const { port1, port2 } = new MessageChannel()
const waiting: (() => void)[] = []
port2.onmessage = () => waiting.shift()?.()

/** In a turn of its own, and sooner than a timer, which browsers hold back. */
const soon = (run: () => void): void => {
  waiting.push(run)
  port1.postMessage(null)
}

Object.assign(globalThis, { setImmediate: soon, process: { env: {}, nextTick: (run: () => void) => queueMicrotask(run) } })
