/** `stemma serve` as it is packaged, with the shipped graph, for clients to ask. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { packageFile } from '../../../src/package-files.ts'

/** A server that runs. */
export interface Serving {
  /** Of the site, with its last slash. */
  readonly url: string
  readonly sparql: string
  stop(): Promise<void>
}

/** Starts it on a free port. */
export async function startServe(): Promise<Serving> {
  const child = spawn(process.execPath, [packageFile('dist/stemma.cjs'), 'serve', '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  const { value } = (await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next()) as { value?: string }
  if (value === undefined) throw new Error('stemma serve did not start')
  return {
    url: value,
    sparql: `${value}sparql`,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}
