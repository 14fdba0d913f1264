/** YASGUI on a page of another site asks `stemma serve`. */
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startServe, type Serving } from '../endpoint/stemma-serve.ts'
import { chromiumPath, startChromium, tellIfMissing } from './chromium.ts'

tellIfMissing('YASGUI')

const require = createRequire(import.meta.url)
const script = readFileSync(require.resolve('@zazuko/yasgui/build/yasgui.min.js'))
const style = readFileSync(require.resolve('@zazuko/yasgui/build/yasgui.min.css'))

/** A page with YASGUI, as somebody would put it on a site of theirs. */
const pageFor = (endpoint: string, method: string): string => `<!doctype html><meta charset="utf-8"><title>YASGUI</title>
<link rel="stylesheet" href="yasgui.css"><div id="yasgui"></div><script src="yasgui.js"></script>
<script>new Yasgui(document.getElementById('yasgui'), {
  requestConfig: { endpoint: '${endpoint}', method: '${method}', headers: { Authorization: 'Basic Og==', 'X-Of-Mine': 'yes' } },
})</script>`

describe.skipIf(chromiumPath === undefined)('YASGUI', () => {
  let [serving, server, browser, page] = [] as unknown as [Serving, Server, Browser, Page]

  beforeAll(async () => {
    serving = await startServe()
    server = createServer((request, response) => {
      const files: Record<string, [string, string | Buffer]> = {
        '/yasgui.js': ['text/javascript', script],
        '/yasgui.css': ['text/css', style],
        '/POST': ['text/html', pageFor(serving.sparql, 'POST')],
        '/GET': ['text/html', pageFor(serving.sparql, 'GET')],
      }
      const [type, content] = files[request.url!] ?? []
      response.writeHead(type ? 200 : 404, { 'content-type': `${type ?? 'text/plain'}; charset=utf-8` }).end(content)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    browser = await startChromium()
  })
  afterAll(async () => {
    await browser.close()
    server.close()
    await serving.stop()
  })

  afterEach(() => page.context().close())

  async function run(sparql: string, method: string): Promise<void> {
    const context = await browser.newContext()
    page = await context.newPage()
    const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    await context.route(
      (url) => ![here, serving.url].includes(`${url.origin}/`),
      (route) => route.abort(),
    )
    await page.goto(here + method)
    await page.locator('.yasqe .CodeMirror').click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.insertText(sparql)
    await page.locator('.yasqe_queryButton').click()
  }

  const cells = async (): Promise<string[]> => page.locator('.yasr_results tbody tr td:not(:first-child)').allInnerTexts()

  const shown = <What>(what: () => Promise<What>): ReturnType<typeof expect.poll<What>> => expect.poll(what, { timeout: 15_000 })

  describe.each(['POST', 'GET'])('by %s', (method) => {
    test('shows the rows of a question', async () => {
      await run('SELECT ?model ?name { ?model rdfs:label ?name FILTER(?model = model:sparrow) } ORDER BY ?name', method)
      const model = '<https://w3id.org/stemma/model/sparrow>'
      await shown(cells).toEqual([model, '"Sparrow"@en', model, '"麻雀"@zh'])
    })

    test('shows triples', async () => {
      await run('CONSTRUCT { model:sparrow rdfs:label ?name } WHERE { model:sparrow rdfs:label ?name FILTER(LANG(?name) = "zh") }', method)
      await shown(cells).toEqual(['<https://w3id.org/stemma/model/sparrow>', '<http://www.w3.org/2000/01/rdf-schema#label>', '"麻雀"@zh'])
    })

    test('shows our words for what is wrong', async () => {
      await run('SELECT ?m { ?m st:trainedOn }', method)
      await shown(() => page.locator('.yasr_results').innerText()).toContain('line 1 of the query is not SPARQL, at }')
    })
  })

  test('shows that a long question goes by POST', async () => {
    await run(`ASK {} # ${'x'.repeat(20_000)}`, 'GET')
    await shown(() => page.locator('.yasr_results').innerText()).toContain('send a long question by POST')
  })
})
