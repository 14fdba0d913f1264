/** Apache Jena's TDB2 behind the small server beside this file. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { hasJena, jenaClassPath } from './jena.ts'
import { start, temporaryFolder, type RunningStore } from './store.ts'

/** The server is run from its source, which takes a JDK. */
const hasCompiler = spawnSync('javac', ['-version']).status === 0

export const hasTdb2 = hasJena && hasCompiler

/** Starts it, with a dataset in memory. */
export async function startTdb2(): Promise<RunningStore> {
  const folder = temporaryFolder('tdb2')
  const { child, stop } = start('java', ['-cp', jenaClassPath(folder), join(import.meta.dirname, 'Tdb2Server.java')], folder)
  const url = await new Promise<string>((resolve, reject) => {
    let told = ''
    child.stdout!.on('data', (text: Buffer) => resolve(text.toString().trim()))
    child.stderr!.on('data', (text: Buffer) => (told += text.toString()))
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`Jena did not start: ${told}`)))
  })
  return { query: `${url}/query`, graphs: `${url}/data`, updates: `${url}/update`, stop }
}
