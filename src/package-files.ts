/** Where the files that come with Stemma are, from the source tree and from the built package alike. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))

function rootAbove(folder: string): string {
  return existsSync(join(folder, 'package.json')) || dirname(folder) === folder ? folder : rootAbove(dirname(folder))
}

const root = rootAbove(here)

/** The path of a file or folder of the package: `packageFile('data')`. */
export const packageFile = (name: string): string => join(root, name)

/** The packaged graph, when this runs from the built package; from the source tree the data is always read afresh. */
export const packagedGraph = here.startsWith(join(root, 'dist')) ? join(root, 'dist', 'graph.json') : undefined
