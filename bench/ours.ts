/** All that benchmarks know of Stemma: the one file to change when its interface does. */
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import type { Term } from '@rdfjs/types'
import type { Graph } from '../src/index.ts'
import { packageFile } from '../src/package-files.ts'
import { hub, kept, sizeName } from './hub-files.ts'

const library = packageFile('dist/index.js')

/** The built command line. */
export const cli = packageFile('dist/stemma.cjs')

/** The arguments of a build of sources into files. */
export const buildArgs = (sources: readonly string[], ...outputs: string[]): string[] => [
  ...[cli, 'build', ...sources],
  ...outputs.flatMap((file) => ['-o', file]),
]
/** The arguments of a lineage, of the shipped graph or of one in a file. */
export const lineageArgs = (model: string, graph?: string): string[] => [cli, 'lineage', model, ...graphArgs(graph)]
/** The arguments of a saved question about a model. */
export const ancestorsArgs = (model: string, graph?: string): string[] => [cli, 'query', 'ancestors', `model=${model}`, ...graphArgs(graph)]

/** The arguments of a server that ends a question after so many seconds, and asks nobody to slow down. */
export const serveArgs = (graph: string, seconds: number): string[] => [
  ...[cli, 'serve', '--port', '0', '--timeout', String(seconds)],
  // All clients are this machine, and nobody reads the log.
  ...['--rate', '0', '--log', 'error'],
  ...graphArgs(graph),
]

const graphArgs = (graph?: string): string[] => (graph === undefined ? [] : ['--graph', graph])

/** A graph that was opened, and what benchmarks do with it. */
export interface OpenGraph {
  readonly triples: number
  ask(sparql: string): Promise<readonly Readonly<Record<string, Term>>[]>
  /** How many ancestors a model has, by the shortest way that the library offers. */
  ancestors(iri: string): number
  /** Reads all of the file that was not needed yet. */
  readAll(): void
}

type Library = typeof import('../src/index.ts')

/** The library as it is built; loading it is no part of what is measured. */
export const loadLibrary = async (): Promise<Library> => (await import(library)) as Library

/** Opens a graph that was built. */
export async function open(file: string): Promise<OpenGraph> {
  const { openSaved, ask, ancestors } = await loadLibrary()
  const graph = openSaved(file)
  return {
    triples: [...graph.index.relations.values()].reduce((sum, { inDefault }) => sum + inDefault, 0),
    async ask(sparql) {
      const answer = await ask(graph, sparql)
      return answer.type === 'bindings' ? answer.rows : []
    },
    ancestors: (iri) => ancestors(graph, iri).length,
    readAll() {
      const { terms, sections } = graph.index.parts
      const directions = [sections.forward, sections.backward].flatMap(({ keys, offsets, targets, sets }) => [keys, offsets, targets, sets])
      for (const section of [...terms.texts, terms.ends, terms.slots, ...directions]) section.needAll()
    },
  }
}

/** The graph of a file, as saved questions are asked of it. */
export const graphOf = async (file: string): Promise<Graph> => (await loadLibrary()).openSaved(file)

/** Builds a hub of so many models into a file. */
function built(models: number, file: string): string {
  const { status, stderr } = spawnSync(process.execPath, buildArgs([hub(models).records], file), { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr.trim().split('\n')[0])
  return file
}

/**
 * The graph of a hub of so many models, built when there is none that is as new as the program.
 *
 * @throws Error with what the build says, when it fails
 */
export function hubGraph(models: number): string {
  const file = kept(`hub-${sizeName(models)}.stemma`)
  return existsSync(file) && statSync(file).mtimeMs > statSync(cli).mtimeMs ? file : built(models, file)
}

/** The triples of a hub of so many models as N-Triples, which peers are loaded with; built once, since they load long. */
export function hubTriples(models: number): string {
  const file = kept(`hub-${sizeName(models)}.nt`)
  return existsSync(file) ? file : built(models, file)
}
