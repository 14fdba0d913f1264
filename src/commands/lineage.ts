import { InvalidArgumentError } from 'commander'
import { StemmaError } from '../errors.ts'
import { nameOf, valueOf, type Graph } from '../graph/graph.ts'
import { find } from '../query/find.ts'
import { lineage as treeOf, paths, stepsIn, type Branch, type Direction, type Step } from '../query/lineage.ts'
import { examples, formatOption, graphOption, languageOption, openGraph, type CommandModule, type GraphOptions } from './command.ts'
import { painter, type Io } from './io.ts'
import { treeText } from './tree-text.ts'

interface Options extends GraphOptions {
  readonly up?: true
  readonly down?: true
  readonly depth?: number
  readonly to?: string
  readonly all?: true
  readonly format?: 'text' | 'json' | 'mermaid' | 'dot' | 'svg'
  readonly output?: string
}

/** `stemma lineage MODEL`: the family tree of a model, with the kind and the source of every step. */
export const lineage: CommandModule = (program, io) => {
  program
    .command('lineage')
    .argument('<model>', 'a model by id, name, alias, CURIE or IRI; with --all a dataset too')
    .description('show what a model was made from, and what was made from it')
    .option('--up', 'only what it was made from')
    .option('--down', 'only what was made from it')
    .option('--depth <steps>', 'how many steps to go', depth)
    .option('--to <model>', 'the ways between the two')
    .option('--all', 'training data, parts of data and design succession too')
    .addOption(formatOption(['text', 'json', 'mermaid', 'dot', 'svg']))
    .option('-o, --output <file>', 'write the answer to a file')
    .addOption(languageOption())
    .addOption(graphOption())
    .addHelpText(
      'after',
      examples(
        'lineage sparrow',
        'lineage bloom --down --depth 1',
        'lineage sparrow --to chinchilla',
        'lineage bloomz --all --format svg -o bloomz.svg',
        'lineage dataset/the-pile --down --all',
      ),
    )
    .action((name: string, options: Options) => run(name, options, io))
}

function depth(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('A whole number of steps from 1.')
  return Number(text)
}

async function run(name: string, options: Options, io: Io): Promise<void> {
  const graph = await openGraph(options)
  const among = options.all ? (['Model', 'Dataset'] as const) : (['Model'] as const)
  const { iri } = find(graph, name, among)
  const answer =
    options.to === undefined
      ? await treeAnswer(graph, iri, options, io)
      : await pathAnswer(graph, iri, find(graph, options.to, among).iri, options, io)
  if (!options.output) return io.out(answer)
  const { writeWhole } = await import('../write-file.ts')
  writeWhole(options.output, answer)
}

async function treeAnswer(graph: Graph, iri: string, options: Options, io: Io): Promise<string> {
  const directions: Direction[] = options.up === options.down ? ['up', 'down'] : options.up ? ['up'] : ['down']
  const trees = directions.map((direction) => ({
    direction,
    tree: treeOf(graph, iri, direction, { ...(options.depth && { depth: options.depth }), wide: options.all === true }),
  }))
  if (options.format === 'json')
    return `${JSON.stringify(Object.fromEntries(trees.map(({ direction, tree }) => [direction, json(graph, tree)])), null, 2)}\n`
  if (options.format && options.format !== 'text')
    return draw(
      graph,
      iri,
      trees.flatMap(({ tree }) => stepsIn(tree)),
      options,
    )
  const shown = trees.filter(({ tree }) => tree.branches.length > 0)
  const { dim, text } = printer(graph, options, io)
  if (shown.length === 0) return `${text(trees[0]!.tree, 'up')}${dim(directions.map((direction) => nothing[direction]).join('; '))}\n`
  return shown.map(({ direction, tree }) => `${shown.length > 1 ? `${dim(headings[direction])}\n` : ''}${text(tree, direction)}`).join('\n')
}

const headings: Record<Direction, string> = { up: 'what it was made from', down: 'what was made from it' }
const nothing: Record<Direction, string> = {
  up: 'no source says what it was made from',
  down: 'no source says that anything was made from it',
}

/** Up from the one to the other, or, where that is no way, up from the other to the one. */
async function pathAnswer(graph: Graph, from: string, to: string, options: Options, io: Io): Promise<string> {
  const wide = options.all === true
  const up = paths(graph, from, to, { wide })
  const ways = up.length > 0 || from === to ? up : paths(graph, to, from, { wide })
  const [young, old] = up.length > 0 ? [from, to] : [to, from]
  if (ways.length === 0)
    throw new StemmaError({
      code: 'no-path',
      message: `no source says that one of ${nameOf(graph, from)} and ${nameOf(graph, to)} came from the other`,
      ...(!wide && { hint: '--all walks training data and design succession too' }),
    })
  if (options.format === 'json')
    return `${JSON.stringify(
      ways.map((way) => way.map((step) => jsonStep(graph, step))),
      null,
      2,
    )}\n`
  if (options.format && options.format !== 'text') return draw(graph, young, [...new Set(ways.flat())], options)
  const { text } = printer(graph, options, io)
  return ways.map((way) => text(chain(way, old), 'up')).join('\n')
}

/** A way as a tree without forks, its latest thing on top. */
function chain(way: readonly Step[], end: string): Branch {
  const plain = { inherited: false, repeated: false, cut: false }
  return way.reduceRight<Branch>((below, step) => ({ iri: step.child, ...plain, branches: [{ ...below, step }] }), {
    iri: end,
    ...plain,
    branches: [],
  })
}

function printer(
  graph: Graph,
  { lang = 'en' }: Options,
  io: Io,
): { dim: (text: string) => string; text: (tree: Branch, direction: Direction) => string } {
  return { dim: (text) => painter(io)('dim', text), text: (tree, direction) => treeText(graph, tree, direction, lang, io) }
}

async function draw(graph: Graph, iri: string, steps: readonly Step[], { format, lang }: Options): Promise<string> {
  const { drawing, dot, mermaid } = await import('../publish/lineage-graph.ts')
  const drawn = drawing(graph, iri, steps, lang)
  if (format === 'mermaid') return mermaid(drawn)
  if (format === 'dot') return dot(drawn)
  const { svg } = await import('../publish/lineage-svg.ts')
  return svg(drawn, `The lineage of ${nameOf(graph, iri, lang)}`)
}

function jsonStep(graph: Graph, { child, parent, property, statement }: Step): object {
  const sources = statement.claims.map(({ source, at }) => ({ source, ...(at && { at }) }))
  return { child, parent, property, sources }
}

function json(graph: Graph, { iri, step, branches, inherited, repeated, cut }: Branch): object {
  const flags = { ...(inherited && { inherited }), ...(repeated && { repeated }), ...(cut && { cut }) }
  const released = valueOf(graph, iri, 'http://purl.org/dc/terms/issued')?.value
  return {
    id: graph.entity(iri)!.id,
    iri,
    name: nameOf(graph, iri),
    ...(released && { released }),
    ...(step && { step: jsonStep(graph, step) }),
    ...flags,
    branches: branches.map((branch) => json(graph, branch)),
  }
}
