/** The overview of families: nothing lies on anything else, every link leads somewhere, and the page stays small at any size. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bulkBuild } from '../../src/graph/bulk/bulk-build.ts'
import { createGraph, type Graph } from '../../src/graph/graph.ts'
import { claimsOfIndex } from '../../src/graph/claims-of-index.ts'
import { familiesOf, type Families } from '../../src/graph/families/families.ts'
import { undated } from '../../src/graph/families/released.ts'
import { openShipped } from '../../src/graph/shipped.ts'
import { siteAssets } from '../../src/publish/assets.ts'
import { contentsOf } from '../../src/publish/contents.ts'
import { heapWidth, gap, mark, nearestIn, trunk } from '../../src/publish/overview/lane.ts'
import { allGroups, groupsUnder, largestFirst, rootsOf, type Group } from '../../src/publish/overview/lanes.ts'
import { layoutOf, rowY, stripY } from '../../src/publish/overview/layout.ts'
import { resourcesOf, type Resources } from '../../src/publish/resources.ts'
import { graphOf } from '../graph-of.ts'

const eight = `{ id: gpt-3, source: paper, name: GPT-3, released: 2020-05 }
---
{ id: gpt-3-175b, source: paper, name: GPT-3 175B, variantOf: gpt-3, released: 2020-05 }
---
{ id: codex, source: paper, name: Codex, fineTunedFrom: gpt-3, released: 2021-07 }
---
{ id: instructgpt, source: paper, name: InstructGPT, fineTunedFrom: gpt-3, released: 2022-01 }
---
{ id: webgpt, source: paper, name: WebGPT <img onerror=alert(1)>, fineTunedFrom: gpt-3-175b, released: 2021-12 }
---
{ id: gopher, source: paper, name: Gopher, released: 2021-12 }
---
{ id: gophercite, source: paper, name: GopherCite, fineTunedFrom: gopher, released: 2022-03 }
---
{ id: gpt-j, source: paper, name: GPT-J 6B }`

const resourcesFor = (graph: Graph): Resources =>
  resourcesOf({ graph, assets: siteAssets(join(import.meta.dirname, '../../src/publish/browser')), dumps: [] }, contentsOf(graph))

interface Box {
  readonly what: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The boxes of all names and marks of a picture. */
function boxesOf(families: Families, groups: readonly Group[], width: (model: number) => number): Box[] {
  return layoutOf(families, groups, width).lanes.flatMap((lane) => [
    ...lane.named.flatMap((one): Box[] => {
      const y = rowY(lane, one.row)
      const left = one.turned ? one.x - gap - one.width : one.x + gap
      return [
        { what: `name ${one.model}`, left, right: left + one.width, top: y - 16, bottom: y - 1 },
        { what: `mark ${one.model}`, left: one.x - mark, right: one.x + mark, top: y - mark, bottom: y + mark },
      ]
    }),
    ...lane.heaps.map(({ x, models }): Box => {
      const half = heapWidth(models.length) / 2
      return { what: `heap of ${models.length}`, left: x - half, right: x + half, top: stripY(lane) - 8, bottom: stripY(lane) + 8 }
    }),
    { what: `title ${lane.group.head}`, left: 0, right: 400, top: lane.y + 4, bottom: lane.y + 22 },
  ])
}

/** Pairs of boxes that lie on each other, and those that lie outside. */
function clashesOf(boxes: readonly Box[]): string[] {
  const sorted = [...boxes].sort((a, b) => a.top - b.top)
  return sorted.flatMap((one, place) => {
    const clashes = one.left < 0 || one.right > 1136 ? [`${one.what} lies outside: ${one.left} to ${one.right}`] : []
    for (let at = place + 1; at < sorted.length && sorted[at]!.top < one.bottom; at++)
      if (sorted[at]!.left < one.right && sorted[at]!.right > one.left) clashes.push(`${one.what} and ${sorted[at]!.what}`)
    return clashes
  })
}

/** Where a line along a row goes through the mark of another model than the one that it comes from, so that it reads as a step from that. */
function falseSteps(families: Families, groups: readonly Group[], width: (model: number) => number): string[] {
  return layoutOf(families, groups, width).lanes.flatMap(({ named }) => {
    const places = new Map(named.map((one) => [one.model, one]))
    const above = nearestIn(families, new Set(places.keys()))
    return named.flatMap(({ model, row, x }) => {
      const parent = above.get(model)
      if (parent === undefined || (families.released[parent] === undated) !== (families.released[model] === undated)) return []
      const from = places.get(parent)!
      const start = from.row === row ? from.x : from.x - trunk
      const passed = named.filter((one) => one.row === row && one.model !== model && one.model !== parent)
      return passed
        .filter((one) => one.x + mark > Math.min(start, x) && one.x - mark < Math.max(start, x))
        .map((one) => `the line from ${parent} to ${model} goes through ${one.model}`)
    })
  })
}

/** Random families: each model comes from an earlier one or from none. */
function randomFamilies(count: number, dated: number): Families {
  let seed = count
  const random = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return seed / 2 ** 32
  }
  const parent = Int32Array.from({ length: count }, (_, model) => (model > 20 && random() < 0.6 ? Math.floor(model * random() ** 3) : -1))
  const released = Int32Array.from({ length: count }, (_, model) =>
    random() < dated ? 19_000 + Math.floor((model / count) * 1400) : undated,
  )
  const starts = new Uint32Array(count + 1)
  const lists = Array.from({ length: count }, (): number[] => [])
  for (const [model, above] of parent.entries()) lists[above]?.push(model)
  for (const [model, own] of lists.entries()) starts[model + 1] = starts[model]! + own.length
  const descendants = new Uint32Array(count)
  for (let model = count - 1; model > 0; model--) if (parent[model]! >= 0) descendants[parent[model]!]! += descendants[model]! + 1
  return {
    models: new Uint32Array(count),
    parent,
    descendants,
    released,
    children: Int32Array.from(lists.flat()),
    starts,
  }
}

describe('nothing lies on anything else', () => {
  test.each([
    [8, 1],
    [8, 0.5],
    [200, 0.9],
    [200, 0],
    [5000, 1],
    [5000, 0.7],
    [60_000, 0.98],
  ])('%i models, %f of them dated', (count, dated) => {
    const families = randomFamilies(count, dated)
    const width = (model: number): number => 20 + ((model * 37) % 176)
    const pictures = [
      allGroups(families),
      ...largestFirst(families, rootsOf(families))
        .slice(0, 3)
        .map((head) => groupsUnder(families, head)),
    ]
    for (const { groups } of pictures) {
      expect(clashesOf(boxesOf(families, groups, width))).toEqual([])
      expect(falseSteps(families, groups, width)).toEqual([])
      const drawn = layoutOf(families, groups, width).lanes.flatMap(({ named, heaps }) => [
        ...named.map(({ model }) => model),
        ...heaps.flatMap(({ models }) => models),
      ])
      expect(drawn.sort((a, b) => a - b)).toEqual(groups.flatMap(({ members }) => [...members]).sort((a, b) => a - b))
    }
  })

  test('of eight models each has its name', () => {
    const families = familiesOf(graphOf(eight).index)
    expect(layoutOf(families, allGroups(families).groups, () => 90).lanes.flatMap(({ named }) => named)).toHaveLength(8)
  })
})

describe('pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-'))
  const graphs = new Map<string, Graph>()
  beforeAll(async () => {
    const file = join(folder, 'records.jsonl')
    const line = (place: number): string =>
      JSON.stringify({
        id: `user${place % 90}/model-${place}`,
        author: `user${place % 90}`,
        createdAt: new Date(1.65e12 + place * 2e7).toISOString(),
        ...(place > 30 && {
          base_model: [`user${Math.floor(place ** 0.6) % 90}/model-${Math.floor(place ** 0.6)}`],
          base_model_relation: 'finetune',
        }),
      })
    writeFileSync(file, Array.from({ length: 5000 }, (_, place) => line(place)).join('\n'))
    const { index } = (await bulkBuild([file], [], {})).graph
    graphs.set(
      '5,000 models',
      createGraph(claimsOfIndex(index), index.parts.base, () => index),
    )
    graphs.set('8 models', graphOf(eight))
    graphs.set('the shipped data', openShipped())
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(['8 models', 'the shipped data', '5,000 models'])(
    'of %s: every link leads somewhere, all are small, and twice the same',
    (name) => {
      const graph = graphs.get(name)!
      const [resources, again] = [resourcesFor(graph), resourcesFor(graph)]
      const paths = resources.sections().flatMap((section) => (/^(?:site|famil)/.test(section.name) ? [...section.paths()] : []))
      const pages = paths.filter((path) => /^(?:zh\/)?(?:index|famil.*)\.html$/.test(path)).slice(0, 60)
      expect(pages.length).toBeGreaterThan(3)
      const known = new Map<string, boolean>()
      // Pages of things are there where things are, and take long to make; the query page is made elsewhere.
      const leads = (path: string): boolean =>
        graph.entity(graph.base + path.replace(/^zh\//, '').replace(/\.html$/, '')) !== undefined ||
        /(?:^|\/)query\.html$/.test(path) ||
        resources.at(path) !== undefined
      for (const path of pages) {
        const body = String(resources.at(path)!.body)
        expect(Buffer.byteLength(body)).toBeLessThan(100_000)
        expect(String(again.at(path)!.body)).toBe(body)
        expect(body).not.toMatch(/<img|style="/)
        for (const [, href] of body.slice(body.indexOf('<main')).matchAll(/ href="([^"]+)"/g)) {
          if (href!.startsWith('#')) continue
          const target = new URL(href!.replaceAll('&amp;', '&'), `http://x/${path}`)
          if (target.host !== 'x') continue
          const to = target.pathname.slice(1)
          if (!known.has(to)) known.set(to, leads(to))
          expect(known.get(to), `${path} leads to ${to}`).toBe(true)
        }
      }
    },
  )
})
