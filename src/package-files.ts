/** Where the files that come with Stemma are, from the source tree and from the built package alike. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

const here = import.meta.dirname

function rootAbove(folder: string): string {
  return existsSync(join(folder, 'package.json')) || dirname(folder) === folder ? folder : rootAbove(dirname(folder))
}

const root = rootAbove(here)

/** The path of a file or folder of the package: `packageFile('data')`. */
export const packageFile = (name: string): string => join(root, name)

const beside = (name: string): string | undefined => (existsSync(join(here, name)) ? join(here, name) : undefined)

/** The packaged graph, which lies beside the built code; the source tree has none, so there the data is always read afresh. */
export const packagedGraph = beside('graph.stemma')

/** The packaged questions, as the graph. */
export const packagedQueries = beside('queries.jsonl')

/** The programs of workers: those that read records, those that write a graph, those that transpose one, those that write a site, and those that answer questions, with their process. Code that was not built has none, so that no stale one is ever used. */
export const bulkWorker = beside('bulk-worker.cjs')
export const dumpWorker = beside('dump-worker.cjs')
export const transposeWorker = beside('transpose-worker.cjs')
export const publishWorker = beside('publish-worker.cjs')
export const endpointWorker = beside('endpoint-worker.cjs')
export const endpointProcess = beside('endpoint-process.cjs')

/** The folder of the files that pages load. */
export const siteFiles = beside('site') ?? packageFile('src/publish/browser')

/** The JSON-LD library, as one file. */
export const jsonldLibrary = beside('vendor/jsonld.min.js') ?? packageFile('node_modules/jsonld/dist/jsonld.min.js')
