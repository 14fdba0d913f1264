/** What may go wrong between us and a store, and what is told of it. */
import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { StemmaError } from '../../src/errors.ts'
import { askEndpoint, connect, credentialsFrom, type ClientOptions } from '../../src/query/endpoint.ts'
import { authorizer, challengesIn, digest } from '../../src/query/remote/authorization.ts'
import { reply, serve, type LocalServer, type Seen } from './local-store.ts'

const open: LocalServer[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()))
})

type Handle = (seen: Seen, response: ServerResponse, count: number) => unknown
async function server(handle: Handle): Promise<LocalServer> {
  const running = await serve(handle)
  open.push(running)
  return running
}

const rows = JSON.stringify({
  head: { vars: ['x'] },
  results: { bindings: [1, 2, 3].map((x) => ({ x: { type: 'literal', value: String(x) } })) },
})
const good = (response: ServerResponse): true => reply(response, 200, 'application/sparql-results+json; charset=utf-8', rows)
const question = 'SELECT ?x { ?x a st:Model }'

/** Asks, and gives the error or the number of rows. */
async function asked(url: string, options: ClientOptions = {}): Promise<StemmaError | number> {
  try {
    const answer = await askEndpoint(url, question, {}, { pause: 5, timeout: 2, ...options })
    return answer.type === 'bindings' ? answer.rows.length : NaN
  } catch (error) {
    if (error instanceof StemmaError) return error
    throw error
  }
}

describe('what passes is tried again', () => {
  test.each([429, 502, 503, 504])('%i, and then an answer', async (status) => {
    const { url, seen } = await server((_, response, count) => (count < 3 ? reply(response, status) : good(response)))
    expect(await asked(url)).toBe(3)
    expect(seen.map(({ body }) => body)).toEqual([seen[0]!.body, seen[0]!.body, seen[0]!.body])
  })

  test('a store that asks to be left alone for a while is', async () => {
    const { url } = await server((_, response, count) =>
      count < 2 ? reply(response, 429, 'text/plain', '', { 'retry-after': '1' }) : good(response),
    )
    const started = performance.now()
    expect(await asked(url)).toBe(3)
    expect(performance.now() - started).toBeGreaterThan(990)
  })

  test('… by a date too, and not longer than we wait for an answer', async () => {
    const later = new Date(Date.now() + 60_000).toUTCString()
    const { url, seen } = await server((_, response) => reply(response, 503, 'text/plain', 'maintenance', { 'retry-after': later }))
    expect(await asked(url)).toMatchObject({
      code: 'endpoint-busy',
      failure: 'outside',
      message: expect.stringMatching(/503: maintenance.*\n.*(59|60) seconds/) as string,
    })
    expect(seen).toHaveLength(1)
  })

  test('no end of it is told', async () => {
    const { url, seen } = await server((_, response) =>
      reply(response, 503, 'text/html', '<html><title>x</title><body><h1>Too many users</h1></body></html>'),
    )
    expect(await asked(url)).toMatchObject({ code: 'endpoint-busy', message: expect.stringContaining('Too many users') as string })
    expect(seen).toHaveLength(4)
  })

  test('an answer that breaks off, and then a whole one', async () => {
    const { url } = await server((_, response, count) => {
      if (count > 1) return good(response)
      response.writeHead(200, { 'content-type': 'application/sparql-results+json', 'content-length': '5000' })
      response.write(rows.slice(0, 60))
      return setTimeout(() => response.destroy(), 20)
    })
    expect(await asked(url)).toBe(3)
  })

  test('an answer that always breaks off', async () => {
    const { url, seen } = await server((_, response) => {
      response.writeHead(200, { 'content-type': 'application/sparql-results+json' })
      response.write(rows.slice(0, 60))
      setTimeout(() => response.destroy(), 20)
    })
    expect(await asked(url)).toMatchObject({ code: 'cut-answer', failure: 'outside' })
    expect(seen).toHaveLength(4)
  })

  test('where nobody listens', async () => {
    const { url, close } = await serve(() => undefined)
    await close()
    expect(await asked(url)).toMatchObject({
      code: 'endpoint-unreachable',
      failure: 'outside',
      message: expect.stringContaining('nothing listens there') as string,
    })
  })
})

describe('what does not pass is not', () => {
  test.each([
    [
      400,
      'text/plain',
      'Virtuoso 37000 Error SP030: SPARQL compiler, line 2: syntax error\n\nSPARQL query:\nSELECT …',
      'endpoint-refused',
      'input',
      'SP030: SPARQL compiler, line 2: syntax error)',
    ],
    [400, 'application/json', '{"exception":"Invalid SPARQL","query":"…"}', 'endpoint-refused', 'input', '400: Invalid SPARQL)'],
    [401, 'text/plain', '', 'endpoint-unauthorized', 'outside', 'wants to know who asks'],
    [403, 'text/plain', 'no', 'endpoint-unauthorized', 'outside', '403: no'],
    [404, 'text/html', '<!DOCTYPE html><p>Not <b>here</b>', 'not-an-endpoint', 'outside', '404: Not here'],
    [405, 'text/plain', '', 'not-an-endpoint', 'outside', '405'],
    [500, 'text/plain', 'java.lang.OutOfMemoryError\n\tat x.y(Z.java)', 'endpoint-failed', 'outside', '500: java.lang.OutOfMemoryError)'],
    [200, 'text/html', '<html>Query form</html>', 'not-an-endpoint', 'outside', 'a web page came back'],
    [200, 'application/sparql-results+json', '\n<!doctype html><p>gateway', 'not-an-endpoint', 'outside', 'a web page came back'],
    [200, 'application/sparql-results+xml', '<sparql/>', 'not-an-endpoint', 'outside', 'application/sparql-results+xml'],
    [200, 'application/sparql-results+json', rows.slice(0, -3), 'cut-answer', 'outside', 'breaks off'],
    [200, 'application/sparql-results+json', '', 'cut-answer', 'outside', 'breaks off'],
    [
      200,
      'application/sparql-results+json',
      '{"head":{"vars":["x"]},"results":{"bindings":[{]}}',
      'malformed-answer',
      'outside',
      'cannot be read',
    ],
    [
      200,
      'application/sparql-results+json',
      '{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"uri"}}]}}',
      'malformed-answer',
      'outside',
      'cannot be read',
    ],
    [200, 'application/sparql-results+json', '{"error":"x"}', 'malformed-answer', 'outside', 'cannot be read'],
    [200, 'application/sparql-results+json', '{"boolean":true}', 'malformed-answer', 'outside', 'cannot be read'],
  ])('%i %s %j', async (status, type, text, code, failure, words) => {
    const { url, seen } = await server((_, response) => reply(response, status, type, text))
    expect(await asked(`${url}/sparql`)).toMatchObject({ code, failure, message: expect.stringContaining(words) as string })
    expect(seen).toHaveLength(1)
  })

  test('a store that gives but a part of the answer, as Virtuoso says in a header', async () => {
    const { url } = await server((_, response) =>
      reply(response, 200, 'application/sparql-results+json', rows, { 'x-sparql-maxrows': '3' }),
    )
    expect(await asked(url)).toMatchObject({ code: 'cut-answer', message: expect.stringContaining('3 rows') as string })
    const limited = await askEndpoint(url, `${question} LIMIT 3`)
    expect(limited).toMatchObject({ type: 'bindings' })
  })

  test('a store that does not answer in time', async () => {
    const { url, seen } = await server(() => undefined)
    expect(await asked(url, { timeout: 0.2 })).toMatchObject({
      code: 'endpoint-timeout',
      failure: 'outside',
      message: expect.stringContaining('0.2 seconds') as string,
    })
    expect(seen).toHaveLength(1)
  })

  test('a store that begins to answer and does not end in time', async () => {
    const { url } = await server((_, response) => {
      response.writeHead(200, { 'content-type': 'application/sparql-results+json' })
      response.write(rows.slice(0, 20))
    })
    expect(await asked(url, { timeout: 0.2 })).toMatchObject({ code: 'endpoint-timeout' })
  })

  test('a host that is none', async () => {
    expect(await asked('http://stemma.invalid/sparql', { tries: 1 })).toMatchObject({ code: 'endpoint-unreachable' })
  })

  test.each(['sparql', 'file:///etc/passwd', 'ftp://example.org/', '', 'http://'])('%j is no address', async (url) => {
    expect(await asked(url)).toMatchObject({ code: 'bad-endpoint', failure: 'usage' })
  })

  test('an address with a password is not taken, and not shown', async () => {
    const error = (await asked('http://me:hunter2@127.0.0.1:1/sparql')) as StemmaError
    expect(error).toMatchObject({ code: 'bad-endpoint', failure: 'usage' })
    expect(error.message).not.toContain('hunter2')
  })

  test('what is not there is told, rather than an empty answer', async () => {
    const { url } = await server(({ body }, response) =>
      reply(
        response,
        200,
        'application/sparql-results+json',
        body.includes('ASK') ? '{"head":{},"boolean":false}' : '{"head":{"vars":["x"]},"results":{"bindings":[]}}',
      ),
    )
    expect(await asked(url)).toMatchObject({ code: 'unknown-graph', message: expect.stringContaining('graph/best') as string })
  })
})

describe('redirects', () => {
  test.each([301, 302, 307, 308])('%i: the question goes with it', async (status) => {
    const { url, seen } = await server(({ path }, response) =>
      path === '/old' ? reply(response, status, 'text/plain', '', { location: '/new' }) : good(response),
    )
    expect(await asked(`${url}/old`)).toBe(3)
    expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /old', 'POST /new'])
    expect(seen[1]!.body).toBe(seen[0]!.body)
  })

  test('303: the answer is elsewhere', async () => {
    const { url, seen } = await server(({ path }, response) =>
      path === '/old' ? reply(response, 303, 'text/plain', '', { location: '/new' }) : good(response),
    )
    expect(await asked(`${url}/old`)).toBe(3)
    expect(seen[1]).toMatchObject({ method: 'GET', path: '/new', body: '' })
  })

  test('in a circle', async () => {
    const { url, seen } = await server((_, response) => reply(response, 307, 'text/plain', '', { location: '/again' }))
    expect(await asked(url)).toMatchObject({ code: 'endpoint-redirects', failure: 'outside' })
    expect(seen).toHaveLength(6)
  })

  test('to where there is no HTTP', async () => {
    const { url } = await server((_, response) => reply(response, 302, 'text/plain', '', { location: 'file:///etc/passwd' }))
    expect(await asked(url)).toMatchObject({ code: 'endpoint-redirects' })
  })

  test.each([{ token: 'abc.def' }, { user: 'me', password: 'hunter2' }])(
    'credentials stay where they were given: %o',
    async (credentials) => {
      const other = await server((_, response) => reply(response, 401, 'text/plain', '', { 'www-authenticate': 'Basic realm="mine"' }))
      const { url } = await server(({ path }, response) => {
        if (path === '/first') return reply(response, 401, 'text/plain', '', { 'www-authenticate': 'Basic realm="x"' })
        return reply(response, 307, 'text/plain', '', { location: `${other.url}/sparql` })
      })
      const error = (await asked(`${url}/moved`, { credentials })) as StemmaError
      expect(error).toMatchObject({ code: 'endpoint-unauthorized', message: expect.stringContaining('never on to another') as string })
      expect(other.seen.length).toBeGreaterThan(0)
      for (const { headers } of other.seen) expect(headers.authorization).toBeUndefined()
    },
  )
})

describe('who is asking', () => {
  const credentials = { user: 'me', password: 'pass:wörd' }

  test('a token is sent at once', async () => {
    const { url, seen } = await server(({ headers }, response) =>
      headers.authorization === 'Bearer abc.def' ? good(response) : reply(response, 401),
    )
    expect(await asked(url, { credentials: { token: 'abc.def' } })).toBe(3)
    expect(seen).toHaveLength(1)
  })

  test('a user and a password when they are asked for, and from then on', async () => {
    const expected = `Basic ${Buffer.from('me:pass:wörd').toString('base64')}`
    const { url, seen } = await server(({ headers }, response) =>
      headers.authorization === expected
        ? good(response)
        : reply(response, 401, 'text/plain', '', { 'www-authenticate': 'Negotiate, Basic realm="x", charset="UTF-8"' }),
    )
    const client = connect(url, { credentials })
    for (let time = 0; time < 2; time++) expect(await askEndpoint(client, question)).toMatchObject({ type: 'bindings' })
    expect(seen.map(({ headers }) => headers.authorization)).toEqual([undefined, expected, expected])
  })

  test.each(['MD5', 'SHA-256', 'MD5-sess', 'SHA-256-sess'])('by Digest, with %s', async (algorithm) => {
    const hash = (text: string): string =>
      createHash(algorithm.startsWith('MD5') ? 'md5' : 'sha256')
        .update(text)
        .digest('hex')
    const isRight = (header: string, method: string): boolean => {
      const [{ parameters: sent } = { parameters: {} as Record<string, string> }] = challengesIn(header)
      const plain = hash(`me:a "realm":pass:wörd`)
      const secret = algorithm.endsWith('-sess') ? hash(`${plain}:${sent['nonce']!}:${sent['cnonce']!}`) : plain
      return (
        sent['response'] === hash(`${secret}:${sent['nonce']!}:${sent['nc']!}:${sent['cnonce']!}:auth:${hash(`${method}:/sparql?a=b`)}`)
      )
    }
    let nonce = 'n1'
    const { url, seen } = await server(({ headers, method }, response, count) => {
      if (count === 4) nonce = 'n2'
      const { authorization = '' } = headers
      if (authorization.includes(`nonce="${nonce}"`) && isRight(authorization, method)) return good(response)
      return reply(response, 401, 'text/plain', '', {
        'www-authenticate': `Digest realm="a \\"realm\\"", nonce="${nonce}", opaque="o", qop="auth,auth-int", algorithm=${algorithm}, Basic realm="b"`,
      })
    })
    const client = connect(`${url}/sparql?a=b`, { credentials })
    for (let time = 0; time < 3; time++) expect(await askEndpoint(client, question)).toMatchObject({ type: 'bindings' })
    // One refusal at first, and one when the nonce ran out.
    expect(seen).toHaveLength(5)
    expect(seen.map(({ headers }) => /nc=(\d+)/.exec(headers.authorization ?? '')?.[1])).toEqual([
      undefined,
      '00000001',
      '00000002',
      '00000003',
      '00000001',
    ])
  })

  test('the Digest of RFC 7616, 3.9.1', () => {
    const challenge = {
      realm: 'http-auth@example.org',
      nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v',
      opaque: 'FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS',
      session: false,
      quality: true,
    }
    const user = { user: 'Mufasa', password: 'Circle of Life' }
    const url = new URL('http://www.example.org/dir/index.html')
    const cnonce = 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ'
    const answer = (hash: string): string => /response="(\w+)"/.exec(digest(user, { ...challenge, hash }, 'GET', url, 1, cnonce))![1]!
    expect(answer('md5')).toBe('8ca523f5e9506fed4657c9700eebdbec')
    expect(answer('sha256')).toBe('753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1')
  })

  test('the strongest that is known of several, and Basic where none is', () => {
    const url = new URL('https://example.org/')
    const schemeFor = (challenge: string): string | undefined => {
      const one = authorizer(credentials, url.origin)
      one.learn(401, challenge, url)
      return /algorithm=[\w-]+|^\w+/.exec(one.header('GET', url)?.replace(/^Digest.*(algorithm=)/, '$1') ?? '')?.[0]
    }
    expect(
      schemeFor('Digest realm="a", nonce="b", algorithm=MD5, qop="auth", Digest realm="a", nonce="b", algorithm=SHA-256, qop="auth"'),
    ).toBe('algorithm=SHA-256')
    expect(schemeFor('Digest realm="a", nonce="b", algorithm=WHIRLPOOL, Basic realm="a"')).toBe('Basic')
    expect(schemeFor('')).toBe('Basic')
  })

  test('wrong credentials are told once, and never shown, even by a server that repeats them', async () => {
    const { url, seen } = await server(({ headers }, response) =>
      reply(response, 401, 'text/plain', `no: ${headers.authorization ?? ''} ${credentials.password}`, {
        'www-authenticate': 'Basic realm="x"',
      }),
    )
    const error = (await asked(url, { credentials })) as StemmaError
    expect(error).toMatchObject({ code: 'endpoint-unauthorized', message: expect.stringContaining('does not let this user in') as string })
    expect(error.message).not.toContain(credentials.password)
    expect(error.message).not.toContain(Buffer.from('me:pass:wörd').toString('base64'))
    expect(seen).toHaveLength(2)
  })

  test.each([
    [{}, undefined],
    [{ STEMMA_ENDPOINT_USER: '', STEMMA_ENDPOINT_PASSWORD: '' }, undefined],
    [
      { STEMMA_ENDPOINT_USER: 'a', STEMMA_ENDPOINT_PASSWORD: 'b' },
      { user: 'a', password: 'b' },
    ],
    [{ STEMMA_ENDPOINT_TOKEN: 'x' }, { token: 'x' }],
  ])('of the environment %o', (env, expected) => {
    expect(credentialsFrom(env)).toEqual(expected)
  })

  test.each([
    { STEMMA_ENDPOINT_USER: 'a' },
    { STEMMA_ENDPOINT_PASSWORD: 'secret' },
    { STEMMA_ENDPOINT_USER: 'a:b', STEMMA_ENDPOINT_PASSWORD: 'secret' },
    { STEMMA_ENDPOINT_USER: 'a', STEMMA_ENDPOINT_PASSWORD: 'secret\n' },
    { STEMMA_ENDPOINT_TOKEN: 'secret token' },
    { STEMMA_ENDPOINT_TOKEN: 'secret', STEMMA_ENDPOINT_USER: 'a' },
  ])('%o are refused, and not shown', (env) => {
    expect(() => credentialsFrom(env)).toThrow(
      expect.objectContaining({ code: 'bad-credentials', message: expect.not.stringContaining('secret') as string }) as Error,
    )
  })
})
