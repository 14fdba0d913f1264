import { readFileSync } from 'node:fs'
import { packagedGraph, packageFile } from '../package-files.ts'
import { build } from './build.ts'
import type { Graph } from './graph.ts'
import { unpack } from './packed.ts'

/** The graph that comes with Stemma: read from the package, or built from data/ when this runs from the source tree. */
export function openShipped(): Graph {
  return packagedGraph ? unpack(readFileSync(packagedGraph), packagedGraph) : build([packageFile('data')])
}
