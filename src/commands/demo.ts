import { nameOf } from '../graph/graph.ts'
import { find } from '../query/find.ts'
import { lineage } from '../query/lineage.ts'
import { examples, openGraph, type CommandModule } from './command.ts'
import { painter, type Io } from './io.ts'
import { treeText } from './tree-text.ts'

/** `stemma demo`: the two lineage questions, a Turtle file, and what to try next. */
export const demo: CommandModule = (program, io) => {
  program
    .command('demo')
    .description('answer two lineage questions on the graph that comes with Stemma, and write it as Turtle')
    .option('-o, --output <file>', 'the Turtle file', 'stemma.ttl')
    .addHelpText('after', examples('demo', 'demo -o lineage.ttl'))
    .action((options: { output: string }) => run(options.output, io))
}

async function run(output: string, io: Io): Promise<void> {
  const paint = painter(io)
  const graph = await openGraph({})
  for (const name of ['sparrow', 'bloomz']) {
    const { iri } = find(graph, name, ['Model'])
    io.out(`${paint('bold', `Where does ${nameOf(graph, iri)} come from?`)}\n`)
    io.out(`${treeText(graph, lineage(graph, iri, 'up'), 'up', {}, io)}\n`)
  }
  const [{ turtle }, { writeGraph }, { statedClaims }] = await Promise.all([
    import('../formats/turtle.ts'),
    import('./write.ts'),
    import('../claims/stated.ts'),
  ])
  await writeGraph(graph, [{ file: output, format: turtle, zipped: false }], io)
  const claims = statedClaims(graph.claims)
  io.out(
    `Each step names its sources. The graph rests on ${claims.length.toLocaleString('en')} claims from ${new Set(claims.map(({ source }) => source)).size} sources; its best view is in ${output}.\n\n`,
  )
  const widest = Math.max(...next.map(([command]) => command.length))
  io.out(
    `${paint('bold', 'Try next')}  (npx stemma …)\n${next.map(([command, text]) => `  ${paint('cyan', command.padEnd(widest))}  ${text}\n`).join('')}`,
  )
}

const next: readonly [string, string][] = [
  ['lineage bloom --down --depth 1', 'what was made from BLOOM'],
  ['lineage bloomz --all', 'with training data, and what that came from'],
  ['conflicts', 'where sources contradict each other'],
  ['why mt-nlg parameterCount', 'every claim about one figure, and which is believed'],
  ['show chinchilla', 'all that is known of a model'],
  ['queries', 'the saved questions'],
  ['query tokens-per-parameter', 'ask one'],
  ["query 'SELECT ?m { ?m st:trainedOn dataset:the-pile }'", 'or ask in SPARQL'],
  ['--help', 'all commands'],
]
