import { StemmaError, formatProblem } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import type { Answer } from '../query/answer.ts'
import type { SavedQuery } from '../query/question.ts'
import { quote } from '../quote.ts'
import { asking, localGraph, type AskedOptions } from './asked.ts'
import { examples, type CommandModule } from './command.ts'
import { painter, printData, type Io } from './io.ts'
import { remote } from './remote.ts'

interface Options extends AskedOptions {
  readonly format?: string
  readonly output?: string
  readonly why?: boolean
}

/** `stemma query NAME|FILE.rq|-|'SPARQL' [key=value…]`. */
export const query: CommandModule = (program, io) => {
  asking(
    program
      .command('query')
      .argument('<question>', 'name of a saved question, a file that ends in .rq, - for standard input, or SPARQL itself')
      .argument('[arguments...]', "the question's parameters, as name=value")
      .description('ask a saved question or any SPARQL query (SELECT, ASK, CONSTRUCT, DESCRIBE)')
      .option(
        '-f, --format <name>',
        'rows: table json xml csv tsv spreadsheet (default: a table on a terminal, csv when piped); triples: turtle trig ntriples nquads jsonld rdfxml (default: turtle)',
      )
      .option('-o, --output <file>', 'write the answer to a file, in the format of its ending')
      .option('--why', 'add to each row the sources of the statements that it rests on')
      .addHelpText(
        'after',
        examples(
          'query ancestors model=sparrow',
          'query trained-on model=bloomz --format json',
          'query ancestors model=sparrow --why',
          "query 'SELECT ?m { ?m st:trainedOn dataset:the-pile }'",
          "query 'DESCRIBE model:bloomz'",
          'query scores benchmark=mmlu -o mmlu.csv',
          'query my-question.rq',
          'query - < my-question.rq',
          'query ancestors model=sparrow --endpoint http://localhost:3030/stemma/sparql',
        ),
      ),
  ).action((question: string, args: string[], options: Options) => run(question, args, options, io))
}

async function run(written: string, args: readonly string[], { format, output, ...options }: Options, io: Io): Promise<void> {
  const { answerText, formatOfOutput } = await import('./answer-text.ts')
  const ending = output === undefined ? undefined : format === undefined || output === '' ? formatOfOutput(output) : undefined
  const { questionOf } = await import('./question.ts')
  const question = await questionOf(written)
  const given = pairs(args)
  const { base, answer, graph } = await (options.endpoint === undefined ? fromGraph : fromEndpoint)(question, given, options, io)
  const { text, isData } = await answerText({ base }, answer, format ?? ending, io)
  if (graph) await warn(question, graph, io)
  if (output === undefined) return isData ? printData(io, text) : io.out(text)
  const { writeWhole } = await import('../write-file.ts')
  writeWhole(output, text)
}

/** A question's answer, and what it was asked of. */
interface Answered {
  readonly base: string
  readonly answer: Answer
  readonly graph?: Graph
}

type Given = Readonly<Record<string, string>>

async function fromGraph(question: SavedQuery, given: Given, options: Options, io: Io): Promise<Answered> {
  const graph = await localGraph(options, io)
  const [{ ask }, { bind }] = await Promise.all([import('../query/engine.ts'), import('../query/bind.ts')])
  const parameters = bind(graph, question, given)
  return { base: graph.base, answer: await ask(graph, question.sparql, parameters, question.file, { why: options.why ?? false }), graph }
}

async function fromEndpoint(question: SavedQuery, given: Given, options: Options): Promise<Answered> {
  if (options.why)
    throw new StemmaError(
      {
        code: 'bad-argument',
        message: '--why is for a graph of files: a store does not tell which statements a row rests on',
        hint: 'leave --endpoint out; an endpoint of stemma serve takes why=true in its address',
      },
      'usage',
    )
  const [{ askEndpoint, connect }, { bindAt }] = await Promise.all([import('../query/endpoint.ts'), import('../query/endpoint-names.ts')])
  const { base, ...way } = await remote(options)
  const client = connect(options.endpoint!, way)
  const terms = await bindAt(client, question, given, base)
  return { base, answer: await askEndpoint(client, question.sparql, terms, { base, file: question.file }) }
}

/** What in the question is probably a slip. */
async function warn(question: SavedQuery, graph: Graph, io: Io): Promise<void> {
  const { lint } = await import('../query/lint.ts')
  for (const problem of await lint(question.sparql, graph))
    io.err(`${painter({ ...io, color: io.color && io.terminal })('yellow', 'warning')} ${formatProblem(problem)}\n`)
}

/** Values by name, each once. */
function pairs(args: readonly string[]): Record<string, string> {
  const given = new Map<string, string>()
  for (const arg of args) {
    const equals = arg.indexOf('=')
    const name = arg.slice(0, Math.max(equals, 0))
    if (equals <= 0)
      throw new StemmaError(
        { code: 'bad-argument', message: `${quote(arg)} is not name=value`, hint: 'parameters are written as model=sparrow' },
        'usage',
      )
    if (given.has(name))
      throw new StemmaError(
        { code: 'duplicate-argument', message: `${quote(name)} is given twice`, hint: `keep one: ${name}=${given.get(name)!} or ${arg}` },
        'usage',
      )
    given.set(name, arg.slice(equals + 1))
  }
  return Object.fromEntries(given)
}
