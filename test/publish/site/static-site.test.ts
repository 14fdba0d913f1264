/** What a static site holds: whole, valid, and nothing in it that data has smuggled in. */
import { gunzipSync } from 'node:zlib'
import { HtmlValidate } from 'html-validate'
import jsonldProcessor from 'jsonld'
import { Parser } from 'n3'
import { beforeAll, describe, expect, test } from 'vitest'
import { formatOf } from '../../../src/formats/index.ts'
import type { Graph } from '../../../src/graph/graph.ts'
import { openShipped } from '../../../src/graph/shipped.ts'
import { brokenLinks, linksOf, siteOf } from './site-folder.ts'
import { evilGraph, script } from './evil.ts'

type Files = Map<string, Buffer>

const lines = (text: string, format: string): string[] =>
  formatOf('nquads')
    .write(new Parser({ format }).parse(text), { prefixes: {} })
    .split('\n')
    .filter((line) => line !== '')

/** The statements of the data of all things with an ending. */
function union(files: Files, ending: string, format: string): string[] {
  const all = new Set<string>()
  for (const [path, content] of files) {
    const isData = path.endsWith(ending) && !/^(?:dump|ontology|about|class|source)/.test(path)
    if (isData) for (const line of lines(content.toString(), format)) all.add(line)
  }
  return [...all].sort()
}

/** A valid document as the WHATWG has it, with what WCAG asks of markup. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    // How it is written is not what makes it valid.
    'doctype-style': ['error', { style: 'lowercase' }],
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'void-style': 'off',
    'no-inline-style': 'error',
    // The form is a search as one types, and Enter sends it.
    'wcag/h32': 'off',
  },
})

describe.each([
  ['shipped', openShipped],
  ['evil', evilGraph],
] as [string, () => Graph][])('the site of the %s graph', (_, open) => {
  let files: Files
  beforeAll(async () => {
    files = await siteOf(open())
  })
  const pages = (): [string, string][] =>
    [...files].flatMap(([path, content]) => (path.endsWith('.html') ? [[path, content.toString()]] : []))

  test('every link leads to a file of the site, and to a place in it', () => {
    expect(brokenLinks(files)).toEqual([])
  })

  test('every page is valid HTML', async () => {
    // One page of each kind and language says as much as thousands of them.
    const byKind = new Map(
      pages().map(([path, text]) => [`${path.replace(/[^/]*$/, '')}${text.length.toString().length}`, [path, text] as const]),
    )
    const found: string[] = []
    for (const [path, text] of byKind.values()) {
      const { results } = await validator.validateString(text, path)
      for (const { messages } of results)
        for (const { ruleId, line, message } of messages) found.push(`${path}:${line} ${ruleId}: ${message}`)
    }
    expect(found).toEqual([])
  })

  test('the data of all things together are the dump', () => {
    const dump = lines(gunzipSync(files.get('dump/graph.nq.gz')!).toString(), 'N-Quads')
    expect(union(files, '.trig', 'TriG')).toEqual(dump)
    const best = lines(files.get('dump/graph.ttl')!.toString(), 'Turtle')
    expect(union(files, '.ttl', 'Turtle')).toEqual(best)
    expect(union(files, '.nt', 'N-Triples')).toEqual(best)
  })

  test('the lists of classes as data have every thing with its names, those of sources all that they say', () => {
    const near = /^<\S+\/(?:class|source)\/\S+> <http:\/\/www\.w3\.org\/1999\/xhtml\/vocab#(?:next|prev)> /
    const of = (folder: string, ending: string, format: string): string[] =>
      union(new Map([...files].filter(([path]) => path.startsWith(folder)).map(([path, content]) => [`/${path}`, content])), ending, format)
    const [listed, said] = [of('class/', '.ttl', 'Turtle'), of('source/', '.trig', 'TriG')].map((all) =>
      all.filter((line) => !near.test(line)),
    )
    const best = lines(files.get('dump/graph.ttl')!.toString(), 'Turtle')
    const dump = lines(gunzipSync(files.get('dump/graph.nq.gz')!).toString(), 'N-Quads')
    expect(listed).toEqual(best.filter((line) => /^\S+ <\S+(?:#type|rdf-schema#label)> /.test(line)))
    const isBest = new Set(best)
    expect(said).toEqual(dump.filter((line) => /\/document\/[^ /]+> \.$/.test(line) && !isBest.has(line)))
  })

  test('each page of a list leads to the next, as a page and as data', () => {
    const lists = [...files.keys()].filter((path) => /^(?:class|source)\/[^/]+\/\d+\.(?:ttl|trig)$/.test(path))
    for (const path of lists) {
      const [, list, number, ending] = /^(.*)\/(\d+)\.(\w+)$/.exec(path)!
      const before = Number(number) === 2 ? list! : `${list}/${Number(number) - 1}`
      expect(files.get(`${before}.${ending}`)!.toString()).toMatch(new RegExp(`/${before}> <\\S+vocab#next> <\\S+/${list}/${number}>`))
      expect(files.get(`${before}.html`)!.toString()).toContain(`href="${before.slice(before.lastIndexOf('/') + 1)}.${ending}"`)
    }
  })

  test('the dumps in TriG and JSON-LD have the statements of that in N-Quads', async () => {
    const dump = lines(gunzipSync(files.get('dump/graph.nq.gz')!).toString(), 'N-Quads')
    expect(lines(files.get('dump/graph.trig')!.toString(), 'TriG')).toEqual(dump)
    const document = JSON.parse(files.get('dump/graph.jsonld')!.toString()) as never
    const read = (await jsonldProcessor.toRDF(document, { format: 'application/n-quads' })) as unknown as string
    expect(lines(read, 'N-Quads')).toEqual(dump)
  })

  test('nothing that runs, and no place for it: no inline script or style, no handler, no javascript: link', () => {
    for (const [path, text] of pages()) {
      const data = /<script type="application\/ld\+json">.*?<\/script>/gs
      const markup = text.replace(data, '').replace(/="[^"]*"/g, '=""')
      expect(markup.match(/<script(?! src="" defer>)[^>]*>|<style|<[^>]*\s(?:style|on\w+)=/i)?.[0], path).toBeUndefined()
      expect(
        linksOf(text).filter((url) => /^(?:javascript|data|vbscript):/i.test(url)),
        path,
      ).toEqual([])
    }
  })

  test('no page is heavier than 100 kB but the lists', () => {
    const heavy = pages().filter(([path, text]) => Buffer.byteLength(text) > 102_400 && !/^(?:zh\/)?(?:class|source|ontology)/.test(path))
    expect(heavy.map(([path]) => path)).toEqual([])
  })

  test('every name is safe on every file system', () => {
    const names = [...files.keys()]
    expect(new Set(names.map((name) => name.toLowerCase().normalize('NFC'))).size).toBe(names.length)
    expect(names.filter((name) => !/^[a-zA-Z0-9._/-]+$/.test(name) || /(?:^|\/)(?:con|aux|nul|prn)(?:\.|\/|$)/.test(name))).toEqual([])
    expect(names.filter((name) => name.split('/').some((part) => Buffer.byteLength(part) > 255))).toEqual([])
  })
})

test('hostile 20, hostile 21: texts of data are texts on every page, in its data and in its picture, and no links', async () => {
  const files = await siteOf(evilGraph())
  const page = files.get('model/evil.html')!.toString()
  expect(page).toContain(`<h1>${script.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</h1>`)
  expect(page).not.toContain(script)
  const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)!
  expect(JSON.parse(json!)).toMatchObject({ name: script })
  const [picture] = /<svg.*?<\/svg>/s.exec(page)!
  expect(picture).toContain('&lt;/script&gt;&lt;img src=x')
  expect(page).toContain('javascript:alert(6)')
  expect(page).toContain('data:text/html,alert(7)')
  expect(page).not.toMatch(/href="(?:javascript|data):/)
  expect(page).toContain('href="https://example.org/?a=1&amp;b=&#39;2&#39;"')
  expect(files.get('dataset/data.html')!.toString()).not.toContain('\u202e')
})
