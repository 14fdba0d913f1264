/** Oxigraph as WebAssembly (npm `oxigraph`): a store in memory. */
import { createRequire } from 'node:module'
import type { Rows } from '../answers.ts'
import { moduleArgs } from '../processes.ts'
import type { Peer } from './engine.ts'
import { startEngine, startProcess } from './process.ts'

const installed = (): boolean => {
  try {
    createRequire(import.meta.url).resolve('oxigraph')
    return true
  } catch {
    return false
  }
}

export const oxigraph: Peer = {
  name: 'Oxigraph (WASM)',
  missing: 'install it with npm: oxigraph',
  load: async (file) => (installed() ? startEngine(process.execPath, moduleArgs('./peers/oxigraph-process.ts', file)) : undefined),
}

/** Starts Oxigraph with a file of N-Quads, to compare what it answers. */
export const startOxigraph = async (file: string) =>
  installed() ? startProcess<{ ms: number; rows: Rows }>(process.execPath, moduleArgs('./peers/oxigraph-rows.ts', file)) : undefined
