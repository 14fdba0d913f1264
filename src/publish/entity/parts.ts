/** What belongs to a thing: its trainings and what they used, its evaluations, its comparisons. */
import { partsOf, valueOf } from '../../graph/graph.ts'
import { groupBy } from '../../group.ts'
import { compareText, type Claim } from '../../model/claim.ts'
import { labelOf, ownerLinks, prefixes, st, type ClassName } from '../../model/vocabulary.ts'
import { outcomeText, partValue, scoreText, usageText } from '../part-text.ts'
import { html, type Content, type Html } from '../html.ts'
import { linkTo, textOf, type Here } from '../site.ts'
import { capital, pluralOf, wordsIn } from '../words.ts'
import { evidence } from './evidence.ts'
import { factsTable, valueHtml } from './facts.ts'

const type = `${prefixes.rdf}type`

/** So many rows of a table stand on a page; the others are unfolded. */
const shown = 40

/** The sections of a thing's parts. */
export function partSections(here: Here, iri: string): Html[] {
  const { graph } = here.site
  const parts = groupBy(partsOf(graph, iri), (part) => graph.entity(part)!.className)
  return (['Training', 'Usage', 'Evaluation', 'Comparison'] as const).flatMap((name) => {
    const own = parts.get(name)
    return own ? [section(here, iri, name, own)] : []
  })
}

const headings: Partial<Record<ClassName, 'trainings' | 'usages' | 'evaluations' | 'comparisons'>> = {
  Training: 'trainings',
  Usage: 'usages',
  Evaluation: 'evaluations',
  Comparison: 'comparisons',
}

function section(here: Here, owner: string, name: ClassName, parts: readonly string[]): Html {
  const heading = headings[name]!
  const content = name === 'Training' ? parts.map((part) => training(here, part)) : table(here, owner, name, parts)
  return html`<section aria-labelledby="${heading}"><h2 id="${heading}">${wordsIn(here.language)[heading]}</h2>
${content}</section>`
}

function training(here: Here, iri: string): Html {
  const { graph } = here.site
  const usages = partsOf(graph, iri)
  return html`<h3>${linkTo(here, iri, capital(textIn(here, iri, 'phase')) || undefined)}</h3>
${factsTable(here, iri, (property) => ownerLinks.has(property) || property === st('phase'))}${usages.length > 0 && table(here, iri, 'Usage', usages)}`
}

/** For each class of parts, the columns of its table: a label, and what stands in a row. */
const columns: Partial<Record<ClassName, readonly (readonly [property: string, cell: (here: Here, iri: string) => Content])[]>> = {
  Usage: [
    ['uses', (here, iri) => linkIn(here, iri, 'uses')],
    ['', (here, iri) => usageText(here.site.graph, iri, here.language)],
  ],
  Evaluation: [
    ['benchmark', (here, iri) => linkIn(here, iri, 'benchmark')],
    ['metric', (here, iri) => textIn(here, iri, 'metric')],
    ['setting', (here, iri) => textIn(here, iri, 'setting')],
    ['score', (here, iri) => linkTo(here, iri, scoreText(here.site.graph, iri, here.language) || '–')],
  ],
  Comparison: [
    ['comparedWith', (here, iri) => linkIn(here, iri, 'comparedWith')],
    ['aspect', (here, iri) => linkTo(here, iri, textIn(here, iri, 'aspect') || '–')],
    ['outcome', (here, iri) => outcomeText(here.site.graph, iri, here.language)],
  ],
}

function table(here: Here, owner: string, name: ClassName, parts: readonly string[]): Html {
  const cells = columns[name]!
  const words = wordsIn(here.language)
  const head = cells.map(([key]) => html`<th scope="col">${key && labelOf(st(key), here.language)}</th>`)
  const rows = [...parts]
    .map((part) => ({ part, name: textOf(here, part) }))
    .sort((a, b) => compareText(a.name, b.name))
    .map(
      ({ part }) =>
        html`<tr>${cells.map(([, cell]) => html`<td>${cell(here, part)}</td>`)}<td>${evidence(here, claimsOf(here, part))}</td></tr>\n`,
    )
  const whole = (own: readonly Html[], label: string): Html =>
    html`<section class="scroll" tabindex="0" aria-label="${label}"><table class="parts"><thead><tr>${head}<th scope="col">${words.sources}</th></tr></thead><tbody>\n${own}</tbody></table></section>`
  const label = `${textOf(here, owner)}: ${pluralOf(name, here.language)}`
  if (rows.length <= shown + 5) return whole(rows, label)
  const more = words.more(rows.length - shown)
  return html`${whole(rows.slice(0, shown), label)}<details class="rest"><summary>${more}</summary>${whole(rows.slice(shown), `${label}, ${more}`)}</details>`
}

function linkIn(here: Here, iri: string, key: string): Content {
  const value = valueOf(here.site.graph, iri, key)
  return value && valueHtml(here, value, st(key))
}

const textIn = ({ site, language }: Here, iri: string, key: string): string => partValue(site.graph, iri, key, language)

/** The claims that a part rests on, without those that say what it belongs to. */
function claimsOf({ site: { graph } }: Here, iri: string): Claim[] {
  return graph.statementsOf(iri).flatMap(({ property, claims }) => (property === type || ownerLinks.has(property) ? [] : claims))
}
