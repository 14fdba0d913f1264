/** HTTP's Authorization header: Bearer (RFC 6750), Basic (RFC 7617) and Digest (RFC 7616), to one origin only. */
import { createHash, randomBytes } from 'node:crypto'
import { basic, type Credentials } from './credentials.ts'

/** Who answers challenges for one origin. */
export interface Authorizer {
  /** The header of a request; none for another origin, and none before it is known which scheme is wanted. */
  header(method: string, url: URL): string | undefined
  /** Takes in a refusal. Whether the request is worth another try. */
  learn(status: number, challenge: string | null, url: URL): boolean
}

/** What a server's Digest challenge says. */
interface Challenge {
  readonly realm: string
  readonly nonce: string
  readonly opaque?: string
  /** As the server spelled it. */
  readonly algorithm?: string
  readonly hash: string
  readonly session: boolean
  readonly quality: boolean
}

const hashes: Readonly<Record<string, string>> = { md5: 'md5', 'sha-256': 'sha256', 'sha-512-256': 'sha512-256' }

/**
 * Answers an origin's challenges. A token is sent at once; a user and a password when they are asked for, by Digest where
 * that is among what the server takes, else by Basic.
 *
 * @param origin the only place that is ever told
 */
export function authorizer(credentials: Credentials | undefined, origin: string): Authorizer {
  if (!credentials) return { header: () => undefined, learn: () => false }
  if ('token' in credentials)
    return { header: (_, url) => (url.origin === origin ? `Bearer ${credentials.token}` : undefined), learn: () => false }
  let challenge: Challenge | 'basic' | undefined
  let count = 0
  return {
    header(method, url) {
      if (!challenge || url.origin !== origin) return undefined
      return challenge === 'basic' ? `Basic ${basic(credentials)}` : digest(credentials, challenge, method, url, (count += 1))
    },
    learn(status, written, url) {
      if (url.origin !== origin || (status === 403 && challenge) || (status !== 401 && status !== 403)) return false
      const before = challenge
      // A nonce that was good once has run out, whether or not the server says so.
      const wasGood = count > 1
      const [offered, stale] = status === 401 ? strongest(written ?? '') : [undefined, false]
      challenge = offered ?? 'basic'
      count = 0
      return before === undefined || stale || wasGood || (before === 'basic') !== (challenge === 'basic')
    },
  }
}

/** The Digest challenge among those of a header with the strongest hash that is known here, and whether it is but a new nonce. */
function strongest(written: string): [challenge: Challenge | undefined, stale: boolean] {
  const offers = challengesIn(written).flatMap(({ scheme, parameters }) => {
    const { realm = '', nonce, opaque, algorithm, qop, stale } = parameters
    const [, name = '', session] = /^(.*?)(-sess)?$/i.exec(algorithm ?? 'MD5') ?? []
    const hash = hashes[name.toLowerCase()]
    const qualities = qop?.split(',').map((one) => one.trim().toLowerCase())
    if (scheme !== 'digest' || nonce === undefined || !hash || (qualities && !qualities.includes('auth'))) return []
    const challenge: Challenge = {
      realm,
      nonce,
      hash,
      session: session !== undefined,
      quality: qualities !== undefined,
      ...(opaque !== undefined && { opaque }),
      ...(algorithm !== undefined && { algorithm }),
    }
    return [{ challenge, stale: stale?.toLowerCase() === 'true' }]
  })
  const best = offers.find(({ challenge: { hash } }) => hash !== 'md5') ?? offers[0]
  return [best?.challenge, best?.stale ?? false]
}

/** The challenges of a WWW-Authenticate header, which may hold several in a row (RFC 9110, 11.6.1). */
export function challengesIn(header: string): { scheme: string; parameters: Readonly<Record<string, string>> }[] {
  const found: { scheme: string; parameters: Record<string, string> }[] = []
  for (const [, scheme, name, quoted, plain] of header.matchAll(
    /([A-Za-z][\w-]*)(?=\s+[\w-]+\s*=)|([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g,
  )) {
    if (scheme !== undefined) found.push({ scheme: scheme.toLowerCase(), parameters: {} })
    else if (name !== undefined && found.length > 0)
      found.at(-1)!.parameters[name.toLowerCase()] = quoted?.replace(/\\(.)/g, '$1') ?? plain ?? ''
  }
  return found
}

/** The answer to a Digest challenge (RFC 7616, 3.4). */
export function digest(
  { user, password }: { readonly user: string; readonly password: string },
  { realm, nonce, opaque, algorithm, hash, session, quality }: Challenge,
  method: string,
  url: URL,
  count: number,
  cnonce = randomBytes(16).toString('hex'),
): string {
  const h = (...parts: readonly string[]): string => createHash(hash).update(parts.join(':'), 'utf8').digest('hex')
  const uri = url.pathname + url.search
  const nc = count.toString(16).padStart(8, '0')
  const secret = session ? h(h(user, realm, password), nonce, cnonce) : h(user, realm, password)
  const request = h(method, uri)
  const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`
  return `Digest ${[
    // A header holds bytes; these are those of UTF-8.
    `username=${quoted(Buffer.from(user, 'utf8').toString('latin1'))}`,
    `realm=${quoted(realm)}`,
    `nonce=${quoted(nonce)}`,
    `uri=${quoted(uri)}`,
    `response="${quality ? h(secret, nonce, nc, cnonce, 'auth', request) : h(secret, nonce, request)}"`,
    ...(algorithm === undefined ? [] : [`algorithm=${algorithm}`]),
    ...(opaque === undefined ? [] : [`opaque=${quoted(opaque)}`]),
    ...(quality ? ['qop=auth', `nc=${nc}`] : []),
    ...(quality || session ? [`cnonce="${cnonce}"`] : []),
  ].join(', ')}`
}
