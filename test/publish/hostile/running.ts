/** The packaged server as it runs for others, and what it takes of the machine. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { packageFile } from '../../../src/package-files.ts'
import { raw } from '../server/served.ts'

/** A server in processes of its own. */
export interface RunningServer {
  readonly port: number
  readonly child: ChildProcess
  /** All that it has complained of. */
  readonly complaints: () => string
  /** Puts a question in a body. */
  ask(sparql: string, init?: RequestInit): Promise<Response>
  get(target: string, headers?: Record<string, string>): Promise<Response>
  /** What comes back for bytes as they are. */
  say(bytes: string): Promise<string>
  stop(): Promise<void>
}

/** Starts `stemma serve` on a free port. */
export async function running(graph: string, ...args: readonly string[]): Promise<RunningServer> {
  const child = spawn(
    process.execPath,
    [packageFile('dist/stemma.cjs'), 'serve', '--log', 'error', '--graph', graph, '--port', '0', ...args],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let complaints = ''
  child.stderr.on('data', (bytes: Buffer) => (complaints += bytes.toString()))
  const line = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next()
  const url = String(line.value)
  const port = Number(new URL(url).port)
  return {
    port,
    child,
    complaints: () => complaints,
    ask: (body, { headers, ...init } = {}) =>
      fetch(`${url}sparql`, { method: 'POST', body, headers: { 'content-type': 'application/sparql-query', ...headers }, ...init }),
    get: (target, headers = {}) => fetch(url + target, { headers }),
    say(bytes) {
      const { socket, all } = raw(port)
      socket.write(bytes, 'latin1')
      return all
    },
    async stop() {
      if (child.exitCode !== null) return
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

/** What a server and the process that answers its questions take; the system has to be one that tells. */
export interface Taken {
  /** Megabytes of memory. */
  readonly memory: number
  /** Time of processors, in hundredths of a second. */
  readonly processors: number
  /** Descriptors of the server. */
  readonly descriptors: number
}

/** Whether the system tells. */
export const tells = process.platform === 'linux'

/** What is taken now. */
export function takenBy({ child }: RunningServer): Taken {
  const pid = child.pid!
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
  const all = [String(pid), ...children]
  const sum = (of: (pid: string) => number): number => all.map(of).reduce((left, right) => left + right, 0)
  return {
    memory: sum((one) => Number(/VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${one}/status`, 'utf8'))![1]) / 1024),
    processors: sum((one) => {
      const fields = readFileSync(`/proc/${one}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ')
      return Number(fields[11]) + Number(fields[12])
    }),
    descriptors: readdirSync(`/proc/${pid}/fd`).length,
  }
}
