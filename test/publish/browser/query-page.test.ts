/** The query page in a real browser, on a plain server of files. Needs Chromium; set CHROMIUM to its path if it is elsewhere. */
import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { results } from '../../../src/query/results.ts'
import { ask } from '../../../src/query/engine.ts'
import { bind, savedQueries, savedQuery } from '../../../src/query/saved.ts'
import { chromiumPath, startChromium, tellIfMissing } from './chromium.ts'
import { graph, serve } from './site.ts'

tellIfMissing('the query page')

describe.skipIf(chromiumPath === undefined)('the query page', { timeout: 20_000 }, () => {
  let server: Server
  let url: string
  let browser: Browser
  let page: Page
  /** What no page may do: complain, or ask another host. */
  const wrong: string[] = []

  beforeAll(async () => {
    ;({ server, url } = await serve())
    browser = await startChromium()
  })
  afterAll(async () => {
    await browser.close()
    server.close()
  })
  afterEach(async () => {
    await page.context().close()
    expect(wrong.splice(0)).toEqual([])
  })

  async function open(name: string): Promise<void> {
    const context = await browser.newContext()
    page = await context.newPage()
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && wrong.push(message.text()))
    page.on('pageerror', (error) => wrong.push(error.message))
    page.on('request', (request) => {
      if (!/^(?:blob|data):/.test(request.url()) && !request.url().startsWith(url)) wrong.push(request.url())
    })
    await page.goto(url + name)
    await page.locator('.cm-content').waitFor()
  }

  async function write(sparql: string): Promise<void> {
    await page.locator('.cm-content').click()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Backspace')
    await page.keyboard.insertText(sparql)
    // What is offered is closed.
    await page.keyboard.press('Escape')
  }

  const run = (): Promise<void> => page.keyboard.press('ControlOrMeta+Enter')
  const askButton = (): Locator => page.getByRole('button', { name: 'Ask', exact: true })
  const text = async (selector: string): Promise<string> => (await page.locator(selector).allTextContents()).join('\n')
  const said = (pattern: RegExp): Promise<void> =>
    expect.poll(() => text('.query-status'), { timeout: 15_000, interval: 30 }).toMatch(pattern)

  test('answers in the browser as the command line does, with links to the pages of things', async () => {
    await open('query.html')
    const sparql = 'SELECT ?model ?name { ?model st:trainedOn dataset:the-pile ; rdfs:label ?name } ORDER BY ?model ?name'
    await write(sparql)
    await run()
    await said(/^\d+ rows in/)
    const answer = await ask(graph, sparql)
    const rows = answer.type === 'bindings' ? answer.rows : []
    expect(await page.locator('.query-answer td:nth-child(2) > span > span:first-child').allTextContents()).toEqual(
      rows.map(({ name }) => name!.value),
    )
    const link = page.locator('.query-answer td a').first()
    expect(await link.getAttribute('href')).toBe(`${rows[0]!['model']!.value.slice(graph.base.length)}.html`)
    await page.getByRole('columnheader', { name: 'model' }).getByRole('button').click({ clickCount: 2 })
    expect(await link.getAttribute('href')).toBe(`${rows.at(-1)!['model']!.value.slice(graph.base.length)}.html`)
    expect(await page.getByRole('columnheader', { name: 'model' }).getAttribute('aria-sort')).toBe('descending')
  })

  test.each([
    ['in the browser', 'query.html', 'with sources'],
    ['at an endpoint', 'served.html', 'with sources'],
    ['in Chinese', 'zh/query.html', '附来源'],
  ])('each row carries its sources where they are wanted, %s; a link keeps that', async (_, name, label) => {
    await open(name)
    const sparql = 'SELECT ?base { model:bloomz st:fineTunedFrom ?base }'
    await write(sparql)
    await page.getByRole('checkbox', { name: label }).check()
    await page.locator('.query-run').click()
    const shown = page.locator('.query-answer tbody tr')
    await shown.first().waitFor()
    const answer = await ask(graph, sparql, {}, undefined, { why: true })
    const rows = answer.type === 'bindings' ? answer.rows : []
    expect(rows.length).toBeGreaterThan(0)
    // At one moment: a row that goes away is not waited for.
    const links = (): Promise<string[]> =>
      page.evaluate<string[]>("[...document.querySelectorAll('.query-sources a')].map(({ title }) => title)")
    expect(await links()).toEqual(rows.flatMap(({ sources }) => sources!.value.split(' ')))
    const link = `${page.url()}&run`
    await page.goto('about:blank')
    await page.goto(link)
    await shown.first().waitFor()
    expect(await page.getByRole('checkbox', { name: label }).isChecked()).toBe(true)
    await page.getByRole('checkbox', { name: label }).uncheck()
    await page.locator('.query-run').click()
    await expect.poll(links).toEqual([])
  })

  test('fills in a saved question, and saves its answer as CSV', async () => {
    await open('query.html')
    await page.getByRole('button', { name: 'ancestors', exact: true }).click()
    await page.getByRole('combobox', { name: 'model' }).pressSequentially('sparr')
    await expect.poll(() => page.locator('datalist option').first().getAttribute('value')).toBe('sparrow')
    await page.getByRole('combobox', { name: 'model' }).fill('sparrow')
    await askButton().click()
    await said(/^\d+ rows in/)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()])
    expect(download.suggestedFilename()).toBe('answer.csv')
    const question = savedQuery('ancestors')!
    const answer = await ask(graph, question.sparql, bind(graph, question, { model: 'sparrow' }))
    expect(readFileSync(await download.path(), 'utf8')).toBe(answer.type === 'bindings' ? results.csv(answer) : '')
  })

  test('asks what was changed last, the form or the text, by one button', async () => {
    await open('query.html')
    await page.getByRole('button', { name: 'ancestors', exact: true }).click()
    expect(await askButton().count()).toBe(1)
    await page.getByRole('combobox', { name: 'model' }).fill('sparrow')
    await page.keyboard.press('Enter')
    await said(/^\d+ rows in/)
    expect(await text('.cm-content')).toContain('model:sparrow')
    await write('ASK { model:sparrow ?p ?o }')
    await askButton().click()
    await said(/^Yes, in/)
    await page.getByRole('combobox', { name: 'model' }).fill('bloomz')
    await askButton().click()
    await said(/^\d+ rows? in/)
    expect(await text('.cm-content')).toContain('model:bloomz')
  })

  test('says what a saved question answers before it is chosen', async () => {
    await open('query.html')
    for (const { name, help } of savedQueries()) {
      const item = page.locator('nav li').filter({ has: page.getByRole('button', { name: name.replaceAll('-', ' '), exact: true }) })
      expect(await item.locator('small').textContent()).toBe(help)
    }
    // What is read is part of what is pressed.
    const { x, y } = (await page.locator('nav li small').first().boundingBox())!
    await page.mouse.click(x + 4, y + 4)
    expect(await page.locator('.query-form h2').textContent()).toBe(await page.locator('nav button').first().textContent())
  })

  test('breaks no number, date or term of an answer; a table that is too wide is moved', async () => {
    await open('query.html')
    await write(
      'SELECT ?property ?value ?date ?long { model:chinchilla ?property ?value ; dct:issued ?date BIND(CONCAT(STR(?property), STR(?property), STR(?property)) AS ?long) FILTER(isNumeric(?value)) }',
    )
    await run()
    await said(/^\d+ rows in/)
    const lines = (selector: string): Promise<number[]> =>
      page.evaluate(`Array.from(document.querySelectorAll('.query-answer td${selector}'), (one) => one.getClientRects().length)`)
    for (const whole of [' a', '.query-number span', ' time']) expect(new Set(await lines(whole))).toEqual(new Set([1]))
    expect(Math.min(...(await lines(':nth-child(4) span')))).toBeGreaterThan(1)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(1280)
  })

  test('stops a question that takes too long, and answers the next', async () => {
    await open('query.html')
    await write('SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }')
    await run()
    await page.getByRole('button', { name: 'Stop' }).click()
    await said(/^Stopped/)
    await write('ASK { model:sparrow st:derivedFrom+ model:chinchilla }')
    await run()
    await said(/^Yes, in/)
  })

  test('says where a question is no SPARQL, and which names are slips', async () => {
    await open('query.html')
    await write('SELECT ?model WHERE {\n  ?model st:trainedOn }\n')
    await run()
    await expect.poll(() => text('.query-problems')).toBe('Line 2, column 23: this is not SPARQL, at }')
    await page.locator('.cm-lint-marker-error').waitFor()
    await write('SELECT ?model { ?model st:trainedOm dataset:the-pile }')
    await run()
    await expect.poll(() => text('.query-problems')).toContain('st:trainedOm is no term of the ontology; did you mean st:trainedOn?')
  })

  test('offers terms, variables and things, and lets go of the keyboard', async () => {
    await open('query.html')
    await write('SELECT ?model { ?model ')
    const offered = (): Promise<string> => text('.cm-tooltip-autocomplete li')
    await page.keyboard.type('st:trainedO')
    await expect.poll(offered).toContain('st:trainedOn')
    await page.keyboard.type('n dataset:pile')
    await expect.poll(offered, { timeout: 10_000 }).toContain('dataset:the-pile')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    expect(await page.locator('.query-buttons > .query-run:focus').count()).toBe(1)
  })

  test('a shared link fills the page in, and asks only when it says so', async () => {
    const query = 'SELECT ?name ?parameters { ?m rdfs:label ?name ; st:parameterCount ?parameters FILTER(LANG(?name) = "en") } LIMIT 12'
    const hash = `#${new URLSearchParams({ query, tab: 'chart' }).toString()}`
    await open(`query.html${hash}`)
    await said(/^Question filled in/)
    expect(await text('.cm-content')).toBe(query)
    await page.context().close()
    await open(`query.html${hash}&run`)
    await said(/^12 rows in/)
    expect(await page.locator('.query-chart rect').count()).toBe(12)
    expect(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('query')).toBe(query)
  })

  test('draws triples, and two columns of things, as a graph with links', async () => {
    await open('query.html')
    await write('CONSTRUCT { ?size st:variantOf model:gopher } WHERE { ?size st:variantOf model:gopher }')
    await run()
    await said(/^\d+ triples in/)
    await page.getByRole('tab', { name: 'Table' }).focus()
    await page.keyboard.press('ArrowLeft')
    await page.locator('a.query-node[href="model/gopher.html"]').waitFor()
    expect(await page.locator('.query-edge').count()).toBe((await page.locator('.query-node').count()) - 1)
    await write('SELECT ?thing ?other { ?thing st:trainedOn|st:producer|st:license ?other }')
    await run()
    await expect.poll(() => text('.query-answer [role=tabpanel]')).toContain('too many for a picture')
    expect(await page.locator('.query-answer tbody tr').count()).toBeGreaterThan(100)
  })

  test('speaks Chinese', async () => {
    await open('zh/query.html')
    await write('SELECT ?模型 { ?模型 a st:Model } LIMIT 3')
    await page.getByRole('button', { name: '查询', exact: true }).click()
    await said(/^3 行，用时/)
    expect(await page.locator('.query-answer td a').first().getAttribute('href')).toMatch(/^\.\.\/zh\/model\/.*\.html$/)
  })

  test('loads a large graph only when it may', async () => {
    await open('large.html')
    await write('ASK { ?s ?p ?o }')
    await run()
    await expect.poll(() => text('.query-consent')).toContain('The graph has 200 MB')
    await page.getByRole('button', { name: 'Load it and ask' }).click()
    await said(/^Yes, in/)
  })

  test('asks the endpoint where there is one', async () => {
    await open('served.html')
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url().slice(url.length)))
    await page.getByRole('button', { name: 'lineage graph', exact: true }).click()
    await page.getByRole('combobox', { name: 'model' }).fill('BLOOMZ')
    await askButton().click()
    await said(/^\d+ triples in/)
    await write('SELECT ?size { ?size st:variantOf model:gopher }')
    await run()
    await said(/^\d+ rows in/)
    expect(asked.filter((path) => !path.startsWith('assets/')).every((path) => path === 'sparql')).toBe(true)
    expect(asked).toContain('sparql')
  })
})
