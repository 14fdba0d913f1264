/** Real stores: the shipped graph is pushed there, counted, and asked all that it can be asked here. */
import { spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { StemmaError } from '../../../src/errors.ts'
import { nquads } from '../../../src/formats/nquads.ts'
import { saveGraph } from '../../../src/graph/saved.ts'
import { openShipped } from '../../../src/graph/shipped.ts'
import { quadsOf } from '../../../src/graph/quads.ts'
import { graphNames } from '../../../src/model/iri.ts'
import { push } from '../../../src/publish/push/push.ts'
import { askEndpoint, connect, type Client } from '../../../src/query/endpoint.ts'
import { graphOfNames } from '../../../src/query/endpoint-names.ts'
import { ask } from '../../../src/query/engine.ts'
import { find } from '../../../src/query/find.ts'
import type { Answer } from '../../../src/query/answer.ts'
import { bind, savedQueries, savedQuery } from '../../../src/query/saved.ts'
import { stemma, type Run } from '../../run.ts'
import { answerLines, unlike } from '../answers.ts'
import { commandLines, names, slips } from '../command-lines.ts'
import { known } from './known.ts'
import { temporaryFolder, type RunningStore } from './store.ts'
import { hasTdb2, startTdb2 } from './tdb2.ts'
import { hasVirtuoso, startVirtuoso } from './virtuoso.ts'

const graph = openShipped()
const quads = quadsOf(graph, 'store')
const sizes = new Map<string, number>()
for (const line of new Set(nquads.write(quads, { prefixes: {} }).trimEnd().split('\n'))) {
  const name = /<([^<>]*)> \.$/.exec(line)![1]!
  sizes.set(name, (sizes.get(name) ?? 0) + 1)
}

const stores = [
  { name: 'Virtuoso', package: 'virtuoso-opensource', isThere: hasVirtuoso, start: startVirtuoso, ways: ['gsp'], exact: false },
  { name: 'TDB2', package: 'libapache-jena-java and a JDK', isThere: hasTdb2, start: startTdb2, ways: ['gsp', 'update'], exact: true },
] as const

for (const { name, isThere, start, ways, exact, package: from } of stores) {
  test.runIf(!isThere)(`${name} is installed`, ({ skip }) => skip(`not installed: Debian's ${from}`))

  describe.skipIf(!isThere)(name, () => {
    let store: RunningStore
    let client: Client
    const folder = temporaryFolder('push')
    const own = join(folder, 'own.stemma')
    beforeAll(async () => {
      saveGraph(graph, own)
      store = await start()
      client = connect(store.query)
    })
    afterAll(async () => {
      await store.stop()
      rmSync(folder, { recursive: true })
    })

    /** How many statements each of our graphs has there. */
    async function counted(): Promise<ReadonlyMap<string, number>> {
      const each = await Promise.all(
        [...sizes.keys()].map(async (graphName) => {
          const one = await askEndpoint(client, `SELECT (COUNT(*) AS ?n) { GRAPH <${graphName}> { ?s ?p ?o } }`)
          return [graphName, one.type === 'bindings' ? Number(one.rows[0]!['n']!.value) : NaN] as const
        }),
      )
      return new Map(each)
    }

    test.each(ways)('takes the graph by %s', async (protocol) => {
      const address = protocol === 'gsp' ? store.graphs : store.updates
      const options = { credentials: store.credentials, query: store.query, state: join(folder, 'state.json') }
      expect(await push(address, () => quads, options)).toEqual({
        protocol,
        statements: quads.length,
        graphs: sizes.size,
        resumed: 0,
        removed: [],
      })
      expect(await counted()).toEqual(sizes)
    })

    test('a push that is killed and run again comes to the same', async () => {
      const state = join(folder, 'killed.json')
      const credentials =
        store.credentials && 'user' in store.credentials
          ? { STEMMA_ENDPOINT_USER: store.credentials.user, STEMMA_ENDPOINT_PASSWORD: store.credentials.password }
          : {}
      const run = (): ReturnType<typeof spawn> =>
        spawn(
          process.execPath,
          ['--import', 'tsx', 'src/cli.ts', 'push', store.graphs, '--query', store.query, '--state', state, '--chunk', '2000'],
          {
            env: { ...process.env, ...credentials },
            stdio: ['ignore', 'ignore', 'pipe'],
          },
        )
      const first = run()
      const ended = new Promise((resolve) => first.once('exit', resolve))
      while (!existsSync(state) && first.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 20))
      first.kill('SIGKILL')
      await ended
      expect(existsSync(state)).toBe(true)
      const second = run()
      let told = ''
      second.stderr!.on('data', (text: Buffer) => (told += text.toString()))
      const code = await new Promise((resolve) => second.once('close', resolve))
      expect([code, told]).toEqual([0, expect.stringMatching(/resumed +after the [\d,]+ statements of an earlier run/)])
      expect(existsSync(state)).toBe(false)
      expect(await counted()).toEqual(sizes)
    })

    const saved = savedQueries().flatMap((query) => query.examples.map((example) => [query.name, example, query] as const))
    test.for(saved)('answers %s %s', async ([question, example, { sparql }], { skip }) => {
      const query = savedQuery(question)!
      const args = Object.fromEntries(example === '' ? [] : example.split(' ').map((pair) => pair.split('=') as [string, string]))
      const parameters = bind(graph, query, args)
      const lines = (answer: Answer): string[] => answerLines(answer).map((line) => (exact ? line : withPlainNumbers(line)))
      const reason = known[name][question]
      try {
        const difference = unlike(lines(await askEndpoint(client, sparql, parameters)), lines(await ask(graph, sparql, parameters)))
        if (difference && reason !== undefined) skip(reason)
        expect(difference).toBeUndefined()
      } catch (error) {
        if (error instanceof StemmaError && reason !== undefined) skip(reason)
        throw error
      }
    })

    test('keeps the best view apart from what sources say', async () => {
      const wide = await askEndpoint(client, 'SELECT (COUNT(*) AS ?n) { ?s ?p ?o }')
      expect(wide).toMatchObject({ rows: [{ n: { value: String(sizes.get(graphNames(graph.base).best)) } }] })
    })

    test.for([...commandLines, ...slips])('stemma %s prints the same', async (line, { skip }) => {
      const lines = ({ code, out, err }: Run): string[] => [`${code}`, ...`${out}${err}`.split('\n')]
      const args = line.split(' ')
      const theirs = lines(await stemma([...args, '--endpoint', store.query]))
      const ours = lines(await stemma([...args, '--graph', own]))
      const reason = known[name][line]
      if (reason !== undefined && unlike(theirs, ours)) skip(reason)
      expect(theirs).toEqual(ours)
    })

    test.each(names)('knows what %s is', async (wanted) => {
      const there = await graphOfNames(client, [{ name: wanted }])
      const meant = (some: typeof graph): string => {
        try {
          return find(some, wanted).iri
        } catch (error) {
          return (error as StemmaError).code
        }
      }
      expect(meant(there)).toBe(meant(graph))
    })
  })
}

/** Virtuoso keeps the value of a number, not how it was written nor its exact type. */
function withPlainNumbers(line: string): string {
  const number = (text: string): string => (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? String(Number(text)) : text)
  return line
    .replace(/"([^"\\]*)"\^\^<http:\/\/www\.w3\.org\/2001\/XMLSchema#(?:integer|decimal|double)>/g, (_, text: string) => number(text))
    .split('\t')
    .map(number)
    .join('\t')
}
