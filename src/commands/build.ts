import { InvalidArgumentError } from 'commander'
import { formatProblem } from '../errors.ts'
import type { BulkBuild } from '../graph/bulk/bulk-build.ts'
import type { Graph } from '../graph/graph.ts'
import { oneLine } from '../quote.ts'
import { isRecordFile } from '../sources/bulk/extensions.ts'
import { examples, pathsOf, sourcesText, type CommandModule } from './command.ts'
import { painter, type Io } from './io.ts'

interface Options {
  readonly output: readonly string[]
  readonly base?: string
  readonly strict?: true
  readonly workers?: number
  readonly shards?: number
}

/** `stemma build [SOURCE…] [-o FILE]`: sources to a dataset. */
export const build: CommandModule = (program, io) => {
  program
    .command('build')
    .argument('[sources...]', `${sourcesText}; .jsonl files of records as model hubs give them`)
    .description('build the graph, report every problem of its sources, and write it')
    .option(
      '-o, --output <file>',
      'write the graph: .stemma .ttl .trig .nt .nq .jsonld .rdf, the text ones with .gz too (repeatable)',
      (file: string, before: string[]) => [...before, file],
      [] as string[],
    )
    .option('--base <iri>', 'base IRI of instances')
    .option('--strict', 'refuse everything when one record has a problem; without it, such records are skipped')
    .option('--workers <n>', 'how many threads read records and write large files (default: as many as there are cores)', whole(0))
    .option('--shards <n>', 'write each .nt, .nq, .ttl, .trig and .jsonld file in so many parts by subject', whole(1))
    .addHelpText(
      'after',
      examples(
        'build',
        'build my-models/ shipped -o graph.ttl',
        'build my-models/ shipped -o graph.trig -o graph.nq --base https://example.org/lineage/',
        'build hub.jsonl -o hub.stemma -o hub.nq.gz',
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

async function run(sources: readonly string[], options: Options, io: Io): Promise<void> {
  const [{ targetOf, shardsOf }, { writeGraph }] = await Promise.all([import('../graph/target.ts'), import('./write.ts')])
  const { shards } = options
  const targets = options.output.map(targetOf).flatMap((target) => (shards && target.format ? shardsOf(target, shards) : [target]))
  const started = performance.now()
  const seconds = (): number => (performance.now() - started) / 1000
  if (!sources.some(isRecordFile)) {
    const { build: buildGraph } = await import('../graph/build.ts')
    const graph = buildGraph(pathsOf(sources), options.base !== undefined ? { base: options.base } : {})
    await writeGraph(graph, targets, io)
    return io.err(await summary(graph, seconds(), io))
  }
  const built = await buildRecords(sources, options, io)
  await writeGraph(built.graph, targets, io, options.workers)
  io.status?.('')
  io.err(await recordSummary(built, seconds(), io))
}

async function buildRecords(sources: readonly string[], options: Options, io: Io): Promise<BulkBuild> {
  const [{ bulkBuild }, { progressLine }] = await Promise.all([import('../graph/bulk/bulk-build.ts'), import('./progress.ts')])
  const others = sources.filter((path) => !isRecordFile(path))
  const { base, strict, workers } = options
  return bulkBuild(sources.filter(isRecordFile), others.length > 0 ? pathsOf(others) : [], {
    ...(base !== undefined && { base }),
    ...(strict && { strict }),
    ...(workers !== undefined && { workers }),
    ...(io.status && { onProgress: progressLine((text) => io.status!(text)) }),
  })
}

/** Entities by class, claims, triples, sources, conflicts, time. */
async function summary(graph: Graph, seconds: number, io: Io): Promise<string> {
  const [{ bestQuads }, { differencesIn }, { groupBy }, { classOf }, { statedClaims }] = await Promise.all([
    import('../graph/quads.ts'),
    import('../graph/differences.ts'),
    import('../group.ts'),
    import('../model/vocabulary.ts'),
    import('../claims/stated.ts'),
  ])
  const byClass = [...groupBy(graph.entities.values(), ({ className }) => className)].sort((a, b) => b[1].length - a[1].length)
  const counts = groupBy(differencesIn(graph), ({ kind }) => kind)
  const claims = statedClaims(graph.claims)
  return table(
    [
      ['entities', `${graph.entities.size}: ${byClass.map(([name, all]) => `${all.length} ${classOf(name).label.en}`).join(', ')}`],
      ['claims', `${claims.length}, from ${new Set(claims.map(({ source }) => source)).size} sources`],
      ['triples', `${bestQuads(graph).length} in the best view`],
      ['conflicts', `${counts.get('conflict')?.length ?? 0} (see: stemma conflicts)`],
      ['time', `${seconds.toFixed(2)} s`],
    ],
    io,
  )
}

/** So many problems are told one by one. */
const most = 20

/** The same of many records, with what is wrong with them and what was left out. */
async function recordSummary(
  { graph, census, summary: { files, dropped }, problems, problemCount, findings }: BulkBuild,
  seconds: number,
  io: Io,
): Promise<string> {
  const [{ classOf }, { nameOf }] = await Promise.all([import('../model/vocabulary.ts'), import('../graph/graph.ts')])
  const counted = (count: number): string => count.toLocaleString('en')
  const sum = (count: (file: (typeof files)[number]) => number): number => files.reduce((total, file) => total + count(file), 0)
  const byClass = [...census.classes].sort((a, b) => b[1] - a[1])
  const skipped = sum(({ skipped: own }) => own)
  const shown = problems.slice(0, most)
  const more = problemCount - shown.length
  return [
    ...shown.map((problem) => `${formatProblem(problem)}\n`),
    ...(more > 0 ? [`… and ${counted(more)} more problems\n`] : []),
    ...findings.slice(0, most).map(({ subject, message }) => oneLine(`${nameOf(graph, subject)} ${message}`) + '\n'),
    table(
      [
        [
          'records',
          `${counted(sum(({ records }) => records))}${skipped > 0 ? `, of which ${counted(skipped)} were skipped for their problems` : ''}`,
        ],
        [
          'entities',
          `${counted(census.entities)}: ${byClass.map(([name, count]) => `${counted(count)} ${classOf(name).label.en}`).join(', ')}`,
        ],
        ['triples', `${counted(census.triples)} in the best view, from ${census.sources.length} sources`],
        ...(findings.length > 0 ? [['cycles', `${counted(findings.length)} in the lineage that the sources state`] as const] : []),
        ...(dropped.size > 0
          ? [['not used', [...dropped].map(([field, { count }]) => `${field} (${counted(count)})`).join(', ')] as const]
          : []),
        ['time', `${seconds.toFixed(2)} s`],
      ],
      io,
    ),
  ].join('')
}

function table(lines: readonly (readonly [name: string, text: string])[], io: Io): string {
  const paint = painter(io)
  return lines.map(([name, text]) => `${paint('bold', name.padEnd(10))}${text}\n`).join('')
}
