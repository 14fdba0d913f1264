/** The section of a page that draws models by family and time, with the same as text beside it. */
import type { Families } from '../../graph/families/families.ts'
import { byDate } from '../../graph/families/released.ts'
import { partName } from '../pages/pager.ts'
import { html, type Html } from '../html.ts'
import { urlOfPage, type Here } from '../site.ts'
import { widthOf } from '../text-width.ts'
import { wordsIn } from '../words.ts'
import { stepsAcross } from './across.ts'
import { drawOverview, type Texts } from './draw.ts'
import { familyName, familyNames, hasFamilyPage, modelsPerPage } from './family-names.ts'
import { nearestIn } from './lane.ts'
import type { Groups } from './lanes.ts'
import { layoutOf, type PlacedLane } from './layout.ts'

/** What is drawn, and where its numbers lead. */
export interface Shown {
  readonly families: Families
  readonly groups: Groups
  /** The model whose family is shown, if it is not all of them. */
  readonly of?: number
}

const fontSize = 12.5
/** A longer name is cut. */
const widest = 196

/** The picture, the same as text, and how to come to what is not drawn. */
export function overviewSection(here: Here, shown: Shown): Html {
  const { families, groups, of } = shown
  const words = wordsIn(here.language)
  const names = familyNames(here, families)
  const shortened = (model: number): string => shorten(names.name(model))
  const layout = layoutOf(families, groups.groups, (model) => widthOf(shortened(model), fontSize))
  const drawn = new Set(layout.lanes.flatMap(({ named }) => named.map(({ model }) => model)))
  const titleOf = ({ group: { head } }: PlacedLane): string =>
    head === undefined ? (of === undefined ? words.alone : words.direct(shortened(of))) : shortened(head)
  const urlOf = ({ group: { head } }: PlacedLane): string | undefined =>
    head === undefined ? (of === undefined ? urlOfPage(here, 'class/model') : undefined) : (names.familyUrl(head) ?? names.url(head))
  const about = ({ group: { members } }: PlacedLane): string =>
    [words.modelCount(members.length), names.span(members)].filter((text) => text !== '').join(' · ')
  const texts: Texts = {
    label: of === undefined ? words.timeline : words.familyOf(names.name(of)),
    undated: words.undated,
    name: shortened,
    url: names.url,
    title: (model) => [names.name(model), names.date(model)].filter(Boolean).join(', '),
    heap: (models) => [words.modelCount(models.length), names.span(models)].filter((text) => text !== '').join(', '),
    heapUrl: (lane, first) => pageWith(here, shown, lane, first) ?? urlOf(lane) ?? '#models',
    about,
    lane: (lane) => {
      const url = urlOf(lane)
      return url === undefined ? html`${titleOf(lane)}` : html`<a href="${url}">${titleOf(lane)}</a>`
    },
  }
  const picture = drawOverview(families, layout, stepsAcross(here.site.graph.index, families, drawn), texts)
  return html`<figure class="overview"><section class="scroll" tabindex="0" aria-label="${texts.label}">${picture}</section>
<figcaption>${words.familiesText}${groups.left > 0 && html` <a href="${urlOfPage(here, 'families')}">${words.familyMore(groups.left, groups.leftModels)}</a>`}
<details><summary>${words.lineageText}</summary><ul>
${layout.lanes.map((lane) => html`<li>${texts.lane(lane)}, ${about(lane)}${laneText(lane, families, texts, names.date, words.from)}</li>\n`)}</ul></details></figcaption></figure>`
}

/** The page of a family on which a model stands. */
function pageWith(here: Here, { families }: Shown, { group: { head, members } }: PlacedLane, model: number): string | undefined {
  if (head === undefined || !hasFamilyPage(families, head)) return undefined
  const order = byDate(families.released)
  const before = members.reduce((count, other) => count + Number(order(other, model) < 0), 0)
  const { index, base } = here.site.graph
  const name = familyName(index.terms.term(families.models[head]!).value, base)
  return name && urlOfPage(here, partName(name, 1 + Math.floor(before / modelsPerPage)))
}

/** The named models of a lane, each with what it came from. */
function laneText(lane: PlacedLane, families: Families, texts: Texts, date: (model: number) => string | undefined, from: string): Html {
  const above = nearestIn(families, new Set(lane.named.map(({ model }) => model)))
  const rows = lane.named.map(({ model }) => {
    const [url, on, parent] = [texts.url(model), date(model), above.get(model)]
    const name = url === undefined ? texts.name(model) : html`<a href="${url}">${texts.name(model)}</a>`
    return html`<li>${name}${on !== undefined && `, ${on}`}${parent !== undefined && families.parent[model] === parent && `, ${from} ${texts.name(parent)}`}</li>\n`
  })
  return html`<ul>\n${rows}</ul>`
}

/** A name that takes no more room than there is. */
function shorten(name: string): string {
  if (name.length <= 200 && widthOf(name, fontSize) <= widest) return name
  // No name that fits is longer, and of a very long one nothing more is to be measured.
  const characters = [...name.slice(0, 200)]
  let end = characters.length
  while (end > 1 && widthOf(`${characters.slice(0, end).join('')}…`, fontSize) > widest) end -= 1
  return `${characters.slice(0, end).join('').trimEnd()}…`
}
