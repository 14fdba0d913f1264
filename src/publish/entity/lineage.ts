/** The lineage of a thing on its page: the picture, the same as text, and the question that gives all of it. */
import type { Graph } from '../../graph/graph.ts'
import { idOf } from '../../model/iri.ts'
import type { Language } from '../address.ts'
import { html, type Html } from '../html.ts'
import { drawing, type Drawing } from '../lineage-graph.ts'
import { layoutOf, picture } from '../lineage-svg.ts'
import type { Layout } from '../lineage-layout.ts'
import { stepLabel } from '../lineage-tree.ts'
import { linkTo, textOf, urlOfIri, urlOfPage, type Here } from '../site.ts'
import { wordsIn } from '../words.ts'
import { evidence } from './evidence.ts'
import { nearLineage, type NearLineage } from './near-lineage.ts'
import { queryLink } from './query-link.ts'

/** What the pages of one thing have in common, whatever their language; worked out once. */
export interface DrawnLineage extends NearLineage {
  readonly drawings: Readonly<Record<Language, Drawing>>
  readonly layout: Layout
}

/** The lineage of a thing and where its picture has everything; undefined where it has none. */
export function drawnLineage(graph: Graph, iri: string): DrawnLineage | undefined {
  const near = nearLineage(graph, iri)
  if (near.steps.length === 0) return undefined
  const drawings = { en: drawing(graph, iri, near.steps, 'en'), zh: drawing(graph, iri, near.steps, 'zh') }
  return { ...near, drawings, layout: layoutOf(Object.values(drawings)) }
}

/**
 * The section with the picture.
 *
 * @param family the name of the page of the family that comes from the thing
 */
export function lineageSection(here: Here, iri: string, { steps, all, drawings, layout }: DrawnLineage, family?: string): Html {
  const { graph } = here.site
  const words = wordsIn(here.language)
  const title = words.lineageOf(textOf(here, iri))
  const rows = steps.map(
    (step) =>
      html`<li>${linkTo(here, step.child)} ${stepLabel(graph, step, here.language)} ${linkTo(here, step.parent)} ${evidence(here, step.statement.claims)}</li>\n`,
  )
  return html`<section aria-labelledby="lineage"><h2 id="lineage">${words.lineage}</h2>
<figure class="lineage"><section class="scroll" tabindex="0" aria-label="${title}">${picture(drawings[here.language], layout, title, (other) => (other === iri ? undefined : urlOfIri(here, other)))}</section>
<figcaption>${steps.length < all && html`${words.lineageMore(steps.length, all)} `}${queryLink(here, lineageQuery(graph, iri), words.askLineage)}${family && html` · <a href="${urlOfPage(here, family)}">${words.familyOf(textOf(here, iri))}</a>`}
<details><summary>${words.lineageText}</summary><ul>
${rows}</ul></details></figcaption></figure></section>`
}

/** The question whose answer is the lineage of a thing. */
function lineageQuery(graph: Graph, iri: string): string {
  const { className } = graph.entity(iri)!
  return `# Everything that ${idOf(iri, graph.base)} came from, and what came from it.
SELECT DISTINCT ?from ?step ?to WHERE {
  { <${iri}> (${walked[className === 'Dataset' ? 'Dataset' : 'Model']})* ?from } UNION { ?from (${walked[className === 'Dataset' ? 'Dataset' : 'Model']})* <${iri}> }
  ?from ?step ?to .
  VALUES ?step { ${steps.join(' ')} }
}`
}

const walked = { Model: 'st:derivedFrom|st:variantOf', Dataset: 'st:derivedFrom|st:hasPart' } as const
const steps = [
  'st:fineTunedFrom',
  'st:adaptedFrom',
  'st:quantizedFrom',
  'st:mergedFrom',
  'st:distilledFrom',
  'st:promptedFrom',
  'st:continuedFrom',
  'st:derivedFrom',
  'st:variantOf',
  'st:trainedOn',
  'st:hasPart',
] as const
