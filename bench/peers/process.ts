/** An engine in a process of its own: a question is a line of JSON that it reads, a reply one that it writes. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { peakMemory } from '../memory.ts'
import { limit, TooSlow, type Engine, type Reply } from './engine.ts'

/** What such a process says of itself, when it has loaded its file. */
interface About {
  readonly version: string
  readonly loadMs?: number
}

/** A process that has loaded its file. */
export type Answering<T> = About & Omit<Engine, 'ask'> & { ask(sparql: string): Promise<T> }

/** What it says when there is no answer. */
interface Trouble {
  readonly error?: string
  /** It has stopped by itself when the limit passed. */
  readonly late?: boolean
}

/** Starts a process and waits until it has loaded its file. */
export async function startProcess<T extends { readonly ms: number }>(command: string, args: readonly string[]): Promise<Answering<T>> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const next = async (): Promise<unknown> => {
    const line = await lines.next()
    if (line.done) throw new Error(`${command} has ended`)
    const said = JSON.parse(line.value) as Trouble
    if (said.late) throw new TooSlow()
    if (said.error !== undefined) throw new Error(said.error)
    return said
  }
  let peak = 0
  let running = true
  const seen = (): number => (peak = Math.max(peak, peakMemory(child.pid!)))
  const close = async (): Promise<void> => {
    seen()
    running = false
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  return {
    ...((await next()) as About),
    async ask(sparql) {
      child.stdin.write(`${JSON.stringify({ sparql })}\n`)
      // An engine that can stop by itself is given the time to do so; what still computes hears no other question.
      const timer = setTimeout(() => void close(), (limit + 10) * 1000)
      try {
        const reply = (await next()) as T
        if (reply.ms > limit * 1000) throw new TooSlow()
        return reply
      } catch (error) {
        throw running ? error : new TooSlow()
      } finally {
        clearTimeout(timer)
      }
    },
    peak: seen,
    running: () => running,
    close,
  }
}

/** Starts a process that counts its rows. */
export const startEngine = (command: string, args: readonly string[]): Promise<Engine> => startProcess<Reply>(command, args)

/** The other side: loads, then answers questions until its input ends. */
export async function serve<T extends object>(load: () => Promise<About & { ask: (sparql: string) => Promise<T> }>): Promise<void> {
  const say = (line: object): boolean => process.stdout.write(`${JSON.stringify(line)}\n`)
  const { ask, ...about } = await load()
  say(about)
  for await (const line of createInterface({ input: process.stdin })) {
    try {
      say(await ask((JSON.parse(line) as { sparql: string }).sparql))
    } catch (error) {
      say({ error: (error as Error).message })
    }
  }
}

/** Starts to count; what it gives says how long it was since, and how much of that this process computed, in ms. */
export function stopwatch(): () => { readonly ms: number; readonly cpu: number } {
  const [started, before] = [performance.now(), process.cpuUsage()]
  return () => {
    const [ms, { user, system }] = [performance.now() - started, process.cpuUsage(before)]
    return { ms, cpu: (user + system) / 1000 }
  }
}
