/** What is said after a build: what is wrong, what was left out, how much there is. */
import { counted, wordFor } from '../counted.ts'
import { formatProblem, type Problem } from '../errors.ts'
import type { Gathered } from '../claims/gather.ts'
import type { BulkBuild } from '../graph/bulk/bulk-build.ts'
import type { Graph } from '../graph/graph.ts'
import type { ClassName } from '../model/vocabulary.ts'
import { oneLine } from '../quote.ts'
import type { DroppedFields } from '../sources/dropped.ts'
import { painter, type Io } from './io.ts'
import { countsOf } from './resolution-counts.ts'

/** So many problems are told one by one. */
const most = 20

type Line = readonly [name: string, text: string]

/** The first problems, and how many more there are. */
export function problemsText(problems: readonly Problem[], count = problems.length): string {
  const shown = problems.slice(0, most)
  const more = count - shown.length
  return [
    ...shown.map((problem) => `${formatProblem(problem)}\n`),
    ...(more > 0 ? [`… and ${grouped(more)} more ${wordFor(more, 'problems')}\n`] : []),
  ].join('')
}

/** Entities by class, claims, triples, sources, conflicts, time; of what others wrote, what was read and how its names were resolved. */
export async function summary(graph: Graph, gathered: Gathered, seconds: number, io: Io): Promise<string> {
  const [{ differencesIn }, { groupBy }, { statedClaims }] = await Promise.all([
    import('../graph/differences.ts'),
    import('../group.ts'),
    import('../claims/stated.ts'),
  ])
  const byClass = [...groupBy(graph.entities.values(), ({ className }) => className)].map(([name, all]) => [name, all.length] as const)
  const counts = groupBy(differencesIn(graph), ({ kind }) => kind)
  const claims = statedClaims(graph.claims)
  const triples = [...graph.entities.keys()].reduce((sum, iri) => sum + graph.statementsOf(iri).length, 0)
  return [
    problemsText(gathered.noted),
    table(
      [
        ...(await readLines(graph, gathered)),
        await entitiesLine(graph.entities.size, byClass),
        ['claims', `${grouped(claims.length)}, from ${counted(new Set(claims.map(({ source }) => source)).size, 'sources')}`],
        ['triples', `${grouped(triples)} in the best view`],
        ['conflicts', `${grouped(counts.get('conflict')?.length ?? 0)} (see: stemma conflicts)`],
        ...notUsed(gathered.dropped),
        timeLine(seconds),
      ],
      io,
    ),
  ].join('')
}

/** The same of many records. */
export async function recordSummary(built: BulkBuild, seconds: number, io: Io): Promise<string> {
  const { graph, census, summary: read, problems, problemCount, findings, gathered } = built
  const { nameOf } = await import('../graph/graph.ts')
  const sum = (count: (file: (typeof read.files)[number]) => number): number => read.files.reduce((total, file) => total + count(file), 0)
  const skipped = sum(({ skipped: own }) => own)
  const records = new Set(read.files.map(({ file }) => file))
  const others = { ...gathered, documents: gathered.documents.filter(({ file }) => !records.has(file)) }
  return [
    problemsText([...gathered.noted, ...problems], gathered.noted.length + problemCount),
    ...findings.slice(0, most).map(({ subject, message }) => oneLine(`${nameOf(graph, subject)} ${message}`) + '\n'),
    table(
      [
        ...(read.files.length > 0
          ? [
              recordsLine(
                sum(({ records }) => records),
                skipped,
              ),
            ]
          : []),
        ...(await readLines(graph, others)),
        await entitiesLine(census.entities, [...census.classes]),
        ['triples', `${grouped(census.triples)} in the best view, from ${counted(census.sources.length, 'sources')}`],
        ...(findings.length > 0 ? [['cycles', `${grouped(findings.length)} in the lineage that the sources state`] as const] : []),
        ...notUsed(allDropped(built)),
        timeLine(seconds),
      ],
      io,
    ),
  ].join('')
}

/** What nothing was made of, in records and in other sources. */
export const allDropped = ({ gathered, summary: { dropped } }: Pick<BulkBuild, 'gathered' | 'summary'>): DroppedFields =>
  new Map([...gathered.dropped, ...dropped])

const grouped = (count: number): string => count.toLocaleString('en')

async function entitiesLine(count: number, byClass: readonly (readonly [ClassName, number])[]): Promise<Line> {
  const { classOf } = await import('../model/vocabulary.ts')
  const classes = [...byClass].sort((a, b) => b[1] - a[1]).map(([name, own]) => `${grouped(own)} ${classOf(name).label.en}`)
  return ['entities', `${grouped(count)}: ${classes.join(', ')}`]
}

/** What was read of others: their documents, and what their names were found to mean. */
async function readLines(graph: Graph, { decisions, documents }: Gathered): Promise<Line[]> {
  const [{ nameOf }, { groupBy }] = await Promise.all([import('../graph/graph.ts'), import('../group.ts')])
  const described = groupBy(
    decisions.filter(({ described: own, iri, source }) => own && iri !== source),
    ({ source }) => source,
  )
  const read = [...groupBy(documents, ({ source }) => source)].map(
    ([source, files]) =>
      `${oneLine(nameOf(graph, source))} (${counted(described.get(source)?.length ?? 0, 'things')}${files.length > 1 ? `, ${counted(files.length, 'files')}` : ''})`,
  )
  const { known, named, found, stubs, ambiguous, apart } = countsOf(decisions)
  const parts = [
    known > 0 && `${counted(known, 'things')} described before`,
    named > 0 && `${grouped(found)} of ${counted(named, 'references')} found`,
    stubs > 0 && counted(stubs, 'stubs'),
    ambiguous > 0 && `${grouped(ambiguous)} ambiguous`,
    apart > 0 && `${grouped(apart)} kept apart`,
  ].filter((part) => part !== false)
  return [...listed('read', read), ...(parts.length > 0 ? [['names', `${parts.join(', ')} (see: stemma resolve)`] as const] : [])]
}

const recordsLine = (records: number, skipped: number): Line => [
  'records',
  `${grouped(records)}${skipped > 0 ? `, of which ${grouped(skipped)} were skipped for their problems` : ''}`,
]

/** So many items of a list have a line of their own, and so many fields of a format are named. */
const mostListed = { lines: 12, fields: 6 } as const

/** A list with a line for each item. */
function listed(name: string, items: readonly string[]): Line[] {
  const { lines } = mostListed
  const shown = items.length > lines + 1 ? [...items.slice(0, lines), `… and ${grouped(items.length - lines)} more (see: --report)`] : items
  return shown.map((item, place) => [place === 0 ? name : '', item])
}

/** The fields that nothing was made of, format by format, those that occur most first. */
function notUsed(dropped: DroppedFields): Line[] {
  const byFormat = new Map<string, [field: string, count: number][]>()
  for (const [name, { count }] of dropped) {
    const [, format = '', field = name] = /^([a-z-]+): (.*)$/s.exec(name) ?? []
    byFormat.set(format, [...(byFormat.get(format) ?? []), [field, count]])
  }
  return listed(
    'not used',
    [...byFormat].map(([format, fields]) => {
      const named = [...fields].sort((a, b) => b[1] - a[1]).map(([field, count]) => `${oneLine(field)} (${grouped(count)})`)
      const more = named.length - mostListed.fields
      const shown = more > 1 ? [...named.slice(0, mostListed.fields), `and ${grouped(more)} more (see: --report)`] : named
      return `${format === '' ? '' : `${format}: `}${shown.join(', ')}`
    }),
  )
}

const timeLine = (seconds: number): Line => ['time', `${seconds.toFixed(2)} s`]

function table(lines: readonly Line[], io: Io): string {
  const paint = painter(io)
  return lines.map(([name, text]) => `${paint('bold', name.padEnd(10))}${text}\n`).join('')
}
