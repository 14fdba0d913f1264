/** The redirect rules of ontology/w3id/, as a real Apache (Debian's apache2) reads them. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { get, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formats } from '../../src/formats/index.ts'
import { defaultBase, graphNames, mint } from '../../src/model/iri.ts'
import { classNames } from '../../src/model/vocabulary.ts'
import { openShipped } from '../../src/graph/shipped.ts'
import { packageFile } from '../../src/package-files.ts'
import { pagePath } from '../../src/publish/address.ts'

const modules = '/usr/lib/apache2/modules'
const program = ['apache2', 'httpd'].find((name) => spawnSync(name, ['-v']).status === 0)
const hasApache = program !== undefined && existsSync(`${modules}/mod_rewrite.so`)
const site = 'https://stemma.example.org'
const chinese = 'zh-CN,zh;q=0.9,en;q=0.8'

test.runIf(!hasApache)('apache2 is installed', ({ skip }) => skip('not installed: apache2'))

describe.skipIf(!hasApache)('https://w3id.org/stemma', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-w3id-'))
  let port: number
  let apache: ChildProcess

  beforeAll(async () => {
    port = await freePort()
    mkdirSync(join(folder, 'www', 'stemma'), { recursive: true })
    copyFileSync(packageFile('ontology/w3id/.htaccess'), join(folder, 'www', 'stemma', '.htaccess'))
    const configuration = [
      `ServerRoot ${folder}`,
      'ServerName localhost',
      `Listen 127.0.0.1:${port}`,
      `PidFile ${folder}/pid`,
      `ErrorLog ${folder}/log`,
      ...['mpm_event', 'authz_core', 'dir', 'rewrite', 'headers'].map((name) => `LoadModule ${name}_module ${modules}/mod_${name}.so`),
      `<IfModule unixd_module>\nUser www-data\nGroup www-data\n</IfModule>`,
      `DocumentRoot ${folder}/www`,
      `<Directory ${folder}/www>\nOptions +FollowSymLinks\nAllowOverride All\nRequire all granted\n</Directory>`,
    ]
    writeFileSync(join(folder, 'conf'), `${configuration.join('\n')}\n`)
    spawnSync('chmod', ['-R', 'a+rX', folder])
    apache = spawn(program!, ['-f', join(folder, 'conf'), '-D', 'FOREGROUND'], { stdio: 'ignore' })
    for (let tries = 0; tries < 100; tries++) {
      const up = await ask('/stemma/').catch(() => undefined)
      if (up) return
      await setTimeout(50)
    }
    throw new Error('Apache does not answer')
  })

  afterAll(async () => {
    const ended = new Promise((resolve) => apache.once('exit', resolve))
    apache.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  })

  const ask = (path: string, headers: Record<string, string> = {}): Promise<{ status: number; headers: IncomingHttpHeaders }> =>
    new Promise((resolve, reject) => {
      const request = get({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
        response.resume()
        resolve({ status: response.statusCode!, headers: response.headers })
      })
      request.on('error', reject)
    })

  /** Where an IRI of ours leads, seen from the site; what is no 303 as its status. */
  async function leads(iri: string, accept?: string, language?: string): Promise<string> {
    const { pathname } = new URL(iri)
    const headers = { ...(accept && { accept }), ...(language && { 'accept-language': language }) }
    const answer = await ask(iri.slice(iri.indexOf(pathname)), headers)
    return answer.status === 303 ? answer.headers.location!.replace(`${site}/`, '') : String(answer.status)
  }

  const model = mint(defaultBase, 'Model', 'bloomz')
  const browser = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8'

  test.each([
    ['nothing', undefined, 'html'],
    ['anything', '*/*', 'html'],
    ['a browser', browser, 'html'],
    ['what there is not', 'image/png', 'html'],
    ['XHTML', 'application/xhtml+xml', 'html'],
    ['any text', 'text/*', 'html'],
    ...formats
      .filter(({ name }) => name !== 'nquads')
      .map(({ name, mediaType, extensions }): [string, string, string] => [name, mediaType, extensions[0]!]),
    ['two, the first liked less', 'text/turtle;q=0.3, application/ld+json;q=0.7', 'jsonld'],
    ['two, the last liked less', 'text/turtle;q=0.71, application/ld+json;q=0.7', 'ttl'],
    ['two alike', 'application/rdf+xml, text/turtle', 'ttl'],
    ['one of three digits', 'text/turtle;q=0.801, text/html;q=0.8', 'ttl'],
    ['a whole q', 'text/turtle;q=1.0, text/html;q=0.9', 'ttl'],
    ['a page above RDF', 'text/turtle;q=0.5, text/html', 'html'],
    ['RDF above a page', 'text/html;q=0.5, text/turtle', 'ttl'],
    ['anything above RDF', 'text/turtle;q=0.5, */*', 'html'],
    ['RDF above anything', 'text/turtle, */*;q=0.1', 'ttl'],
    ['RDF that is not wanted', 'text/turtle;q=0, */*;q=0.1', 'html'],
    ['only what is not wanted', 'text/turtle;q=0.00', 'html'],
    ['parameters', 'text/turtle; charset=utf-8; q=0.9, text/html; q=0.8', 'ttl'],
    ['a profile', 'application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', 'jsonld'],
    ['capitals', 'Text/Turtle', 'ttl'],
    ['a longer name', 'text/turtle-star', 'html'],
    ['a name within another', 'x-text/turtle', 'html'],
  ])('who accepts %s: %s → .%s', async (_, accept, ending) => {
    expect(await leads(model, accept)).toBe(`model/bloomz.${ending}`)
  })

  test.each([
    ['zh', 'zh'],
    ['zh-Hans-CN', 'zh'],
    [chinese, 'zh'],
    ['en;q=0.5, zh;q=0.6', 'zh'],
    ['fr, zh;q=0.4', 'zh'],
    ['en, zh', 'en'],
    ['en-GB,en;q=0.9,zh;q=0.8', 'en'],
    ['zh;q=0', 'en'],
    ['de', 'en'],
    ['*', 'en'],
  ] as const)('who reads %s is sent to the page in %s', async (accepted, language) => {
    expect(await leads(model, browser, accepted)).toBe(pagePath('model/bloomz', language))
  })

  test('RDF is of no language', async () => {
    expect(await leads(model, 'text/turtle', chinese)).toBe('model/bloomz.ttl')
  })

  test.each([
    ['the ontology', 'https://w3id.org/stemma/', 'ontology'],
    ['the shapes', 'https://w3id.org/stemma/shape', 'ontology'],
    ...Object.entries(graphNames(defaultBase)).map(([name, iri]) => [`the graph ${name}`, iri, 'about']),
    ['a part of the dataset', `${defaultBase}graph/best/model`, 'about'],
    ['what a source says', `${defaultBase}graph/source/bloom-paper`, 'about'],
    ['the software', `${defaultBase}release/0.1.0`, 'about'],
  ])('%s as page, in Chinese, and as RDF', async (_, iri, to) => {
    expect([await leads(iri), await leads(iri, browser, chinese)]).toEqual([pagePath(to, 'en'), pagePath(to, 'zh')])
    const endings = ['ttl', 'jsonld', 'nt', 'rdf']
    const types = endings.map((ending) => formats.find(({ extensions }) => extensions[0] === ending)!.mediaType)
    expect(await Promise.all(types.map((type) => leads(iri, type)))).toEqual(endings.map((ending) => `${to}.${ending}`))
    expect(await leads(iri, 'application/trig, text/turtle;q=0.9')).toBe(`${to}.ttl`)
  })

  test('a version of the ontology', async () => {
    const version = `${defaultBase}ontology/0.1.0`
    expect([await leads(version), await leads(version, browser, chinese)]).toEqual([pagePath('ontology', 'en'), pagePath('ontology', 'zh')])
    expect(await leads(version, 'text/turtle')).toBe('ontology/0.1.0.ttl')
  })

  test('the description that VoID has one address for', async () => {
    expect(await leads(`${defaultBase}.well-known/void`)).toBe('.well-known/void')
  })

  test.each([
    'model/bloomz.html',
    'zh/model/bloomz.html',
    'zh/class/model/2.html',
    'model/bloomz.trig',
    'index.html',
    'dump/graph.nq.gz',
    'dump/graph.stemma',
    'ontology/0.1.0.ttl',
    'sitemap.xml',
  ])('the file %s by its own name, whatever is accepted', async (file) => {
    const { status, headers } = await ask(`/stemma/${file}`, { accept: 'text/turtle', 'accept-language': chinese })
    expect([status, headers.location]).toEqual([302, `${site}/${file}`])
  })

  test('without the slash, one step more', async () => {
    const { status, headers } = await ask('/stemma', { host: 'w3id.org', accept: 'text/turtle' })
    expect([status, headers.location]).toEqual([301, 'http://w3id.org/stemma/'])
  })

  test('one thing of each class', async () => {
    for (const name of classNames.filter((one) => one !== 'Claim'))
      expect(await leads(mint(defaultBase, name, 'x-1'))).toBe(`${name.toLowerCase()}/x-1.html`)
  })

  test('a claim, whose thing the server knows', async () => {
    for (const accept of [undefined, 'text/turtle', 'application/trig'])
      expect(await leads(mint(defaultBase, 'Claim', 'bloomz--name--0123456789ab'), accept)).toBe('claim/bloomz--name--0123456789ab')
  })

  test.each([
    ['class/model', 'text/turtle', 'class/model.ttl'],
    ['class/model/2', 'text/turtle', 'class/model/2.ttl'],
    ['class/model/2', 'application/trig', 'class/model/2.html'],
    ['source/bloom-paper', 'application/trig', 'source/bloom-paper.trig'],
    ['source/bloom-paper/2', 'text/turtle', 'source/bloom-paper/2.html'],
    ['family/bloom', 'text/turtle', 'family/bloom.html'],
  ])('the list %s as %s: %s', async (list, accept, to) => {
    expect(await leads(defaultBase + list, accept)).toBe(to)
  })

  test('the longest, the most joined and a sample of all IRIs of the shipped graph', async () => {
    const { base, entities } = openShipped()
    const iris = [...entities.keys()]
    const rare = iris.filter((iri) => /--|\.\d/.test(iri))
    const sample = [...rare.filter((_, at) => at % 40 === 0), ...iris.filter((_, at) => at % 40 === 0)].concat(
      [...iris].sort((a, b) => b.length - a.length).slice(0, 5),
    )
    for (const iri of sample) expect(await leads(iri, 'text/turtle')).toBe(`${iri.slice(base.length)}.ttl`)
  })

  test('which headers choose is said, other sites may follow, and a query is left behind', async () => {
    const { headers } = await ask('/stemma/model/bloomz?a=b', { accept: 'text/turtle' })
    expect(headers.location).toBe(`${site}/model/bloomz.ttl`)
    expect(headers['access-control-allow-origin']).toBe('*')
    const vary = new Set(headers.vary!.toLowerCase().split(/, */))
    expect([vary.has('accept'), vary.has('accept-language')]).toEqual([true, true])
  })

  test.each([
    'model',
    'model/',
    'model/%2e%2e/x',
    'model/a%0d%0aX:1',
    'model/a%2f%2fb',
    'Model/bloomz',
    'model/a/b',
    'model/a--',
    'nothing',
    '%5c',
  ])('%s is nothing of ours', async (path) => {
    expect(await leads(`https://w3id.org/stemma/${path}`)).toMatch(/^40[034]$/)
  })
})

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
