/** What the commands share: the options that several have, and how they get their graph. */
import { Option, type Command } from 'commander'
import { StemmaError, type Problem } from '../errors.ts'
import { savedEnding } from '../graph/file/ending.ts'
import type { Graph } from '../graph/graph.ts'
import { isRecordFile } from '../sources/bulk/extensions.ts'
import type { SourceFormat } from '../sources/source.ts'
import { packagedGraph, packageFile } from '../package-files.ts'
import type { Io } from './io.ts'

/** A command: it adds itself to the program, and prints by the given streams. */
export type CommandModule = (program: Command, io: Io) => void

/** Stands for the data that comes with Stemma, wherever files and folders are named. */
const shippedWord = 'shipped'

/** Puts what an option says behind what it said before. */
export const collect = (path: string, before: readonly string[] = []): string[] => [...before, path]

/** `--graph PATH`, repeatable: which graph is asked. */
export const graphOption = (): Option =>
  new Option(
    '-g, --graph <path>',
    `ask the graph of this file or folder instead (repeatable; ${shippedWord}: the data that comes with Stemma)`,
  ).argParser(collect)

/** `--plugin FILE.js`, repeatable: sources that Stemma does not know are read too. */
export const pluginOption = (): Option =>
  new Option('--plugin <file>', 'read sources by this plugin too, code that runs with your rights (repeatable; docs/plugins.md)').argParser(
    collect,
  )

/** The plugins that a person named, for what reads sources. */
async function pluginsOf(files: readonly string[] = []): Promise<{ readonly plugins?: readonly SourceFormat[] }> {
  if (files.length === 0) return {}
  const { loadPlugins } = await import('../sources/plugins/load.ts')
  return { plugins: await loadPlugins(files) }
}

/** How a person wants sources to be read. */
export async function readingOf({
  from,
  source,
  plugin,
}: {
  readonly from?: string
  readonly source?: string
  readonly plugin?: readonly string[]
}): Promise<{ readonly from?: string; readonly source?: string; readonly plugins?: readonly SourceFormat[] }> {
  return { ...(from !== undefined && { from }), ...(source !== undefined && { source }), ...(await pluginsOf(plugin)) }
}

/** What a person may name as the sources of a graph. */
export const sourcesText = `files or folders of facts, of whatever format can be read, packed by gzip or Zstandard or not; ${shippedWord}: the data that comes with Stemma, which is the default`

/** `--format NAME` with its choices. */
export const formatOption = (choices: readonly string[], text = 'how the answer is written'): Option =>
  new Option('-f, --format <name>', text).choices(choices)

/** `--lang TAG`: the language of names. */
export const languageOption = (): Option => new Option('--lang <tag>', 'language of names').choices(['en', 'zh']).default('en')

/** The options that every asking command has. */
export interface GraphOptions {
  readonly graph?: readonly string[]
  readonly plugin?: readonly string[]
  readonly lang?: 'en' | 'zh'
}

/** Whether a path is that of a saved graph. */
export const isSaved = (path: string): boolean => path.toLowerCase().endsWith(savedEnding)

/** The files and folders that a person named, or those of the data that comes with Stemma. */
export function pathsOf(named: readonly string[]): string[] {
  return (named.length > 0 ? named : [shippedWord]).map((path) => (path === shippedWord ? packageFile('data') : path))
}

/**
 * The graph to ask: the packaged one, or one that is built from the given sources.
 *
 * @param base base IRI of instances; of a saved graph, it must be the one that the graph was built with
 * @param tell is told what is wrong with sources that others wrote, of which the rest was read
 */
export async function openGraph(
  { graph: named = [], plugin }: Pick<GraphOptions, 'graph' | 'plugin'>,
  base?: string,
  tell: (problems: readonly Problem[]) => void = () => {},
): Promise<Graph> {
  const plugins = await pluginsOf(plugin)
  if (named.every((path) => path === shippedWord) && packagedGraph) {
    // Not by openShipped: that can build too, and a question on the packaged graph should not load the readers of YAML.
    const { openSaved } = await import('../graph/saved.ts')
    const graph = openSaved(packagedGraph)
    if (base === undefined || base === graph.base) return graph
  }
  const saved = named.filter(isSaved)
  if (saved.length > 0 && named.length === 1) {
    const { openSaved } = await import('../graph/saved.ts')
    const graph = openSaved(saved[0]!)
    if (base !== undefined && base !== graph.base) throw otherBase(saved[0]!, graph.base)
    return graph
  }
  if (saved.length > 0 || named.some(isRecordFile)) {
    const { bulkBuild } = await import('../graph/bulk/bulk-build.ts')
    const others = named.filter((path) => !isRecordFile(path) && !isSaved(path))
    // A question is asked of all that was named, so nothing is skipped.
    const { graph, gathered } = await bulkBuild(named.filter(isRecordFile), others.length > 0 ? pathsOf(others) : [], {
      strict: true,
      snapshots: saved,
      ...plugins,
      ...(base !== undefined && { base }),
    })
    tell(gathered.noted)
    return graph
  }
  const { buildAndTell } = await import('../graph/build.ts')
  const { graph, gathered } = buildAndTell(pathsOf(named), { ...plugins, ...(base !== undefined && { base }) })
  tell(gathered.noted)
  return graph
}

/** Says that sources have problems, on one line beside the answer; the summary of a build has them one by one. */
export const sayProblems =
  (io: Io) =>
  ({ length }: readonly Problem[]): void => {
    if (length === 0) return
    const what = length === 1 ? 'a problem' : `${length.toLocaleString('en')} problems`
    io.err(`${what} in what others wrote; the rest was read (stemma build tells more)\n`)
  }

const otherBase = (file: string, base: string): StemmaError =>
  new StemmaError(
    {
      code: 'other-base',
      message: `was built with the base ${base}`,
      place: { file },
      hint: 'build it from its sources again: stemma build … --base IRI -o FILE',
    },
    'usage',
  )

/** Examples under a command's help. */
export const examples = (...lines: readonly string[]): string => `\nExamples:\n${lines.map((line) => `  $ stemma ${line}`).join('\n')}\n`
