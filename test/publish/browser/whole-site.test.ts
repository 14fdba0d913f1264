/**
 * The whole site in a real browser, as any file host serves it under a sub-path. Needs Chromium; set CHROMIUM to its path if it
 * is elsewhere.
 */
import { createServer, type Server } from 'node:http'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { spawnSync } from 'node:child_process'
import { source as axe } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageFile } from '../../../src/package-files.ts'
import { chromiumPath, startChromium, tellIfMissing } from './chromium.ts'

tellIfMissing('the whole site')

const root = '/lineage/of/models/'
const mediaTypes: Record<string, string> = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml' }

/** A server of files that knows nothing of sites: no headers but the media type. */
function fileServer(folder: string): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://host')
    const file = join(folder, normalize(pathname.slice(root.length)))
    const found = pathname.startsWith(root) && existsSync(file) && statSync(file).isFile()
    response.writeHead(found ? 200 : 404, { 'content-type': mediaTypes[extname(file)] ?? 'application/octet-stream' })
    response.end(found ? readFileSync(file) : 'nothing here')
  })
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve({ server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${root}` })),
  )
}

/** One page of each kind. */
const kinds = [
  'index.html',
  'families.html',
  'family/bloom.html',
  'class/model.html',
  'class/evaluation/2.html',
  'model/bloom.html',
  'model/chinchilla.html',
  'dataset/xp3.html',
  'document/bloom-paper.html',
  'training/bloomz--fine-tuning.html',
  'source/chinchilla-paper.html',
  'ontology.html',
  'about.html',
  'query.html',
]

describe.skipIf(chromiumPath === undefined)('the site in a browser', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-browser-'))
  let server: Server
  let url: string
  let browser: Browser
  beforeAll(async () => {
    const { status, stderr } = spawnSync(process.execPath, [packageFile('dist/stemma.cjs'), 'publish', join(folder, 'site')], {
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([0, expect.stringMatching(/^.*site: /)])
    ;({ server, url } = await fileServer(join(folder, 'site')))
    browser = await startChromium()
  })
  afterAll(async () => {
    await browser.close()
    server.close()
    rmSync(folder, { recursive: true })
  })

  /** Tries something on a page; it may neither complain nor ask another host. */
  async function on(path: string, run: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
    const context = await browser.newContext(options)
    const page = await context.newPage()
    const wrong: string[] = []
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) wrong.push(message.text())
    })
    page.on('pageerror', (error) => wrong.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(url)) wrong.push(`asked ${request.url()}`)
    })
    page.on('response', (response) => {
      if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`)
    })
    await page.goto(url + path)
    await run(page)
    await context.close()
    expect(wrong).toEqual([])
  }

  interface Found {
    readonly violations: readonly { readonly id: string; readonly impact: string; readonly nodes: readonly { readonly html: string }[] }[]
  }

  /** What axe finds that is serious or critical. */
  async function barriers(page: Page): Promise<string[]> {
    await page.evaluate(axe)
    const { violations } = await page.evaluate<Found>('axe.run(document, { resultTypes: ["violations"] })')
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 160)}`)
  }

  test.each(kinds)('%s has no barrier, light in English and dark in Chinese', async (path) => {
    const look = async (page: Page): Promise<void> => expect(await barriers(page)).toEqual([])
    await on(path, look, { colorScheme: 'light', viewport: { width: 1280, height: 900 }, bypassCSP: true })
    await on(`zh/${path}`, look, { colorScheme: 'dark', viewport: { width: 390, height: 800 }, bypassCSP: true })
  })

  test.each(kinds)('%s is no wider than a telephone', async (path) => {
    await on(
      path,
      async (page) => {
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
      },
      { viewport: { width: 390, height: 800 } },
    )
  })

  test('search leads to a page, by keyboard alone', () =>
    on('index.html', async (page) => {
      await page.keyboard.press('/')
      await page.keyboard.type('chinch')
      await page.locator('[role=option]').first().waitFor()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/model/chinchilla.html')
    }))

  test('the other language is the same page', () =>
    on('model/sparrow.html', async (page) => {
      await page.getByRole('link', { name: '中文' }).click()
      await page.waitForURL('**/zh/model/sparrow.html')
      expect(await page.locator('html').getAttribute('lang')).toBe('zh')
      await page.getByRole('link', { name: 'English' }).click()
      await page.waitForURL(/models\/model\/sparrow\.html$/)
    }))

  test('a click in the lineage picture leads to the thing', () =>
    on('model/bloomz.html', async (page) => {
      await page.locator('svg.lineage a', { hasText: 'xP3' }).click()
      await page.waitForURL('**/dataset/xp3.html')
      expect(await page.locator('h1').textContent()).toContain('xP3')
    }))

  test('the question behind a picture is answered in the query page', () =>
    on('model/bloomz.html', async (page) => {
      await page.locator('figcaption a.ask').click()
      await page.waitForURL('**/query.html#query=*')
      await page.getByRole('button', { name: 'Ask', exact: true }).click()
      await page
        .getByText(/^\d+ rows in/)
        .first()
        .waitFor()
      expect(await page.locator('.query-answer td').count()).toBeGreaterThan(10)
    }))

  test('without scripts everything but search and questions is there', () =>
    on(
      'model/bloom.html',
      async (page) => {
        expect(await page.locator('form.search').isVisible()).toBe(false)
        await page.locator('.facts details.from summary').first().click()
        expect(await page.locator('.facts details.from ul').first().isVisible()).toBe(true)
        await page.getByRole('link', { name: 'Turtle' }).first().waitFor()
      },
      { javaScriptEnabled: false },
    ))

  test('nothing shifts while a page loads', () =>
    on('model/chinchilla.html', async (page) => {
      const shift = await page.evaluate(
        `new Promise((resolve) => { let sum = 0; new PerformanceObserver((list) => { for (const { value } of list.getEntries()) sum += value }).observe({ type: 'layout-shift', buffered: true }); requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum))) })`,
      )
      expect(shift).toBeLessThan(0.01)
    }))
})
