/** The pages of a family, or of the part of one that came from a model: its lineage drawn, and its models by date. */
import { none } from '../../graph/families/none.ts'
import { byDate } from '../../graph/families/released.ts'
import { membersOf, type Families } from '../../graph/families/families.ts'
import { stepsOf, type Step } from '../../query/steps.ts'
import type { Graph } from '../../graph/graph.ts'
import { languages } from '../address.ts'
import { html, type Html } from '../html.ts'
import { drawing } from '../lineage-graph.ts'
import type { Layout } from '../lineage-layout.ts'
import { layoutOf, picture } from '../lineage-svg.ts'
import { familyNames, modelsPerPage, type FamilyNames } from '../overview/family-names.ts'
import { groupsUnder } from '../overview/lanes.ts'
import { overviewSection } from '../overview/section.ts'
import { linkTo, urlOfIri, urlOfPage, type Here } from '../site.ts'
import { wordsIn } from '../words.ts'
import { pager, type Part } from './pager.ts'
import type { Page } from './shell.ts'

/** What the pages of a family have in common, in every language. */
export interface Family {
  readonly families: Families
  readonly head: number
  /** Its models, the head among them, by date; those without a date at the end. */
  readonly members: Int32Array
  /** Its steps and where they are drawn, if they are few enough for that. */
  readonly drawn?: { readonly steps: readonly Step[]; readonly layout: Layout }
}

/** With more steps, a family is drawn by its parts. */
const mostSteps = 60

/** Reads a family. */
export function familyUnder(graph: Graph, families: Families, head: number): Family {
  const members = membersOf(families, head)
  const iriOf = (model: number): string => graph.index.terms.term(families.models[model]!).value
  const sorted = members.slice().sort(byDate(families.released))
  if (members.length - 1 > mostSteps) return { families, head, members: sorted }
  const iris = new Set([...members].map(iriOf))
  const steps = [...members]
    .filter((model) => model !== head)
    .flatMap((model) => stepsOf(graph, iriOf(model), 'up').filter(({ parent }) => iris.has(parent)))
  const layout = layoutOf(languages.map((language) => drawing(graph, iriOf(head), steps, language)))
  return { families, head, members: sorted, drawn: { steps, layout } }
}

/** A page of a family; the first one has the picture. */
export function familyPage(here: Here, family: Family, name: string, part: Part): Page {
  const { families, head, members } = family
  const words = wordsIn(here.language)
  const names = familyNames(here, families)
  const title = words.familyOf(names.name(head))
  const url = names.url(head)
  const count = [words.modelCount(members.length), names.span(members)].filter((text) => text !== '').join(', ')
  const shown = members.subarray((part.number - 1) * modelsPerPage, part.number * modelsPerPage)
  return {
    title: part.number === 1 ? title : `${title} (${part.number})`,
    description: `${title}: ${count}`,
    body: html`<nav class="crumbs" aria-label="${words.families}"><a href="${urlOfPage(here, 'index')}">${words.home}</a> › <a href="${urlOfPage(here, 'families')}">${words.families}</a>${above(families, head).map((model) => html` › <a href="${names.familyUrl(model)}">${names.name(model)}</a>`)}</nav>
<h1>${words.familyOf(names.name(head))}</h1>
<p class="lead">${url === undefined ? names.name(head) : html`<a href="${url}">${names.name(head)}</a>`}: ${count}</p>
${part.number === 1 && drawn(here, family, title)}
<section aria-labelledby="models"><h2 id="models">${words.models}</h2>
${pager(here, name, part)}
${table(here, families, shown, names)}
${pager(here, name, part, true)}</section>`,
  }
}

/** The models above one that it came from, the root first. */
function above({ parent }: Families, model: number): number[] {
  const all: number[] = []
  for (let next = parent[model]!; next !== none; next = parent[next]!) all.unshift(next)
  return all
}

function drawn(here: Here, { families, head, drawn: own }: Family, title: string): Html {
  if (!own) return overviewSection(here, { families, groups: groupsUnder(families, head), of: head })
  const { graph } = here.site
  const root = graph.index.terms.term(families.models[head]!).value
  return html`<figure class="lineage"><section class="scroll" tabindex="0" aria-label="${title}">${picture(drawing(graph, root, own.steps, here.language), own.layout, title, (iri) => urlOfIri(here, iri))}</section></figure>`
}

/** Models with all that they came from, and how many stand below them in the tree of the family, in which each has one place. */
function table(here: Here, { descendants }: Families, models: Int32Array, names: FamilyNames): Html {
  const words = wordsIn(here.language)
  const link = (model: number, url = names.url(model)): Html =>
    url === undefined ? html`${names.name(model)}` : html`<a href="${url}">${names.name(model)}</a>`
  const rows = [...models].map((model) => {
    const [date, below] = [names.date(model), descendants[model]!]
    const origins = [...new Set(stepsOf(here.site.graph, names.iri(model), 'up').map(({ parent }) => parent))]
    const number = below > 0 && below.toLocaleString('en')
    const page = names.familyUrl(model)
    return html`<tr><th scope="row">${link(model)}</th><td>${date ?? words.undated}</td><td>${origins.map((iri, index) => html`${index > 0 && ', '}${linkTo(here, iri)}`)}</td><td class="number">${page === undefined ? number : html`<a href="${page}">${number}</a>`}</td></tr>\n`
  })
  return html`<table class="things"><thead><tr><th scope="col">${words.name}</th><th scope="col">${words.released}</th><th scope="col">${words.from}</th><th scope="col">${words.descendants}</th></tr></thead><tbody>
${rows}</tbody></table>`
}
