/** The graph that a command asks: one of files, or what it needs of a store's. */
import type { Command } from 'commander'
import { StemmaError } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import type { Need } from '../query/endpoint-graph.ts'
import { graphOption, openGraph, pluginOption, sayProblems, type GraphOptions } from './command.ts'
import type { Io } from './io.ts'
import { baseOption, credentialsText, endpointOption, remote, timeoutOption, type RemoteOptions } from './remote.ts'

/** The options of every command that asks. */
export interface AskedOptions extends GraphOptions, RemoteOptions {}

/** The command with the options that say what is asked: a graph or a store, and how the store is reached. */
export const asking = (command: Command): Command =>
  command
    .addOption(graphOption())
    .addOption(pluginOption())
    .addOption(endpointOption())
    .addOption(baseOption())
    .addOption(timeoutOption())
    .addHelpText('after', credentialsText.trim())

/**
 * The graph to ask. Of a store it is as much as the command needs, with the names in `need` looked up there; where the store
 * has none of a name, it is what `find` needs to say so.
 *
 * @throws StemmaError what opening a graph throws, `bad-argument` for options that only a store takes, and for a store as
 *   `remoteGraph`
 */
export async function graphToAsk(options: AskedOptions, need: Need, io: Io): Promise<Graph> {
  if (options.endpoint === undefined) return localGraph(options, io)
  const [{ connect }, { remoteGraph }, { base, ...way }] = await Promise.all([
    import('../query/endpoint.ts'),
    import('../query/remote-graph.ts'),
    remote(options),
  ])
  const client = connect(options.endpoint, way)
  const show = (text: string): void => io.status?.(text)
  show(`asking ${client.url}`)
  try {
    return await remoteGraph(client, need, {
      base,
      onProgress: (statements) => {
        if (statements % often === 0) show(`${statements.toLocaleString('en')} statements so far from ${client.url}`)
      },
    })
  } finally {
    show('')
  }
}

/** Statements between two signs of life. */
const often = 1000

/** The graph of files; options that say how a store is reached mean nothing there. */
export function localGraph(options: AskedOptions, io: Io): Promise<Graph> {
  for (const name of ['base', 'timeout'] as const)
    if (options[name] !== undefined)
      throw new StemmaError({ code: 'bad-argument', message: `--${name} is for a store`, hint: 'name the store with --endpoint' }, 'usage')
  return openGraph(options, undefined, sayProblems(io))
}
