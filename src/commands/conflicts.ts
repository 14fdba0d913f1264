import { Option, InvalidArgumentError } from 'commander'
import { differences, type Difference } from '../claims/conflicts.ts'
import { nameOf, partsOf, type Graph } from '../graph/graph.ts'
import { groupBy } from '../group.ts'
import { idOf, pathIn } from '../model/iri.ts'
import { st } from '../model/vocabulary.ts'
import { nameText } from '../publish/describe.ts'
import { asking, graphToAsk, type AskedOptions } from './asked.ts'
import { examples, formatOption, languageOption, type CommandModule } from './command.ts'
import { kindText } from './conflicts-text.ts'
import { painter, printJson, type Io } from './io.ts'
import { meant } from './meant.ts'
import { statedJson } from './why.ts'

type Kind = Difference['kind']

interface Options extends AskedOptions {
  readonly kind?: readonly Kind[]
  readonly format?: string
}

/** `stemma conflicts [ENTITY]`: where sources differ, and what the best view makes of it. */
export const conflicts: CommandModule = (program, io) => {
  asking(
    program
      .command('conflicts')
      .argument('[entity]', 'only those of this thing')
      .description('show where sources contradict each other, and which claim the best view states')
      .addOption(
        new Option('--kind <kind>', `which differences: ${differences.join(', ')} (repeatable; default: conflict, rejected)`).argParser(
          kinds,
        ),
      )
      .addOption(formatOption(['text', 'json']))
      .addOption(languageOption())
      .addHelpText(
        'after',
        examples('conflicts', 'conflicts --kind rejected', 'conflicts bloom', 'conflicts --kind coverage bloom', 'conflicts --format json'),
      ),
  ).action((name: string | undefined, options: Options) => run(name, options, io))
}

/** One kind, or several with commas between, added to those before. */
function kinds(text: string, before: readonly Kind[] = []): Kind[] {
  const isKind = (name: string): name is Kind => (differences as readonly string[]).includes(name)
  const names = text.split(',').map((name) => name.trim())
  if (!names.every(isKind)) throw new InvalidArgumentError(`Allowed choices are ${differences.join(', ')}.`)
  return [...new Set([...before, ...names])]
}

async function run(name: string | undefined, options: Options, io: Io): Promise<void> {
  const graph = await graphToAsk(
    options,
    name === undefined ? { reach: 'everything' } : { reach: 'thing', things: [name], links: true },
    io,
  )
  const { differencesIn } = await import('../graph/differences.ts')
  const about = name === undefined ? undefined : meant(graph, name, io).iri
  const all = differencesIn(graph, about && family(graph, about))
  const wanted = options.kind ?? (['conflict', 'rejected'] as const)
  const shown = all.filter(({ kind }) => wanted.includes(kind))
  if (options.format === 'json')
    return printJson(
      io,
      shown.map((difference) => json(graph, difference)),
    )
  const paint = painter(io)
  const { lang = 'en' } = options
  const byKind = groupBy(all, ({ kind }) => kind)
  const brief = about === undefined && options.kind === undefined
  for (const group of groupBy(shown, ({ kind }) => kind).values()) io.out(kindText(graph, group, brief, lang, io))
  if (shown.length === 0) io.out(`${none(wanted)}${about ? ` about ${nameText(graph, about)}` : ''}\n`)
  const rest = differences.filter((kind) => !wanted.includes(kind) && byKind.has(kind)).map((kind) => `${byKind.get(kind)!.length} ${kind}`)
  if (rest.length > 0) io.err(`${paint('dim', `also: ${rest.join(', ')} (--kind)`)}\n`)
  const near = about === undefined ? [] : await nearBy(graph, about, options, io)
  if (near.length > 0) io.err(`${paint('dim', `see also: ${near.join(', ')}`)}\n`)
}

/** The sizes of a thing, its families and its data of which sources contradict each other, by the ids that this command takes. */
async function nearBy(graph: Graph, about: string, options: Options, io: Io): Promise<string[]> {
  const near = [
    ...new Set([
      ...[...graph.values(about, st('trainedOn')), ...graph.values(about, st('variantOf'))].map(({ value }) => value),
      ...graph.statementsTo(about, new Set([st('variantOf')])).map(({ subject }) => subject),
    ]),
  ]
  if (near.length === 0) return []
  const things = near.map((iri) => pathIn(iri, graph.base))
  // Of a store, only what was asked for is known.
  const whole = options.endpoint === undefined ? graph : await graphToAsk(options, { reach: 'thing', things }, io)
  const { differencesIn } = await import('../graph/differences.ts')
  return near.flatMap((iri) => {
    const count = differencesIn(whole, family(whole, iri)).filter(({ kind }) => kind === 'conflict').length
    return count > 0 ? [`${idOf(iri, graph.base)} (${count})`] : []
  })
}

const none = (wanted: readonly Kind[]): string =>
  wanted.includes('conflict') ? 'no source contradicts another' : `there is no difference of the kind ${wanted.join(' or ')}`

/** A thing and what belongs to it, to any depth; a store may have it belong to itself. */
function family(graph: Graph, iri: string, seen = new Set<string>()): Set<string> {
  if (seen.has(iri)) return seen
  seen.add(iri)
  for (const part of partsOf(graph, iri)) family(graph, part, seen)
  return seen
}

function json(graph: Graph, { kind, subject, property, claims }: Difference): object {
  return {
    kind,
    subject,
    name: nameOf(graph, subject),
    property,
    stated: [...new Set(claims.map((claim) => claim.property))].flatMap((one) => statedJson(graph, subject, one)),
    claims: claims.map((claim) => ({
      ...(claim.property !== property && { property: claim.property }),
      ...(claim.value ? { value: claim.value.value } : { status: claim.status }),
      source: claim.source,
      at: claim.at,
      written: claim.written,
      rank: claim.rank,
      reason: claim.reason,
      note: claim.note,
    })),
  }
}
