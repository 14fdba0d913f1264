import fc from 'fast-check'
import { expect, test } from 'vitest'
import { literal, namedNode } from '../../../src/model/claim.ts'
import { defaultBase } from '../../../src/model/iri.ts'
import { namespacesFor } from '../../../src/model/term-key.ts'
import { BatchWriter } from '../../../src/sources/bulk/batch-writer.ts'
import { Turns } from '../../../src/worker-turns.ts'
import { termsOf } from './common.ts'

const text = fc.oneof(
  fc.string({ maxLength: 3 }),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
  fc.constantFrom('', 'a', 'é', '漢'.repeat(50)),
)

test('a term has one number in a batch, and comes out as it went in', () => {
  const writer = new BatchWriter(namespacesFor(defaultBase))
  const heads = [literal(''), literal('', 'en'), namedNode(`${defaultBase}model/x`), namedNode('urn:x')].map((term) => writer.headOf(term))
  const constant = writer.constant(literal('a', 'en'))
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(heads.length - 1), text), { maxLength: 40 }), (all) => {
      const numbers = new Map<string, number>()
      for (const [head, local] of all) {
        const key = `${head} ${local}`
        const number = writer.term(heads[head]!, `<${local}>`, 1, local.length + 1)
        expect(numbers.get(key) ?? numbers.size).toBe(number)
        numbers.set(key, number)
        writer.add(number, number, number, number)
      }
      if (numbers.has('1 a')) expect(writer.numberOf(constant)).toBe(numbers.get('1 a'))
      const batch = { ...writer.take(), records: 0, problems: [] }
      const namespace = ['', '', `${defaultBase}model/`, '']
      expect(termsOf(batch).map(({ value }) => value)).toEqual(
        [...numbers.keys()].map((key) => `${namespace[Number(key[0])]}${key.slice(2)}`),
      )
      expect(batch.rows).toHaveLength(4 * all.length)
      expect(new Set(batch.heads).size).toBe(batch.heads.length)
    }),
  )
})

test('there is room for many terms, batch after batch', () => {
  const writer = new BatchWriter([])
  const head = writer.headOf(literal(''))
  for (let batch = 0; batch < 2; batch++) {
    for (let round = 0; round < 2; round++)
      for (let number = 0; number < 20_000; number++) if (writer.term(head, `é${number}`) !== number) expect.unreachable()
    expect(termsOf({ ...writer.take(), records: 0, problems: [] }).at(-1)!.value).toBe('é19999')
  }
})

test('nobody takes a stretch that is too far ahead, or any when the work was called off', () => {
  const turns = new Turns(2)
  const others = new Turns(turns.memory)
  expect([turns.take(), others.take()]).toEqual([0, 1])
  turns.use(2)
  expect([others.take(), turns.take()]).toEqual([2, 3])
  turns.stop()
  expect(others.take()).toBeUndefined()
})
