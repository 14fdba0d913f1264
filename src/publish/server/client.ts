/** Where requests come from: what is logged, and whom a share of the server is counted for. */
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'
import { StemmaError } from '../../errors.ts'

/** The address of the client of a request. */
export type ClientOf = (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string

/** Whether what an address says of the one before it is believed; hops count from the connection, which is 0. */
type Trust = (address: string, hop: number) => boolean

/**
 * What finds out clients.
 *
 * Each proxy puts the address that it was asked from at the end of X-Forwarded-For, so the header is read from its end for as long as
 * those who wrote it are trusted; what stands before that, anybody may have written.
 *
 * @param proxied how many proxies are in front, or their addresses and networks with commas between; nothing where there is none, and
 *   then the header is not read
 * @throws StemmaError `bad-proxy`
 */
export function clientsBehind(proxied?: string): ClientOf {
  const isTrusted = proxied === undefined ? () => false : trustIn(proxied)
  return ({ headers, socket }) => {
    const said = String(headers['x-forwarded-for'] ?? '').split(',')
    let address = plain(socket.remoteAddress ?? '')
    for (let hop = 0; isTrusted(address, hop); hop++) {
      const before = said.pop()?.trim() ?? ''
      if (!isIP(before)) break
      address = plain(before)
    }
    return address
  }
}

/** An address as it is written shortest; one of IPv4 as such, also where it comes over IPv6. */
const plain = (address: string): string => (isIP(address) ? ipaddr.process(address).toString() : address)

function trustIn(proxied: string): Trust {
  if (/^[1-9]$/.test(proxied)) return (_, hop) => hop < Number(proxied)
  const networks = proxied.split(',').map((text) => networkIn(text.trim()))
  return (address) => {
    if (!isIP(address)) return false
    const own = ipaddr.parse(address)
    return networks.some(([network, bits]) => network.kind() === own.kind() && own.match(network, bits))
  }
}

function networkIn(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  try {
    if (isIP(text.split('/', 1)[0]!)) return text.includes('/') ? ipaddr.parseCIDR(text) : [ipaddr.parse(text), isIP(text) === 6 ? 128 : 32]
  } catch {
    // What is wrong is the length of the network.
  }
  throw new StemmaError(
    {
      code: 'bad-proxy',
      message: `${text} is no address of a proxy`,
      hint: 'say how many proxies are in front, such as 1, or where they are, such as 10.0.0.0/8,::1',
    },
    'usage',
  )
}

/**
 * Whom a share is counted for: the address, of IPv6 its network of 64 bits, since whoever has one has all of it.
 *
 * @returns undefined for this machine itself, which has no share
 */
export function networkOf(address: string): string | undefined {
  if (!isIP(address)) return address
  const parsed = ipaddr.process(address)
  if (parsed.range() === 'loopback') return undefined
  return parsed instanceof ipaddr.IPv6 ? parsed.parts.slice(0, 4).join(':') : parsed.toString()
}
