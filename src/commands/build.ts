import { InvalidArgumentError } from 'commander'
import { StemmaError } from '../errors.ts'
import type { BulkBuild, BulkBuildOptions } from '../graph/bulk/bulk-build.ts'
import { isRecordFile } from '../sources/bulk/extensions.ts'
import { isHubName } from '../sources/hub/live/names.ts'
import type { Told } from './build-report.ts'
import { examples, isSaved, pathsOf, pluginOption, readingOf, sourcesText, type CommandModule } from './command.ts'
import { fetched } from './fetched.ts'
import type { Io } from './io.ts'

interface Options {
  readonly output: readonly string[]
  readonly base?: string
  readonly strict?: true
  readonly from?: string
  readonly plugin?: readonly string[]
  readonly source?: string
  readonly report?: string
  readonly down?: number
  readonly workers?: number
  readonly shards?: number
}

/** `stemma build [SOURCE…] [-o FILE]`: sources to a dataset. */
export const build: CommandModule = (program, io) => {
  program
    .command('build')
    .argument(
      '[sources...]',
      `${sourcesText}; .jsonl files of records as model hubs give them; .stemma graphs to add to; hf:OWNER/NAME, a model of the hub and what it comes from`,
    )
    .description('build the graph, report every problem of its sources, and write it')
    .option(
      '-o, --output <file>',
      'write the graph: .stemma .ttl .trig .nt .nq .jsonld .rdf, the text ones with .gz too (repeatable)',
      (file: string, before: string[]) => [...before, file],
      [] as string[],
    )
    .option('--base <iri>', 'base IRI of instances')
    .option('--from <format>', 'read all sources as this format, in place of what they look like')
    .addOption(pluginOption())
    .option('--source <id>', 'the id of the document that the files of others are')
    .option('--report <file>', 'write all that there is to tell as JSON: problems, what was not used, what names were found to mean')
    .option('--down <n>', 'of models of the hub, read what was made of them too, so many levels down', whole(0))
    .option('--strict', 'refuse everything when a source or record has a problem; without it, what has one is left out')
    .option('--workers <n>', 'how many threads read records and write large files (default: as many as there are cores)', whole(0))
    .option('--shards <n>', 'write each .nt, .nq, .ttl, .trig and .jsonld file in so many parts by subject', whole(1))
    .addHelpText(
      'after',
      examples(
        'build',
        'build my-models/ shipped -o graph.ttl',
        'build my-models/ shipped -o graph.trig -o graph.nq --base https://example.org/lineage/',
        'build hub.jsonl -o hub.stemma -o hub.nq.gz',
        'build public.stemma my-models/ -o all.stemma',
        'build hf:bigscience/bloomz shipped -o bloomz.stemma',
        'build assets/ shipped -o all.stemma --report report.json',
      ),
    )
    .action((sources: string[], options: Options) => run(sources, options, io))
}

function whole(least: number): (text: string) => number {
  return (text) => {
    if (!/^\d{1,4}$/.test(text) || Number(text) < least) throw new InvalidArgumentError(`A whole number from ${least}.`)
    return Number(text)
  }
}

async function run(named: readonly string[], options: Options, io: Io): Promise<void> {
  const [{ targetOf, shardsOf }, { writeGraph }, told] = await Promise.all([
    import('../graph/target.ts'),
    import('./write.ts'),
    import('./build-summary.ts'),
  ])
  const { shards, workers, from, down } = options
  const targets = options.output.map(targetOf).flatMap((target) => (shards && target.format ? shardsOf(target, shards) : [target]))
  const started = performance.now()
  const seconds = (): number => (performance.now() - started) / 1000
  const reading = { ...(await readingOf(options)), ...(options.base !== undefined && { base: options.base }) }
  const hub = await fetched(named.filter(isHubName), down, io)
  const sources = named.filter((source) => !isHubName(source))
  if (!sources.some(isSaved) && (from !== undefined || !sources.some(isRecordFile))) {
    const { buildAndTell } = await import('../graph/build.ts')
    const { graph, gathered } = buildAndTell(hub && sources.length === 0 ? [] : pathsOf(sources), {
      ...reading,
      ...(hub && { hub }),
    })
    const { noted, dropped } = gathered
    await report({ graph, gathered, problems: noted, problemCount: noted.length, dropped }, graph.size === 0, options)
    await writeGraph(graph, targets, io)
    return io.err(await told.summary(graph, gathered, seconds(), io))
  }
  const built = await buildRecords(sources, options, { ...reading, ...(hub && { hub }) }, io)
  const { graph, gathered, problemCount } = built
  const problems = [...gathered.noted, ...built.problems]
  // Where no record could be read there is the document that they should be, and no more.
  const isNothing = [...built.census.classes.keys()].every((name) => name === 'Document')
  await report(
    { graph, gathered, problems, problemCount: gathered.noted.length + problemCount, dropped: told.allDropped(built) },
    isNothing,
    options,
  )
  await writeGraph(graph, targets, io, workers)
  io.status?.('')
  io.err(await told.recordSummary(built, seconds(), io))
}

/** Writes the report where one is wanted; where nothing may be wrong and something is, or nothing could be read, that is all that is done. */
async function report(told: Told, isNothing: boolean, { report: file, strict }: Options): Promise<void> {
  if (file !== undefined) {
    const [{ writeWhole }, { buildReport }] = await Promise.all([import('../write-file.ts'), import('./build-report.ts')])
    writeWhole(file, buildReport(told))
  }
  if (told.problemCount === 0 || !(strict || isNothing)) return
  const { firstOf } = await import('../graph/build.ts')
  throw new StemmaError(firstOf(told.problems, told.problemCount))
}

async function buildRecords(sources: readonly string[], options: Options, reading: BulkBuildOptions, io: Io): Promise<BulkBuild> {
  const [{ bulkBuild }, { progressLine }] = await Promise.all([import('../graph/bulk/bulk-build.ts'), import('./progress.ts')])
  const isRecords = (path: string): boolean => options.from === undefined && isRecordFile(path)
  const others = sources.filter((path) => !isRecords(path) && !isSaved(path))
  const { workers } = options
  return bulkBuild(sources.filter(isRecords), others.length > 0 ? pathsOf(others) : [], {
    ...reading,
    snapshots: sources.filter(isSaved),
    ...(workers !== undefined && { workers }),
    ...(io.status && { onProgress: progressLine((text) => io.status!(text)) }),
  })
}
