/** Writes parts of a site into a folder: sections of its pages and data, and dumps. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileError } from '../../errors.ts'
import { dumpKinds, writeDump } from './dumps.ts'
import { sharedIndex } from '../../graph/file/share.ts'
import { contentsOf } from '../contents.ts'
import { resourcesOf, type Resources } from '../resources.ts'
import { siteGraph } from '../site-graph.ts'
import type { PublishWork, Written } from './part.ts'

/** What a graph has worked out is kept; after so many things were looked at it is opened anew, so that millions do not fill memory. */
const most = 4_000

/**
 * Prepares the writing of parts.
 *
 * @returns writes one of the parts that are to be written; throws StemmaError `file-…`
 */
export function partWriter({ index: shared, assets, dumps, folder, parts }: PublishWork): (order: number) => Written {
  const index = sharedIndex(shared)
  const contents = contentsOf(siteGraph(index))
  const fresh = (): Resources => resourcesOf({ graph: siteGraph(index), assets, dumps }, contents)
  const sections = new Map(
    fresh()
      .sections()
      .map((section) => [section.name, section]),
  )
  const kinds = new Map(dumpKinds.map((kind) => [kind.path, kind]))
  const writePaths = pathWriter(folder)
  let resources = fresh()
  let looks = 0
  return (order) => {
    const name = parts[order]!
    const kind = kinds.get(name)
    if (kind) {
      const dump = writeDump(siteGraph(index), folder, kind)
      return { files: 1, bytes: dump.bytes, dump }
    }
    const section = sections.get(name)!
    if (looks > most) [resources, looks] = [fresh(), 0]
    looks += section.looks
    return writePaths(section.paths(), resources)
  }
}

/** Texts are put into bytes here, one after the other: memory for each would be made and thrown away some hundred thousand times. */
let memory = Buffer.allocUnsafe(1 << 20)

/** Writes what is at a path; returns how many bytes it has. */
function writeBody(file: string, body: string | Uint8Array): number {
  let content = body
  if (typeof content === 'string') {
    if (content.length * 3 > memory.length) memory = Buffer.allocUnsafe(content.length * 3)
    content = memory.subarray(0, memory.write(content))
  }
  writeFileSync(file, content)
  return content.length
}

/** Prepares the writing of files into a folder; what is returned writes what is at some paths, and throws StemmaError `file-…`. */
export function pathWriter(folder: string): (paths: Iterable<string>, resources: Resources) => Written {
  /** The folders that are known to be there. */
  const folders = new Set<string>()
  return (paths, resources) => {
    let [files, bytes] = [0, 0]
    for (const path of paths) {
      const { body } = resources.at(path)!
      const file = join(folder, path)
      try {
        const parent = dirname(file)
        if (!folders.has(parent)) mkdirSync(parent, { recursive: true })
        folders.add(parent)
        bytes += writeBody(file, body)
      } catch (error) {
        throw fileError(error, file)
      }
      files += 1
    }
    return { files, bytes }
  }
}
