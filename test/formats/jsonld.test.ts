/** The context of our JSON-LD: what stands in a file, and what can be published for others to use. */
import type { Quad } from '@rdfjs/types'
import jsonldProcessor from 'jsonld'
import { DataFactory } from 'n3'
import { describe, expect, test } from 'vitest'
import { jsonld } from '../../src/formats/jsonld.ts'
import { jsonldContext } from '../../src/model/context.ts'
import { defaultBase, prefixesFor } from '../../src/model/iri.ts'
import { prefixes } from '../../src/model/vocabulary.ts'

const { namedNode, literal, quad } = DataFactory
const model = (id: string): ReturnType<typeof namedNode> => namedNode(`${defaultBase}model/${id}`)
const st = (local: string): ReturnType<typeof namedNode> => namedNode(prefixes.st + local)
const document = (quads: Quad[], known = prefixesFor(defaultBase)): { '@context': Record<string, unknown>; '@graph': unknown[] } =>
  JSON.parse(jsonld.write(quads, { prefixes: known })) as ReturnType<typeof document>

describe('a file', () => {
  test('has the terms and prefixes that it uses, and no others', () => {
    const text = jsonld.write([quad(model('a'), st('trainedOn'), namedNode(`${defaultBase}dataset/d`))], {
      prefixes: prefixesFor(defaultBase),
    })
    expect(text).toBe(`{
  "@context": {
    "@version": 1.1,
    "st": "https://w3id.org/stemma#",
    "model": "https://w3id.org/stemma/model/",
    "dataset": "https://w3id.org/stemma/dataset/",
    "id": "@id",
    "trainedOn": {
      "@id": "st:trainedOn",
      "@type": "@id"
    }
  },
  "@graph": [
    {
      "id": "model:a",
      "trainedOn": "dataset:d"
    }
  ]
}
`)
  })

  test('names benchmarks, whose prefix elsewhere is the name of a key here, by a prefix with an s', () => {
    const { '@context': context, '@graph': graph } = document([quad(model('a'), st('benchmark'), namedNode(`${defaultBase}benchmark/b`))])
    expect([context['benchmarks'], graph]).toEqual([`${defaultBase}benchmark/`, [{ id: 'model:a', benchmark: 'benchmarks:b' }]])
  })

  test('has no prefix that an IRI in it would be read by, in whatever case', () => {
    const { '@context': context, '@graph': graph } = document([
      quad(model('a'), st('trainedOn'), namedNode('st:foo')),
      quad(model('a'), st('trainedOn'), namedNode('Model:foo')),
    ])
    expect(Object.keys(context)).toEqual(['@version', 'id', 'trainedOn'])
    expect(context['trainedOn']).toEqual({ '@id': `${prefixes.st}trainedOn`, '@type': '@id' })
    expect(graph).toEqual([{ id: `${defaultBase}model/a`, trainedOn: ['Model:foo', 'st:foo'] }])
  })

  test('is whole without any prefix, or with those of others', () => {
    const quads = [quad(model('a'), namedNode('https://example.org/x'), literal('1', namedNode('https://example.org/y')))]
    expect(document(quads, {})['@graph']).toEqual([
      { id: `${defaultBase}model/a`, 'https://example.org/x': { '@type': 'https://example.org/y', '@value': '1' } },
    ])
    const { '@context': context, '@graph': graph } = document(quads, { name: 'https://example.org/' })
    expect(context).toEqual({ '@version': 1.1, names: 'https://example.org/', id: '@id' })
    expect(graph).toEqual([{ id: `${defaultBase}model/a`, 'names:x': { '@type': 'names:y', '@value': '1' } }])
    expect(document([quad(namedNode('urn:ab'), st('at'), literal('x'))], { u: 'urn:a' })['@context']['u']).toEqual({
      '@id': 'urn:a',
      '@prefix': true,
    })
  })
})

describe('the context that is published', () => {
  const address = 'https://example.org/context.jsonld'
  const expand = async (node: object, base: string): Promise<unknown> =>
    jsonldProcessor.expand({ '@context': address, ...node }, {
      base: 'https://elsewhere.example/data',
      documentLoader: (url: string) =>
        Promise.resolve({ contextUrl: null, documentUrl: url, document: { '@context': jsonldContext(base) } }),
    } as never)

  test('has no base, which is ignored in a context that is fetched', () => {
    expect(Object.keys(jsonldContext(defaultBase)).filter((key) => key.startsWith('@'))).toEqual(['@version'])
  })

  test.each([defaultBase, 'https://example.org/x#', 'https://example.org/?q=/'])(
    'names things under %s wherever the document stands',
    async (base) => {
      const node = {
        id: 'model:a',
        kind: 'Model',
        name: { en: 'A' },
        derivedFrom: 'model:b',
        evaluation: { id: 'evaluations:a--e', benchmark: 'benchmarks:e', score: '1.0' },
      }
      expect(await expand(node, base)).toEqual([
        {
          '@id': `${base}model/a`,
          '@type': [`${prefixes.st}Model`],
          [`${prefixes.rdfs}label`]: [{ '@language': 'en', '@value': 'A' }],
          [`${prefixes.st}derivedFrom`]: [{ '@id': `${base}model/b` }],
          '@reverse': {
            [`${prefixes.st}ofModel`]: [
              {
                '@id': `${base}evaluation/a--e`,
                [`${prefixes.st}benchmark`]: [{ '@id': `${base}benchmark/e` }],
                [`${prefixes.st}score`]: [{ '@type': `${prefixes.xsd}decimal`, '@value': '1.0' }],
              },
            ],
          },
        },
      ])
    },
  )
})
