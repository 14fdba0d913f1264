import { StemmaError } from '../errors.ts'
import { entitiesOf, nameOf } from '../graph/graph.ts'
import { classNames, classOf, documentClasses, findClass } from '../model/vocabulary.ts'
import { didYouMean } from '../nearest.ts'
import { releasedText } from './describe.ts'
import { examples, formatOption, graphOption, languageOption, openGraph, type CommandModule, type GraphOptions } from './command.ts'
import { painter, type Io } from './io.ts'

interface Options extends GraphOptions {
  readonly format?: string
}

/** `stemma list CLASS`. */
export const list: CommandModule = (program, io) => {
  program
    .command('list')
    .argument('[class]', `one of: ${documentClasses.map((name) => classOf(name).segment).join(', ')} (default: how many there are of each)`)
    .description('list the things of a class')
    .addOption(formatOption(['table', 'tsv', 'json'], 'a table on a terminal, tsv when piped, or json'))
    .addOption(languageOption())
    .addOption(graphOption())
    .addHelpText('after', examples('list', 'list models', 'list datasets --format json', 'list models --lang zh'))
    .action((name: string | undefined, options: Options) => run(name, options, io))
}

async function run(name: string | undefined, options: Options, io: Io): Promise<void> {
  const chosen = name === undefined ? undefined : findClass(name)
  if (name !== undefined && !chosen)
    throw new StemmaError({
      code: 'unknown-class',
      message: `there is no class "${name}"`,
      hint:
        didYouMean(
          name,
          classNames.map((one) => classOf(one).segment),
        ) ?? `one of: ${documentClasses.join(', ')}`,
    })
  const graph = await openGraph(options)
  const header = chosen ? ['id', 'name', 'released'] : ['class', 'things']
  const rows = chosen
    ? entitiesOf(graph, chosen.name).map(({ id, iri }) => [id, nameOf(graph, iri, options.lang), releasedText(graph, iri) ?? ''])
    : classNames.filter((one) => one !== 'Claim').map((one) => [classOf(one).segment, String(entitiesOf(graph, one).length)])
  const format = options.format ?? (io.terminal ? 'table' : 'tsv')
  if (format === 'json')
    return io.out(
      `${JSON.stringify(
        rows.map((row) => Object.fromEntries(header.map((key, index) => [key, row[index]]).filter(([, value]) => value !== ''))),
        null,
        2,
      )}\n`,
    )
  const { table, tsv } = await import('./table.ts')
  io.out(format === 'tsv' ? tsv(header, rows) : await table(header, rows, (text) => painter(io)('bold', text)))
}
