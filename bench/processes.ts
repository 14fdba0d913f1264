/** Whole processes, with the time and memory that they took. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { timesOf, type Times } from './figures.ts'
import { peakMemory } from './memory.ts'

/** What a process took: from its start to its end, and the largest memory that it and its children held, in bytes. */
export interface Cost {
  readonly ms: number
  readonly peak: number
  readonly out: string
}

/**
 * Runs Node with these arguments.
 *
 * @throws Error with what the process says, when it fails
 */
export async function costOf(args: readonly string[]): Promise<Cost> {
  const started = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, err, peak] = ['', '', 0]
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  // The largest memory so far is told as long as the process lives; what it still takes in its last moments is missed.
  const watch = setInterval(() => (peak = Math.max(peak, peakMemory(child.pid!))), 20)
  const status = await new Promise((resolve) => child.once('close', resolve))
  clearInterval(watch)
  if (status !== 0) throw new Error(err.trim().split('\n')[0] ?? `status ${String(status)}`)
  return { ms: performance.now() - started, peak, out }
}

/** How long a process takes that is only waited for, in ms. */
export function wall(args: readonly string[]): number {
  const started = performance.now()
  const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr.toString()}`)
  return performance.now() - started
}

/** The times of processes that are run in turn, after one run of each that does not count. */
export function inTurn(commands: readonly (readonly string[])[], runs: number): Times[] {
  for (const args of commands) wall(args)
  const all = commands.map((): number[] => [])
  for (let run = 0; run < runs; run++) for (const [index, args] of commands.entries()) all[index]!.push(wall(args))
  return all.map(timesOf)
}

/** Runs a module of the benchmarks in a process of its own: the arguments of Node. */
export const moduleArgs = (module: string, ...args: string[]): string[] => [
  '--import',
  'tsx',
  new URL(module, import.meta.url).pathname,
  ...args,
]

/** A port of this machine that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** A server that listens. */
export interface Server {
  readonly url: string
  readonly pid: number
  /** Ends it, and waits until it has. */
  stop(): Promise<void>
}

/**
 * Starts a server whose first line is its address.
 *
 * @throws Error when it ends without one
 */
export async function startServer(command: string, args: readonly string[]): Promise<Server> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const line = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next()
  if (line.done) throw new Error(`${args.join(' ')}: it ended before it listened`)
  // What else it says is not read, and must not fill its pipe.
  child.stdout.resume()
  return {
    url: line.value,
    pid: child.pid!,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}
