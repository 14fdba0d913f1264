import { InvalidArgumentError, Option } from 'commander'
import { collect, examples, graphOption, openGraph, pluginOption, type CommandModule, type GraphOptions } from './command.ts'
import type { Io } from './io.ts'
import { withWatchOptions, type WatchOptions } from './watch-options.ts'
import { savedEnding } from '../graph/file/ending.ts'
import type { PoolLimits } from '../publish/endpoint/limits.ts'
import { endpointProcess } from '../package-files.ts'
import type { ServedGraph } from '../publish/serve-graph.ts'
import type { Switching } from '../publish/server/switching.ts'

interface Options extends WatchOptions, Pick<GraphOptions, 'graph' | 'plugin'> {
  readonly base?: string
  readonly dumps?: string
  readonly host: string
  readonly port: number
  readonly cache: number
  readonly sparql: boolean
  readonly timeout: number
  readonly rows: number
  readonly threads?: number
  readonly service?: readonly string[]
}

/** `stemma serve`: the graph as pages and data over HTTP. */
export const serve: CommandModule = (program, io) => {
  const command = program
    .command('serve')
    .description('serve the graph over HTTP: pages for people, data for programs, each thing at its IRI')
    .addOption(new Option('-p, --port <number>', 'port to listen on; 0 takes any that is free').argParser(port).default(8080))
    .option('--host <address>', 'address to listen on; 0.0.0.0 and :: mean all of this machine', '127.0.0.1')
    .addOption(graphOption())
    .addOption(pluginOption())
    .option('--base <iri>', 'base IRI of instances, which is where others reach the server')
    .option(
      '--dumps <folder>',
      'take the dumps from this folder, where stemma publish wrote the site of the same graph; those of a small graph are made',
    )
    .addOption(new Option('--cache <megabytes>', 'pages kept in memory').argParser(megabytes).default(64))
    .option('--no-sparql', 'answer no questions at /sparql')
    .addOption(new Option('--timeout <seconds>', 'how long a question may take').argParser(whole).default(30))
    .addOption(new Option('--rows <number>', 'how many rows or triples an answer may have').argParser(whole).default(1_000_000))
    .addOption(
      new Option('--threads <number>', 'how many questions are answered at a time (default: as many as there are cores)').argParser(whole),
    )
  command.addOption(new Option('--service <url>', 'an endpoint that SERVICE may ask, as questions name it (repeatable)').argParser(another))
  withWatchOptions(command)
    .addHelpText(
      'after',
      examples('serve', 'serve --port 80 --host 0.0.0.0 --base https://example.org/lineage/', 'serve --graph hub.stemma'),
    )
    .action((options: Options) => run(options, io))
}

function port(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new InvalidArgumentError('A whole number up to 65535.')
  return Number(text)
}

function another(url: string, before: readonly string[] = []): readonly string[] {
  if (!/^https?:/.test(url) || !URL.canParse(url)) throw new InvalidArgumentError('An address that begins with http:// or https://.')
  return collect(url, before)
}

function whole(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('A whole number from 1.')
  return Number(text)
}

function megabytes(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('A whole number.')
  return Number(text)
}

async function run(options: Options, io: Io): Promise<void> {
  const { base, dumps, host, port: wanted, cache, log, metrics, proxied } = options
  const [{ clientsBehind, openWatch, serveGraph, startServer, switching }, { reloading }, { untilSignal }] = await Promise.all([
    import('../publish/publishing.ts'),
    import('./reload.ts'),
    import('./until-signal.ts'),
  ])
  let served: Switching<ServedGraph> | undefined
  // Code that was not built has no program for the process that answers questions.
  const isAsked = options.sparql && endpointProcess !== undefined
  const watch = openWatch({
    level: log ?? (io.status ? 'off' : 'info'),
    write: io.err,
    metrics,
    graph: () => served!.current.graph,
    state: isAsked ? () => served?.current.state : undefined,
  })
  const { handlers, onAnswered, onError } = watch
  const clientOf = clientsBehind(proxied)
  const file = fileOf(options)
  const endpoint = isAsked ? { file, limits: limitsOf(options), onError } : undefined
  const open = async (): Promise<void> => {
    const graph = await openGraph(options, base)
    const next = await serveGraph(graph, { dumps, endpoint, handlers, cacheBytes: cache * 2 ** 20, onError })
    if (served) {
      served.to(next)
      watch.reloaded()
    } else served = switching(next)
  }
  // A process that has no terminal is not told by SIGHUP that it was closed.
  const hangup = !process.stdin.isTTY && !process.stdout.isTTY
  const graphs = await reloading({ file, hangup }, open, (error) => watch.notReloaded(error))
  const server = await startServer(served!.router, { host, port: wanted, clientOf, onAnswered, onError }).catch(async (error: unknown) => {
    await served!.close()
    throw error
  })
  const ending = (): Promise<void> => untilSignal(hangup ? ['SIGINT', 'SIGTERM'] : undefined)
  const figures = await watch.started(server.url)
  io.out([server.url, figures].map((url) => url && `${url}\n`).join(''))
  io.status?.('Ctrl+C ends it')
  await ending()
  io.status?.('')
  watch.stopping()
  await Promise.race([Promise.all([server.stop(), graphs.stop()]), ending()])
  await served!.close()
  await watch.stopped()
}

/** The saved graph that is served as it is, if it is one. */
const fileOf = ({ graph: named = [], base }: Options): string | undefined =>
  base === undefined && named.length === 1 && named[0]!.endsWith(savedEnding) ? named[0] : undefined

const limitsOf = ({ timeout, rows, threads, rate, service }: Options): Partial<PoolLimits> => ({
  timeMs: timeout * 1000,
  shareMs: rate * 1000,
  rows,
  ...(threads !== undefined && { workers: threads }),
  ...(service && { services: { urls: service, timeMs: timeout * 1000 } }),
})
