/** Differences as a person reads them. */
import type { Difference } from '../claims/conflicts.ts'
import { recurring, type Recurring } from '../claims/recurring.ts'
import type { Graph } from '../graph/graph.ts'
import { groupBy } from '../group.ts'
import { choiceText } from '../model/choices.ts'
import { labelOf, st } from '../model/vocabulary.ts'
import { claimText, nameText } from '../publish/describe.ts'
import { sourceText } from '../publish/source-text.ts'
import { oneLine } from '../quote.ts'
import { painter, type Io } from './io.ts'
import { claimLines, text as claimsText } from './why.ts'

const headings: Record<Difference['kind'], string> = {
  conflict: 'Sources contradict each other, or themselves',
  rejected: 'Said, and not believed',
  incomparable: 'Sizes in units that cannot be compared',
  coverage: 'Lists that differ from source to source',
}

/** So many things are named of those that one rule rejects something of. */
const examples = 3

/**
 * The differences of one kind under a heading.
 *
 * @param brief what one rule rejects of many things is told once
 */
export function kindText(graph: Graph, differences: readonly Difference[], brief: boolean, language: 'en' | 'zh', io: Io): string {
  const { kind } = differences[0]!
  const { apart, together } = brief && kind === 'rejected' ? recurring(differences) : { apart: differences, together: [] }
  const sections = [
    ...apart.map((difference) => differenceText(graph, difference, language, io)),
    ...together.map((group) => recurringText(graph, group, language, io)),
  ]
  return `${painter(io)('bold', `${headings[kind]} (${differences.length})`)}\n\n${sections.map((section) => `${section}\n`).join('')}`
}

/** A difference in the words of `why`; of sizes that cannot be compared, each unit under its own label. */
function differenceText(graph: Graph, { kind, subject, property, claims }: Difference, language: 'en' | 'zh', io: Io): string {
  if (kind !== 'incomparable') return claimsText(graph, property, claims, language, io)
  const paint = painter(io)
  const groups = [...groupBy(claims, (claim) => claim.property)].map(
    ([size, group]) => `  ${paint('cyan', labelOf(size, language))}\n${claimLines(graph, size, group, language, io)}`,
  )
  return `${paint('bold', nameText(graph, subject, language))}\n${groups.join('')}`
}

/** Of how many things one rule rejects something, why, and what of some of them. */
function recurringText(graph: Graph, { property, reason, differences }: Recurring, language: 'en' | 'zh', io: Io): string {
  const paint = painter(io)
  const told = differences.slice(0, examples).map(({ subject, claims: [claim] }) => {
    const source = paint('dim', `[${sourceText(graph, claim!)}]`)
    return `  ${paint('red', '✗')} ${nameText(graph, subject, language)}: ${claimText(graph, claim!, language)}  ${source}\n`
  })
  const more = (differences.length - told.length).toLocaleString('en')
  return [
    `${paint('bold', `${differences.length.toLocaleString('en')} things`)} · ${paint('cyan', labelOf(property, language))}\n`,
    `  ${paint('red', choiceText(st('rank'), 'deprecated', language))}: ${oneLine(reason)}\n`,
    ...told,
    paint('dim', `  … and ${more} more, each by --kind rejected or its name\n`),
  ].join('')
}
