/** One client among others: what it may take, and that it takes nothing from them. */
import { afterEach, expect, test } from 'vitest'
import { packageFile } from '../../../src/package-files.ts'
import { openEndpoint, type Endpoint } from '../../../src/publish/endpoint/open.ts'
import { clientsBehind } from '../../../src/publish/server/client.ts'
import { graphOf } from '../../graph-of.ts'
import { served, yaml, type Served } from '../server/served.ts'

const programs = { process: packageFile('dist/endpoint-process.cjs'), worker: packageFile('dist/endpoint-worker.cjs') }
const endless = (number: number): string =>
  `SELECT ?x ?n { BIND("${'a'.repeat(40)}!" AS ?x) BIND(${number} AS ?n) FILTER REGEX(?x, "^(a+)+$") }`

let endpoint: Endpoint
let site: Served
async function open(shareMs: number): Promise<void> {
  const limits = { workers: 2, timeMs: 3000, slowMs: 200, waitMs: 20_000, shareMs, atATime: 2 }
  endpoint = openEndpoint(graphOf(yaml), { programs, limits })
  site = await served({ handlers: endpoint.handlers, clientOf: clientsBehind('1') })
  // Threads take a while to begin.
  for (let number = 0; number < 4; number++) await (await ask('::1', 'ASK {}')).text()
}
afterEach(async () => {
  await site.stop()
  await endpoint.close()
})

const ask = (client: string, query: string, path = 'sparql'): Promise<Response> =>
  fetch(`${site.url}${path}?query=${encodeURIComponent(query)}`, { headers: { 'x-forwarded-for': client } })
const told = async (answer: Response): Promise<unknown> => {
  const { problems } = (await answer.json()) as { problems?: { code: string }[] }
  return [answer.status, answer.headers.get('content-type'), problems?.[0]?.code]
}
const good = [200, 'application/sparql-results+json', undefined]
const limited = [429, 'application/problem+json', 'rate-limited']

test('so many questions at a time, and for so long in a minute; others are answered, and pages are no questions', async () => {
  await open(1000)
  const all = [1, 2, 3].map((number) => ask('192.0.2.1', endless(number)))
  const third = await Promise.race(all)
  expect([await told(third), third.headers.get('retry-after')]).toEqual([limited, '1'])
  expect(await told(await ask('192.0.2.2', 'ASK {}'))).toEqual(good)
  // Both take their time, which is more than the share.
  expect((await Promise.all(all)).map(({ status }) => status).sort()).toEqual([429, 504, 504])
  const later = await ask('192.0.2.1', 'ASK {}')
  expect(await told(later)).toEqual(limited)
  const seconds = Number(later.headers.get('retry-after'))
  // Six seconds were taken or a little more, and one in a minute is free.
  expect([seconds > 60, seconds < 600]).toEqual([true, true])
  expect((await fetch(`${site.url}queries/ancestors?model=bloom`, { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(429)
  expect((await fetch(`${site.url}graph-store?default`, { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(429)
  expect(await told(await ask('192.0.2.2', 'ASK {}'))).toEqual(good)
  for (const path of ['model/bloom.html', 'queries', 'sparql', 'health'])
    expect((await fetch(`${site.url}${path}`, { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(200)
}, 30_000)

test('who leaves at once has taken the time all the same; this machine takes as much as it likes', async () => {
  await open(100)
  for (const client of ['2001:db8::1', '::1']) {
    const leaving = new AbortController()
    const left = fetch(`${site.url}sparql?query=${encodeURIComponent(endless(4))}`, {
      headers: { 'x-forwarded-for': client },
      signal: leaving.signal,
    })
    // Then it has run for longer than the share.
    await expect.poll(() => endpoint.state.slow, { timeout: 5000 }).toBe(1)
    leaving.abort()
    await expect(left).rejects.toThrow()
    await expect.poll(() => endpoint.state.running, { timeout: 5000 }).toBe(0)
  }
  expect(await told(await ask('2001:db8::2', 'ASK {}'))).toEqual(limited)
  expect(await told(await ask('2001:db8:0:1::2', 'ASK {}'))).toEqual(good)
  expect(await told(await ask('::1', 'ASK {}'))).toEqual(good)
}, 30_000)
