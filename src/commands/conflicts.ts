import { Option } from 'commander'
import { differences, type Difference } from '../claims/conflicts.ts'
import { nameOf, type Graph } from '../graph/graph.ts'
import { groupBy } from '../group.ts'
import { propertyOf } from '../model/vocabulary.ts'
import { find } from '../query/find.ts'
import { examples, formatOption, graphOption, languageOption, openGraph, type CommandModule, type GraphOptions } from './command.ts'
import { painter, type Io } from './io.ts'
import { text as claimsText } from './why.ts'

interface Options extends GraphOptions {
  readonly kind?: readonly Difference['kind'][]
  readonly format?: string
}

const headings: Record<Difference['kind'], string> = {
  conflict: 'Sources contradict each other, or themselves',
  rejected: 'Said, and not believed',
  incomparable: 'Sizes in units that cannot be compared',
  coverage: 'Lists that differ from source to source',
}

/** `stemma conflicts [ENTITY]`: where sources differ, and what the best view makes of it. */
export const conflicts: CommandModule = (program, io) => {
  program
    .command('conflicts')
    .argument('[entity]', 'only those of this thing')
    .description('show where sources contradict each other, and which claim the best view states')
    .addOption(new Option('--kind <kind...>', `which differences (default: conflict rejected)`).choices(differences))
    .addOption(formatOption(['text', 'json']))
    .addOption(languageOption())
    .addOption(graphOption())
    .addHelpText('after', examples('conflicts', 'conflicts bloom', 'conflicts --kind coverage', 'conflicts --format json'))
    .action((name: string | undefined, options: Options) => run(name, options, io))
}

async function run(name: string | undefined, options: Options, io: Io): Promise<void> {
  const graph = await openGraph(options)
  const { differencesIn } = await import('../graph/differences.ts')
  const of = name === undefined ? undefined : family(graph, find(graph, name).iri)
  const all = differencesIn(graph).filter(({ subject }) => !of || of.has(subject))
  const kinds = options.kind ?? (['conflict', 'rejected'] as const)
  const shown = all.filter(({ kind }) => kinds.includes(kind))
  if (options.format === 'json') return io.out(`${JSON.stringify(shown.map(json), null, 2)}\n`)
  const paint = painter(io)
  const byKind = groupBy(all, ({ kind }) => kind)
  for (const [kind, group] of groupBy(shown, (difference) => difference.kind)) {
    io.out(`${paint('bold', `${headings[kind]} (${group.length})`)}\n\n`)
    for (const difference of group)
      io.out(
        `${kind === 'incomparable' ? sizes(graph, difference, options.lang ?? 'en', io) : claimsText(graph, difference.property, difference.claims, options.lang ?? 'en', io)}\n`,
      )
  }
  const rest = differences.filter((kind) => !kinds.includes(kind) && byKind.has(kind)).map((kind) => `${byKind.get(kind)!.length} ${kind}`)
  if (shown.length === 0) io.out(`no source contradicts another${name ? ` about ${name}` : ''}\n`)
  if (rest.length > 0) io.err(`${paint('dim', `also: ${rest.join(', ')} (--kind)`)}\n`)
}

/** A thing and what belongs to it, to any depth. */
function family(graph: Graph, iri: string, seen = new Set<string>()): Set<string> {
  if (seen.has(iri)) return seen
  seen.add(iri)
  for (const { subject, property } of graph.statementsTo(iri))
    if (propertyOf(property)?.name === 'ofModel' || propertyOf(property)?.name === 'ofTraining') family(graph, subject, seen)
  return seen
}

function sizes(graph: Graph, { subject, claims }: Difference, language: 'en' | 'zh', io: Io): string {
  const byProperty = groupBy(claims, ({ property }) => property)
  return [
    `${painter(io)('bold', nameOf(graph, subject, language))}\n`,
    ...[...byProperty].map(([property, group]) => claimsText(graph, property, group, language, io).replace(/^.*\n/, '')),
  ].join('')
}

const json = ({ kind, subject, property, claims }: Difference): object => ({
  kind,
  subject,
  property,
  claims: claims.map(({ value, status, source, at, written, rank, reason, note }) => ({
    ...(value ? { value: value.value } : { status }),
    source,
    at,
    written,
    rank,
    reason,
    note,
  })),
})
