/** An IRI that a merge took out of use leads to the one in its place, wherever the graph is asked. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { quadsOf } from '../../src/graph/quads.ts'
import { graphOfClaims } from '../../src/graph/of-claims.ts'
import { dump } from '../../src/graph/dump/dump.ts'
import { openSaved, saveGraph } from '../../src/graph/saved.ts'
import { prefixes } from '../../src/model/vocabulary.ts'
import { find } from '../../src/query/find.ts'
import { graphOf, inFolder } from '../graph-of.ts'
import { stemma } from '../run.ts'
import { served, yaml } from './server/served.ts'
import { brokenLinks, siteOf } from './site/site-folder.ts'

const live = graphOf(yaml)
const iri = (name: string): string => live.base + name
const retired = new Map([
  [iri('model/bloom-old'), iri('model/bloom')],
  [iri('dataset/bloom-set'), iri('model/bloom')],
])
const graph = graphOfClaims(live.claims, live.base, retired)
const statement = `<${iri('model/bloom-old')}> <${prefixes.dct}isReplacedBy> <${iri('model/bloom')}> <${iri('graph/about')}> .`

test('the graph about the dataset says so, as do a saved graph and its dumps', () =>
  inFolder({}, (folder) => {
    const about = quadsOf(graph, 'all').filter(({ subject }) => retired.has(subject.value))
    expect(about.map(({ subject, predicate, object, graph: name }) => [subject.value, predicate.value, object.value, name.value])).toEqual(
      ['dataset/bloom-set', 'model/bloom-old'].flatMap((old) => [
        [iri(old), `${prefixes.dct}isReplacedBy`, iri('model/bloom'), iri('graph/about')],
        [iri(old), `${prefixes.owl}deprecated`, 'true', iri('graph/about')],
      ]),
    )
    saveGraph(graph, join(folder, 'a.stemma'))
    const saved = openSaved(join(folder, 'a.stemma'))
    expect(new Map(saved.retired)).toEqual(retired)
    expect([...saved.entities.keys()]).toEqual([...live.entities.keys()])
    const text = Buffer.concat([...dump(saved.index, 'nquads')].map((piece) => Buffer.from(piece))).toString()
    expect(text.split('\n')).toContain(statement)
  }))

test('its names are found and shown as what stands in its place', () =>
  inFolder({}, async (folder) => {
    for (const name of [
      'bloom-old',
      'model/bloom-old',
      'model:bloom-old',
      iri('model/bloom-old'),
      `<${iri('dataset/bloom-set')}>`,
      'BLOOM-old',
    ])
      expect(find(graph, name).id, name).toBe('bloom')
    expect(() => find(graph, 'bloom-set', ['Dataset'])).toThrow(/there is no dataset/)
    const file = join(folder, 'a.stemma')
    saveGraph(graph, file)
    expect(await stemma(['show', 'bloom-old', '--graph', file])).toEqual(await stemma(['show', 'bloom', '--graph', file]))
  }))

describe('addresses', () => {
  test('lead on from the server in each form', async () => {
    const server = await served({ whose: graph })
    try {
      const leads = async (path: string): Promise<[number, string | undefined]> => {
        const { status, headers } = await server.get(path)
        return [status, headers.location && new URL(headers.location, `http://host${path}`).pathname]
      }
      for (const ending of ['', '.html', '.ttl', '.jsonld', '.nt', '.rdf', '.trig'])
        expect(await leads(`/model/bloom-old${ending}`)).toEqual([308, `/model/bloom${ending}`])
      expect(await leads('/zh/model/bloom-old.html')).toEqual([308, '/zh/model/bloom.html'])
      expect(await leads('/dataset/bloom-set.ttl')).toEqual([308, '/model/bloom.ttl'])
      expect(await leads('/stemma/model/bloom-old')).toEqual([308, '/stemma/model/bloom'])
      expect(await leads('/model/BLOOM-old')).toEqual([308, '/model/bloom-old'])
      expect((await leads('/model/bloom-older'))[0]).toBe(404)
    } finally {
      await server.stop()
    }
  })

  test('lead on from a host of files', async () => {
    const [files, without] = [await siteOf(graph, { workers: 1 }), await siteOf(live, { workers: 1 })]
    const more = [...files.keys()].filter((path) => !without.has(path))
    const forms = ['html', 'jsonld', 'nt', 'rdf', 'trig', 'ttl']
    expect(more).toEqual(
      [
        ...['dataset/bloom-set', 'model/bloom-old'].flatMap((name) => forms.map((ending) => `${name}.${ending}`)),
        'zh/dataset/bloom-set.html',
        'zh/model/bloom-old.html',
      ].sort(),
    )
    const page = files.get('zh/model/bloom-old.html')!.toString()
    expect(page).toContain('<meta name="robots" content="noindex">')
    expect(page).toContain(`<link rel="canonical" href="${iri('zh/model/bloom.html')}">`)
    expect(page).toContain('<meta http-equiv="refresh" content="0; url=bloom.html">')
    expect(page).toContain('<p>此地址已停用，它所指的内容现在位于： <a href="bloom.html">BLOOM</a></p>')
    expect(files.get('dataset/bloom-set.html')!.toString()).toContain('content="0; url=../model/bloom.html"')
    expect(files.get('model/bloom-old.nt')!.toString()).toBe(
      `<${iri('model/bloom-old')}> <${prefixes.dct}isReplacedBy> <${iri('model/bloom')}> .\n<${iri('model/bloom-old')}> <${prefixes.owl}deprecated> "true"^^<${prefixes.xsd}boolean> .\n`,
    )
    expect(files.get('sitemap.xml')!.toString()).not.toContain('bloom-old')
    expect(brokenLinks(files)).toEqual(brokenLinks(without))
  })
})
