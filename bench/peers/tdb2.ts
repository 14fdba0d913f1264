/** Apache Jena TDB2 (Debian: `libapache-jena-java`, with a JDK): a database on disk, asked inside one warm Java process. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import type { Rows } from '../answers.ts'
import { kept } from '../hub-files.ts'
import { limit, type Peer } from './engine.ts'
import { startEngine, startProcess } from './process.ts'

/** Jena and what it needs, as Debian packages them. */
const packages = [
  ...['libapache-jena-java', 'libcaffeine-java', 'libcommons-cli-java', 'libcommons-codec-java', 'libcommons-compress-java'],
  ...['libcommons-csv-java', 'libcommons-io-java', 'libcommons-lang3-java', 'libdexx-java', 'libgoogle-gson-java', 'libguava-java'],
  ...['libjackson2-core-java', 'libjackson2-databind-java', 'libjsonp2-java', 'libprotobuf-java', 'libslf4j-java', 'libthrift-java'],
]

/** The class path: that of JENA_CLASSPATH, else of the packages. */
function classPath(): string | undefined {
  if (process.env['JENA_CLASSPATH']) return process.env['JENA_CLASSPATH']
  const { stdout, error } = spawnSync('dpkg', ['-L', ...packages], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  if (error) return undefined
  // Of the ways to log, the one that says nothing.
  const jars = stdout.split('\n').filter((file) => /\/share\/java\/(?!slf4j-(?!api|nop))[^/]*[a-z]\d?\.jar$/.test(file))
  const core = jars.find((jar) => jar.endsWith('/jena-core.jar'))
  return core && [messages(core), ...jars].join(':')
}

/** Debian's package renames Xerces inside of Jena, but leaves its messages, without which it does not start, under the old name. */
function messages(jar: string): string {
  const folder = kept('jena-messages')
  if (existsSync(folder)) return folder
  const part = `${folder}.part`
  rmSync(part, { recursive: true, force: true })
  mkdirSync(part)
  spawnSync('jar', ['xf', jar, 'org/apache/jena/ext/xerces'], { cwd: part })
  renameSync(`${part}/org/apache/jena/ext/xerces`, `${part}/xerces`)
  renameSync(part, folder)
  return folder
}

const heap = '-Xmx4g'

/** Loads a file into a database, unless an earlier run has done so. */
function loadDatabase(jars: string, file: string, database: string): number | undefined {
  if (existsSync(database)) return undefined
  const part = `${database}.part`
  rmSync(part, { recursive: true, force: true })
  const started = performance.now()
  const { status, stderr } = spawnSync('java', [heap, '-cp', jars, 'tdb2.tdbloader', '--loc', part, file], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`tdb2.tdbloader: ${stderr}`)
  renameSync(part, database)
  return performance.now() - started
}

/** The arguments of Java for the program that answers; undefined where the machine has no Jena. */
function javaArgs(...args: string[]): string[] | undefined {
  const jars = spawnSync('javac', ['-version'], { stdio: 'ignore' }).status === 0 ? classPath() : undefined
  return jars === undefined ? undefined : [heap, '-cp', jars, new URL('./Tdb2.java', import.meta.url).pathname, ...args]
}

export const tdb2: Peer = {
  name: 'Jena TDB2',
  missing: 'install a JDK and libapache-jena-java (Debian), or set JENA_CLASSPATH',
  async load(file) {
    const database = `${file}.tdb2`
    const args = javaArgs(database, String(limit))
    if (!args) return undefined
    const loadMs = loadDatabase(classPath()!, file, database)
    return { ...(await startEngine('java', args)), ...(loadMs !== undefined && { loadMs }) }
  },
}

/** Starts Jena with a file of N-Quads in memory, to compare what it answers. */
export async function startJena(file: string) {
  const args = javaArgs(file, String(limit), 'rows')
  return args && startProcess<{ ms: number; rows: Rows }>('java', args)
}
