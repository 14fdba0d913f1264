/** Hostile requests to the pages, and hostile data in them; the numbers are those of the list of hostile input. */
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { endpoint } from '../../../src/publish/endpoint/handler.ts'
import { descriptors, served, until, type Served } from './served.ts'

let server: Served
const unforeseen: unknown[] = []
beforeAll(async () => {
  // Nobody asks a whole question here.
  const handlers = [endpoint(undefined as never, undefined as never)]
  server = await served({ handlers, headersMs: 400, requestMs: 800, onError: (error) => unforeseen.push(error) })
})
afterEach(async () => {
  // Whatever came before, the next one is served.
  expect((await server.get('/model/bloomz.html')).status).toBe(200)
  expect(unforeseen).toEqual([])
})
afterAll(() => server.stop())

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const statusOf = (text: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1])
const say = async (text: string): Promise<string> => {
  const { socket, all } = server.raw()
  socket.write(text, 'latin1')
  return all
}
const close = 'Host: x\r\nConnection: close\r\n'

describe('hostile 4: other methods', () => {
  test.each(['PUT', 'DELETE', 'PATCH', 'POST', 'PROPFIND', 'TRACE'])('%s is refused with what is allowed', async (method) => {
    for (const target of ['/model/bloomz', '/model/bloomz.ttl', '/']) {
      const { status, headers } = await server.get(target, {}, method)
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD, OPTIONS'])
    }
    expect((await server.get('/nothing', {}, method)).status).toBe(404)
  })

  test('OPTIONS says what is allowed, to other sites too', async () => {
    const asked = { origin: 'https://example.org', 'access-control-request-method': 'GET', 'access-control-request-headers': 'accept' }
    const { status, headers, body } = await server.get('/model/bloomz', asked, 'OPTIONS')
    expect([status, headers.allow, body.length]).toEqual([204, 'GET, HEAD, OPTIONS', 0])
    expect(headers).toMatchObject({ 'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET, HEAD, OPTIONS' })
    expect(statusOf(await say(`OPTIONS * HTTP/1.1\r\n${close}\r\n`))).toBe(204)
  })
})

describe('hostile 5: bodies that nobody asked for', () => {
  test.each([
    ['GET', 413],
    ['POST', 405],
  ])('%s with a body without end is answered at once, in flat memory', async (method, status) => {
    const { socket, all } = server.raw()
    const before = process.memoryUsage().rss
    socket.write(`${method} /model/bloomz.html HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n`)
    const piece = `10000\r\n${'x'.repeat(65536)}\r\n`
    let sent = 0
    const pump = (): void => {
      while (!socket.destroyed && socket.writable && sent < 2 ** 30) {
        sent += piece.length
        if (!socket.write(piece)) return void socket.once('drain', pump)
      }
    }
    pump()
    expect(statusOf(await all)).toBe(status)
    expect(sent).toBeLessThan(64 * 2 ** 20)
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 2 ** 20)
  })

  test('a small file that unpacks into a large one is not unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(32 * 2 ** 20))
    const text = await say(
      `GET /model/bloomz HTTP/1.1\r\n${close}Content-Encoding: gzip\r\nContent-Length: ${bomb.length}\r\n\r\n${bomb.toString('latin1')}`,
    )
    expect([statusOf(text), text.includes('problem+json')]).toEqual([413, true])
  })

  test('who asks before sending is not told to go on', async () => {
    const text = await say(`POST /model/bloomz HTTP/1.1\r\n${close}Expect: 100-continue\r\nContent-Length: 1000000000\r\n\r\n`)
    expect(statusOf(text)).toBe(405)
  })
})

describe('hostile 6: one byte a second', () => {
  test('of the headers', async () => {
    const { socket, all } = server.raw()
    for (const byte of 'GET / HTTP/1.1\r\nHo') {
      socket.write(byte)
      await pause(60)
    }
    expect(statusOf(await all)).toBe(408)
  })

  test('of nothing at all', async () => {
    expect(statusOf(await server.raw().all)).toBe(408)
  })

  test('of a body', async () => {
    const { socket, all } = server.raw()
    socket.write('GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nx')
    expect(statusOf(await all)).toBe(413)
  })

  test('of a body that is waited for', async () => {
    const { socket, all } = server.raw()
    socket.write('POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\nContent-Length: 1000\r\n\r\n')
    for (let byte = 0; byte < 10; byte++) {
      socket.write('x')
      await pause(60)
    }
    expect(statusOf(await all)).toBe(408)
  })
})

describe('hostile 20, hostile 21: what comes from data', () => {
  test('markup in a name or a place is text in every page, and escaped in JSON', async () => {
    for (const path of ['/model/evil.html', '/zh/model/evil.html', '/model/bloomz.html', '/source/article.html', '/class/model.html']) {
      const text = (await server.get(path)).body.toString()
      expect(text).not.toMatch(/<img src=x|<\/script><img/)
      expect(text.match(/<script/g)?.length ?? 0).toBe(text.match(/<\/script>/g)?.length ?? 0)
    }
  })

  test('a homepage that would run is refused as data or no link', async () => {
    const hostile = ['javascript:alert(1)', 'data:text/html,<script>alert(1)</script>']
    for (const homepage of hostile) {
      const one = await served({ of: `id: m\nsource: paper\nname: M\nhomepage: "${homepage}"` }).catch((error: unknown) => error as Error)
      if (one instanceof Error) continue
      expect((await one.get('/model/m.html')).body.toString()).not.toMatch(/href="(?:javascript|data):/)
      await one.stop()
    }
  })
})

describe('hostile 22: paths', () => {
  test.each([
    '/..%2f..%2fetc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/../../etc/passwd',
    '/model/../../etc/passwd',
    '/./model/bloomz',
    '/model%2fbloomz',
    '/model/bloomz%00.html',
    '/model/%00',
    '/model\\bloomz',
    '/model%5cbloomz',
    '/..%5c..%5cetc',
    '/model/%ff%fe',
    '/model/%c0%af',
    '/model/%',
    '/model/%zz',
    '/model/caf\u00e9',
    '/model/%0d%0aSet-Cookie:x=1',
    'model/bloomz',
    'file:///etc/passwd',
  ])('%s', async (target) => {
    const text = await say(`GET ${target} HTTP/1.1\r\n${close}\r\n`)
    expect([400, 404]).toContain(statusOf(text))
    expect(text).not.toMatch(/root:|set-cookie/i)
  })

  test.each(
    [
      '/model/bloomz/..',
      '//',
      '///model',
      '/model//bloomz',
      `/${'a'.repeat(4096)}`,
      `/model/${'%61'.repeat(1300)}`,
      `/${'a/'.repeat(2000)}`,
      '/con',
      '/model/__proto__',
      '/constructor',
      '/model/bloomz.html/x',
    ].map((target) => ({ name: target.slice(0, 30), target })),
  )('$name', async ({ target }) => {
    for (const accept of ['text/html', '*/*']) expect([400, 404]).toContain((await server.get(target, { accept })).status)
  })
})

describe('hostile 25: Accept', () => {
  const turtle = `${'text/x, '.repeat(1250)}text/turtle`
  test.each(
    [
      ['*/*;q=0', 406, 406],
      ['', 303, 303],
      [turtle, 303, 406],
      ['x'.repeat(10_000), 406, 406],
      [`text/${'*'.repeat(5000)}`, 406, 406],
      ['application/ld+json;profile="http://example.org/unknown"', 303, 406],
      ['text/html;q=x', 406, 406],
      ['"'.repeat(5000), 406, 406],
      ['\\;,="'.repeat(1000), 406, 406],
    ].map(([accept, thing, page]) => ({ name: String(accept).slice(0, 30), accept: String(accept), thing, page })),
  )('$name', async ({ accept, thing, page }) => {
    const statuses = ['/model/bloomz', '/', '/nothing', '/model/bloomz.ttl'].map(
      async (target) => (await server.get(target, { accept })).status,
    )
    expect(await Promise.all(statuses)).toEqual([thing, page, 404, 200])
    for (const name of ['accept-language', 'accept-encoding'])
      for (const target of ['/model/bloomz', '/model/bloomz.html'])
        expect([200, 303]).toContain((await server.get(target, { [name]: accept })).status)
  })
})

describe('hostile 26: forged hosts', () => {
  const forged =
    'Host: evil.example\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: gopher\r\nForwarded: host=evil.example\r\nX-Original-URL: /evil\r\nConnection: close\r\n'
  test.each(['/model/bloomz', '/model/bloomz/', '/model/BLOOMZ', '/model/bloomz.html', '/nothing', '/stemma'])('%s', async (path) => {
    for (const target of [path, `http://evil.example${path}`, `https://user@evil.example:99${path}`]) {
      const text = await say(`GET ${target} HTTP/1.1\r\n${forged}\r\n`)
      expect(statusOf(text)).toBeLessThan(405)
      expect(text).not.toContain('evil.example')
    }
  })

  test('an absolute target without a path is the root', async () => {
    expect(await say(`GET http://evil.example HTTP/1.1\r\n${close}\r\n`)).toContain('Location: index.html')
  })

  test('no host at all', async () => {
    expect(statusOf(await say('GET / HTTP/1.1\r\nConnection: close\r\n\r\n'))).toBe(400)
  })
})

describe('hostile 27: connections', () => {
  test('pipelined requests are answered in turn', async () => {
    const one = 'GET /model/bloomz.ttl HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br\r\n\r\n'
    const text = await say(`${one.repeat(3)}GET /nothing HTTP/1.1\r\n${close}\r\n`)
    expect([...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status)).toEqual(['200', '200', '200', '404'])
  })

  test('HTTP/1.0 gets a length and no chunks', async () => {
    const text = await say('GET /model/bloomz.ttl HTTP/1.0\r\n\r\n')
    expect(text).toMatch(/^HTTP\/1\.1 200 /)
    expect(text).not.toMatch(/transfer-encoding/i)
    expect(text.split('\r\n\r\n')[1]).toBe(Buffer.from(server.resources.at('model/bloomz.ttl')!.body).toString('latin1'))
  })

  test('a client that has said all it wants to still gets its answer', async () => {
    const { socket, all } = server.raw()
    socket.end('GET /model/bloomz.ttl HTTP/1.1\r\nHost: x\r\n\r\n')
    expect(statusOf(await all)).toBe(200)
  })

  test('what is no HTTP, or comes after a request', async () => {
    expect(statusOf(await say('\u0016\u0003\u0001\u0002\u0000\u0001'))).toBe(400)
    expect(statusOf(await say('GET / SPDY/9\r\n\r\n'))).toBe(400)
    expect(await say('GET /model/bloomz.ttl HTTP/1.1\r\nHost: x\r\n\r\n\u0000\u0001\u0002\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /)
    expect(statusOf(await say(`GET / HTTP/1.1\r\n${close}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`))).toBe(400)
  })

  test('two hundred that leave early, half way or without a word leave no descriptor behind', async () => {
    await server.get('/model/bloomz.html')
    const before = descriptors()
    for (let round = 0; round < 4; round++) {
      const all = Array.from({ length: 50 }, (_, index) => {
        const { socket, all: answer } = server.raw()
        if (index % 5 === 0) socket.write('GET /mod')
        if (index % 5 === 1) socket.write('GET /model/bloomz.html HTTP/1.1\r\nHost: x\r\n\r\n', () => socket.destroy())
        if (index % 5 === 2) socket.end('GET /model/bloomz.html HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br\r\n\r\n')
        if (index % 5 === 3) socket.once('connect', () => socket.resetAndDestroy())
        return answer
      })
      await Promise.all(all)
    }
    await until(() => descriptors() <= before + 2)
  })
})

describe('hostile 28: what is too long', () => {
  test('a query of a megabyte', async () => {
    expect(statusOf(await say(`GET /?${'q'.repeat(2 ** 20)} HTTP/1.1\r\n${close}\r\n`))).toBe(414)
    expect(statusOf(await say(`GET /?${'q'.repeat(9000)} HTTP/1.1\r\n${close}\r\n`))).toBe(414)
    expect(statusOf(await say(`GET /?${'q'.repeat(8000)} HTTP/1.1\r\n${close}\r\n`))).toBe(303)
  })

  test('a cookie of 64 kB', async () => {
    expect(statusOf(await say(`GET / HTTP/1.1\r\n${close}Cookie: ${'c'.repeat(65536)}\r\n\r\n`))).toBe(431)
  })
})
