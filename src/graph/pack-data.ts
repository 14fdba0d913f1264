/** Run when the package is built, with the file to write: reads data/ once, so that a question never pays for parsing YAML. */
import { packageFile } from '../package-files.ts'
import { StemmaError } from '../errors.ts'
import { writeWhole } from '../write-file.ts'
import { build } from './build.ts'
import { pack } from './packed.ts'

try {
  writeWhole(process.argv[2] ?? 'graph.json', pack(build([packageFile('data')])))
} catch (error) {
  if (!(error instanceof StemmaError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
