/**
 * Streams that tell also those of their end who begin to listen after it. Grouping and joins of the engine listen when they are first
 * read, and wait for ever where other questions of the same thread have let what they wait for end before.
 */
import { AsyncIterator } from 'asynciterator'

/** What the streams of a library have in common. */
interface Streams {
  readonly ended: boolean
  on(event: string | symbol, listener: (...args: never[]) => void): this
}

const patched = new WeakSet<Streams>()

/** @param stream one of those whose library is meant: ours and the engine's may be loaded twice, once in each system of modules */
export function tellLateListeners(stream: unknown): void {
  for (const streams of [libraryOf(AsyncIterator.prototype), libraryOf(stream)]) {
    if (patched.has(streams)) continue
    patched.add(streams)
    const { on } = streams
    streams.on = function (event, listener) {
      if (event === 'end' && this.ended) queueMicrotask(() => listener.call(this))
      else on.call(this, event, listener)
      return this
    }
  }
}

/** What changes its state, all streams inherit. */
function libraryOf(stream: unknown): Streams {
  let library = stream as object
  while (!Object.hasOwn(library, '_changeState')) library = Object.getPrototypeOf(library) as object
  return library as unknown as Streams
}
