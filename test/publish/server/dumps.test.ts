/** Dumps out of the folder of a static site. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDumps, type OpenDumps } from '../../../src/publish/server/dumps.ts'
import { openSite } from '../../../src/publish/server/open-site.ts'
import { startServer } from '../../../src/publish/server/server.ts'
import { siteRouter } from '../../../src/publish/server/site-router.ts'
import type { Running } from '../../../src/publish/server/server.ts'
import { publishSite } from '../../../src/publish/static/publish.ts'
import { graphOf } from '../../graph-of.ts'
import { descriptors, until, yaml } from './served.ts'

const folder = mkdtempSync(join(tmpdir(), 'stemma-dumps-'))
const before = descriptors()
let server: Running
let dumps: OpenDumps
beforeAll(async () => {
  const graph = graphOf(yaml)
  await publishSite(graph, folder, { workers: 1 })
  dumps = openDumps(graph, folder)
  server = await startServer(siteRouter(openSite(graph.index, dumps.dumps), { handlers: [dumps.handler] }), { host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await server.stop()
  dumps.close()
  rmSync(folder, { recursive: true })
  await until(() => descriptors() <= before)
})

const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
  fetch(new URL(path, server.url), { headers, method })

test('each is there with its checksum, as the dataset tells', async () => {
  expect(dumps.dumps.length).toBe(5)
  for (const { path, sha256, bytes } of dumps.dumps) {
    const response = await get(path)
    const body = Buffer.from(await response.arrayBuffer())
    expect([response.status, body.length, response.headers.get('etag')]).toEqual([200, bytes, `"${sha256}"`])
    expect(createHash('sha256').update(body).digest('hex')).toBe(sha256)
  }
})

test('what tells of them is that of the static site', async () => {
  for (const path of ['about.html', 'zh/about.html', 'about.ttl', '.well-known/void', 'dump/SHA256SUMS'])
    expect(Buffer.from(await (await get(path)).arrayBuffer()).equals(readFileSync(join(folder, path)))).toBe(true)
})

test('in parts, on conditions, and by HEAD', async () => {
  const path = 'dump/graph.ttl'
  const all = readFileSync(join(folder, path))
  const part = await get(path, { range: 'bytes=10-19' })
  expect([part.status, await part.text()]).toEqual([206, all.subarray(10, 20).toString('latin1')])
  const rest = await get(path, { range: `bytes=${all.length - 5}-`, 'if-range': part.headers.get('etag')! })
  expect((await rest.arrayBuffer()).byteLength).toBe(5)
  expect((await get(path, { 'if-none-match': part.headers.get('etag')! })).status).toBe(304)
  const head = await get(path, {}, 'HEAD')
  expect([head.status, head.headers.get('content-length')]).toEqual([200, String(all.length)])
  expect(head.headers.get('link')).toContain('<../about.ttl>; rel="describedby"')
  expect((await get('dump/graph.nq.gz')).headers.get('content-type')).toBe('application/gzip')
})

test('they stay what they are while the folder is written anew, and clients that leave leave nothing behind', async () => {
  const open = descriptors()
  const before = readFileSync(join(folder, 'dump/graph.trig'))
  rmSync(join(folder, 'dump/graph.trig'))
  writeFileSync(join(folder, 'dump/graph.trig'), 'another')
  expect(Buffer.from(await (await get('dump/graph.trig')).arrayBuffer()).equals(before)).toBe(true)
  for (let round = 0; round < 20; round++) await (await get('dump/graph.jsonld')).body!.cancel()
  await until(() => descriptors() <= open + 2)
})

test('those of another graph, or none, are refused', () => {
  const other = graphOf('id: other\nsource: paper\nname: Other')
  expect(() => openDumps(other, folder)).toThrow(/other-graph/)
  expect(() => openDumps(other, join(folder, 'nowhere'))).toThrow(/file-enoent/)
})
