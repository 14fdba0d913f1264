import { Option } from 'commander'
import { examples, graphOption, openGraph, pluginOption, sayProblems, type CommandModule, type GraphOptions } from './command.ts'
import type { View } from '../graph/quads.ts'
import type { Io } from './io.ts'

interface Options extends GraphOptions {
  readonly format?: string
  readonly output?: string
  readonly view?: View
}

/** `stemma export`: the graph in any serialisation. */
export const exportCommand: CommandModule = (program, io) => {
  program
    .command('export')
    .description('write the graph in any RDF serialisation; the bytes are the same on every run')
    .option('-f, --format <name>', 'turtle, trig, ntriples, nquads, jsonld or rdfxml (default: by the ending of the file, or turtle)')
    .option('-o, --output <file>', 'write to a file')
    .addOption(
      new Option(
        '--view <view>',
        'best: the plain triples; sources: what each source says, a graph each; all: both, the claims and the dataset’s description; store: all, the best view under its name too, for stores that query the union of their graphs',
      )
        .choices(['best', 'sources', 'all', 'store'])
        .default('best'),
    )
    .addOption(graphOption())
    .addOption(pluginOption())
    .addHelpText(
      'after',
      examples('export', 'export -o lineage.ttl', 'export --view all -o lineage.trig', 'export --view store -o lineage.nq'),
    )
    .action((options: Options) => run(options, io))
}

async function run(options: Options, io: Io): Promise<void> {
  const [{ formatOf }, { printGraph, writeGraph }, { targetOf }, { StemmaError }] = await Promise.all([
    import('../formats/index.ts'),
    import('./write.ts'),
    import('../graph/target.ts'),
    import('../errors.ts'),
  ])
  const { output, view = 'best' } = options
  const named = options.format ? { file: output ?? '', format: formatOf(options.format), zipped: false } : undefined
  const target =
    named ?? (output === undefined ? { file: '', format: formatOf(view === 'best' ? 'turtle' : 'trig'), zipped: false } : targetOf(output))
  if (view !== 'best' && target.format && !target.format.quads)
    throw new StemmaError(
      {
        code: 'no-graphs',
        message: `${target.format.name} has no named graphs, and the view "${view}" is made of them`,
        hint: 'use trig, nquads or jsonld',
      },
      'usage',
    )
  const graph = await openGraph(options, undefined, sayProblems(io))
  if (output === undefined) printGraph(graph, { ...target, view }, io)
  else await writeGraph(graph, [{ ...target, view }], io)
}
