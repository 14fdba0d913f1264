import { StemmaError } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import { nameOf } from '../graph/graph.ts'
import { groupBy } from '../group.ts'
import type { Claim } from '../model/claim.ts'
import { labelOf, prefixes, propertyOf, readingOrder } from '../model/vocabulary.ts'
import { didYouMean } from '../nearest.ts'
import { find } from '../query/find.ts'
import { claimText, sourceText, valueText } from './describe.ts'
import { examples, formatOption, graphOption, languageOption, openGraph, type CommandModule, type GraphOptions } from './command.ts'
import { painter, type Io } from './io.ts'

interface Options extends GraphOptions {
  readonly format?: string
}

/** `stemma why ENTITY [PROPERTY]`: every claim, its source and place, its rank, and why the stated one is stated. */
export const why: CommandModule = (program, io) => {
  program
    .command('why')
    .argument('<entity>', 'id, name, alias, CURIE or IRI')
    .argument('[property]', 'key of a property, such as parameterCount (default: all)')
    .description('show every claim about a thing, with source, place and rank, and why the best one was chosen')
    .addOption(formatOption(['text', 'json']))
    .addOption(languageOption())
    .addOption(graphOption())
    .addHelpText(
      'after',
      examples('why mt-nlg parameterCount', 'why bloom released', 'why training/mt-nlg--pre-training', 'why xp3 --format json'),
    )
    .action((name: string, property: string | undefined, options: Options) => run(name, property, options, io))
}

async function run(name: string, key: string | undefined, options: Options, io: Io): Promise<void> {
  const graph = await openGraph(options)
  const { iri } = find(graph, name)
  const groups = [
    ...groupBy(
      graph.claimsOf(iri).filter(({ property }) => property !== `${prefixes.rdf}type`),
      ({ property }) => property,
    ),
  ].sort(([a], [b]) => readingOrder(a) - readingOrder(b))
  const chosen =
    key === undefined
      ? groups
      : groups.filter(([property]) => keyOf(property).toLowerCase() === key.toLowerCase() || labelOf(property) === key.toLowerCase())
  if (chosen.length === 0) {
    const keys = groups.map(([property]) => keyOf(property))
    throw new StemmaError({
      code: 'no-claim',
      message: `no source says anything of ${nameOf(graph, iri)}'s ${key ?? 'properties'}`,
      hint: didYouMean(key ?? '', keys) ?? `there is: ${keys.join(', ')}`,
    })
  }
  if (options.format === 'json')
    io.out(
      `${JSON.stringify(
        chosen.map(([property, claims]) => json(graph, iri, property, claims)),
        null,
        2,
      )}\n`,
    )
  else io.out(chosen.map(([property, claims]) => text(graph, property, claims, options.lang ?? 'en', io)).join('\n'))
}

const keyOf = (property: string): string => propertyOf(property)?.name ?? property

/** The claims of one property: the stated ones marked, each with what is known of it. */
export function text(graph: Graph, property: string, claims: readonly Claim[], language: 'en' | 'zh', io: Io): string {
  const paint = painter(io)
  const subject = claims[0]!.subject
  const statements = graph.statementsOf(subject).filter((statement) => statement.property === property)
  const stated = new Set(statements.flatMap((statement) => statement.claims))
  const chosen = new Set(statements.map((statement) => statement.claims[0]))
  const mark = (claim: Claim): string =>
    chosen.has(claim)
      ? paint('green', '●')
      : stated.has(claim)
        ? paint('green', '○')
        : claim.rank === 'deprecated'
          ? paint('red', '✗')
          : paint('yellow', '·')
  const lines = [...claims]
    .sort(
      (a, b) =>
        Number(chosen.has(b)) - Number(chosen.has(a)) ||
        Number(stated.has(b)) - Number(stated.has(a)) ||
        Number(a.rank === 'deprecated') - Number(b.rank === 'deprecated'),
    )
    .map((claim) => {
      const rank =
        claim.rank === 'normal' ? '' : `\n      ${paint(claim.rank === 'deprecated' ? 'red' : 'green', claim.rank)}: ${claim.reason}`
      return `  ${mark(claim)} ${claimText(graph, claim, language)}  ${paint('dim', `[${sourceText(graph, claim)}]`)}${rank}${claim.note ? `\n      ${paint('dim', claim.note)}` : ''}\n`
    })
  const single = propertyOf(property)?.many === false
  const because =
    single && statements[0] ? `  → ${valueText(graph, statements[0].value, property, language)}: ${statements[0].because}\n` : ''
  return `${paint('bold', nameOf(graph, subject, language))} · ${paint('cyan', labelOf(property, language))}\n${lines.join('')}${because}`
}

function json(graph: Graph, subject: string, property: string, claims: readonly Claim[]): object {
  const statements = graph.statementsOf(subject).filter((statement) => statement.property === property)
  return {
    subject,
    property,
    key: keyOf(property),
    stated: statements.map(({ value, because }) => ({ value: value.value, because })),
    claims: claims.map(({ value, range: _, place: __, subject: ___, property: ____, ...rest }) => ({
      ...(value && { value: value.value }),
      ...rest,
    })),
  }
}
