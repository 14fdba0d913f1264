import { InvalidArgumentError } from 'commander'
import { counted } from '../counted.ts'
import { examples, graphOption, openGraph, pluginOption, sayProblems, type CommandModule, type GraphOptions } from './command.ts'
import type { Io } from './io.ts'

interface Options extends Pick<GraphOptions, 'graph' | 'plugin'> {
  readonly base?: string
  readonly workers?: number
}

/** `stemma publish FOLDER`: the graph as a static site. */
export const publish: CommandModule = (program, io) => {
  program
    .command('publish')
    .argument('<folder>', 'where the site is written; what else is in the folder stays')
    .description('write the graph as a static site: pages, data and dumps for any file host')
    .addOption(graphOption())
    .addOption(pluginOption())
    .option('--base <iri>', 'base IRI of instances, which is where the site will be')
    .option('--workers <n>', 'how many threads write (default: as many as there are cores)', whole)
    .addHelpText(
      'after',
      examples('publish site/', 'publish site/ --base https://example.org/lineage/', 'publish site/ --graph hub.stemma'),
    )
    .action((folder: string, options: Options) => run(folder, options, io))
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

function whole(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('A whole number from 1.')
  return Number(text)
}

async function run(folder: string, options: Options, io: Io): Promise<void> {
  const started = performance.now()
  const [{ publishSite }, { publishLine }] = await Promise.all([import('../publish/publishing.ts'), import('./progress.ts')])
  io.status?.('reading the graph')
  const graph = await openGraph(options, options.base, sayProblems(io)).finally(() => io.status?.(''))
  const stop = new AbortController()
  const interrupt = (signal: NodeJS.Signals): void => stop.abort(signal)
  for (const signal of signals) process.once(signal, interrupt)
  io.status?.('going through the graph')
  const published = await publishSite(graph, folder, {
    signal: stop.signal,
    ...(options.workers !== undefined && { workers: options.workers }),
    ...(io.status && { onProgress: publishLine((text) => io.status!(text)) }),
  })
    .catch((error: unknown) => {
      if (!stop.signal.aborted) throw error
      return undefined
    })
    .finally(() => io.status?.(''))
  for (const signal of signals) process.off(signal, interrupt)
  if (!published) {
    io.err('stopped; what is written is kept, and the same command goes on from there\n')
    process.kill(process.pid, stop.signal.reason as NodeJS.Signals)
    return
  }
  const { files, bytes, things, resumed } = published
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const again = resumed > 0 ? `, ${resumed} parts of it by an earlier run` : ''
  io.err(`${folder}: ${counted(things, 'things')}, ${counted(files, 'files')}, ${(bytes / 1e6).toFixed(1)} MB in ${seconds} s${again}\n`)
}
