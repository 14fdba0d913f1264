/** RDF/XML: names and texts that XML takes, and nothing that it would read as something else. */
import type { Quad } from '@rdfjs/types'
import fc from 'fast-check'
import { DataFactory } from 'n3'
import { describe, expect, test } from 'vitest'
import { StemmaError } from '../../src/errors.ts'
import { rdfxml } from '../../src/formats/rdfxml.ts'
import { isIri } from '../../src/model/iri.ts'
import { prefixes } from '../../src/model/vocabulary.ts'

const { namedNode, literal, quad } = DataFactory
const subject = namedNode('urn:s')
const triple = (predicate: string, text = 'x'): Quad => quad(subject, namedNode(predicate), literal(text))
const write = (quads: Quad[], known: Record<string, string> = {}): string => rdfxml.write(quads, { prefixes: known })

function problemsOf(quads: Quad[]): string[] {
  try {
    write(quads)
  } catch (error) {
    if (error instanceof StemmaError) return error.problems.map(({ code, message }) => `${message} [${code}]`)
    throw error
  }
  return []
}

/** The element of the one property and the namespaces, as written. */
function parts(text: string): { element: string | undefined; namespaces: Record<string, string> } {
  const namespaces = [...text.matchAll(/xmlns:(\w+)="([^"]*)"/g)].map(([, prefix, namespace]) => [
    prefix,
    namespace!.replaceAll('&amp;', '&'),
  ])
  return { element: /^ {4}<([^ >]+)/m.exec(text)?.[1], namespaces: Object.fromEntries(namespaces) as Record<string, string> }
}

describe('a predicate', () => {
  test.each([
    ['urn:x²', undefined],
    ['urn:µ', undefined],
    ['urn:ª', undefined],
    ['https://example.org/', undefined],
    ['https://example.org/v#1', undefined],
    ['http://www.w3.org/2000/xmlns/a', undefined],
    ...[
      'RDF',
      'ID',
      'about',
      'parseType',
      'resource',
      'nodeID',
      'datatype',
      'Description',
      'li',
      'aboutEach',
      'aboutEachPrefix',
      'bagID',
    ].map((name): [string, undefined] => [prefixes.rdf + name, undefined]),
    [`${prefixes.rdf}_1`, ['rdf:_1', prefixes.rdf]],
    [`${prefixes.rdf}type`, ['rdf:type', prefixes.rdf]],
    ['https://example.org/li', ['ns1:li', 'https://example.org/']],
    ['https://example.org/v#q.r', ['ns1:q.r', 'https://example.org/v#']],
    ['https://example.org/v#1a', ['ns1:a', 'https://example.org/v#1']],
    ['https://example.org/v?a&b', ['ns1:b', 'https://example.org/v?a&']],
    ['urn:x²y', ['ns1:y', 'urn:x²']],
    ['urn:模型', ['ns1:模型', 'urn:']],
    ['urn:é·1', ['ns1:é·1', 'urn:']],
    ['urn:\u{10400}a', ['ns1:a', 'urn:\u{10400}']],
  ] as [string, [element: string, namespace: string] | undefined][])('%s', (predicate, expected) => {
    if (!expected) {
      expect(problemsOf([triple(predicate)])).toEqual([`RDF/XML has no name for the predicate "${predicate}" [no-xml-name]`])
      return
    }
    const { element, namespaces } = parts(write([triple(predicate)]))
    expect([element, namespaces[element!.split(':')[0]!]]).toEqual(expected)
  })

  test('of any IRI has a name that joined to its namespace is the IRI, or is refused', () => {
    // NCName of XML 1.0, fourth edition, for the characters that are made here.
    const name = /^[A-Za-z_À-ÖØ-öø-ÿ一-龥][A-Za-z0-9_.\-·À-ÖØ-öø-ÿ一-龥]*$/
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."ab1-._:/#²µ·éÿ中\u{10400}٣ⅷ&'"), minLength: 1 }), (end) => {
        const predicate = `urn:${end}`
        fc.pre(isIri(predicate))
        if (problemsOf([triple(predicate)]).length > 0) {
          expect(predicate).toMatch(/[^A-Za-z_éÿ中][-.0-9·]*$/)
          return
        }
        const { element, namespaces } = parts(write([triple(predicate)]))
        const [prefix, local] = element!.split(':') as [string, string]
        expect(local).toMatch(name)
        expect(namespaces[prefix]! + local).toBe(predicate)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('prefixes', () => {
  test('are those that are known, unless they are XML’s, taken, or would be', () => {
    const known = { ns1: 'urn:b/', rdf: 'urn:c/', xml: 'urn:d/', xmlns: 'urn:e/', ex: 'urn:f/', unused: 'urn:g/' }
    const { namespaces } = parts(
      write(
        ['a', 'b', 'c', 'd', 'e', 'f'].map((part) => triple(`urn:${part}/p`)),
        known,
      ),
    )
    expect(namespaces).toEqual({
      rdf: prefixes.rdf,
      ns1: 'urn:a/',
      ns2: 'urn:b/',
      ns3: 'urn:c/',
      ns4: 'urn:d/',
      ns5: 'urn:e/',
      ex: 'urn:f/',
    })
  })
})

test('all names and texts that XML cannot hold are told at once', () => {
  expect(
    problemsOf([triple('urn:1'), triple('urn:2'), triple('urn:p', 'a\u0001b'), triple('urn:q', 'a\u0001b'), triple('urn:q', '\uffff')]),
  ).toEqual([
    'RDF/XML has no name for the predicate "urn:1" [no-xml-name]',
    'RDF/XML has no name for the predicate "urn:2" [no-xml-name]',
    'XML cannot hold U+0001, which "a\\u{1}b" has [no-xml-text]',
    'XML cannot hold U+FFFF, which "\uffff" has [no-xml-text]',
  ])
})

test('a whole document', () => {
  const quads = [
    quad(subject, namedNode('urn:x#p'), literal('<a href="b">&\r\n\t</a>]]>', 'en-gb')),
    quad(subject, namedNode('urn:x#p'), literal('1', namedNode('urn:t?a&b'))),
    quad(subject, namedNode('urn:x#p'), namedNode("urn:o'&")),
  ]
  expect(write(quads, { x: 'urn:x#' })).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
         xmlns:x="urn:x#">
  <rdf:Description rdf:about="urn:s">
    <x:p rdf:resource="urn:o'&amp;"/>
    <x:p rdf:datatype="urn:t?a&amp;b">1</x:p>
    <x:p xml:lang="en-gb">&lt;a href="b"&gt;&amp;&#13;
\t&lt;/a&gt;]]&gt;</x:p>
  </rdf:Description>
</rdf:RDF>
`)
})
