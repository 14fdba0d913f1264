/** What readers of RDF do with what is broken, hostile or needs something from elsewhere. */
import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRdf } from '../../../src/formats/read/index.ts'
import { nTriplesTerm } from '../../../src/formats/terms.ts'

const base = 'file:///sample'
const read = (text: string, format: string) => {
  const { statements, problems, meaningless } = readRdf(text, format, 'sample', base)
  const lines = statements.map(
    ({ quad, line }) => `${line ?? '-'} ${[quad.subject, quad.predicate, quad.object].map(nTriplesTerm).join(' ')}`,
  )
  return { lines, problems: problems.map(({ code, message, place }) => [code, message, place?.line]), meaningless: [...meaningless] }
}

describe('what stands before a mistake is read', () => {
  test.each([
    ['turtle', '<urn:a> <urn:p> "1" .\n<urn:b> <urn:p> "2" ;\n  <urn:q> oops .\n<urn:c> <urn:p> "3" .', 3],
    ['trig', '<urn:g> { <urn:a> <urn:p> "1" .\n <urn:b> <urn:p> "2" }\n} <urn:c> <urn:p> "3" .', 3],
    ['ntriples', '<urn:a> <urn:p> "1" .\n<urn:b> <urn:p> "2" .\n<urn:c> <urn:p "3" .', 3],
    ['nquads', '<urn:a> <urn:p> "1" <urn:g> .\n<urn:b> <urn:p> "2" .\n<urn:c> "x" "3" .', 3],
  ])('%s', (format, text, line) => {
    const { lines, problems } = read(text, format)
    expect(lines.map((one) => one.slice(2))).toEqual(['<urn:a> <urn:p> "1"', '<urn:b> <urn:p> "2"'])
    expect(problems.map(([code, , at]) => [code, at])).toEqual([['bad-rdf', line]])
  })

  test('rdfxml', () => {
    const text = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:u="urn:">
<rdf:Description rdf:about="urn:a"><u:p>1</u:p></rdf:Description>
<rdf:Description rdf:about="urn:b"><u:p>2</u:q></rdf:Description></rdf:RDF>`
    const { lines, problems } = read(text, 'rdfxml')
    // The text of an element that is closed by another name is known.
    expect(lines).toEqual(['2 <urn:a> <urn:p> "1"', '3 <urn:b> <urn:p> "2"'])
    expect(problems.map(([code, , at]) => [code, at])).toEqual([['bad-rdf', 3]])
  })

  test('rdfxml that ends too early', () => {
    const text =
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:u="urn:"><rdf:Description rdf:about="urn:a"><u:p>1</u:p>'
    expect(read(text, 'rdfxml')).toMatchObject({
      lines: ['1 <urn:a> <urn:p> "1"'],
      problems: [['bad-rdf', 'The file ends within an element', undefined]],
    })
  })

  test('JSON that breaks off has no statements, and its line', () => {
    expect(read('{"@id": "urn:a",\n "urn:p": }', 'jsonld')).toMatchObject({
      lines: [],
      problems: [['bad-rdf', expect.stringMatching(/^the file is no JSON/), 2]],
    })
  })
})

test('triple terms are no statements of RDF 1.1', () => {
  expect(read('<urn:a> <urn:says> <<( <urn:b> <urn:p> 1 )>> .\n<urn:a> <urn:p> "1" .', 'turtle').lines).toEqual(['2 <urn:a> <urn:p> "1"'])
})

describe('nothing is fetched', () => {
  test.each([
    ['a context', (url: string) => `{"@context": "${url}", "@id": "urn:a", "p": 1}`, 'jsonld', 'refused-context'],
    [
      'one of several contexts',
      (url: string) => `{"@context": [{"@vocab": "urn:"}, "${url}"], "@id": "urn:a", "p": 1}`,
      'jsonld',
      'refused-context',
    ],
    [
      'an import',
      (url: string) => `{"@context": {"@version": 1.1, "@import": "${url}"}, "@id": "urn:a", "p": 1}`,
      'jsonld',
      'refused-context',
    ],
    [
      'a scoped context',
      (url: string) => `{"@context": {"@vocab": "urn:", "p": {"@id": "urn:p", "@context": "${url}"}}, "@id": "urn:a", "p": {"q": 1}}`,
      'jsonld',
      'refused-context',
    ],
    [
      'a document type',
      (url: string) =>
        `<?xml version="1.0"?>\n<!DOCTYPE rdf:RDF SYSTEM "${url}">\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>`,
      'rdfxml',
      'refused-declaration',
    ],
    [
      'an entity',
      (url: string) =>
        `<!-- - -->\n<!doctype r [<!ENTITY x SYSTEM "${url}">]>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="urn:a" rdf:value="&x;"/></rdf:RDF>`,
      'rdfxml',
      'refused-declaration',
    ],
  ])('%s', async (_, text, format, code) => {
    let asked = 0
    const server = createServer((_request, response) => {
      asked += 1
      response.end('{}')
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`
    const { lines, problems } = read(text(url), format)
    await new Promise((resolve) => server.close(resolve))
    expect(lines).toEqual([])
    expect(problems.map(([found]) => found)).toEqual([code])
    if (code === 'refused-context') expect(problems[0]![1]).toContain(url)
    expect(asked).toBe(0)
  })

  test('entities that double are not read', () => {
    const bomb = `<!DOCTYPE r [<!ENTITY a "x"> ${Array.from({ length: 30 }, (__, n) => `<!ENTITY a${n} "&a${n - 1};&a${n - 1};">`).join('')}]><rdf:RDF/>`
    expect(read(bomb, 'rdfxml').problems.map(([code]) => code)).toEqual(['refused-declaration'])
  })

  test('contexts that come with Stemma are known', () => {
    const known = (context: string, rest: object) => read(JSON.stringify({ '@context': context, ...rest }), 'jsonld')
    expect(known('https://schema.org', { '@type': 'Dataset', '@id': 'urn:a', name: 'A' }).lines).toEqual([
      '- <urn:a> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://schema.org/Dataset>',
      '- <urn:a> <https://schema.org/name> "A"',
    ])
    expect(known('https://w3id.org/stemma/context', { id: 'model:a', trainedOn: 'dataset:b' }).lines).toEqual([
      '- <https://w3id.org/stemma/model/a> <https://w3id.org/stemma#trainedOn> <https://w3id.org/stemma/dataset/b>',
    ])
    const mldcat = 'https://semiceu.github.io/MLDCAT-AP/releases/3.1.0/context/mldcat-ap.jsonld'
    expect(known(mldcat, { '@id': 'urn:a', 'MachineLearningModel.trainedOn': 'urn:b' }).lines).toEqual([
      '- <urn:a> <http://data.europa.eu/it6/trainedOn> <urn:b>',
    ])
  })
})

test('keys that no context gives a meaning are told', () => {
  expect(read('{"@context": {"p": "urn:p"}, "@id": "urn:a", "p": 1, "q": 2}', 'jsonld').meaningless).toEqual([['q', 1]])
})

test('JSON that is nested deeper than anything is a problem, and the next file is read', () => {
  const deep = `{"@context": {"@vocab": "urn:"}, "p": ${'{"p":'.repeat(20_000)}1${'}'.repeat(20_000)}}`
  expect(read(deep, 'jsonld').problems.map(([code]) => code)).toEqual(['bad-rdf'])
  expect(read('{"@id": "urn:a", "urn:p": "1"}', 'jsonld').lines).toEqual(['- <urn:a> <urn:p> "1"'])
})

test('no text makes a reader throw', () => {
  const pieces = fc.constantFrom(
    '<urn:a>',
    ' ',
    '"',
    '{',
    '}',
    '[',
    ']',
    '@prefix',
    '.',
    ';',
    ':',
    '_:b',
    '<<',
    '>>',
    '<',
    '/>',
    '&x;',
    '"@context"',
    '\n',
    '\u0000',
    'é',
  )
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 30 }),
      fc.constantFrom('turtle', 'trig', 'ntriples', 'nquads', 'jsonld', 'rdfxml'),
      (parts, format) => {
        readRdf(parts.join(''), format, 'sample', base)
      },
    ),
  )
})
