/** docs/sparql-differences.md, from what the engines say today. */
import type { Quad } from '@rdfjs/types'
import { Parser } from 'n3'
import { linesOf, outcomeOf, type Outcome } from './answers.ts'
import { askComunica } from './comunica.ts'
import type { Answers, KnownDifference } from './differences/difference.ts'
import { knownDifferences } from './known-differences.ts'
import { askOxigraph } from './oxigraph.ts'
import { queryText } from './terms.ts'
import { prefixes, prologue } from './vocabulary.ts'

const dataPrologue = Object.entries(prefixes)
  .map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`)
  .join('')

export const quadsOf = ({ data }: KnownDifference): Quad[] => new Parser().parse(dataPrologue + data)
export const queryOf = ({ query }: KnownDifference): string => prologue + query

/** What the two say to an example. */
export async function answersTo(difference: KnownDifference): Promise<Answers> {
  const [quads, sparql] = [quadsOf(difference), queryOf(difference)]
  return {
    comunica: await outcomeOf(() => askComunica(quads, sparql)),
    oxigraph: await outcomeOf(() => askOxigraph(quads, sparql)),
  }
}

export async function documentOf(): Promise<string> {
  const rows = []
  for (const difference of knownDifferences) rows.push(rowOf(difference, await answersTo(difference)))
  return `# Where SPARQL engines differ

Stemma answers SPARQL through [Comunica](https://comunica.dev). Its tests put thousands of random questions to our graph, to
Comunica over a plain store and to [Oxigraph](https://oxigraph.org), which shares no code with it, and compare the answers.
This table is what had to be set aside: each difference between the two with a smallest question that shows it, and which of
them is with [SPARQL 1.1](https://www.w3.org/TR/sparql11-query/) (the numbers are its sections). A test asks each question
again, so a difference that a new version mends is noticed.

| | data | question | Comunica | Oxigraph | right | why |
|---|---|---|---|---|---|---|
${rows.join('\n')}
`
}

const rowOf = ({ name, data, query, right, reason }: KnownDifference, { comunica, oxigraph }: Answers): string =>
  `| ${[name, data ? code(data) : '', code(query), said(comunica), said(oxigraph), right, reason].join(' | ')} |`

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``

function said(outcome: Outcome): string {
  if (outcome.type === 'error') return outcome.message === 'never answers' ? outcome.message : 'an error'
  const lines = linesOf(outcome, queryText).map((line) => (line === '' ? '(no value)' : code(line)))
  return lines.length === 0 ? 'nothing' : lines.join('<br>')
}
