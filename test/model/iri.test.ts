import fc from 'fast-check'
import { Parser } from 'n3'
import { describe, expect, test } from 'vitest'
import { nTriplesTerm } from '../../src/formats/terms.ts'
import { namedNode } from '../../src/model/claim.ts'
import {
  classInIri,
  defaultBase,
  fromCurie,
  hubKey,
  idHint,
  idOf,
  isId,
  isIri,
  isMinted,
  mint,
  mintKeyed,
  nameKey,
  prefixesFor,
  slug,
  toCurie,
} from '../../src/model/iri.ts'
import { classNames } from '../../src/model/vocabulary.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 200 })
const ids = fc.stringMatching(/^[a-z0-9]{1,8}([-.][a-z0-9]{1,8}){0,3}$/)

describe('slug', () => {
  test('makes an id of any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(isId(slug(text))).toBe(true)
      }),
      { numRuns: 1_000 },
    )
  })

  test('leaves an id as it is, so that twice is once', () => {
    fc.assert(
      fc.property(ids, (id) => {
        expect(slug(id)).toBe(id)
      }),
    )
    fc.assert(
      fc.property(anyText, (text) => {
        expect(slug(slug(text))).toBe(slug(text))
      }),
    )
  })

  test('is safe as the name of a file', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.stringMatching(/^[./\\-]{0,5}$/)), (text) => {
        expect(slug(text)).toMatch(/^[a-z0-9](?!.*(\.\.|--))[a-z0-9.-]{0,119}$/)
      }),
    )
  })

  test('keeps apart what differs in more than case, spaces and punctuation', () => {
    const core = (text: string): string =>
      text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[\s\-_.,;:'"()/@&]+/g, ' ')
        .trim()
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        fc.pre(core(a) !== core(b))
        expect(slug(a)).not.toBe(slug(b))
      }),
      { numRuns: 1_000 },
    )
  })

  test.each([
    ['pass@1', 'pass-1'],
    ['Exact Match', 'exact-match'],
    ['opt-6.7b', 'opt-6.7b'],
    ['naïve', 'naive'],
    ['a--b', 'a-b'],
  ])('%s is %s', (text, id) => {
    expect(slug(text)).toBe(id)
  })

  test.each([
    ['C', 'C++'],
    ['> 5', '< 5'],
    ['模型', '数据'],
    ['..', '.'],
    ['a'.repeat(61) + ' b', 'a'.repeat(61) + ' c'],
  ])('%s is not %s', (a, b) => {
    expect(slug(a)).not.toBe(slug(b))
  })
})

describe('texts that share the same 32 bits of FNV-1a are kept apart', () => {
  const prompts = 'zero-shot English prompts, median over prompts, measured in run'
  test.each([
    [slug, `${prompts} baixww%`, `${prompts} bv0349%`],
    [
      nameKey,
      'my-llama-2_7b_chat-hf_lora_sft_dpo_q4-k-m_gguf-v1_en_zh_ft-3',
      'my_llama_2-7b_chat-hf-lora_sft-dpo_q4-k_m-gguf_v1_en_zh-ft_3',
    ],
    [hubKey, 'o/a_b-c-d_e-f-g-h_i_j-k-l-m-n_o-p_q_r-s-t', 'o/a_b-c-d_e_f-g_h-i_j-k_l_m-n_o_p_q_r_s_t'],
  ])('%o', (key, a, b) => {
    expect(key(a)).not.toBe(key(b))
  })

  test('and a name that is written like what another is kept apart by', () => {
    const lookalike = nameKey('a_b')
    expect(lookalike).toMatch(/^a-b-[0-9a-f]{24}$/)
    expect(nameKey(lookalike)).not.toBe(lookalike)
    expect(hubKey(`o/${lookalike}`)).not.toBe(hubKey('o/a_b'))
    expect(hubKey(`${lookalike}/a`)).not.toBe(hubKey('a_b/a'))
    expect(nameKey(nameKey('模型'))).not.toBe(nameKey('模型'))
  })

  test('names that are not the same but for case have keys of their own', () => {
    const name = fc.stringMatching(/^[a-cA-C0-1._-]{1,6}(-[0-9a-f]{24})?$/)
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(isId(nameKey(a))).toBe(true)
        expect(nameKey(a) === nameKey(b)).toBe(a.toLowerCase() === b.toLowerCase())
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('isIri', () => {
  test('what passes stays one term in a serialisation', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('https://example.org/', 'a:', 'urn:x:', ''), (text, start) => {
        const iri = start + text
        fc.pre(isIri(iri))
        const [quad, ...others] = new Parser({ format: 'N-Triples' }).parse(`<x:s> <x:p> ${nTriplesTerm(namedNode(iri))} .`)
        expect(quad?.object.value).toBe(iri)
        expect(others).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })

  test.each([
    'a> . <x> <y> <z',
    'https://a b',
    '/about',
    'about',
    '',
    ':',
    'a:',
    'https://a\nb',
    'https://a\u0000',
    'https://a\u202eb',
    'https://a\u2028b',
    'https://a\ud800',
    '\u212ahttp://a',
    '\u017fhttp://a',
    '1a:b',
    'a:b\\u003e',
    'a:<b',
    'a:"b',
    'a:{b}',
    'a:|',
    'a:^',
    'a:`',
    `a:${'b'.repeat(9000)}`,
  ])('%j is none', (text) => {
    expect(isIri(text)).toBe(false)
  })

  test.each(['https://example.org/', 'urn:isbn:1', 'https://例え.jp/モデル', 'HTTPS://EXAMPLE.ORG', 'https://w3id.org/stemma#'])(
    '%s is one',
    (text) => {
      expect(isIri(text)).toBe(true)
    },
  )
})

describe('ids and their IRIs', () => {
  test('a minted IRI is one, and gives back its class and id', () => {
    fc.assert(
      fc.property(fc.constantFrom(...classNames), ids, (name, id) => {
        const iri = mint(defaultBase, name, id)
        expect([isIri(iri), classInIri(iri, defaultBase), idOf(iri, defaultBase)]).toEqual([true, name, id])
      }),
    )
  })

  test('the IRI of what is known by its key is one, whatever the key holds', () => {
    fc.assert(
      fc.property(ids, fc.array(anyText, { maxLength: 3 }), (id, parts) => {
        const iri = mintKeyed(defaultBase, 'Evaluation', [id, ...parts])
        expect(isIri(iri)).toBe(true)
        expect(isMinted(idOf(iri, defaultBase))).toBe(true)
      }),
    )
  })

  test('a CURIE of an IRI leads back to it', () => {
    const table = prefixesFor(defaultBase)
    fc.assert(
      fc.property(fc.constantFrom(...classNames), ids, (name, id) => {
        const iri = mint(defaultBase, name, id)
        expect(fromCurie(toCurie(iri, table), table)).toBe(iri)
      }),
    )
  })

  test('no text becomes an IRI that is none', () => {
    const table = prefixesFor(defaultBase)
    fc.assert(
      fc.property(fc.constantFrom('model:', 'st:', 'constructor:', '__proto__:', '<', ''), anyText, (prefix, text) => {
        const iri = fromCurie(prefix + text, table)
        expect(iri === undefined || isIri(iri)).toBe(true)
      }),
    )
    expect(fromCurie('organization:a> . <x> <y> <z', table)).toBeUndefined()
    expect(fromCurie('constructor:x', table)).toBe('constructor:x')
  })

  test('the hint for what is no id names one that is', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const suggested = /^write (\S+): /.exec(idHint(text))?.[1]
        expect(suggested === undefined || isId(suggested)).toBe(true)
      }),
    )
    expect(idHint('GPT 3')).toMatch(/^write gpt-3: /)
  })
})

describe('files are named by ids', () => {
  const unfit = ['con', 'aux.1', 'nul', 'com1', 'lpt9.txt', 'x.ttl', 'x.html', 'model.jsonld', 'a.rdf', 'b.nt']
  test.each(unfit)('%s is no id, and the id that is made of it is one', (text) => {
    expect(isId(text)).toBe(false)
    expect(isId(slug(text))).toBe(true)
    expect(isId(nameKey(text))).toBe(true)
    expect(hubKey(`owner/${text}`).split('--').every(isId)).toBe(true)
    expect(idHint(text)).toContain('device')
  })
  test.each(['context', 'con-1', 'console', 'whisper-small.en', 'llama.cpp'])('%s is one', (text) => expect(slug(text)).toBe(text))

  test('ids of many long parts stay short enough, and apart', () => {
    const long = 'm'.repeat(120)
    const [a, b] = ['x', 'y'].map((last) => mintKeyed('https://example.org/', 'Evaluation', [long, long, long, last]))
    expect(a).not.toBe(b)
    expect(`${a!.split('/').at(-1)}.jsonld`.length).toBeLessThan(255)
  })
})
