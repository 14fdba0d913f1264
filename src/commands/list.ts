import { StemmaError } from '../errors.ts'
import { entitiesOf, nameOf } from '../graph/graph.ts'
import { classNames, classOf, documentClasses, findClass, type Class, type ClassName } from '../model/vocabulary.ts'
import { didYouMean } from '../nearest.ts'
import { quote } from '../quote.ts'
import { releasedText } from '../publish/describe.ts'
import { asking, graphToAsk, type AskedOptions } from './asked.ts'
import { examples, formatOption, languageOption, type CommandModule } from './command.ts'
import { painter, printJson, type Io } from './io.ts'

interface Options extends AskedOptions {
  readonly format?: string
}

/** A class as its things are called: `models`, `hardware`. */
const plural = (name: ClassName): string => {
  const { en } = classOf(name).label
  return en.endsWith('ware') ? en : `${en}s`
}

/** The classes whose things can be listed; claims are listed by `why`. */
const listed = classNames.filter((name) => name !== 'Claim')

/** `stemma list CLASS`. */
export const list: CommandModule = (program, io) => {
  asking(
    program
      .command('list')
      .argument('[class]', `one of: ${documentClasses.map(plural).join(', ')} (default: how many there are of each)`)
      .description('list the things of a class')
      .addOption(formatOption(['table', 'tsv', 'json'], 'a table on a terminal, tsv when piped, or json'))
      .addOption(languageOption())
      .addHelpText('after', examples('list', 'list models', 'list datasets --format json', 'list models --lang zh')),
  ).action((name: string | undefined, options: Options) => run(name, options, io))
}

async function run(name: string | undefined, options: Options, io: Io): Promise<void> {
  const chosen = name === undefined ? undefined : classNamed(name)
  const graph = await graphToAsk(options, chosen ? { reach: 'class', className: chosen.name } : { reach: 'classes' }, io)
  const header = chosen ? ['id', 'name', 'released'] : ['class', 'things']
  const rows = chosen
    ? entitiesOf(graph, chosen.name).map(({ id, iri }) => [id, nameOf(graph, iri, options.lang), releasedText(graph, iri) ?? ''])
    : listed.map((one) => [plural(one), String(entitiesOf(graph, one).length)])
  const format = options.format ?? (io.terminal ? 'table' : 'tsv')
  if (format === 'json')
    return printJson(
      io,
      rows.map((row) => Object.fromEntries(header.map((key, index) => [key, row[index]]).filter(([, value]) => value !== ''))),
    )
  const { table, tsv } = await import('./table.ts')
  io.out(format === 'tsv' ? tsv(header, rows) : await table(header, rows, (text) => painter(io)('bold', text)))
}

function classNamed(written: string): Class {
  const found = findClass(/^sources?$/i.test(written) ? 'document' : written)
  if (found && found.name !== 'Claim') return found
  throw new StemmaError(
    found
      ? { code: 'no-list', message: 'claims have no names to list', hint: 'see the claims about a thing: stemma why bloom' }
      : {
          code: 'unknown-class',
          message: `there is no class ${quote(written)}`,
          hint: didYouMean(written, listed.map(plural)) ?? `one of: ${listed.map(plural).join(', ')}`,
        },
  )
}
