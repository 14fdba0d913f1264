/** Stemma itself, asked in the same way as its peers. */
import { moduleArgs } from '../processes.ts'
import type { Peer } from './engine.ts'
import { startEngine } from './process.ts'

export const stemma: Peer = {
  name: 'Stemma',
  missing: 'build it: npm run build',
  load: (file) => startEngine(process.execPath, moduleArgs('./peers/stemma-process.ts', file)),
}
