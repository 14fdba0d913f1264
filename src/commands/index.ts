/** The commands, one line each, in the order of the help. */
import { build } from './build.ts'
import { check } from './check.ts'
import type { CommandModule } from './command.ts'
import { conflicts } from './conflicts.ts'
import { demo } from './demo.ts'
import { exportCommand } from './export.ts'
import { lineage } from './lineage.ts'
import { list } from './list.ts'
import { publish } from './publish.ts'
import { push } from './push.ts'
import { queries } from './queries.ts'
import { query } from './query.ts'
import { resolve } from './resolve.ts'
import { serve } from './serve.ts'
import { show } from './show.ts'
import { why } from './why.ts'

export const commands: readonly CommandModule[] = [
  lineage,
  show,
  why,
  conflicts,
  list,
  query,
  queries,
  check,
  build,
  resolve,
  exportCommand,
  publish,
  push,
  serve,
  demo,
]
