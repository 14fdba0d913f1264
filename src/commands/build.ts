import type { Graph } from '../graph/graph.ts'
import { examples, pathsOf, sourcesText, type CommandModule } from './command.ts'
import { painter, type Io } from './io.ts'

interface Options {
  readonly output: readonly string[]
  readonly base?: string
}

/** `stemma build [SOURCE…] [-o FILE]`: sources to a dataset. */
export const build: CommandModule = (program, io) => {
  program
    .command('build')
    .argument('[sources...]', sourcesText)
    .description('build the graph, report every problem of its sources, and write it')
    .option(
      '-o, --output <file>',
      'write the graph: .ttl .trig .nt .nq .jsonld .rdf (repeatable)',
      (file: string, before: string[]) => [...before, file],
      [] as string[],
    )
    .option('--base <iri>', 'base IRI of instances')
    .addHelpText(
      'after',
      examples(
        'build',
        'build my-models/ shipped -o graph.ttl',
        'build my-models/ shipped -o graph.trig -o graph.nq --base https://example.org/lineage/',
      ),
    )
    .action((sources: string[], options: Options) => run(sources, options, io))
}

async function run(sources: readonly string[], { output, base }: Options, io: Io): Promise<void> {
  const [{ build: buildGraph }, { writeFiles }, { formatOfFile }] = await Promise.all([
    import('../graph/build.ts'),
    import('./write.ts'),
    import('../formats/index.ts'),
  ])
  const targets = output.map((file) => ({ file, format: formatOfFile(file) }))
  const started = performance.now()
  const graph = buildGraph(pathsOf(sources), base !== undefined ? { base } : {})
  writeFiles(graph, targets)
  io.err(await summary(graph, performance.now() - started, io))
}

/** Entities by class, claims, triples, sources, conflicts, time. */
async function summary(graph: Graph, milliseconds: number, io: Io): Promise<string> {
  const [{ bestQuads }, { differencesIn }, { groupBy }, { classOf }] = await Promise.all([
    import('../graph/quads.ts'),
    import('../graph/differences.ts'),
    import('../group.ts'),
    import('../model/vocabulary.ts'),
  ])
  const paint = painter(io)
  const byClass = [...groupBy(graph.entities.values(), ({ className }) => className)].sort((a, b) => b[1].length - a[1].length)
  const counts = groupBy(differencesIn(graph), ({ kind }) => kind)
  const { statedClaims } = await import('../claims/stated.ts')
  const claims = statedClaims(graph.claims)
  const lines: [string, string][] = [
    ['entities', `${graph.entities.size}: ${byClass.map(([name, all]) => `${all.length} ${classOf(name).label.en}`).join(', ')}`],
    ['claims', `${claims.length}, from ${new Set(claims.map(({ source }) => source)).size} sources`],
    ['triples', `${bestQuads(graph).length} in the best view`],
    ['conflicts', `${counts.get('conflict')?.length ?? 0} (see: stemma conflicts)`],
    ['time', `${(milliseconds / 1000).toFixed(2)} s`],
  ]
  return lines.map(([name, value]) => `${paint('bold', name.padEnd(10))}${value}\n`).join('')
}
