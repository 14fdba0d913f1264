import { formatPlace } from '../errors.ts'
import type { Finding } from '../graph/findings.ts'
import { nameOf, type Graph } from '../graph/graph.ts'
import { labelOf } from '../model/vocabulary.ts'
import { examples, formatOption, openGraph, type CommandModule } from './command.ts'
import { painter, type Io } from './io.ts'
import { Unsatisfied } from './unsatisfied.ts'

/** `stemma check [SOURCE…]`: shapes, references and lineage rules. */
export const check: CommandModule = (program, io) => {
  program
    .command('check')
    .argument('[sources...]', 'YAML files or folders of them (default: the data that comes with Stemma)')
    .description('check references, the SHACL shapes of the ontology, and the rules of lineage')
    .addOption(formatOption(['text', 'json', 'turtle'], 'text, json, or a SHACL report in Turtle'))
    .option('--strict', 'warnings fail the check too')
    .addHelpText(
      'after',
      examples('check', 'check my-models/ data/', 'check my-models/ --format turtle') + '\nExit code 1 when there is a violation.\n',
    )
    .action((sources: string[], options: { format?: string; strict?: true }) => run(sources, options, io))
}

async function run(sources: readonly string[], { format, strict }: { format?: string; strict?: true }, io: Io): Promise<void> {
  const { check: checkGraph } = await import('../graph/check.ts')
  const graph = await openGraph(sources.length > 0 ? { graph: sources } : {})
  const findings = await checkGraph(graph)
  if (format === 'json') io.out(`${JSON.stringify(findings, null, 2)}\n`)
  else if (format === 'turtle') {
    const [{ reportQuads }, { turtle }, { writeQuads }] = await Promise.all([
      import('../graph/report.ts'),
      import('../formats/turtle.ts'),
      import('./write.ts'),
    ])
    writeQuads(reportQuads(findings), turtle, graph.base, undefined, io)
  } else io.out(text(graph, findings, io))
  if (findings.some(({ severity }) => severity === 'violation' || strict)) throw new Unsatisfied()
}

function text(graph: Graph, findings: readonly Finding[], io: Io): string {
  const paint = painter(io)
  const violations = findings.filter(({ severity }) => severity === 'violation').length
  const warnings = findings.length - violations
  const verdict = violations === 0 ? paint('green', 'conforms') : paint('red', counted(violations, 'violation'))
  const lines = findings.map((finding) => line(graph, finding, paint))
  return `${lines.join('')}${verdict}${warnings > 0 ? `, ${counted(warnings, 'warning')}` : ''}: ${graph.entities.size} things checked\n`
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** What is wrong with what, by which rule, and where the data says so. */
function line(graph: Graph, { severity, subject, property, message, value, rule }: Finding, paint: ReturnType<typeof painter>): string {
  const claims = graph.claimsOf(subject)
  const place = claims.find((claim) => claim.property === property)?.place ?? claims[0]?.place
  const parts = [
    paint(severity === 'violation' ? 'red' : 'yellow', severity),
    paint('bold', nameOf(graph, subject)),
    ...(property ? ['·', labelOf(property)] : []),
    message,
    ...(value ? [`(${value})`] : []),
    paint('dim', `[${rule}]`),
    ...(place ? ['', paint('dim', formatPlace(place))] : []),
  ]
  return `${parts.join(' ')}\n`
}
