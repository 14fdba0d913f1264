/** What is at a path: the bytes of the site, in each coding, with the headers that RFC 9110 asks for. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dataFormats } from '../../../src/publish/entity-data.ts'
import { pagePath } from '../../../src/publish/address.ts'
import { contentSecurityPolicy } from '../../../src/publish/pages/shell.ts'
import { assets, served, type Served } from './served.ts'

let server: Served
let rendered = 0
beforeAll(async () => {
  server = await served({
    wrap: (resources) => ({ ...resources, at: (path) => ((rendered += 1), resources.at(path)) }),
  })
})
afterAll(() => server.stop())

test('bytes are those of the site, plain and coded', async () => {
  const names = [...server.site.graph.entities.keys()].map((iri) => iri.slice(server.site.graph.base.length))
  const pages = ['index', 'class/model', 'class/document', 'source/paper', 'ontology', 'about', ...names].flatMap((name) => [
    pagePath(name, 'en'),
    pagePath(name, 'zh'),
  ])
  const data = names.flatMap((name) => dataFormats.map(({ extension }) => `${name}.${extension}`))
  const files = [
    ...['about.ttl', '.well-known/void', 'robots.txt', 'sitemap.xml', 'ontology.ttl', 'ontology.jsonld', 'graph/about.trig'],
    ...['class/model.ttl', 'class/model.jsonld', 'class/document.nt', 'class/document.rdf', 'source/paper.trig'],
  ]
  for (const path of [...pages, ...data, ...files, ...[...assets.values()].map((asset) => asset.path)]) {
    const body = Buffer.from(server.resources.at(path)!.body)
    const plain = await server.get(`/${path}`)
    expect([path, plain.status, plain.body.equals(body)]).toEqual([path, 200, true])
    for (const [encoding, decode] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const coded = await server.get(`/${path}`, { 'accept-encoding': encoding })
      const isCoded = coded.headers['content-encoding'] === encoding
      expect((isCoded ? decode(coded.body) : coded.body).equals(body)).toBe(true)
      expect(isCoded || body.length < 512).toBe(true)
    }
  }
})

test('headers of a page', async () => {
  const { headers } = await server.get('/zh/model/bloomz.html')
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-language': 'zh',
    'content-security-policy': `${contentSecurityPolicy}; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'access-control-allow-origin': '*',
    'cache-control': 'public, max-age=300',
    vary: 'Accept-Encoding',
  })
  const base = 'https://w3id.org/stemma/'
  expect(headers['link']!.toString().split(', ')).toEqual([
    '<../../model/bloomz.html>; rel="alternate"; type="text/html"; hreflang="en"',
    '<../../model/bloomz.ttl>; rel="alternate"; type="text/turtle"',
    '<../../model/bloomz.jsonld>; rel="alternate"; type="application/ld+json"',
    '<../../model/bloomz.nt>; rel="alternate"; type="application/n-triples"',
    '<../../model/bloomz.rdf>; rel="alternate"; type="application/rdf+xml"',
    '<../../model/bloomz.trig>; rel="alternate"; type="application/trig"',
    `<${base}zh/model/bloomz.html>; rel="canonical"`,
    '<../../model/bloomz.ttl>; rel="describedby"; type="text/turtle"',
    `<${base}model/bloomz>; rel="cite-as"`,
    '<https://w3id.org/stemma#Model>; rel="type"',
    '<https://creativecommons.org/licenses/by/4.0/>; rel="license"',
  ])
})

test('a page without data of its own is described with the dataset', async () => {
  expect((await server.get('/zh/families.html')).headers['link']).toContain('<../about.ttl>; rel="describedby"; type="text/turtle"')
  expect((await server.get('/zh/source/paper.html')).headers['link']).toContain('<../../source/paper.trig>; rel="describedby"')
})

test('headers of data and files', async () => {
  const turtle = await server.get('/model/bloomz.ttl')
  expect(turtle.headers).toMatchObject({ 'content-type': 'text/turtle; charset=utf-8', 'cache-control': 'public, max-age=300' })
  expect(turtle.headers['content-language']).toBeUndefined()
  expect(turtle.headers['link']).toContain('<https://w3id.org/stemma/model/bloomz>; rel="describes"')
  expect((await server.get('/model/bloomz.jsonld')).headers['content-type']).toBe('application/ld+json')
  const style = await server.get(`/${assets.get('style.css')!.path}`)
  expect(style.headers).toMatchObject({ 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' })
})

describe('a tag for each form and coding', () => {
  test('none is like another, and each holds as long as the bytes do', async () => {
    const tags: string[] = []
    for (const path of ['/model/bloomz.html', '/zh/model/bloomz.html', '/model/bloomz.trig'])
      for (const encoding of ['identity', 'gzip', 'br']) {
        const [first, again] = [
          await server.get(path, { 'accept-encoding': encoding }),
          await server.get(path, { 'accept-encoding': encoding }),
        ]
        expect(again.headers.etag).toBe(first.headers.etag)
        tags.push(first.headers.etag!)
      }
    expect(new Set(tags).size).toBe(tags.length)
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/)
  })

  test('what the client has is not sent again', async () => {
    const { headers } = await server.get('/model/bloomz.html', { 'accept-encoding': 'br' })
    for (const known of [headers.etag!, `"other", W/${headers.etag}`, '*']) {
      const again = await server.get('/model/bloomz.html', { 'accept-encoding': 'br', 'if-none-match': known })
      expect([again.status, again.body.length]).toEqual([304, 0])
      expect(again.headers).toMatchObject({ etag: headers.etag, vary: 'Accept-Encoding', 'cache-control': 'public, max-age=300' })
      expect(again.headers['content-type']).toBeUndefined()
    }
    expect((await server.get('/model/bloomz.html', { 'if-none-match': headers.etag })).status).toBe(200)
    expect((await server.get('/model/bloomz.html', { 'if-match': '"other"' })).status).toBe(412)
    expect((await server.get('/model/bloomz.html', { 'accept-encoding': 'br', 'if-match': headers.etag })).status).toBe(200)
  })
})

describe('parts', () => {
  const path = '/model/bloomz.nt'
  test.each([
    ['bytes=0-9', 0, 10],
    ['bytes=10-', 10, undefined],
    ['bytes=-5', -5, undefined],
    ['bytes=5-999999999', 5, undefined],
  ])('%s', async (range, start, end) => {
    const all = await server.get(path)
    const part = await server.get(path, { range })
    expect(part.status).toBe(206)
    expect(part.body.equals(all.body.subarray(start < 0 ? all.body.length + start : start, end))).toBe(true)
    expect(part.headers['content-range']).toMatch(new RegExp(`^bytes \\d+-\\d+/${all.body.length}$`))
  })

  test.each(['bytes=1-2,5-6', 'bytes=9-1', 'lines=1-2', 'bytes=-', 'bytes=a-b'])('%s is answered with all of it', async (range) => {
    expect((await server.get(path, { range })).status).toBe(200)
  })

  test('beyond the end, and of what has changed', async () => {
    const { status, headers } = await server.get(path, { range: 'bytes=999999999-' })
    expect([status, headers['content-range']]).toEqual([416, `bytes */${server.resources.at(path.slice(1))!.body.length}`])
    expect((await server.get(path, { range: 'bytes=0-9', 'if-range': '"other"' })).status).toBe(200)
  })
})

test('HEAD is GET without the body', async () => {
  const [get, head] = [await server.get('/model/bloomz.html'), await server.get('/model/bloomz.html', {}, 'HEAD')]
  const { date: _, ...headers } = head.headers
  expect(get.headers).toMatchObject(headers)
  expect([head.status, head.body.length, Number(head.headers['content-length'])]).toEqual([200, 0, get.body.length])
})

test('what is asked for many times at once is made once', async () => {
  const path = '/source/article.html'
  rendered = 0
  const all = await Promise.all(Array.from({ length: 50 }, () => server.get(path, { 'accept-encoding': 'br' })))
  expect(new Set(all.map(({ headers }) => headers.etag)).size).toBe(1)
  const paths = rendered
  await server.get(path)
  // The page, that in the other language and what it might have as data; nothing is asked for a second time.
  expect([paths <= 2 + dataFormats.length, rendered]).toEqual([true, paths])
})
