/** All that is known of a thing, as lines for a person. */
import { partsOf, valueOf, type Graph } from '../graph/graph.ts'
import type { Statement } from '../graph/statement.ts'
import { groupBy } from '../group.ts'
import type { Claim } from '../model/claim.ts'
import { classOf, labelOf, ownerLinks, prefixes, propertyOf, st, type ClassName } from '../model/vocabulary.ts'
import { shortSourcesText, sourcesText } from '../publish/source-text.ts'
import { listText, nameText, valueBeside } from '../publish/describe.ts'
import { outcomeText, partValue, scoreText, usageText } from '../publish/part-text.ts'
import { painter, type Io } from './io.ts'
import { columns } from './table.ts'

/** How a page is written. */
export interface PageOptions {
  readonly language: 'en' | 'zh'
  /** All sources with their places, not a few of them. */
  readonly allSources: boolean
}

/** What a page is written with. */
interface Page {
  readonly graph: Graph
  readonly language: 'en' | 'zh'
  readonly paint: ReturnType<typeof painter>
  readonly sources: (claims: readonly Claim[]) => string
}

/** A line: cells that are lined up with those of the lines about it, and the sources behind them. */
interface Row {
  readonly cells: readonly string[]
  readonly sources?: string
}

const type = `${prefixes.rdf}type`
const label = `${prefixes.rdfs}label`

/** The statements of a thing, what belongs to it, and what points to it. */
export async function pageText(graph: Graph, iri: string, { language, allSources }: PageOptions, io: Io): Promise<string> {
  const paint = painter(io)
  const page: Page = { graph, language, paint, sources: (claims) => (allSources ? sourcesText : shortSourcesText)(graph, claims) }
  const { className } = graph.entity(iri)!
  const head = `${paint('bold', nameText(graph, iri, language))}  ${paint('dim', `${classOf(className).label[language]} · ${iri}`)}\n`
  const parts = groupBy(partsOf(graph, iri), (part) => graph.entity(part)!.className)
  const sections = await Promise.all([
    lines(page, '', statementRows(page, ownStatements(graph, iri, true))),
    ...(['Training', 'Usage', 'Evaluation', 'Comparison'] as const).map((name) => section(page, name, parts.get(name) ?? [])),
    incoming(page, iri),
  ])
  return [head, ...sections.filter((text) => text !== '')].join('\n')
}

/** The statements of a thing without those that its heading says. */
function ownStatements(graph: Graph, iri: string, owner = false): Statement[] {
  return graph
    .statementsOf(iri)
    .filter(({ property, entailed }) => property !== type && property !== label && !entailed && (owner || !ownerLinks.has(property)))
}

/** Lines with their cells lined up, the last one only where it is always short; the first is coloured as a key is. */
async function lines({ paint }: Page, indent: string, rows: readonly Row[], shortLast = false): Promise<string> {
  const padded = await columns(rows.map(({ cells }) => (shortLast ? cells : cells.slice(0, -1))))
  return rows
    .map(({ cells, sources }, index) => {
      const [key = '', ...rest] = padded.rows[index]!
      const last = shortLast ? [] : [cells.at(-1)!]
      return `${indent}${[paint('cyan', key), ...rest, ...last, ...(sources ? [paint('dim', sources)] : [])].join('  ').trimEnd()}\n`
    })
    .join('')
}

/** Statements under the label of their property; values that have their sources in common are on one line, texts on lines of their own. */
function statementRows({ graph, language, sources }: Page, statements: readonly Statement[]): Row[] {
  return [...groupBy(statements, ({ property }) => property)].flatMap(([property, group]) => {
    const texts = propertyOf(property)?.kind === 'text'
    const bySources = groupBy(group, ({ claims, value }) => (texts ? value.value : sources(claims)))
    return [...bySources.values()].map((same, index): Row => ({
      cells: [
        index === 0 ? labelOf(property, language) : '',
        listText(same.map(({ value }) => valueBeside(graph, value, property, language))),
      ],
      sources: sources(same[0]!.claims),
    }))
  })
}

/** What belongs to a thing, under the name of its class. */
async function section(page: Page, className: ClassName, parts: readonly string[]): Promise<string> {
  if (parts.length === 0) return ''
  const { en, zh } = classOf(className).label
  const heading = `${page.paint('bold', page.language === 'en' ? `${en}s` : zh)}\n`
  if (className === 'Training') return heading + (await Promise.all(parts.map((part) => training(page, part)))).join('')
  const rows = parts.map((part) => partRows[className]!(page, part))
  return heading + (await lines(page, '  ', rows, true))
}

/** A training: its phase, its statements, a line for each thing that it used. */
async function training(page: Page, iri: string): Promise<string> {
  const { graph, paint } = page
  const phase = valueOf(graph, iri, 'phase')?.value ?? ''
  const statements = ownStatements(graph, iri).filter(({ property }) => property !== st('phase'))
  const usages = partsOf(graph, iri).map((part) => partRows.Usage!(page, part))
  const rows = [
    ...statementRows(page, statements),
    ...usages.map(({ cells, ...rest }, index): Row => ({
      cells: [index === 0 ? labelOf(st('uses'), page.language) : '', cells.filter((cell) => cell !== '').join('  ')],
      ...rest,
    })),
  ]
  return `  ${paint('bold', phase)}\n${await lines(page, '    ', rows)}`
}

/** How a part is told on one line. */
const partRows: Partial<Record<ClassName, (page: Page, iri: string) => Row>> = {
  Usage: (page, iri) => ({
    cells: [valueIn(page, iri, 'uses'), usageText(page.graph, iri, page.language)],
    sources: sourcesOfPart(page, iri),
  }),
  Evaluation: (page, iri) => {
    const how = [valueIn(page, iri, 'metric'), valueIn(page, iri, 'setting')].filter((text) => text !== '').join(', ')
    return { cells: [valueIn(page, iri, 'benchmark'), how, scoreText(page.graph, iri, page.language)], sources: sourcesOfPart(page, iri) }
  },
  Comparison: (page, iri) => ({
    cells: [valueIn(page, iri, 'comparedWith'), valueIn(page, iri, 'aspect'), outcomeText(page.graph, iri, page.language)],
    sources: sourcesOfPart(page, iri),
  }),
}

const valueIn = ({ graph, language }: Page, iri: string, key: string): string => partValue(graph, iri, key, language)

const sourcesOfPart = ({ graph, sources }: Page, iri: string): string => sources(ownStatements(graph, iri).flatMap(({ claims }) => claims))

/** How many of the things that point to a thing are named. */
const named = 3

/** What points to a thing: how many there are, and the first of them. */
async function incoming(page: Page, iri: string): Promise<string> {
  const { graph, language, paint } = page
  const links = graph.statementsTo(iri).filter(({ property, entailed }) => !ownerLinks.has(property) && property !== type && !entailed)
  const rows = [...groupBy(links, ({ property }) => property)].map(([property, group]): Row => {
    const names = group.map(({ subject }) => nameText(graph, subject, language))
    return { cells: [labelOf(property, language), String(group.length), listText(names, named)] }
  })
  return rows.length > 0 ? `${paint('bold', headings[language])}\n${await lines(page, '  ', rows)}` : ''
}

const headings = { en: 'what points to it', zh: '指向它的' } as const
