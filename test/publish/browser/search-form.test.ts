/** The search of a page in a real browser, on a plain server of files. Needs Chromium; set CHROMIUM to its path if it is elsewhere. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { siteAssets } from '../../../src/publish/assets.ts'
import { contentsOf } from '../../../src/publish/contents.ts'
import { resourcesOf } from '../../../src/publish/resources.ts'
import { graphOf } from '../../graph-of.ts'
import { chromiumPath, startChromium, tellIfMissing } from './chromium.ts'

tellIfMissing('the search of pages')

const browserFolder = join(import.meta.dirname, '../../../src/publish/browser')

const graph = graphOf(`{ id: bloom, source: paper, name: { value: BLOOM }, released: 2022-07 }
---
{ id: bloomz, source: paper, name: BLOOMZ, fineTunedFrom: bloom }
---
{ id: evil, source: paper, name: "<img src=x onerror=document.title='evil'>bloomer" }`)

/** Where the site begins on its host. */
const root = '/some/path/'

function serve(): Promise<{ server: Server; url: string }> {
  const script = buildSync({ entryPoints: [join(browserFolder, 'site.ts')], bundle: true, format: 'iife', target: 'es2022', write: false })
  const body = script.outputFiles[0]!.contents
  const assets = new Map([
    ...siteAssets(browserFolder),
    ['site.js', { path: 'assets/site.js', mediaType: 'text/javascript', body }] as const,
  ])
  const resources = resourcesOf({ graph, assets, dumps: [] }, contentsOf(graph))
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://x')
    const found = pathname.startsWith(root) ? resources.at(pathname.slice(root.length)) : undefined
    response.writeHead(found ? 200 : 404, { 'content-type': `${found?.mediaType ?? 'text/plain'}; charset=utf-8` })
    response.end(found?.body)
  })
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve({ server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${root}` })),
  )
}

describe.skipIf(chromiumPath === undefined)('the search of a page', { timeout: 30_000 }, () => {
  let server: Server
  let url: string
  let browser: Browser
  let page: Page
  /** What no page may do: complain, or ask another host. */
  const wrong: string[] = []
  const field = (): ReturnType<Page['locator']> => page.locator('[role=combobox]:visible')
  const options = (): Promise<string[]> => page.locator('[role=option]').allTextContents()

  beforeAll(async () => {
    ;({ server, url } = await serve())
    browser = await startChromium()
  })
  afterAll(async () => {
    await browser.close()
    server.close()
  })
  beforeEach(async () => {
    page = await browser.newPage()
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && wrong.push(message.text()))
    page.on('pageerror', (error) => wrong.push(error.message))
    page.on('request', (request) => request.url().startsWith(url) || wrong.push(request.url()))
  })
  afterEach(async () => {
    await page.close()
    expect(wrong.splice(0)).toEqual([])
  })

  test('begins with a slash, offers names, and goes to what is chosen with the arrows', async () => {
    await page.goto(`${url}model/bloom.html`)
    await page.keyboard.press('/')
    await page.keyboard.type('blo')
    await expect.poll(options).toEqual(['BLOOM model', 'BLOOMZ model', "<img src=x onerror=document.title='evil'>bloomer model · evil"])
    expect(await page.locator('[role=status]').textContent()).toBe('3 results')
    expect(await field().getAttribute('aria-expanded')).toBe('true')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const active = await field().getAttribute('aria-activedescendant')
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${url}model/bloomz.html`)
    expect(await page.title()).not.toBe('evil')
  })

  test('is closed by Escape, and emptied by another', async () => {
    await page.goto(`${url}index.html`)
    await field().fill('bloom')
    await expect.poll(options).toHaveLength(3)
    await page.keyboard.press('Escape')
    expect([await options(), await field().getAttribute('aria-expanded'), await field().inputValue()]).toEqual([[], 'false', 'bloom'])
    await page.keyboard.press('Escape')
    expect(await field().inputValue()).toBe('')
  })

  test('in Chinese leads to Chinese pages, and Enter to the first', async () => {
    await page.goto(`${url}zh/index.html`)
    await field().fill('bloomz')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${url}zh/model/bloomz.html`)
  })

  test('says when there is nothing, and when there is no answer', async () => {
    await page.goto(`${url}index.html`)
    await field().fill('nothing at all')
    await expect.poll(() => page.locator('.found:visible').textContent()).toBe('Nothing has such a name')
    await page.route('**/search/p-*', (route) => route.abort())
    await field().fill('bloom')
    await expect.poll(() => page.locator('.found:visible').textContent()).toBe('The search did not answer; try again')
    await page.unroute('**/search/p-*')
    await field().fill('bloomz')
    await expect.poll(options).toHaveLength(1)
    // The browser itself tells of a request that failed.
    expect(wrong.splice(0).every((text) => text.includes('ERR_FAILED'))).toBe(true)
  })

  test('moves nothing when it appears', async () => {
    await page.goto(`${url}index.html`)
    await field().waitFor()
    const shift = await page.evaluate(
      `new Promise((done) => { let sum = 0; new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (sum += value))).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(sum), 200) })`,
    )
    expect(shift).toBe(0)
  })
})
