/** Neutral addresses lead to the form that suits the client; those that are nearly right lead to the right one. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { claimQuads } from '../../../src/graph/quads.ts'
import { ontology } from '../../../src/model/terms.ts'
import { version } from '../../../src/version.ts'
import { served, type Served } from './served.ts'

let server: Served
beforeAll(async () => {
  server = await served()
})
afterAll(() => server.stop())

const leads = async (target: string, headers = {}): Promise<[number, string | undefined]> => {
  const { status, headers: got } = await server.get(target, headers)
  return [status, got.location && new URL(got.location, `http://host${target}`).pathname]
}

describe('303', () => {
  test.each([
    ['/model/bloomz', {}, '/model/bloomz.html'],
    ['/model/bloomz', { accept: 'text/turtle' }, '/model/bloomz.ttl'],
    ['/model/bloomz', { accept: 'application/ld+json' }, '/model/bloomz.jsonld'],
    ['/model/bloomz', { accept: 'application/n-triples' }, '/model/bloomz.nt'],
    ['/model/bloomz', { accept: 'application/rdf+xml' }, '/model/bloomz.rdf'],
    ['/model/bloomz', { accept: 'application/trig' }, '/model/bloomz.trig'],
    ['/model/bloomz', { 'accept-language': 'zh-CN,zh;q=0.9' }, '/zh/model/bloomz.html'],
    ['/model/bloomz', { accept: 'text/turtle', 'accept-language': 'zh' }, '/model/bloomz.ttl'],
    ['/model/bloomz?a=b', {}, '/model/bloomz.html'],
    ['/model/llama-3.1', {}, '/model/llama-3.1.html'],
    ['/model/%62loomz', {}, '/model/bloomz.html'],
    ['/', {}, '/index.html'],
    ['/', { 'accept-language': 'zh' }, '/zh/index.html'],
    ['/class/model', { 'accept-language': 'zh' }, '/zh/class/model.html'],
    ['/class/model', { accept: 'text/turtle' }, '/class/model.ttl'],
    ['/source/paper', {}, '/source/paper.html'],
    ['/source/paper', { accept: 'application/trig' }, '/source/paper.trig'],
    ['/ontology', {}, '/ontology.html'],
    ['/ontology', { accept: 'text/turtle' }, '/ontology.ttl'],
    [`/ontology/${ontology.version}`, { accept: 'text/turtle' }, `/ontology/${ontology.version}.ttl`],
    [`/ontology/${ontology.version}`, { 'accept-language': 'zh' }, '/zh/ontology.html'],
    ['/about', { accept: 'application/ld+json' }, '/about.jsonld'],
    ['/graph/best', { accept: 'text/turtle' }, '/about.ttl'],
    ['/graph/about', {}, '/about.html'],
    ['/graph/best/model', {}, '/about.html'],
    ['/graph/source/paper', {}, '/about.html'],
    [`/release/${version}`, { 'accept-language': 'zh' }, '/zh/about.html'],
    ['/stemma/', {}, '/stemma/index.html'],
    ['/stemma/model/bloomz', { accept: 'text/turtle' }, '/stemma/model/bloomz.ttl'],
  ])('%s %o', async (target, headers, path) => {
    expect(await leads(target, headers)).toEqual([303, path])
  })

  test('varies by what was negotiated, and names all forms', async () => {
    const { headers } = await server.get('/model/bloomz')
    expect(headers).toMatchObject({ vary: 'Accept, Accept-Language', 'access-control-allow-origin': '*' })
    expect(headers['link']!.toString().match(/rel="alternate"/g)).toHaveLength(7)
    expect(headers['link']).toContain('rel="cite-as"')
  })

  test('from each claim to what tells of it, which is not the best view', async () => {
    const { graph } = server.site
    const claims = [...claimQuads(graph.claims, graph.base)].filter(({ predicate }) => predicate.value.endsWith('#subject'))
    expect(claims.length).toBeGreaterThan(1)
    for (const { subject, object } of claims) {
      const [claim, thing] = [subject, object].map(({ value }) => value.replace(graph.base, '/'))
      expect(await leads(claim!)).toEqual([303, `${thing}.html`])
      expect(await leads(claim!, { 'accept-language': 'zh' })).toEqual([303, `/zh${thing}.html`])
      expect(await leads(claim!, { accept: 'text/turtle;q=0.9, application/trig;q=0.5' })).toEqual([303, `${thing}.trig`])
      expect(await leads(claim!, { accept: 'text/turtle' })).toEqual([406, undefined])
      expect((await server.get(`${thing}.trig`)).body.toString()).toContain(subject.value.replace(`${graph.base}claim/`, 'claim:'))
    }
  })
})

describe('308', () => {
  test.each([
    ['/model/bloomz/', '/model/bloomz'],
    ['/model/BLOOMZ', '/model/bloomz'],
    ['/Model/BloomZ/', '/model/bloomz'],
    ['/model/bloomz.HTML', '/model/bloomz.html'],
    ['/model/bloomz.ttl/', '/model/bloomz.ttl'],
    ['/class/model/', '/class/model'],
    ['/zh', '/zh/index.html'],
    ['/zh/', '/zh/index.html'],
    ['/zh/model/bloomz', '/zh/model/bloomz.html'],
    ['/zh/model/llama-3.1', '/zh/model/llama-3.1.html'],
    ['/zh/about', '/zh/about.html'],
    ['/ZH/About/', '/zh/about.html'],
    ['/stemma', '/stemma/'],
    ['/stemma/model/BLOOMZ', '/stemma/model/bloomz'],
  ])('%s', async (target, path) => expect(await leads(target)).toEqual([308, path]))

  test.each(['/model/nothing/', '/NOTHING', '/ontology/9.9.9', '/graph/', '/model//bloomz', '/model/bloomz//', '//model/bloomz', '//'])(
    'none from %s',
    async (target) => {
      expect((await server.get(target)).status).toBe(404)
    },
  )
})

describe('404', () => {
  const names = [
    'model',
    'model/nothing',
    'model/bloomz/2',
    'model/bloomz/x',
    'class',
    'class/nothing',
    'class/hardware',
    'class/claim',
    'class/model/1',
    'class/model/2',
    'class/model/x',
    'source',
    'source/nothing',
    'source/paper/2',
    'source/bloom',
    'families/2',
    'family',
    'family/nothing',
    'family/bloom/2',
    'claim',
    'claim/nothing',
    'claim/bloomz',
    'graph',
    'graph/nothing',
    'graph/best/nothing',
    'graph/best/hardware',
    'graph/best/model/x',
    'graph/claims/model',
    'graph/about/model',
    'graph/source',
    'graph/source/nothing',
    'release',
    'release/0.0.0',
    'release/x',
    'ontology/x',
    'about/x',
    'query/x',
    'index/x',
    'zh/nothing',
    'zh/zh/about',
    'zh/graph/best',
    'search/x',
    'assets/x',
    'dump',
    'dump/x',
  ]
  test.each(names)('%s, and its data', async (name) => {
    for (const path of [name, `zh/${name}`, `${name}.html`, `${name}.ttl`, `${name}.trig`])
      expect([path, (await server.get(`/${path}`, { accept: 'text/turtle, */*;q=0.1' })).status]).toEqual([path, 404])
  })
})

describe('406', () => {
  test.each([
    ['application/problem+json, text/turtle;q=0', 'application/problem+json'],
    ['text/plain', 'text/plain; charset=utf-8'],
    ['image/png', 'application/problem+json'],
  ])('Accept: %s', async (accept, type) => {
    const { status, headers, body } = await server.get('/model/bloomz', { accept })
    expect([status, headers['content-type'], headers.vary]).toEqual([406, type, 'Accept, Accept-Language'])
    expect(headers['link']!.toString().match(/rel="alternate"/g)).toHaveLength(7)
    for (const form of ['bloomz.html', '../zh/model/bloomz.html', 'bloomz.ttl', 'bloomz.trig', 'text/turtle'])
      expect(body.toString()).toContain(form)
  })

  test.each(['/', '/families'])('%s has no data: the description of the dataset leads to the dumps', async (path) => {
    const { status, headers } = await server.get(path, { accept: 'text/turtle' })
    expect(status).toBe(406)
    expect(headers['link']).toMatch(/<(?:\.\.\/)?about\.ttl>; rel="describedby"; type="text\/turtle"/)
  })
})

describe('a base with its own path, where the first folder is also one of the site', () => {
  test('is found at the root and at that path', async () => {
    const other = await served({ base: 'https://example.org/model/' })
    const { headers } = await other.get('/model/model/bloomz', { accept: 'text/turtle' })
    expect(headers.location).toBe('bloomz.ttl')
    expect(headers['link']).toContain('<https://example.org/model/model/bloomz>; rel="cite-as"')
    expect((await other.get('/model/bloomz')).headers.location).toBe('bloomz.html')
    expect((await other.get('/model')).headers.location).toBe('model/')
    await other.stop()
  })
})
