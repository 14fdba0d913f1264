import { InvalidArgumentError, Option } from 'commander'
import { counted } from '../counted.ts'
import { findClass, type ClassName } from '../model/vocabulary.ts'
import { StemmaError, type Problem } from '../errors.ts'
import type { Candidate } from '../claims/resolve/candidates.ts'
import type { Gathered } from '../claims/gather.ts'
import type { Graph } from '../graph/graph.ts'
import { oneLine } from '../quote.ts'
import { isRecordFile } from '../sources/bulk/extensions.ts'
import { examples, formatOption, isSaved, pathsOf, pluginOption, readingOf, sourcesText, type CommandModule } from './command.ts'
import { printJson, type Io } from './io.ts'
import { views, type View } from './resolve-views.ts'

interface Options {
  readonly format?: string
  readonly class?: ClassName
  readonly only?: View
  readonly from?: string
  readonly source?: string
  readonly plugin?: readonly string[]
  readonly accept?: readonly number[]
  readonly reject?: readonly number[]
  readonly aliases?: string
}

interface Resolved extends Pick<Gathered, 'decisions' | 'claims'> {
  readonly graph: Graph
}

/** `stemma resolve [SOURCE…]`: what names were found to mean, and what a person may decide. */
export const resolve: CommandModule = (program, io) => {
  program
    .command('resolve')
    .argument('[sources...]', `${sourcesText}; .stemma graphs, whose things the names may mean`)
    .description('show which names were found to mean one thing and by which rule, and which may, for a person to decide')
    .addOption(formatOption(['text', 'json']))
    .option('--class <class>', 'only things of this class', className)
    .addOption(new Option('--only <part>', 'one part of the answer').choices(views))
    .option('--from <format>', 'read all sources as this format, in place of what they look like')
    .addOption(pluginOption())
    .option('--source <id>', 'the id of the document that the files of others are')
    .option('--accept <numbers>', 'write to the alias table that these candidates are one thing: 3,7', numbers)
    .option('--reject <numbers>', 'write to the alias table that these are not', numbers)
    .option('--aliases <file>', 'the alias table to write to; what is in it stays as it is')
    .addHelpText(
      'after',
      examples(
        'resolve assets/ shipped',
        'resolve assets/ shipped --only candidates --class model',
        'resolve my-models/ public.stemma',
        'resolve assets/ shipped --accept 3,7 --aliases aliases.yaml',
        'build assets/ aliases.yaml shipped -o all.stemma',
      ),
    )
    .action((sources: string[], options: Options) => run(sources, options, io))
}

function className(text: string): ClassName {
  const found = findClass(text)
  if (!found) throw new InvalidArgumentError('A class, such as model or datasets.')
  return found.name
}

function numbers(text: string): number[] {
  const all = text.split(',').map((part) => part.trim())
  if (!all.every((part) => /^[1-9]\d{0,5}$/.test(part))) throw new InvalidArgumentError('Numbers of candidates with commas between: 3,7')
  return [...new Set(all.map(Number))]
}

async function run(sources: readonly string[], options: Options, io: Io): Promise<void> {
  const { accept = [], reject = [], aliases, from } = options
  const deciding = accept.length + reject.length > 0
  if (deciding !== (aliases !== undefined))
    throw new StemmaError(
      { code: 'bad-argument', message: '--accept and --reject go with --aliases', hint: 'such as --accept 3,7 --aliases aliases.yaml' },
      'usage',
    )
  const records = from === undefined ? sources.filter(isRecordFile) : []
  if (records.length > 0) throw new StemmaError(records.map(noNames), 'usage')
  const [{ candidatesAmong }, { resolutionOf, resolutionText }] = await Promise.all([
    import('../claims/resolve/candidates.ts'),
    import('./resolve-text.ts'),
  ])
  const { graph, decisions, claims } = await resolved(sources, options)
  const candidates = candidatesAmong(claims, decisions, graph.base)
  if (aliases !== undefined) return decide(candidates, { accept, reject }, aliases, io)
  const resolution = resolutionOf(graph, decisions, candidates, options)
  if (options.format === 'json') printJson(io, resolution)
  else io.out(resolutionText(resolution, io))
}

const noNames = (file: string): Problem => ({
  code: 'no-names',
  message: 'holds records of a hub, which go by their ids there: there are no names to resolve',
  place: { file },
  hint: 'to resolve other names against them, build a graph of them and name that: stemma build FILE.jsonl -o hub.stemma',
})

/** What the names of sources were found to mean, and what is known of what they may mean. */
async function resolved(sources: readonly string[], options: Options): Promise<Resolved> {
  const reading = await readingOf(options)
  const saved = sources.filter(isSaved)
  if (saved.length === 0) {
    const { buildAndTell } = await import('../graph/build.ts')
    const { graph, gathered } = buildAndTell(pathsOf(sources), reading)
    return { graph, ...gathered }
  }
  const [{ bulkBuild }, { namesakesIn }] = await Promise.all([import('../graph/bulk/bulk-build.ts'), import('../graph/bulk/namesakes.ts')])
  const others = sources.filter((path) => !isSaved(path))
  const { graph, gathered } = await bulkBuild([], others.length > 0 ? pathsOf(others) : [], { ...reading, snapshots: saved })
  return { graph, decisions: gathered.decisions, claims: namesakesIn(graph, gathered) }
}

/** Writes what a person decided of candidates. */
async function decide(
  candidates: readonly Candidate[],
  { accept, reject }: { readonly accept: readonly number[]; readonly reject: readonly number[] },
  file: string,
  io: Io,
): Promise<void> {
  const [{ aliasLine, withAliases }, { writeWhole }, { existsSync, readFileSync }, { fileError }] = await Promise.all([
    import('../claims/resolve/alias-lines.ts'),
    import('../write-file.ts'),
    import('node:fs'),
    import('../errors.ts'),
  ])
  const chosen = (all: readonly number[]): (readonly [number, Candidate])[] =>
    all.map((number) => {
      const candidate = candidates[number - 1]
      if (candidate) return [number, candidate]
      throw new StemmaError({
        code: 'no-candidate',
        message: `there is no candidate ${number}: there are ${candidates.length}`,
        hint: 'name the same sources as when they were listed; see them: stemma resolve … --only candidates',
      })
    })
  const both = accept.find((number) => reject.includes(number))
  if (both !== undefined)
    throw new StemmaError({ code: 'bad-argument', message: `${both} is accepted and rejected`, hint: 'decide for one' }, 'usage')
  const decisions = [
    ...chosen(accept).flatMap(([number, { accepted, to }]) => {
      if (accepted.length > 0) return accepted
      throw new StemmaError({
        code: 'not-by-name',
        message: `candidate ${number} cannot be decided by its name alone`,
        hint: `the source means another class by it, or knows it by its address: write that to the facts about ${to}, such as hubId:`,
      })
    }),
    ...chosen(reject).flatMap(([, { rejected }]) => rejected),
  ]
  let before: Uint8Array | undefined
  try {
    before = existsSync(file) ? readFileSync(file) : undefined
  } catch (error) {
    throw fileError(error, file)
  }
  writeWhole(file, withAliases(before, decisions, file))
  const lines = decisions.map((decision) => `  ${oneLine(aliasLine(decision))}\n`)
  io.err(`${counted(decisions.length, 'decisions')} in ${file}: name it among the sources\n${lines.join('')}`)
}
