/** What is fetched from a store: enough, and not more. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openShipped } from '../../src/graph/shipped.ts'
import { quadsOf } from '../../src/graph/quads.ts'
import { connect, type Client } from '../../src/query/endpoint.ts'
import { graphOfNames } from '../../src/query/endpoint-names.ts'
import { find } from '../../src/query/find.ts'
import { lineage } from '../../src/query/lineage.ts'
import { remoteGraph } from '../../src/query/remote-graph.ts'
import { st } from '../../src/model/vocabulary.ts'
import { treeText } from '../../src/commands/tree-text.ts'
import { StemmaError } from '../../src/errors.ts'
import type { Graph } from '../../src/graph/graph.ts'
import { names } from './command-lines.ts'
import { localStore, reply, type LocalStore } from './local-store.ts'

const graph = openShipped()
let store: LocalStore
let client: Client
beforeAll(async () => {
  store = await localStore(quadsOf(graph, 'store'))
  client = connect(`${store.url}/query`)
})
afterAll(() => store.close())

test('of a tree with a depth no more is fetched than that', async () => {
  const requests = async (depth?: number): Promise<number> => {
    const before = store.seen.length
    await remoteGraph(client, { reach: 'lineage', things: ['bloomz-7.1b'], directions: ['up'], ...(depth !== undefined && { depth }) })
    return store.seen.length - before
  }
  expect(await requests(1)).toBeLessThan(await requests())
})

test('of a thing, what points to it is fetched where it is wanted', async () => {
  const pointing = async (links: boolean): Promise<number> => {
    const part = await remoteGraph(client, { reach: 'thing', things: ['bloom'], links })
    return part.statementsTo(bloom).filter(({ property }) => property === st('variantOf')).length
  }
  const bloom = find(graph, 'bloom').iri
  expect([await pointing(false), await pointing(true)]).toEqual([0, 6])
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
  const some = await remoteGraph(client, { reach: 'lineage', things: ['sparrow'], directions: ['up'] })
  store.fault = undefined
  const { iri } = find(graph, 'sparrow')
  const tree = (one: Graph): string =>
    treeText(one, lineage(one, iri, 'up'), 'up', { sources: true }, { out() {}, err() {}, terminal: false, color: false })
  expect(tree(some)).toBe(tree(graph))
})
