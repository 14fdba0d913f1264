/** The W3C's tests of the SPARQL 1.1 Protocol: questions are answered as they say, and what would change something is refused. */
import { readFileSync } from 'node:fs'
import type { Term } from '@rdfjs/types'
import { Parser, Store } from 'n3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { namedNode } from '../../src/model/claim.ts'
import { packageFile } from '../../src/package-files.ts'
import { fileText, haveTests } from './manifest.ts'
import { openProtocolEndpoint } from './protocol-endpoint.ts'

const earl = 'http://www.w3.org/ns/earl#'
const ht = 'http://www.w3.org/2011/http#'
const mf = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#'

test.each([
  ['protocol', 27, 34],
  ['service-description', 3, 3],
])('docs/serve.md says what docs/earl/%s.ttl does', (name, passed, all) => {
  const report = new Store(new Parser().parse(readFileSync(packageFile(`docs/earl/${name}.ttl`), 'utf8')))
  const outcomes = report.countQuads(null, namedNode(`${earl}outcome`), null, null)
  const good = report.getSubjects(namedNode(`${earl}outcome`), namedNode(`${earl}passed`), null).length
  expect([good, outcomes]).toEqual([passed, all])
  expect(readFileSync(packageFile('docs/serve.md'), 'utf8')).toContain(`${passed} of ${all}`)
})

interface Sent {
  readonly path: string
  readonly init: RequestInit
  /** Classes of statuses. */
  readonly statuses: readonly number[]
  readonly boolean: string | undefined
}

/** The tests with their requests, in order. */
function testsOf(): [name: string, requests: Sent[]][] {
  const all = new Store(new Parser({ baseIRI: 'x:manifest' }).parse(fileText('protocol/manifest.ttl')))
  const lists = all.extractLists()
  const values = (subject: Term, property: string): Term[] => all.getObjects(subject, namedNode(property), null)
  const one = (subject: Term | undefined, property: string): Term | undefined => (subject ? values(subject, property)[0] : undefined)
  const items = (list: Term | undefined): Term[] => lists[list?.value ?? ''] ?? []
  const sent = (request: Term): Sent => {
    const [body, response] = [one(request, `${ht}body`), one(request, `${ht}resp`)!]
    const text = one(body, 'http://www.w3.org/2011/content#chars')?.value
    const encoding = one(body, 'http://www.w3.org/2011/content#characterEncoding')?.value === 'UTF-16' ? 'utf16le' : 'utf8'
    const headers = items(one(request, `${ht}headers`)).map((header): [string, string] => [
      one(header, `${ht}fieldName`)!.value,
      one(header, `${ht}fieldValue`)!.value,
    ])
    return {
      path: one(request, `${ht}absolutePath`)!.value.replace('/sparql/', ''),
      init: { method: one(request, `${ht}methodName`)!.value, headers, ...(text !== undefined && { body: Buffer.from(text, encoding) }) },
      statuses: values(response, `${mf}expectedStatus`).map(({ value }) => Number(/(\d)xx$/.exec(value)![1])),
      boolean: one(response, `${mf}expectedBoolean`)?.value,
    }
  }
  return items(all.getObjects(null, namedNode(`${mf}entries`), null)[0]).map((entry) => [
    entry.value.replace(/^.*#/, ''),
    items(one(one(entry, `${mf}action`), `${ht}requests`)).map(sent),
  ])
}

describe.skipIf(!haveTests)('the endpoint', () => {
  let endpoint: Awaited<ReturnType<typeof openProtocolEndpoint>>
  beforeAll(async () => (endpoint = await openProtocolEndpoint()))
  afterAll(() => endpoint.close())

  const all = haveTests ? testsOf() : []
  const isUpdate = (name: string): boolean => name.startsWith('update_')

  test.each(all.filter(([name]) => !isUpdate(name)))('%s', async (_, requests) => {
    for (const { path, init, statuses, boolean } of requests) {
      const answer = await fetch(`${endpoint.url}/${path}`, init)
      expect(statuses).toContain(Math.floor(answer.status / 100))
      if (boolean !== undefined) expect(await answer.text()).toContain(`"boolean":${boolean}`)
    }
  })

  test.each(all.filter(([name]) => isUpdate(name)))('%s is refused', async (_, requests) => {
    const changes = requests.filter(({ boolean }) => boolean === undefined)
    expect(changes.length).toBeGreaterThan(0)
    for (const { path, init } of changes) {
      const answer = await fetch(`${endpoint.url}/${path}`, init)
      expect([answer.status, ((await answer.json()) as { problems: { code: string }[] }).problems[0]!.code]).toEqual([403, 'read-only'])
    }
  })
})
