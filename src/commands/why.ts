import { StemmaError } from '../errors.ts'
import { nameOf, type Graph } from '../graph/graph.ts'
import { groupBy } from '../group.ts'
import { choiceText } from '../model/choices.ts'
import type { Claim } from '../model/claim.ts'
import { labelOf, prefixes, propertyOf, readingOrder, st } from '../model/vocabulary.ts'
import { sourceText } from '../publish/source-text.ts'
import { oneLine } from '../quote.ts'
import { claimText, nameText, valueText } from '../publish/describe.ts'
import { asking, graphToAsk, type AskedOptions } from './asked.ts'
import { examples, formatOption, languageOption, type CommandModule } from './command.ts'
import { painter, printJson, type Io } from './io.ts'
import { meant } from './meant.ts'

interface Options extends AskedOptions {
  readonly format?: string
}

/** `stemma why ENTITY [PROPERTY]`: every claim, its source and place, its rank, and why the stated one is stated. */
export const why: CommandModule = (program, io) => {
  asking(
    program
      .command('why')
      .argument('<entity>', 'id, name, alias, CURIE or IRI')
      .argument('[property]', 'key, label, CURIE or IRI of a property, such as parameterCount (default: all)')
      .description('show every claim about a thing, with source, place and rank, and why the best one was chosen')
      .addOption(formatOption(['text', 'json']))
      .addOption(languageOption())
      .addHelpText(
        'after',
        examples('why mt-nlg parameterCount', 'why bloom released', 'why training/mt-nlg--pre-training', 'why xp3 --format json'),
      ),
  ).action((name: string, property: string | undefined, options: Options) => run(name, property, options, io))
}

async function run(name: string, written: string | undefined, options: Options, io: Io): Promise<void> {
  const graph = await graphToAsk(options, { reach: 'thing', things: [name] }, io)
  const entity = meant(graph, name, io)
  const groups = groupBy(
    graph.claimsOf(entity.iri).filter(({ property }) => property !== `${prefixes.rdf}type`),
    ({ property }) => property,
  )
  const wanted = written === undefined ? undefined : await propertyNamed(graph, entity.iri, written)
  const chosen = [...groups].filter(([property]) => !wanted || wanted === property).sort(([a], [b]) => readingOrder(a) - readingOrder(b))
  if (chosen.length === 0)
    throw new StemmaError({
      code: 'no-claim',
      message: wanted
        ? `no source says anything of ${nameOf(graph, entity.iri)}'s ${labelOf(wanted)}`
        : `no source says anything of ${nameOf(graph, entity.iri)}`,
      ...(groups.size > 0 && { hint: `there is: ${[...groups.keys()].map(keyOf).join(', ')}` }),
    })
  const { lang = 'en' } = options
  if (options.format === 'json')
    return printJson(
      io,
      chosen.map(([property, claims]) => json(graph, entity.iri, property, claims)),
    )
  io.out(chosen.map(([property, claims]) => text(graph, property, claims, lang, io)).join('\n'))
}

async function propertyNamed(graph: Graph, iri: string, written: string): Promise<string> {
  const { propertyOfThing } = await import('./property-of-thing.ts')
  return propertyOfThing(graph, iri, written)
}

const keyOf = (property: string): string => propertyOf(property)?.name ?? property

/** The claims of one property under a heading. */
export function text(graph: Graph, property: string, claims: readonly Claim[], language: 'en' | 'zh', io: Io): string {
  const paint = painter(io)
  const heading = `${paint('bold', nameText(graph, claims[0]!.subject, language))} · ${paint('cyan', labelOf(property, language))}`
  return `${heading}\n${claimLines(graph, property, claims, language, io)}`
}

/** The claims of one property: the stated ones marked, each with what is known of it, and why one of them is stated. */
export function claimLines(graph: Graph, property: string, claims: readonly Claim[], language: 'en' | 'zh', io: Io): string {
  const paint = painter(io)
  const statements = graph.statementsOf(claims[0]!.subject).filter((statement) => statement.property === property)
  const stated = new Set(statements.flatMap((statement) => statement.claims))
  const chosen = new Set(statements.map((statement) => statement.claims[0]))
  const standing = (claim: Claim): keyof typeof marks =>
    chosen.has(claim) ? 'chosen' : stated.has(claim) ? 'agreeing' : claim.rank === 'deprecated' ? 'rejected' : 'other'
  const lines = claims
    .map((claim) => ({ claim, ...marks[standing(claim)] }))
    .sort((a, b) => a.order - b.order)
    .map(({ claim, color, mark }) => {
      const { rank, reason = '', note } = claim
      const ranked =
        rank !== 'normal' && `${paint(rank === 'deprecated' ? 'red' : 'green', choiceText(st('rank'), rank, language))}: ${oneLine(reason)}`
      const head = `${paint(color, mark)} ${claimText(graph, claim, language)}  ${paint('dim', `[${sourceText(graph, claim)}]`)}`
      const below = [ranked, note && paint('dim', oneLine(note))].filter((line) => line).map((line) => `      ${line}\n`)
      return `  ${head}\n${below.join('')}`
    })
  const [first] = statements
  const because =
    first && propertyOf(property)?.many === false
      ? `  → ${valueText(graph, first.value, property, language)}: ${oneLine(first.because[language])}\n`
      : ''
  return lines.join('') + because
}

const marks = {
  chosen: { order: 0, mark: '●', color: 'green' },
  agreeing: { order: 1, mark: '○', color: 'green' },
  other: { order: 2, mark: '·', color: 'yellow' },
  rejected: { order: 3, mark: '✗', color: 'red' },
} as const

/** The stated values of a property, each with the reason. */
export function statedJson(graph: Graph, subject: string, property: string): object[] {
  return graph
    .statementsOf(subject)
    .filter((statement) => statement.property === property)
    .map(({ value, because }) => ({ value: value.value, because: because.en }))
}

function json(graph: Graph, subject: string, property: string, claims: readonly Claim[]): object {
  return {
    subject,
    property,
    key: keyOf(property),
    stated: statedJson(graph, subject, property),
    claims: claims.map(({ value, status, source, at, written, note, rank, reason, confidence, citing }) => ({
      ...(value && { value: value.value }),
      status,
      source,
      at,
      written,
      note,
      rank,
      reason,
      confidence,
      citing,
    })),
  }
}
