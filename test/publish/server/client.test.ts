/** Whose a request is, and whom a share is counted for. */
import type { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { clientsBehind, networkOf } from '../../../src/publish/server/client.ts'

const client = (proxied: string | undefined, remoteAddress: string | undefined, forwarded?: string): string =>
  clientsBehind(proxied)({
    socket: { remoteAddress } as unknown as Socket,
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  })

test.each<[string | undefined, string | undefined, string | undefined, string]>([
  // Nobody is believed who is not trusted.
  [undefined, '192.0.2.1', '6.6.6.6', '192.0.2.1'],
  [undefined, '::ffff:192.0.2.1', undefined, '192.0.2.1'],
  [undefined, undefined, '6.6.6.6', ''],
  ['10.0.0.0/8', '192.0.2.1', '6.6.6.6', '192.0.2.1'],
  ['10.0.0.0/8', '::1', '6.6.6.6', '::1'],
  // What stands before the word of the last that is trusted, anybody may have written.
  ['1', '127.0.0.1', '6.6.6.6, 192.0.2.1', '192.0.2.1'],
  ['2', '127.0.0.1', '6.6.6.6, 192.0.2.1, 10.0.0.1', '192.0.2.1'],
  ['127.0.0.1, 10.0.0.0/8,2001:DB8::/32', '::ffff:127.0.0.1', '6.6.6.6,192.0.2.1 ,2001:db8::7, 10.9.9.9', '192.0.2.1'],
  // What is no address is not taken for one.
  ['1', '127.0.0.1', undefined, '127.0.0.1'],
  ['1', '127.0.0.1', '192.0.2.1, unknown', '127.0.0.1'],
  ['1', '127.0.0.1', '192.0.2.1\u009b31m', '127.0.0.1'],
  ['3', '127.0.0.1', '192.0.2.1', '192.0.2.1'],
])('behind %s, from %s, forwarded for %s: %s', (proxied, remote, forwarded, expected) => {
  expect(client(proxied, remote, forwarded)).toBe(expected)
})

test.each(['0', '10', 'nginx', '10.0.0.0/33', '10.0.0.0/', '10.0.0.1,', '::1/129', ''])('%j is no proxy', (proxied) => {
  expect(() => clientsBehind(proxied)).toThrow(expect.objectContaining({ code: 'bad-proxy' }) as Error)
})

test('who has a network of IPv6 has one share, as has one address of IPv4; this machine has none', () => {
  const networks = (...addresses: string[]): number => new Set(addresses.map(networkOf)).size
  expect(networks('2001:db8:1:2::1', '2001:db8:1:2:ffff:ffff:ffff:ffff')).toBe(1)
  expect(networks('2001:db8:1:2::1', '2001:db8:1:3::1')).toBe(2)
  expect(networks('192.0.2.1', '::ffff:192.0.2.1')).toBe(1)
  expect(networks('192.0.2.1', '192.0.2.2')).toBe(2)
  expect(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'].map(networkOf)).toEqual(Array(4).fill(undefined))
})
