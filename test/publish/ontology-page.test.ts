import { describe, expect, test } from 'vitest'
import type { Graph } from '../../src/graph/graph.ts'
import { openShipped } from '../../src/graph/shipped.ts'
import { classNames, prefixes, propertyOf } from '../../src/model/vocabulary.ts'
import { ontology, relations } from '../../src/model/terms.ts'
import { languages, pagePath } from '../../src/publish/address.ts'
import { usageOf } from '../../src/publish/ontology/usage.ts'
import { ontologyPage } from '../../src/publish/pages/ontology.ts'
import type { Site } from '../../src/publish/site.ts'
import { graphOf } from '../graph-of.ts'

const site = (graph: Graph): Site => ({ graph, assets: new Map(), dumps: [] })
const shipped = site(openShipped())
const pageIn = (language: (typeof languages)[number], of = shipped): string =>
  ontologyPage({ site: of, language, path: pagePath('ontology', language) }).body.text

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1]!)

describe.each(languages)('in %s', (language) => {
  const text = pageIn(language)
  const ids = all(text, / id="([^"]*)"/g)

  test('every term stands where its IRI leads, borrowed ones under their key', () => {
    const own = Object.keys(relations).map((iri) => (iri.startsWith(prefixes.st) ? iri.slice(prefixes.st.length) : propertyOf(iri)!.name))
    expect(new Set(ids)).toEqual(expect.objectContaining({ size: ids.length }))
    expect([...classNames, ...own, ontology.maintainers.iri.slice(prefixes.st.length)].filter((term) => !ids.includes(term))).toEqual([])
  })

  test('every link within the page has its place', () => {
    expect(all(text, / href="#([^"]*)"/g).filter((anchor) => !ids.includes(anchor))).toEqual([])
  })

  test('no heading skips a level', () => {
    const levels = all(text, /<h(\d)/g).map(Number)
    expect(levels[0]).toBe(1)
    levels.slice(1).forEach((level, index) => expect(level).toBeLessThanOrEqual(levels[index]! + 1))
  })

  test('what is in English says so', () => {
    const definition = 'How many parameters (weights) the model has.'
    expect(text).toContain(language === 'en' ? `<p>${definition}</p>` : `<p lang="en">${definition}</p>`)
  })
})

test('links lead from the page in each language to the pages and files of the site', () => {
  const [en, zh] = [pageIn('en'), pageIn('zh')]
  expect(en).toContain('href="model/')
  expect(en).toContain('href="class/model.html"')
  expect(en).toContain('href="ontology/0.1.0.ttl"')
  expect(zh).toContain('href="model/')
  expect(zh).toContain('href="../ontology.ttl"')
})

test('a graph that uses little has the same page, with what it has', () => {
  const graph = graphOf('id: m\nsource: paper\nname: M <b>&\nparameterCount: { value: 7B, at: title }')
  const text = pageIn('en', site(graph))
  expect(text).toContain('<a href="model/m.html">M &lt;b&gt;&amp;</a> → <b>parameters</b> 7 billion')
  expect(text).toContain('not used')
  expect(text).not.toContain('<b>&')
})

test('use is counted in the best view, and of claims in their graph', () => {
  const graph = graphOf('id: m\nsource: paper\nname: M\nfineTunedFrom: { value: n, at: title }\n---\nid: n\nsource: paper\nname: N')
  const usage = usageOf(graph)
  expect(usage.things(`${prefixes.st}Model`)).toBe(2)
  expect([usage.statements(`${prefixes.st}fineTunedFrom`), usage.statements(`${prefixes.st}derivedFrom`)]).toEqual([1, 1])
  expect([usage.statements(`${prefixes.st}at`), usage.statements(`${prefixes.st}trainedOn`)]).toEqual([1, 0])
  expect(usage.example(`${prefixes.st}at`, 'en')).toMatchObject({
    subject: `${graph.base}model/m`,
    claimed: `${prefixes.st}fineTunedFrom`,
    value: { value: 'title' },
  })
})
