import { expect, test } from 'vitest'
import { byteCache } from '../../../src/publish/server/byte-cache.ts'

const megabyte = 2 ** 20

test('what was not used for longest makes room', () => {
  const cache = byteCache<string>(3.5 * megabyte)
  for (const key of ['a', 'b', 'c']) cache.set(key, key, megabyte)
  expect(cache.get('a')).toBe('a')
  cache.set('d', 'd', megabyte)
  expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key))).toEqual(['a', undefined, 'c', 'd'])
  cache.grow('a', 'a', megabyte)
  expect(['a', 'c', 'd'].map((key) => cache.get(key))).toEqual([undefined, 'c', 'd'])
  expect(cache.bytes).toBeLessThan(3.5 * megabyte)
})

test('what is larger than all of it is not kept, and drives nothing out', () => {
  const cache = byteCache<string>(megabyte)
  cache.set('small', 'small', 10)
  cache.set('large', 'large', megabyte)
  expect([cache.get('large'), cache.get('small')]).toEqual([undefined, 'small'])
})

test('growth is counted for what is kept alone', () => {
  const cache = byteCache<string>(megabyte)
  cache.set('a', 'new', 10)
  const before = cache.bytes
  cache.grow('a', 'old', 1000)
  cache.grow('b', 'b', 1000)
  expect(cache.bytes).toBe(before)
  cache.set('a', 'newer', 20)
  expect(cache.bytes).toBe(before + 10)
})
