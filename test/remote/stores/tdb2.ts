/** Apache Jena's TDB2, from Debian's package libapache-jena-java, behind the small server beside this file. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { start, temporaryFolder, type RunningStore } from './store.ts'

/** Where Debian puts the libraries of its Java packages. */
const jars = '/usr/share/java'
/** Jena's libraries and those that they depend on. */
const needed =
  /^(jena-(arq|base|core|iri|dboe-[a-z-]+|tdb2)|slf4j-(api|nop)|thrift|dexx\.collection|guava|failureaccess|commons-(lang3|io|csv|codec|compress)|protobuf|gson|titanium-json-ld|jsonld-java)\.jar$/

const found = existsSync(jars) ? readdirSync(jars).filter((name) => needed.test(name)) : []

/** The server is run from its source, which takes a JDK. */
const hasCompiler = spawnSync('javac', ['-version']).status === 0

export const hasTdb2 = found.includes('jena-tdb2.jar') && hasCompiler

/** Starts it, with a dataset in memory. */
export async function startTdb2(): Promise<RunningStore> {
  const folder = temporaryFolder('tdb2')
  // Debian's Jena looks for the messages of its copy of Xerces where they are not.
  const messages = join(folder, 'xerces/impl/xpath/regex')
  mkdirSync(messages, { recursive: true })
  writeFileSync(join(messages, 'message.properties'), '')
  const path = [folder, ...found.map((name) => join(jars, name))].join(':')
  const { child, stop } = start('java', ['-cp', path, join(import.meta.dirname, 'Tdb2Server.java')], folder)
  const url = await new Promise<string>((resolve, reject) => {
    let told = ''
    child.stdout!.on('data', (text: Buffer) => resolve(text.toString().trim()))
    child.stderr!.on('data', (text: Buffer) => (told += text.toString()))
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`Jena did not start: ${told}`)))
  })
  return { query: `${url}/query`, graphs: `${url}/data`, updates: `${url}/update`, stop }
}
