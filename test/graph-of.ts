/** A graph from YAML text, for tests. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from '../src/graph/build.ts'
import type { Graph } from '../src/graph/graph.ts'

/** Three documents, from the most to the least authoritative, that stand as sources in tests. */
const threeSources = ['paper', 'model-card', 'article']
  .map((type) => `kind: Document\nid: ${type}\nsource: ${type}\nname: The ${type}\ndocumentType: ${type}`)
  .join('\n---\n')

/** Builds the graph of some YAML, the three sources included. */
export function graphOf(yaml: string, base?: string): Graph {
  return inFolder({ 'sources.yaml': threeSources, 'data.yaml': yaml }, (folder) => build([folder], base ? { base } : {}))
}

/** Runs with a temporary folder of files, and takes it away. */
export function inFolder<T>(files: Readonly<Record<string, string | Uint8Array>>, run: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-'))
  const clean = (): void => rmSync(folder, { recursive: true, force: true })
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  try {
    const result = run(folder)
    if (result instanceof Promise) return result.finally(clean) as T
    clean()
    return result
  } catch (error) {
    clean()
    throw error
  }
}
