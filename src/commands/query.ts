import { existsSync, readFileSync } from 'node:fs'
import type { Term } from '@rdfjs/types'
import { fileError, StemmaError } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import { didYouMean } from '../nearest.ts'
import { quote } from '../quote.ts'
import type { Answer } from '../query/answer.ts'
import { readQuery, savedQueries, savedQuery, type SavedQuery } from '../query/saved.ts'
import { examples, graphOption, openGraph, type CommandModule, type GraphOptions } from './command.ts'
import { painter, type Io } from './io.ts'

interface Options extends GraphOptions {
  readonly format?: string
  readonly output?: string
}

/** `stemma query NAME|FILE.rq|'SPARQL' [key=value…]`. */
export const query: CommandModule = (program, io) => {
  program
    .command('query')
    .argument('<question>', 'name of a saved question, a file that ends in .rq, or SPARQL itself')
    .argument('[arguments...]', "the question's parameters, as name=value")
    .description('ask a saved question or any SPARQL query (SELECT, ASK, CONSTRUCT, DESCRIBE)')
    .option(
      '-f, --format <name>',
      'rows: table json xml csv tsv (default: a table on a terminal, csv when piped); triples: turtle ntriples jsonld rdfxml',
    )
    .option('-o, --output <file>', 'write the answer to a file')
    .addOption(graphOption())
    .addHelpText(
      'after',
      examples(
        'query ancestors model=sparrow',
        'query trained-on model=bloomz --format json',
        "query 'SELECT ?m { ?m st:trainedOn dataset:the-pile }'",
        "query 'DESCRIBE model:bloomz'",
        'query my-question.rq',
      ),
    )
    .action((question: string, args: string[], options: Options) => run(question, args, options, io))
}

async function run(question: string, args: readonly string[], options: Options, io: Io): Promise<void> {
  const saved = resolve(question)
  const graph = await openGraph(options)
  const [{ ask }, { bind }] = await Promise.all([import('../query/engine.ts'), import('../query/saved.ts')])
  const answer = await ask(graph, saved.sparql, bind(graph, saved, pairs(args)))
  const text = await render(graph, answer, options.format, io)
  if (!options.output) return io.out(text)
  const { writeWhole } = await import('../write-file.ts')
  writeWhole(options.output, text)
}

/** SPARQL has a space or a brace; a file ends in .rq; all else is a name. */
function resolve(question: string): SavedQuery {
  const adHoc = (sparql: string): SavedQuery => readQuery('this query', sparql)
  if (/[\s{]/.test(question)) return adHoc(question)
  const saved = savedQuery(question)
  if (saved) return saved
  if (question.endsWith('.rq') || existsSync(question))
    try {
      return adHoc(readFileSync(question, 'utf8'))
    } catch (error) {
      throw fileError(error, question)
    }
  throw new StemmaError({
    code: 'unknown-query',
    message: `there is no saved question ${quote(question)}`,
    hint:
      didYouMean(
        question,
        savedQueries().map(({ name }) => name),
      ) ?? 'see them: stemma queries',
  })
}

function pairs(args: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    args.map((arg) => {
      const equals = arg.indexOf('=')
      if (equals > 0) return [arg.slice(0, equals), arg.slice(equals + 1)]
      throw new StemmaError(
        { code: 'bad-argument', message: `${quote(arg)} is not name=value`, hint: 'parameters are written as model=sparrow' },
        'usage',
      )
    }),
  )
}

async function render(graph: Graph, answer: Answer, format: string | undefined, io: Io): Promise<string> {
  if (answer.type === 'quads') {
    const [{ formatOf }, { prefixesFor }] = await Promise.all([import('../formats/index.ts'), import('../model/iri.ts')])
    return formatOf(format ?? 'turtle').write(answer.quads, { prefixes: prefixesFor(graph.base) })
  }
  const { results } = await import('../query/results.ts')
  const wanted = format ?? (io.terminal ? 'table' : 'csv')
  if (wanted === 'table') return answer.type === 'boolean' ? `${answer.value ? 'yes' : 'no'}\n` : rowsAsTable(graph, answer, io)
  if (Object.hasOwn(results, wanted)) return results[wanted as keyof typeof results](answer)
  throw new StemmaError(
    {
      code: 'unknown-format',
      message: `rows cannot be written as ${quote(wanted)}`,
      hint: didYouMean(wanted, ['table', ...Object.keys(results)]) ?? `one of: table, ${Object.keys(results).join(', ')}`,
    },
    'usage',
  )
}

async function rowsAsTable(graph: Graph, { variables, rows }: Extract<Answer, { type: 'bindings' }>, io: Io): Promise<string> {
  const [{ table }, { prefixesFor, toCurie }] = await Promise.all([import('./table.ts'), import('../model/iri.ts')])
  const prefixes = prefixesFor(graph.base)
  const cell = (term: Term | undefined): string => (!term ? '' : term.termType === 'NamedNode' ? toCurie(term.value, prefixes) : term.value)
  const paint = painter(io)
  const lines = await table(
    variables,
    rows.map((row) => variables.map((name) => cell(row[name]))),
    (header) => paint('bold', header),
  )
  return `${lines}${paint('dim', `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`)}\n`
}
