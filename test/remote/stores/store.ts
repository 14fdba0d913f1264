/** A triple store that a test has started. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Credentials } from '../../../src/query/endpoint.ts'

/** Where it is asked and written to. */
export interface RunningStore {
  readonly query: string
  readonly graphs: string
  readonly updates: string
  readonly credentials?: Credentials
  stop(): Promise<void>
}

/** A folder of its own. */
export const temporaryFolder = (name: string): string => mkdtempSync(join(tmpdir(), `stemma-${name}-`))

/** A port of the loopback that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** A process that is a store, and how it is ended. */
export function start(command: string, args: readonly string[], folder: string): { readonly child: ChildProcess; stop(): Promise<void> } {
  const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    child,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill('SIGTERM')
        const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
        await ended
        clearTimeout(late)
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Waits until something holds, and no longer than that. */
export async function until(holds: () => Promise<boolean>, seconds: number, what: string): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 200)))
    if (await holds()) return
  throw new Error(`${what} did not start within ${seconds} seconds`)
}
