/** What the commands share: the options that several have, and how they get their graph. */
import { readFileSync } from 'node:fs'
import { Option, type Command } from 'commander'
import type { Graph } from '../graph/graph.ts'
import { packagedGraph, packageFile } from '../package-files.ts'
import type { Io } from './io.ts'

/** A command: it adds itself to the program, and prints by the given streams. */
export type CommandModule = (program: Command, io: Io) => void

const collect = (path: string, before: readonly string[] = []): string[] => [...before, path]

/** `--graph PATH`, repeatable: which graph is asked. */
export const graphOption = (): Option =>
  new Option(
    '-g, --graph <path>',
    'ask the graph of these files or folders instead of the one that comes with Stemma (repeatable)',
  ).argParser(collect)

/** `--format NAME` with its choices. */
export const formatOption = (choices: readonly string[], text = 'how the answer is written'): Option =>
  new Option('-f, --format <name>', text).choices(choices)

/** `--lang TAG`: the language of names. */
export const languageOption = (): Option => new Option('--lang <tag>', 'language of names').choices(['en', 'zh']).default('en')

/** The options that every asking command has. */
export interface GraphOptions {
  readonly graph?: readonly string[]
  readonly lang?: 'en' | 'zh'
}

/** The graph to ask: the packaged one, or one that is built from the given sources. */
export async function openGraph({ graph: paths }: GraphOptions): Promise<Graph> {
  if (!paths && packagedGraph) {
    // Not by openShipped: that can build too, and a question on the packaged graph should not load the readers of YAML.
    const { unpack } = await import('../graph/packed.ts')
    return unpack(readFileSync(packagedGraph), packagedGraph)
  }
  const { build } = await import('../graph/build.ts')
  return build(paths ?? [packageFile('data')])
}

/** Examples under a command's help. */
export const examples = (...lines: readonly string[]): string => `\nExamples:\n${lines.map((line) => `  $ stemma ${line}`).join('\n')}\n`
