import { packagedGraph, packageFile } from '../package-files.ts'
import { build } from './build.ts'
import type { Graph } from './graph.ts'
import { openSaved } from './saved.ts'

/** The folder of the data that comes with Stemma: `build(['my-models', shippedData])`. */
export const shippedData = packageFile('data')

/** The graph that comes with Stemma: read from the package, or built from data/ when this runs from the source tree. */
export function openShipped(): Graph {
  return packagedGraph ? openSaved(packagedGraph) : build([shippedData])
}
