import { nameOf, partsOf, type Graph } from '../graph/graph.ts'
import type { Statement } from '../graph/statement.ts'
import { groupBy } from '../group.ts'
import { classOf, labelOf, ownerLinks, prefixes } from '../model/vocabulary.ts'
import { find } from '../query/find.ts'
import { sourcesText, valueText } from './describe.ts'
import { examples, formatOption, graphOption, languageOption, openGraph, type CommandModule, type GraphOptions } from './command.ts'
import { painter, type Io } from './io.ts'

interface Options extends GraphOptions {
  readonly format?: string
}

/** `stemma show ENTITY`: the best view of a thing, each statement with its sources. */
export const show: CommandModule = (program, io) => {
  program
    .command('show')
    .argument('<entity>', 'id, name, alias, CURIE or IRI; dataset/sni where a name is in several classes')
    .description('show what is known of a thing, each statement with its sources')
    .addOption(formatOption(['text', 'turtle', 'ntriples', 'jsonld', 'rdfxml']))
    .addOption(languageOption())
    .addOption(graphOption())
    .addHelpText('after', examples('show bloomz', 'show dataset/sni', 'show model:chinchilla --format turtle', 'show a100 --lang zh'))
    .action((name: string, options: Options) => run(name, options, io))
}

async function run(name: string, options: Options, io: Io): Promise<void> {
  const graph = await openGraph(options)
  const { iri } = find(graph, name)
  if (options.format === undefined || options.format === 'text') return io.out(text(graph, iri, options.lang ?? 'en', io))
  const [{ quadsAbout }, { formatOf }, { writeQuads }] = await Promise.all([
    import('../graph/quads.ts'),
    import('../formats/index.ts'),
    import('./write.ts'),
  ])
  writeQuads(quadsAbout(graph, iri), formatOf(options.format), graph.base, undefined, io)
}

function text(graph: Graph, iri: string, language: 'en' | 'zh', io: Io): string {
  const paint = painter(io)
  const entity = graph.entity(iri)!
  const head = `${paint('bold', nameOf(graph, iri, language))}  ${paint('dim', `${classOf(entity.className).label[language]} · ${iri}`)}\n`
  const incoming = graph
    .statementsTo(iri)
    .filter(({ property, entailed }) => !ownerLinks.has(property) && property !== `${prefixes.rdf}type` && !entailed)
  const from = [...groupBy(incoming, ({ property }) => property)].map(([property, group]) => {
    const names = group.map(({ subject }) => nameOf(graph, subject, language))
    return `  ${paint('dim', `← ${labelOf(property, language)}`)}  ${names.slice(0, 12).join(', ')}${names.length > 12 ? ` and ${names.length - 12} more` : ''}\n`
  })
  return head + block(graph, iri, language, 1, paint) + from.join('')
}

/** The statements of a thing, then what is nested in it, a level deeper. */
function block(graph: Graph, iri: string, language: 'en' | 'zh', level: number, paint: ReturnType<typeof painter>): string {
  const indent = '  '.repeat(level)
  const own = graph
    .statementsOf(iri)
    .filter(({ property, entailed }) => property !== `${prefixes.rdf}type` && !ownerLinks.has(property) && !entailed)
  const lines = own.map(
    ({ property, value, claims }: Statement) =>
      `${indent}${paint('cyan', labelOf(property, language))}  ${valueText(graph, value, property, language)}  ${paint('dim', sourcesText(graph, claims))}\n`,
  )
  const inner = partsOf(graph, iri).map(
    (part) =>
      `${indent}${paint('bold', classOf(graph.entity(part)!.className).label[language])}\n${block(graph, part, language, level + 1, paint)}`,
  )
  return lines.join('') + inner.join('')
}
