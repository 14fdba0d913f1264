/** What commands fetch from a store is enough: of it they say what they say of the whole graph. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openShipped } from '../../src/graph/shipped.ts'
import { quadsOf } from '../../src/graph/quads.ts'
import { connect, type Client } from '../../src/query/endpoint.ts'
import { graphOfNames } from '../../src/query/endpoint-names.ts'
import { find } from '../../src/query/find.ts'
import { StemmaError } from '../../src/errors.ts'
import type { Graph } from '../../src/graph/graph.ts'
import { fetched, lists, names, pages, trees } from './reach.ts'
import { localStore, reply, type LocalStore } from './local-store.ts'

const graph = openShipped()
let store: LocalStore
let client: Client
beforeAll(async () => {
  store = await localStore(quadsOf(graph, 'store'))
  client = connect(`${store.url}/query`)
})
afterAll(() => store.close())

describe('of what is fetched is said what is said of the whole graph', () => {
  test.each(pages)('about %s', async (name) => {
    const { need, say } = fetched.page(graph, name)
    expect(await say(await fetched.graph(client, need))).toEqual(await say(graph))
  })

  test.each(trees)('the lineage of %s %s %o', async (...tree) => {
    const { need, say } = fetched.tree(graph, ...tree)
    expect(await say(await fetched.graph(client, need))).toEqual(await say(graph))
  })

  test.each(lists)('a list of each %s', async (className) => {
    const { need, say } = fetched.list(className)
    expect(await say(await fetched.graph(client, need))).toEqual(await say(graph))
  })

  test('how many of each class', async () => {
    const { need, say } = fetched.census()
    expect(await say(await fetched.graph(client, need))).toEqual(await say(graph))
  })

  test('everything: the disagreements', async () => {
    const { need, say } = fetched.disagreements()
    expect(await say(await fetched.graph(client, need))).toEqual(await say(graph))
  })

  test('of a tree with a depth no more is fetched than that', async () => {
    const requests = async (depth?: number): Promise<number> => {
      const before = store.seen.length
      const things = [find(graph, 'bloomz-7.1b').iri]
      await fetched.graph(client, { reach: 'lineage', things, directions: ['up'], ...(depth !== undefined && { depth }) })
      return store.seen.length - before
    }
    expect(await requests(1)).toBeLessThan(await requests())
  })
})

describe('names', () => {
  const meant = (some: Graph, name: string): string => {
    try {
      return find(some, name).iri
    } catch (error) {
      if (error instanceof StemmaError) return error.code
      throw error
    }
  }

  test.each(names)('%j is the same thing', async (name) => {
    expect(meant(await graphOfNames(client, [{ name }]), name)).toBe(meant(graph, name))
  })

  test('with the class that is wanted', async () => {
    const wanted = await graphOfNames(client, [{ name: 'SNI', among: ['Dataset'] }])
    expect(find(wanted, 'SNI', ['Dataset']).iri).toBe(find(graph, 'SNI', ['Dataset']).iri)
  })

  test('what would be syntax is but a name', async () => {
    const name = '" } } ; DROP ALL # \\u0022'
    expect(meant(await graphOfNames(client, [{ name }]), name)).toBe('unknown-name')
  })
})

test('a store that gives but a few rows is asked about fewer things at a time', async () => {
  store.fault = ({ body }, response) => {
    const things =
      /VALUES \?(?:s|thing) \{([^}]*)\}/
        .exec(new URLSearchParams(body).get('query') ?? '')?.[1]
        ?.trim()
        .split(' ') ?? []
    return (
      things.length > 20 &&
      reply(response, 200, 'application/sparql-results+json', '{"head":{"vars":[]},"results":{"bindings":[]}}', { 'x-sparql-maxrows': '0' })
    )
  }
  const { need, say } = fetched.tree(graph, 'sparrow', 'up', {})
  const some = await fetched.graph(client, need)
  store.fault = undefined
  expect(await say(some)).toEqual(await say(graph))
})
