import { extname } from 'node:path'
import { InvalidArgumentError } from 'commander'
import { StemmaError } from '../errors.ts'
import { nameOf, type Entity, type Graph } from '../graph/graph.ts'
import type { ClassName } from '../model/vocabulary.ts'
import { quote } from '../quote.ts'
import type { Need } from '../query/endpoint-graph.ts'
import { find } from '../query/find.ts'
import { lineage as treeOf, paths, stepsIn, type Branch, type Direction, type Step, type Ways } from '../query/lineage.ts'
import { asking, graphToAsk, type AskedOptions } from './asked.ts'
import { examples, formatOption, languageOption, type CommandModule } from './command.ts'
import { painter, printData, type Io } from './io.ts'
import { meant } from './meant.ts'
import { treeText } from './tree-text.ts'

const formats = ['text', 'json', 'mermaid', 'dot', 'svg'] as const
type Format = (typeof formats)[number]

/** What a file's ending says of its format. */
const endings: Readonly<Record<string, Format>> = {
  '.svg': 'svg',
  '.json': 'json',
  '.mmd': 'mermaid',
  '.mermaid': 'mermaid',
  '.dot': 'dot',
  '.gv': 'dot',
  '.txt': 'text',
}

interface Options extends AskedOptions {
  readonly up?: true
  readonly down?: true
  readonly depth?: number
  readonly to?: string
  readonly all?: true
  readonly sources?: true
  readonly format?: Format
  readonly output?: string
}

/** `stemma lineage MODEL`: the family tree of a model, with the kind and the source of every step. */
export const lineage: CommandModule = (program, io) => {
  asking(
    program
      .command('lineage')
      .argument('<model>', 'a model by id, name, alias, CURIE or IRI; with --all a dataset too')
      .description('show what a model was made from, and what was made from it')
      .option('--up', 'only what it was made from')
      .option('--down', 'only what was made from it')
      .option('--depth <steps>', 'how many steps to go', depth)
      .option('--to <model>', 'the ways between the two, the best-sourced first')
      .option('--all', 'training data, parts of data and design succession too')
      .option('--sources', 'all sources of each step, with their places')
      .addOption(formatOption(formats, 'how the answer is written (default: by the ending of the file, or text)'))
      .option('-o, --output <file>', `write the answer to a file: ${Object.keys(endings).join(' ')}`)
      .addOption(languageOption())
      .addHelpText(
        'after',
        examples(
          'lineage sparrow',
          'lineage bloom --down --depth 1',
          'lineage sparrow --to chinchilla',
          'lineage bloomz --all -o bloomz.svg',
          'lineage dataset/the-pile --down --all',
          'lineage sparrow --endpoint http://localhost:3030/stemma/sparql',
        ),
      ),
  ).action((name: string, options: Options) => run(name, options, io))
}

function depth(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('A whole number of steps from 1.')
  return Number(text)
}

async function run(name: string, options: Options, io: Io): Promise<void> {
  const format = options.output === '' ? formatOfFile('') : (options.format ?? formatOfFile(options.output))
  const graph = await graphToAsk(options, needOf(name, options), io)
  const { iri } = findHere(graph, name, options, io)
  const answer =
    options.to === undefined
      ? await treeAnswer(graph, iri, format, options, io)
      : await pathAnswer(graph, iri, findHere(graph, options.to, options, io).iri, format, options, io)
  if (options.output === undefined) return format === 'text' ? io.out(answer) : printData(io, answer)
  const { writeWhole } = await import('../write-file.ts')
  writeWhole(options.output, answer)
}

/** What is to be known of a store: the trees, or all that both came from. */
function needOf(name: string, { to, depth: steps, all, ...options }: Options): Need {
  const wide = all === true
  if (to !== undefined) return { reach: 'lineage', things: [name, to], directions: ['up'], wide }
  return { reach: 'lineage', things: [name], directions: directionsOf(options), wide, ...(steps && { depth: steps }) }
}

const directionsOf = ({ up, down }: Pick<Options, 'up' | 'down'>): Direction[] => (up === down ? ['up', 'down'] : up ? ['up'] : ['down'])

function formatOfFile(file: string | undefined): Format {
  if (file === undefined) return 'text'
  const ending = extname(file).toLowerCase()
  if (Object.hasOwn(endings, ending)) return endings[ending]!
  const message =
    file === ''
      ? 'the name of the file is empty'
      : ending === ''
        ? `${quote(file)} has no ending that tells its format`
        : `nothing is written in files that end in ${quote(ending)}`
  const hint = `one of: ${Object.keys(endings).join(', ')}; or say --format`
  throw new StemmaError({ code: file === '' ? 'bad-argument' : 'unknown-format', message, hint }, 'usage')
}

/** The thing of a name. Datasets have a lineage too, of another sort: who names one is told how to ask for it. */
function findHere(graph: Graph, name: string, { all }: Options, io: Io): Entity {
  if (all) return meant(graph, name, io, ['Model', 'Dataset'])
  try {
    return meant(graph, name, io, ['Model'])
  } catch (error) {
    const dataset = attempt(graph, name, 'Dataset')
    if (!dataset) throw error
    throw new StemmaError({
      code: 'unknown-name',
      message: `${quote(name)} is a dataset, not a model`,
      hint: '--all walks from model to data too',
    })
  }
}

function attempt(graph: Graph, name: string, className: ClassName): Entity | undefined {
  try {
    return find(graph, name, [className])
  } catch {
    return undefined
  }
}

async function treeAnswer(graph: Graph, iri: string, format: Format, options: Options, io: Io): Promise<string> {
  const directions = directionsOf(options)
  const trees = directions.map((direction) => ({
    direction,
    tree: treeOf(graph, iri, direction, { ...(options.depth && { depth: options.depth }), wide: options.all === true }),
  }))
  if (format === 'json') {
    const { treesJson } = await import('./lineage-json.ts')
    return treesJson(graph, Object.fromEntries(trees.map(({ direction, tree }) => [direction, tree])))
  }
  if (format !== 'text') return draw(graph, iri, stepsIn(...trees.map(({ tree }) => tree)), format, options)
  const shown = trees.filter(({ tree }) => tree.branches.length > 0)
  const dim = (text: string): string => painter(io)('dim', text)
  const text = (tree: Branch, direction: Direction): string => treeText(graph, tree, direction, options, io)
  if (shown.length === 0) return `${text(trees[0]!.tree, 'up')}${dim(directions.map((direction) => nothing[direction]).join('; '))}\n`
  return shown.map(({ direction, tree }) => `${shown.length > 1 ? `${dim(headings[direction])}\n` : ''}${text(tree, direction)}`).join('\n')
}

const headings: Record<Direction, string> = { up: 'what it was made from', down: 'what was made from it' }
const nothing: Record<Direction, string> = {
  up: 'no source says what it was made from',
  down: 'no source says that anything was made from it',
}

/** Up from the one to the other, or, where that is no way, up from the other to the one. */
async function pathAnswer(graph: Graph, one: string, other: string, format: Format, options: Options, io: Io): Promise<string> {
  const wide = options.all === true
  if (one === other)
    throw new StemmaError({ code: 'no-path', message: `both are ${nameOf(graph, one)}`, hint: 'name two different things' })
  const up = paths(graph, one, other, { wide })
  const [from, to, found] = up.ways.length > 0 ? [one, other, up] : [other, one, paths(graph, other, one, { wide })]
  if (found.ways.length === 0)
    throw new StemmaError({
      code: 'no-path',
      message: `no source says that one of ${nameOf(graph, one)} and ${nameOf(graph, other)} came from the other`,
      ...(!wide && { hint: '--all walks training data and design succession too' }),
    })
  if (format === 'json') {
    const { waysJson } = await import('./lineage-json.ts')
    return waysJson(graph, from, to, found)
  }
  if (format !== 'text') return draw(graph, from, found.steps, format, options)
  const heading = waysText(found)
  const ways = found.ways.map((way) => treeText(graph, chain(way), 'up', options, io))
  return [...(heading ? [`${painter(io)('dim', heading)}\n`] : []), ...ways].join('\n')
}

/** How many ways there are, unless there is one. */
function waysText({ ways, count, exact }: Ways): string | undefined {
  if (count === 1n && exact) return undefined
  const most = 10n ** 15n
  const many = count > most ? 'more than a quadrillion' : `${exact ? '' : 'at least '}${count.toLocaleString('en')}`
  return `${many} ${count === 1n ? 'way' : 'ways'}${count > ways.length ? `, the ${ways.length} best-sourced of them` : ', the best-sourced first'}`
}

/** A way as a tree without forks, its latest thing on top. */
function chain(way: readonly Step[]): Branch {
  const plain = { inherited: false, repeated: false, cut: 0 }
  const end: Branch = { iri: way.at(-1)!.parent, ...plain, branches: [] }
  return way.reduceRight<Branch>((below, step) => ({ iri: step.child, ...plain, branches: [{ ...below, step }] }), end)
}

async function draw(graph: Graph, iri: string, steps: readonly Step[], format: Format, { lang }: Options): Promise<string> {
  const { drawing, dot, mermaid } = await import('../publish/lineage-graph.ts')
  const drawn = drawing(graph, iri, steps, lang)
  if (format === 'mermaid') return mermaid(drawn)
  if (format === 'dot') return dot(drawn)
  const { svg } = await import('../publish/lineage-svg.ts')
  return svg(drawn, `The lineage of ${nameOf(graph, iri, lang)}`)
}
