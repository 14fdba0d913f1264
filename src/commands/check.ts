import { counted } from '../counted.ts'
import { formatPlace, StemmaError, type Place, type Problem } from '../errors.ts'
import type { Finding } from '../graph/findings.ts'
import { nameOf, type Graph } from '../graph/graph.ts'
import { thingsByClass } from '../graph/things.ts'
import { groupBy } from '../group.ts'
import type { Claim } from '../model/claim.ts'
import { idOf } from '../model/iri.ts'
import { labelOf, propertyOf } from '../model/vocabulary.ts'
import { sourceText } from '../publish/source-text.ts'
import { oneLine } from '../quote.ts'
import { examples, formatOption, openGraph, pluginOption, sourcesText, type CommandModule } from './command.ts'
import { painter, printJson, type Io } from './io.ts'
import { Unsatisfied } from './unsatisfied.ts'

interface Options {
  readonly format?: string
  readonly strict?: true
  readonly all?: true
  readonly plugin?: readonly string[]
}

/** `stemma check [SOURCE…]`: shapes, references and lineage rules. */
export const check: CommandModule = (program, io) => {
  program
    .command('check')
    .argument('[sources...]', sourcesText)
    .description('check references, the SHACL shapes of the ontology, and the rules of lineage')
    .addOption(formatOption(['text', 'json', 'turtle'], 'text, json, or a SHACL report in Turtle'))
    .addOption(pluginOption())
    .option('--strict', 'warnings, and problems in what others wrote, fail the check too')
    .option('--all', 'list every warning, however many are of one rule')
    .addHelpText(
      'after',
      examples('check', 'check my-models/ shipped', 'check my-models/ --format turtle') + '\nExit code 1 when there is a violation.\n',
    )
    .action((sources: string[], options: Options) => run(sources, options, io))
}

async function run(sources: readonly string[], { format, strict, all, plugin }: Options, io: Io): Promise<void> {
  let noted: readonly Problem[] = []
  const graph = await openGraph({ graph: sources, ...(plugin && { plugin }) }, undefined, (problems) => (noted = problems)).catch(
    (error: unknown) => {
      if (format !== 'json' || !(error instanceof StemmaError)) throw error
      printJson(io, error.problems.map(problemFields))
      // All is told; what is left is the exit code.
      throw new StemmaError([], error.failure)
    },
  )
  const { check: checkGraph } = await import('../graph/check.ts')
  const findings = await checkGraph(graph)
  if (format === 'json')
    printJson(io, [
      ...noted.map(problemFields),
      ...findings.map((finding) => ({ ...finding, ...sayingFields(graph, claimBehind(graph, finding)), ...keyField(finding) })),
    ])
  else if (format === 'turtle') {
    const [{ reportQuads }, { turtle }, { printQuads }] = await Promise.all([
      import('../graph/report.ts'),
      import('../formats/turtle.ts'),
      import('./write.ts'),
    ])
    printQuads(reportQuads(findings), turtle, graph.base, io)
  } else io.out(text(graph, findings, Boolean(all || strict), io))
  if (format !== 'json' && noted.length > 0) io.err((await import('./build-summary.ts')).problemsText(noted))
  if (findings.some(({ severity }) => severity === 'violation' || strict) || (strict && noted.length > 0)) throw new Unsatisfied()
}

const placeFields = ({ file, line, column }: Partial<Place> = {}): Partial<Place> => ({
  ...(file !== undefined && { file }),
  ...(line !== undefined && { line }),
  ...(column !== undefined && { column }),
})

function problemFields({ code, message, place, key, hint }: Problem): object {
  return { code, message, ...placeFields(place), ...(key !== undefined && { key }), ...(hint !== undefined && { hint }) }
}

function keyField({ property }: Finding): { key?: string } {
  const key = property && propertyOf(property)?.name
  return key ? { key } : {}
}

/** The claim that says what is wrong, or at least one of those about the thing. */
function claimBehind(graph: Graph, { subject, property }: Finding): Claim | undefined {
  const claims = graph.claimsOf(subject)
  const own = claims.find((claim) => claim.property === property)
  // What follows from a more special statement, as `derivedFrom` does, has no claim of its own.
  const entailed = graph.statementsOf(subject).find((statement) => statement.property === property)?.claims[0]
  return own ?? entailed ?? claims[0]
}

/** What is known of where it is said: a saved graph keeps the sources and not their files. */
function sayingFields(graph: Graph, claim: Claim | undefined): object {
  if (!claim) return {}
  return { source: idOf(claim.source, graph.base), ...(claim.at !== undefined && { at: claim.at }), ...placeFields(claim.place) }
}

/** So many warnings of one rule are listed. */
const most = 10

/** The violations, then the warnings by rule, those that are many not all. */
function text(graph: Graph, findings: readonly Finding[], all: boolean, io: Io): string {
  const paint = painter(io)
  const { violation: violations = [], warning: warnings = [] } = Object.fromEntries(groupBy(findings, ({ severity }) => severity))
  const verdict = violations.length === 0 ? paint('green', 'conforms') : paint('red', counted(violations.length, 'violations'))
  const lines = (group: readonly Finding[]): string => group.map((finding) => line(graph, finding, paint)).join('')
  const folded = [...groupBy(warnings, ({ rule }) => rule)].map(([rule, group]) => {
    if (all || group.length <= most) return lines(group)
    const more = `… and ${(group.length - most).toLocaleString('en')} more of ${paint('dim', `[${rule}]`)} (--all)\n`
    return lines(group.slice(0, most)) + more
  })
  const told = warnings.length > 0 ? `, ${counted(warnings.length, 'warnings')}` : ''
  return `${lines(violations)}${folded.join('')}${verdict}${told}: ${counted(thingsIn(graph), 'things')} checked\n`
}

const thingsIn = ({ index }: Graph): number => new Set([...thingsByClass(index).values()].flat()).size

/** What is wrong with what, by which rule, and where the data says so. */
function line(graph: Graph, finding: Finding, paint: ReturnType<typeof painter>): string {
  const { severity, subject, property, message, value, rule } = finding
  const claim = claimBehind(graph, finding)
  const where = claim?.place ? oneLine(formatPlace(claim.place)) : claim && `[${sourceText(graph, claim)}]`
  const ofShape = property && rule.startsWith('sh:')
  const parts = [
    paint(severity === 'violation' ? 'red' : 'yellow', severity),
    paint('bold', `${oneLine(nameOf(graph, subject))}:`),
    ...(ofShape ? [`${labelOf(property)}:`] : []),
    oneLine(message),
    ...(value ? [`(${oneLine(value)})`] : []),
    paint('dim', `[${rule}]`),
    ...(where === undefined ? [] : ['', paint('dim', where)]),
  ]
  return `${parts.join(' ')}\n`
}
