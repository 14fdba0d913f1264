import type { Graph } from '../graph/graph.ts'
import { asking, graphToAsk, type AskedOptions } from './asked.ts'
import { examples, formatOption, languageOption, type CommandModule } from './command.ts'
import { printData, type Io } from './io.ts'
import { meant } from './meant.ts'

interface Options extends AskedOptions {
  readonly format?: string
  readonly sources?: true
}

/** `stemma show ENTITY`: the best view of a thing, each statement with its sources. */
export const show: CommandModule = (program, io) => {
  asking(
    program
      .command('show')
      .argument('<entity>', 'id, name, alias, CURIE or IRI; dataset/sni where a name is in several classes')
      .description('show what is known of a thing, each statement with its sources')
      .addOption(formatOption(['text', 'json', 'turtle', 'ntriples', 'jsonld', 'rdfxml']))
      .option('--sources', 'all sources of each statement, with their places')
      .addOption(languageOption())
      .addHelpText(
        'after',
        examples(
          'show bloomz',
          'show dataset/sni',
          'show bloomz --format json',
          'show model:chinchilla --format turtle',
          'show a100 --lang zh',
        ),
      ),
  ).action((name: string, options: Options) => run(name, options, io))
}

async function run(name: string, options: Options, io: Io): Promise<void> {
  const graph = await graphToAsk(options, { reach: 'thing', things: [name], links: true }, io)
  const { iri } = meant(graph, name, io)
  const { format = 'text' } = options
  if (format === 'text') io.out(await text(graph, iri, options, io))
  else printData(io, format === 'json' ? await json(graph, iri, options) : await triples(graph, iri, format))
}

async function json(graph: Graph, iri: string, { lang = 'en' }: Options): Promise<string> {
  const { showJson } = await import('./show-json.ts')
  return showJson(graph, iri, lang)
}

async function text(graph: Graph, iri: string, { lang = 'en', sources }: Options, io: Io): Promise<string> {
  const { pageText } = await import('./page-text.ts')
  return pageText(graph, iri, { language: lang, allSources: sources === true }, io)
}

async function triples(graph: Graph, iri: string, name: string): Promise<string> {
  const [{ quadsAbout }, { formatOf }, { prefixesFor }] = await Promise.all([
    import('../graph/quads.ts'),
    import('../formats/index.ts'),
    import('../model/iri.ts'),
  ])
  return formatOf(name).write(quadsAbout(graph, iri), { prefixes: prefixesFor(graph.base), first: iri })
}
