/** rdflib (Debian: `python3-rdflib`): slow, and the most independent reader of SPARQL that is near. */
import { spawnSync } from 'node:child_process'
import type { Rows } from '../answers.ts'
import { startProcess } from './process.ts'

/** Debian's Python has Debian's packages; another one may stand before it. */
const pythons = ['/usr/bin/python3', 'python3']

/** Starts rdflib with a file of N-Quads, whose default graph it asks; undefined where the machine has none. */
export async function startRdflib(file: string) {
  const python = pythons.find((name) => spawnSync(name, ['-c', 'import rdflib'], { stdio: 'ignore' }).status === 0)
  return python === undefined
    ? undefined
    : startProcess<{ ms: number; rows: Rows }>(python, [new URL('./rdflib_process.py', import.meta.url).pathname, file])
}
