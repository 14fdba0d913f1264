import { InvalidArgumentError, Option } from 'commander'
import type { Protocol } from '../publish/push/push.ts'
import { examples, openGraph, pluginOption, sayProblems, sourcesText, type CommandModule } from './command.ts'
import { painter, type Io } from './io.ts'
import { credentialsText, remote, timeoutOption, type RemoteOptions } from './remote.ts'

interface Options extends Omit<RemoteOptions, 'endpoint' | 'base'> {
  readonly protocol?: Protocol
  readonly query?: string
  readonly chunk?: number
  readonly add?: true
  readonly restart?: true
  readonly state?: string
  readonly plugin?: readonly string[]
}

/** `stemma push URL [SOURCE…]`: the dataset into a triple store. */
export const push: CommandModule = (program, io) => {
  program
    .command('push')
    .argument('<url>', 'the address of the store’s Graph Store Protocol, or of its SPARQL updates')
    .argument('[sources...]', sourcesText)
    .addOption(pluginOption())
    .description('bring the graph into a triple store, each source in its own graph, and count it there; stopped, it goes on where it was')
    .addOption(
      new Option('--protocol <name>', 'gsp: Graph Store Protocol; update: SPARQL Update (default: found out)').choices(['gsp', 'update']),
    )
    .option('--query <url>', 'where the store answers questions, if that is not told by the other address')
    .addOption(new Option('--chunk <triples>', 'statements in a request at most').argParser(wholeNumber).default(undefined, '10000'))
    .option('--add', 'keep what the graphs hold; without it they are replaced, and those of an earlier push that are no more are removed')
    .option('--restart', 'begin at the beginning, after a push that was stopped')
    .option('--state <file>', 'where is kept how far it has come (default: in the user’s state folder)')
    .addOption(timeoutOption())
    .addHelpText(
      'after',
      examples(
        'push http://localhost:3030/stemma/data',
        'push http://localhost:8890/sparql-graph-crud-auth my-models/ shipped',
        'push http://localhost:7878/update --query http://localhost:7878/query',
      ) + credentialsText,
    )
    .action((url: string, sources: string[], options: Options) => run(url, sources, options, io))
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('A whole number from 1.')
  return Number(text)
}

async function run(url: string, sources: readonly string[], options: Options, io: Io): Promise<void> {
  const [{ push: pushQuads }, { storeQuads }, { connect }] = await Promise.all([
    import('../publish/push/push.ts'),
    import('../graph/quads.ts'),
    import('../query/remote/client.ts'),
  ])
  // Before the graph is made, which takes longer than to see that an address is none.
  connect(url)
  const graph = await openGraph({ ...options, graph: sources }, undefined, sayProblems(io))
  const paint = painter({ ...io, color: io.color && io.terminal })
  const count = (statements: number): string => `${statements.toLocaleString('en')} statements`
  const { protocol, statements, graphs, resumed, removed } = await pushQuads(url, () => storeQuads(graph), {
    ...(await remote({ ...options, base: graph.base })),
    ...options,
    add: options.add === true,
    restart: options.restart === true,
    onProgress: (done) => io.status?.(`${count(done)} in the store`),
  })
  io.status?.('')
  const lines: [string, string][] = [
    ['pushed', `${count(statements)} in ${graphs} graphs, and counted there`],
    ['by', protocol === 'gsp' ? 'Graph Store Protocol' : 'SPARQL Update'],
    ...(resumed > 0 ? [['resumed', `after the ${count(resumed)} of an earlier run`] as [string, string]] : []),
    ...(removed.length > 0 ? [['removed', `${removed.length} graphs of an earlier push that are no more`] as [string, string]] : []),
  ]
  io.err(lines.map(([name, value]) => `${paint('bold', name.padEnd(10))}${value}\n`).join(''))
}
