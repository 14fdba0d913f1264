/** What clients prefer, by the rules of RFC 9110. */
import { describe, expect, test } from 'vitest'
import { preferredEncoding, preferredLanguage, preferredType } from '../../../src/publish/server/preferences.ts'

const offers = ['text/html', 'text/turtle', 'application/ld+json', 'application/n-triples', 'application/rdf+xml'].map((mediaType) => ({
  mediaType,
}))
const chosen = (accept?: string): string | undefined => preferredType(offers, accept)?.mediaType.replace(/^.*\//, '')

describe('Accept', () => {
  test.each([
    [undefined, 'html'],
    ['', 'html'],
    [' ', 'html'],
    ['*/*', 'html'],
    ['*', 'html'],
    ['text/turtle', 'turtle'],
    ['TEXT/Turtle ; Q=0.3, text/html;q=0.2', 'turtle'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'html'],
    ['application/rdf+xml, */*', 'rdf+xml'],
    ['application/rdf+xml, text/turtle', 'turtle'],
    ['application/rdf+xml;q=0.9, text/turtle;q=0.8', 'rdf+xml'],
    ['application/*, text/html;q=0.9', 'ld+json'],
    ['text/*;q=0.5, text/html;q=0.1', 'turtle'],
    ['text/html;q=0, */*', 'turtle'],
    ['*/*, text/html;q=0, text/turtle;q=0', 'ld+json'],
    ['text/*;q=0, */*;q=0.1', 'ld+json'],
    ['text/turtle;charset=utf-8', 'turtle'],
    ['text/turtle;charset="UTF-8"', 'turtle'],
    ['text/turtle;charset=latin1', undefined],
    ['text/turtle;level=1', undefined],
    ['application/ld+json;profile="http://www.w3.org/ns/json-ld#flattened"', 'ld+json'],
    ['application/ld+json;profile="a, b;q=0";q=0.9, text/html;q=0.1', 'ld+json'],
    ['application/ld+json;profile="never closed', 'ld+json'],
    ['text/turtle;q=0.5;x=1', 'turtle'],
    ['text/turtle;q=.5, text/html;q=.4', 'turtle'],
    ['text/html;q=many, text/turtle;q=0.1', 'turtle'],
    ['text/html;q=, text/turtle;q=0.1', 'turtle'],
    ['text/html;q=-1, text/turtle;q=0.1', 'turtle'],
    ['text/html;q=1, text/turtle;q=7', 'html'],
    [',;q=1,,,text/turtle', 'turtle'],
    ['*/*;q=0', undefined],
    ['image/png', undefined],
    ['/, //, text, */html', undefined],
    [`${'text/x;q=0.1,'.repeat(800)}text/turtle`, 'turtle'],
  ])('%s', (accept, form) => expect(chosen(accept)).toBe(form))
})

describe('Accept-Language', () => {
  test.each([
    [undefined, 'en'],
    ['', 'en'],
    ['zh', 'zh'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['zh-Hans-CN', 'zh'],
    ['ZH-TW', 'zh'],
    ['zha', 'en'],
    ['zh-TW;q=0.1, zh-CN;q=0.9, en;q=0.5', 'zh'],
    ['zh-CN;q=0, zh', 'zh'],
    ['zh;q=0', 'en'],
    ['en;q=0, *', 'zh'],
    ['fr, de;q=0.5', 'en'],
    ['fr, *;q=0.5', 'en'],
    ['zh, en', 'zh'],
    ['en, zh', 'en'],
    ['*;q=0', 'en'],
  ])('%s', (header, language) => expect(preferredLanguage(['en', 'zh'], header)).toBe(language))
})

describe('Accept-Encoding', () => {
  test.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br', 'br'],
    ['br;q=0.5, gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['*', 'br'],
    ['br;q=0, *', 'gzip'],
    ['gzip;q=0', 'identity'],
    ['identity, gzip;q=0.5', 'identity'],
    ['identity;q=0', 'identity'],
    ['*;q=0', 'identity'],
    ['compress', 'identity'],
  ])('%s', (header, encoding) => expect(preferredEncoding(header)).toBe(encoding))
})
