/** The search index: that what it holds is found, by the same function as in the browser. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Graph } from '../../src/graph/graph.ts'
import { openShipped } from '../../src/graph/shipped.ts'
import { contentsOf } from '../../src/publish/contents.ts'
import { searchFiles } from '../../src/publish/search/files.ts'
import { indexPath, namesOf, shardPath, type Entry, type SearchIndex } from '../../src/publish/search/format.ts'
import { squashed } from '../../src/publish/search/keys.ts'
import { lookUp, type Found } from '../../src/publish/search/lookup.ts'
import { shardsOf } from '../../src/publish/search/shards.ts'
import { graphOf } from '../graph-of.ts'

interface Searched {
  readonly found: readonly Found[]
  readonly ids: readonly string[]
  readonly asked: readonly string[]
}

/** A search of a graph as a browser makes it. */
function searchOf(graph: Graph): (text: string) => Promise<Searched> {
  const files = searchFiles(graph.index, contentsOf(graph))
  const paths = new Set(files.paths())
  const index = JSON.parse(files.at(indexPath)!) as SearchIndex
  return async (text) => {
    const asked: string[] = []
    const found = await lookUp(index, text, (path) => {
      asked.push(path)
      expect(paths.has(path)).toBe(true)
      return Promise.resolve(JSON.parse(files.at(path)!) as Entry[])
    })
    return { found, asked, ids: found.map(({ entry }) => entry[1]) }
  }
}

const shipped = searchOf(openShipped())

describe('the shipped data', () => {
  test.each([
    ['bloom', 'bloom'],
    ['BLOOM-7B1', 'bloom-7.1b'],
    ['gpt3', 'gpt-3'],
    ['bigscience/bloomz', 'bloomz-176b'],
    ['the pile', 'the-pile'],
  ])('%s', async (text, id) => {
    expect((await shipped(text)).ids[0]).toBe(id)
  })

  test('words in any order', async () => {
    expect((await shipped('176b bloomz')).ids).toContain('bloomz-176b')
  })

  test('Chinese by any of its characters', async () => {
    for (const text of ['语言模型', '模型', '型比']) expect((await shipped(text)).ids).toContain('gen2-gen3-survey')
  })

  test('nothing for nothing, signs and what there is not', async () => {
    for (const text of ['', '  ', '—', 'zzzzzz']) expect((await shipped(text)).found).toEqual([])
  })

  test('two files at most', async () => {
    for (const text of ['b', 'bloom 7', 'gpt 3 175b davinci']) expect((await shipped(text)).asked.length).toBeLessThanOrEqual(2)
  })
})

test('of a thing with thousands of names some are kept, what catalogues know it by among them', async () => {
  const names = Array.from({ length: 2_000 }, (_, place) => `other${place}`)
  const yaml = `{ id: m, source: paper, name: { en: Chosen, zh: 所选 }, altName: ${JSON.stringify(names)}, hubId: zzz/known }`
  const search = searchOf(graphOf(yaml))
  const [found] = (await search('chosen')).found
  expect(found!.entry.slice(5)).toHaveLength(40)
  for (const text of ['所选', 'known', 'zzz/known', ...found!.entry.slice(5).map(String)]) expect((await search(text)).ids).toEqual(['m'])
})

const word = fc.oneof(
  fc.stringMatching(/^[a-zA-Z0-9]{1,6}$/),
  fc.constantFrom('Ünïcode', 'ﬁne', '模型', '悟道', 'かな', 'İstanbul', 'Straße', '7B'),
)
const name = fc.array(word, { minLength: 1, maxLength: 4 }).chain((words) =>
  fc.array(fc.constantFrom(' ', '-', '/', '. ', '_'), { minLength: words.length, maxLength: words.length }).map((joints) => ({
    words,
    text: words.map((one, place) => (place === 0 ? one : joints[place]! + one)).join(''),
  })),
)

test('a thing is found by any beginning of each word of its name', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 8 }), fc.nat(), async (names, seed) => {
      const yaml = names.map(({ text }, place) => `{ id: m${place}, source: paper, name: ${JSON.stringify(text)} }`).join('\n---\n')
      const search = searchOf(graphOf(yaml))
      for (const [place, { words, text }] of names.entries()) {
        expect((await search(text)).found.find(({ entry }) => entry[1] === `m${place}`)?.grade).toBe(3)
        for (const one of words) {
          const characters = [...one]
          const prefix = characters.slice(0, 1 + (seed % characters.length)).join('')
          expect((await search(prefix)).ids).toContain(`m${place}`)
        }
      }
    }),
    { numRuns: 30 },
  )
})

describe('an index of many', () => {
  /** Things with names that are much alike. */
  const entries = Array.from({ length: 30_000 }, (_, place): Entry => [
    0,
    `user${place % 7}--bert-${place % 70}b-${place.toString(36)}`,
    place % 1000,
    '',
    '',
  ])
  const shards = shardsOf({
    count: entries.length,
    weights: Uint32Array.from(entries, ([, , weight]) => weight),
    classes: new Uint8Array(entries.length),
    entry: (place) => entries[place]!,
  })
  const files = new Map(
    shards.map(({ common, last, places }) => [shardPath(common + last.slice(0, 1)), Array.from(places, (place) => entries[place]!)]),
  )
  const index: SearchIndex = {
    classes: [],
    whole: shards.flatMap(({ common, last }) => (last === '' ? [] : [[common, last] as const])),
    best: shards.flatMap(({ common, last }) => (last === '' ? [common] : [])),
  }
  const load = (path: string): Promise<Entry[] | undefined> => Promise.resolve(files.get(path))

  test('has no large file, and no two of one name', () => {
    expect(Math.max(...[...files.values()].map((own) => Buffer.byteLength(JSON.stringify(own))))).toBeLessThan(60_000)
    expect(files.size).toBe(shards.length)
    for (const path of files.keys()) expect(path).toMatch(/^search\/p-[a-z0-9-]{1,240}\.json$/)
  })

  test('each is found by its whole name, first', async () => {
    for (let place = 0; place < entries.length; place += 997) {
      const [found] = await lookUp(index, entries[place]![1], load)
      expect(found?.entry[1]).toBe(entries[place]![1])
    }
  })

  test('of a short beginning the best are found', async () => {
    const found = await lookUp(index, 'bert', load)
    const best = entries.filter((entry) => namesOf(entry).some((one) => squashed(one).includes('bert'))).map(([, , weight]) => weight)
    expect(found.map(({ entry }) => entry[2])).toEqual(best.sort((a, b) => b - a).slice(0, found.length))
    expect(found.length).toBeGreaterThan(100)
  })
})
