import { groupBy } from '../group.ts'
import { defaultBase, prefixesFor } from '../model/iri.ts'
import { callOf } from '../query/bind.ts'
import { typeText } from '../query/parameter-type.ts'
import type { Parameter, SavedQuery } from '../query/question.ts'
import { savedQueries } from '../query/saved.ts'
import { examples, formatOption, type CommandModule } from './command.ts'
import { painter, printJson, type Io } from './io.ts'

interface Options {
  readonly prefixes?: true
  readonly format?: string
}

/** `stemma queries [NAME|FILE.rq]`: the saved questions by topic, or one of them whole. */
export const queries: CommandModule = (program, io) => {
  program
    .command('queries')
    .argument('[question]', 'show one question whole, with its parameters and SPARQL: a saved one, or a file that ends in .rq')
    .description('list the saved questions by topic, or show one whole')
    .option('--prefixes', 'list the prefixes that queries may use without declaring them')
    .addOption(formatOption(['text', 'json']))
    .addHelpText('after', examples('queries', 'queries ancestors', 'queries my-question.rq', 'queries --prefixes'))
    .action((question: string | undefined, options: Options) => run(question, options, io))
}

async function run(written: string | undefined, { prefixes, format }: Options, io: Io): Promise<void> {
  if (prefixes)
    return io.out(
      Object.entries(prefixesFor(defaultBase))
        .map(([prefix, namespace]) => `PREFIX ${prefix}: <${namespace}>\n`)
        .join(''),
    )
  const chosen = written === undefined ? savedQueries() : [await (await import('./question.ts')).questionOf(written)]
  if (format === 'json') return printJson(io, chosen)
  io.out(written === undefined ? listed(chosen, io) : whole(chosen[0]!, io))
}

/** A line for each, under its topic. */
function listed(all: readonly SavedQuery[], io: Io): string {
  const paint = painter(io)
  const width = Math.max(...all.map(({ name }) => name.length))
  const topics = [...groupBy(all, ({ topic }) => topic ?? 'other')].sort(([a], [b]) => (a < b ? -1 : 1))
  const lines = ({ name, help }: SavedQuery): string => `  ${paint('bold', name.padEnd(width))}  ${firstSentence(help)}\n`
  return `${topics.map(([topic, own]) => `${paint('cyan', topic)}\n${own.map(lines).join('')}\n`).join('')}One whole, with its parameters and examples: stemma queries NAME\n`
}

/** The first sentence, up to what it lists or adds. */
const firstSentence = (help: string): string => `${/^.*?(?=[.:;](?: |$))/.exec(help)?.[0] ?? help}.`

function whole(question: SavedQuery, io: Io): string {
  const { name, help, parameters, examples: tries, sparql } = question
  const paint = painter(io)
  const width = Math.max(...parameters.map((parameter) => takes(parameter).length))
  return [
    `${paint('bold', name)}  ${help}\n`,
    ...parameters.map((parameter) => `    ${takes(parameter).padEnd(width)}  ${parameter.help}\n`),
    ...tries.map((example) => `    ${paint('dim', `$ ${callOf(question, example)}`)}\n`),
    `\n${sparql.replace(/^(?:#.*\n)+/, '').trimEnd()}\n`,
  ].join('')
}

function takes({ name, type, optional, default: fallback }: Parameter): string {
  return `${name}=${typeText(type)}${optional ? ' (optional)' : fallback === undefined ? '' : ` (default ${fallback})`}`
}
