/** Apache Jena, from Debian's package libapache-jena-java. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where Debian puts the libraries of its Java packages. */
const jars = '/usr/share/java'
/** Jena's libraries and those that they depend on. */
const needed =
  /^(jena-(arq|base|cmds|core|iri|dboe-[a-z-]+|rdfconnection|tdb|tdb2)|slf4j-(api|nop)|thrift|dexx\.collection|guava|failureaccess|commons-(lang3|io|cli|csv|codec|compress)|protobuf|gson|titanium-json-ld|jsonld-java)\.jar$/

const found = existsSync(jars) ? readdirSync(jars).filter((name) => needed.test(name)) : []

export const hasJena = found.includes('jena-tdb2.jar') && found.includes('jena-cmds.jar') && spawnSync('java', ['-version']).status === 0

/** The class path of its programs; what they lack is put into a folder. */
export function jenaClassPath(folder: string): string {
  // Debian's Jena looks for the messages of its copy of Xerces where they are not.
  const messages = join(folder, 'xerces/impl/xpath/regex')
  mkdirSync(messages, { recursive: true })
  writeFileSync(join(messages, 'message.properties'), '')
  return [folder, ...found.map((name) => join(jars, name))].join(':')
}
