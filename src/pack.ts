/** Run when the package is built, with the folder to write to: what a question would otherwise work out each time. */
import { join } from 'node:path'
import { StemmaError } from './errors.ts'
import { build } from './graph/build.ts'
import { saveGraph } from './graph/saved.ts'
import { jsonldContext } from './model/context.ts'
import { packageFile } from './package-files.ts'
import { compile } from './query/compile.ts'
import { writeWhole } from './write-file.ts'

async function run(folder: string): Promise<void> {
  const graph = build([packageFile('data')])
  saveGraph(graph, join(folder, 'graph.stemma'))
  writeWhole(join(folder, 'queries.jsonl'), await compile(graph.base))
  writeWhole(join(folder, 'context.jsonld'), `${JSON.stringify({ '@context': jsonldContext(graph.base) }, null, 2)}\n`)
}

run(process.argv[2]!).catch((error: unknown) => {
  if (!(error instanceof StemmaError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
})
