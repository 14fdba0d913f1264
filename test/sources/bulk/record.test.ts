import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hubKey, isMinted, mint, nameKey } from '../../../src/model/iri.ts'
import { isSurelyGood } from '../../../src/sources/hub/glance.ts'
import { hubRecord, mostValues, troublesOf } from '../../../src/sources/hub/record.ts'

const troubles = (record: unknown): unknown[][] => troublesOf(record).map(({ code, key, message }) => [code, key, message])

describe('every problem of a record is told at once', () => {
  test('of a whole record', () => {
    expect(
      troubles({
        author: 5,
        base_model: ['x/y', 'a> <b', 'c d'],
        datasets: [[]],
        license: '',
        createdAt: '2022-02-30T00:00:00.000Z',
        params: 0.5,
        pipeline_tag: 'a\u0000',
        language: ['en', 5],
        base_model_relation: [],
        safetensors: { total: 0 },
        cardData: { base_model: 7, license: ['mit', '\ud800'] },
      }),
    ).toEqual([
      ['bad-id', 'base_model', 'base_model: "a> <b" is not a hub id'],
      ['bad-id', 'base_model', 'base_model: "c d" is not a hub id'],
      ['bad-record', 'base_model_relation', 'base_model_relation: a text is needed'],
      ['bad-record', 'datasets', 'datasets: a text or a list of at most 10,000 texts is needed'],
      ['empty-value', 'license', 'license: the text is empty'],
      ['bad-record', 'language', 'language: a text or a list of at most 10,000 texts is needed'],
      ['bad-text', 'pipeline_tag', 'pipeline_tag: the text holds U+0000, which is no character of a text'],
      ['bad-record', 'author', 'author: a text is needed'],
      ['bad-date', 'createdAt', 'createdAt: 2022-02 has no day 30'],
      ['bad-number', 'params', 'params: 0.5 is not a whole number that can be exact'],
      ['out-of-range', 'safetensors.total', 'safetensors.total: 0 is less than 1'],
      ['bad-record', 'cardData.base_model', 'cardData.base_model: a text or a list of at most 10,000 texts is needed'],
      ['bad-text', 'cardData.license', 'cardData.license: the text holds U+D800, which is no character of a text'],
      ['missing-key', 'id', 'id is missing'],
    ])
  })

  test.each([[5], ['x'], [null], [[]], [true]])('%j is no record', (content) => {
    expect(troubles(content)).toEqual([['bad-record', undefined, 'a record in braces is needed']])
  })

  test.each(['', ' ', 'a b', 'a/b/c', '/b', 'a/', 'a/b\n', '-a', 'a/.b', 'a> <b', 'é/b', 'https://x.org/a', '..'])('%j is no id', (id) => {
    expect(troubles({ id }).map(([code]) => code)).toEqual(['bad-id'])
    expect(troubles({ id: 'a/b', base_model: [id] }).map(([code]) => code)).toEqual(['bad-id'])
    expect(troubles({ id: 'a/b', cardData: { datasets: id } }).map(([code]) => code)).toEqual(['bad-id'])
  })

  test.each([
    '',
    'yesterday',
    '2022',
    '2022-13-01',
    '2023-02-29T00:00:00Z',
    '0022-01-01',
    '2022-01-01T',
    '2022-01-01 x',
    '2022-01-01T00:00:00.000Z\n',
  ])('%j is no day', (createdAt) => {
    expect(troubles({ id: 'a/b', createdAt }).map(([code]) => code)).toEqual(['bad-date'])
  })

  test.each(['2022-01-01', '2022-01-01T10:20Z', '2022-01-01 10:20:30+00:00', '2024-02-29T10:20:30.123456+0530'])(
    '%j is a day',
    (createdAt) => {
      expect(troubles({ id: 'a/b', createdAt })).toEqual([])
    },
  )

  test.each([[0], [-1], [1.5], [2 ** 53], [1e300], ['7B'], [true]])('%j is no number of parameters', (params) => {
    expect(troubles({ id: 'a/b', params })).toHaveLength(1)
  })

  test('a list that is too long is not looked through', () => {
    expect(troubles({ id: 'a/b', language: Array.from({ length: mostValues + 1 }, () => 5) })).toHaveLength(1)
    expect(troubles({ id: 'a/b', language: Array.from({ length: mostValues }, () => 'en') })).toEqual([])
  })
})

describe('a glance', () => {
  const odd = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      undefined,
      true,
      0,
      1,
      1.5,
      2 ** 53,
      -1,
      '',
      ' ',
      'a b',
      'en',
      'gpt2',
      'a/b',
      'A_b/c.d-e',
      'a/b/c',
      'a> <b',
      'é',
      '\u0007',
    ),
    fc.constantFrom(
      '2022-02-29',
      '2022-03-31T00:00:00.000Z',
      '2022-02-29T00:00:00.000Z',
      '2024-02-29T00:00:00.000Z',
      '2022-00-10T00:00:00.000Z',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
    fc.double(),
    fc.date({ min: new Date('0001-01-01'), noInvalidDate: true }).map((date) => date.toISOString()),
  )
  const value = fc.oneof({ weight: 3, arbitrary: odd }, fc.array(odd, { maxLength: 3 }), fc.constant({}), fc.constant({ total: 'x' }))
  const fields = (keys: readonly string[]): fc.Arbitrary<Record<string, unknown>> => fc.dictionary(fc.constantFrom(...keys, 'tags'), value)
  const card = hubRecord.shape.cardData.unwrap().unwrap()
  const safetensors = hubRecord.shape.safetensors.unwrap().unwrap()
  const record = fc
    .tuple(
      fields(Object.keys(hubRecord.shape)),
      fc.option(fields(Object.keys(card.shape))),
      fc.option(fields(Object.keys(safetensors.shape))),
    )
    .chain(([own, cardData, tensors]) =>
      fc.constantFrom<unknown>(
        { id: 'a/b', ...own },
        { id: 'a/b', ...own, cardData },
        { id: 'a/b', cardData, safetensors: tensors },
        { ...own, safetensors: tensors },
        own,
      ),
    )
  const unused = (): void => {}

  test('lets pass only what the schema lets pass, which leaves it as it is', () => {
    let passed = 0
    fc.assert(
      fc.property(fc.oneof({ weight: 20, arbitrary: record }, fc.anything()), (content) => {
        if (!isSurelyGood(content, unused)) return
        passed += 1
        const parsed = hubRecord.safeParse(content)
        expect(parsed.error).toBeUndefined()
        expect(content).toMatchObject(parsed.data!)
      }),
      { numRuns: 5_000 },
    )
    expect(passed).toBeGreaterThan(100)
  })

  test('is enough for the records of a hub', () => {
    const content = { id: 'a/b', createdAt: '2022-03-31T00:00:00.000Z', params: 5, license: 'mit', language: ['en'], base_model: ['A_b/c'] }
    expect(
      isSurelyGood({ ...content, author: 'x', tags: [], cardData: content, safetensors: { total: 5 }, pipeline_tag: null }, unused),
    ).toBe(true)
  })
})

describe('the id of what a hub keeps', () => {
  const part = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,8}$/)
  const hubId = fc.oneof(
    part,
    fc.tuple(part, part).map((parts) => parts.join('/')),
  )

  test('keeps apart what differs in more than case', () => {
    fc.assert(
      fc.property(hubId, hubId, (one, other) => {
        expect(hubKey(one) === hubKey(other)).toBe(one.toLowerCase() === other.toLowerCase())
        expect(isMinted(hubKey(one))).toBe(true)
      }),
      { numRuns: 2_000 },
    )
    const similar = ['a-b/c', 'a_b/c', 'a.b/c', 'a--b/c', 'a-b-/c', 'a/b-c', 'a-b-c', 'a--b--c', 'a__b/c', 'a_-b/c']
    expect(new Set(similar.map(hubKey)).size).toBe(similar.length)
  })

  test('is that of its parts', () => {
    fc.assert(
      fc.property(hubId, (id) => {
        expect(hubKey(id)).toBe(id.split('/').map(nameKey).join('--'))
      }),
    )
    expect(mint('https://x.org/', 'Model', hubKey('BigScience/bloom-7b1'))).toBe('https://x.org/model/bigscience--bloom-7b1')
    expect(hubKey(`${'a'.repeat(100)}/${'b'.repeat(100)}`)).toBe(`${'a'.repeat(100)}--${'b'.repeat(100)}`)
  })
})
