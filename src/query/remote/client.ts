/** HTTP to a store: a time-out, repeats where they help, redirects and credentials, and every failure in our own words. */
import { setTimeout as wait } from 'node:timers/promises'
import { StemmaError } from '../../errors.ts'
import { quote } from '../../quote.ts'
import { version } from '../../version.ts'
import { authorizer, type Authorizer } from './authorization.ts'
import { withoutSecrets, type Credentials } from './credentials.ts'
import type { Reply, Request } from './message.ts'
import { answerTooLarge, busyFor, cutShort, noAnswer, toAnotherHost, tooManyRedirects, unreachable, worthRepeating } from './failures.ts'

/** How patient a client is. */
export interface ClientOptions {
  readonly credentials?: Credentials | undefined
  /** Seconds to wait for each answer. */
  readonly timeout?: number
  /** How often a request is sent at most; tests choose fewer. */
  readonly tries?: number
  /** Milliseconds before the first repeat; the pause doubles each time. */
  readonly pause?: number
  /** Bytes that an answer may have. */
  readonly longest?: number
  /** Whether a redirect to another host is not followed. */
  readonly staysWithHost?: boolean
}

/** Somebody to ask. */
export interface Client {
  readonly url: string
  /**
   * Sends a request. What cannot be helped by waiting is given back, whatever its status.
   *
   * @throws StemmaError `endpoint-unreachable`, `endpoint-timeout`, `endpoint-busy`, `endpoint-redirects`, `cut-answer`, `answer-too-large`
   */
  send(request: Request): Promise<Reply>
  /** A text without the client's secrets. */
  clean(text: string): string
}

const defaultTimeout = 60
const longestAnswer = 2 ** 28
const mostRedirects = 5

/**
 * A client of the store at an address.
 *
 * @throws StemmaError `bad-endpoint` when the address is none of HTTP, or holds a password
 */
export function connect(address: string, options: ClientOptions = {}): Client {
  const { credentials, timeout = defaultTimeout, tries = 4, pause = 500, longest = longestAnswer, staysWithHost = false } = options
  const url = endpointUrl(address)
  const authorized = authorizer(credentials, url.origin)
  const clean = (text: string): string => withoutSecrets(text, credentials)
  return {
    url: url.href,
    clean,
    async send(request) {
      for (let turn = 1; ; turn++) {
        const outcome = await attempt(request, new URL(request.url ?? url), authorized, { timeout, longest, staysWithHost })
        const last = turn >= tries
        if (outcome instanceof Failure) {
          if (last || !outcome.again) throw outcome.error
          await wait(pauseBefore(turn, pause))
          continue
        }
        if (!worthRepeating(outcome.status)) return outcome
        const asked = retryAfter(outcome.headers.get('retry-after'))
        if (last || (asked ?? 0) > timeout) throw busyFor(outcome, asked, clean)
        await wait(asked === undefined ? pauseBefore(turn, pause) : asked * 1000)
      }
    },
  }
}

/** The address of an endpoint. */
function endpointUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url || !isWeb(url))
    throw new StemmaError(
      { code: 'bad-endpoint', message: `${quote(address)} is no address of an endpoint`, hint: 'it begins with http:// or https://' },
      'usage',
    )
  if (url.username !== '' || url.password !== '')
    throw new StemmaError(
      {
        code: 'bad-endpoint',
        message: `the address of ${url.host} holds a user or a password, which others see in the list of processes`,
        hint: 'set STEMMA_ENDPOINT_USER and STEMMA_ENDPOINT_PASSWORD instead',
      },
      'usage',
    )
  url.hash = ''
  return url
}

/** Full jitter keeps many clients from coming back at one moment. */
const pauseBefore = (turn: number, pause: number): number => pause * 2 ** (turn - 1) * (0.5 + Math.random() / 2)

/** Seconds that a Retry-After header asks for (RFC 9110, 10.2.3). */
function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined
  const seconds = /^\d+$/.test(header.trim()) ? Number(header) : (Date.parse(header) - Date.now()) / 1000
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds)
}

/** What went wrong on the way, and whether it may go well another time. */
class Failure {
  constructor(
    readonly error: StemmaError,
    readonly again: boolean,
  ) {}
}

type Bounds = Required<Pick<ClientOptions, 'timeout' | 'longest' | 'staysWithHost'>>

/** A request with its redirects and the answers to challenges, within one time-out. */
async function attempt(request: Request, start: URL, authorized: Authorizer, bounds: Bounds): Promise<Reply | Failure> {
  const signal = AbortSignal.timeout(bounds.timeout * 1000)
  let [url, method, redirects, challenges] = [start, request.method as string, 0, 0]
  for (;;) {
    const reply = await exchange({ ...request, method, url }, authorized.header(method, url), signal, bounds)
    if (reply instanceof Failure) return reply
    const next = nextAddress(reply, url)
    if (next) {
      if ((redirects += 1) > mostRedirects || !isWeb(next)) return new Failure(tooManyRedirects(start, redirects), false)
      if (bounds.staysWithHost && next.origin !== start.origin) return new Failure(toAnotherHost(start), false)
      url = next
      // Of all of them, only 303 means another method (RFC 9110, 15.4); a question stays a question.
      if (reply.status === 303) method = 'GET'
    } else if (challenges < 2 && authorized.learn(reply.status, reply.headers.get('www-authenticate'), url)) challenges += 1
    else return reply
  }
}

/** One request to one address, and what comes back. */
async function exchange(
  { method, url, accept, type, body }: Omit<Request, 'method' | 'url'> & { readonly method: string; readonly url: URL },
  authorization: string | undefined,
  signal: AbortSignal,
  { timeout, longest }: Bounds,
): Promise<Reply | Failure> {
  let response: Response | undefined
  const sent = method === 'GET' ? {} : { ...(type !== undefined && { 'content-type': type }) }
  try {
    response = await fetch(url, {
      method,
      redirect: 'manual',
      signal,
      headers: { accept, 'user-agent': `stemma/${version}`, ...sent, ...(authorization !== undefined && { authorization }) },
      ...(body !== undefined && method !== 'GET' && { body }),
    })
    const text = await textOf(response, longest)
    if (text === undefined) return new Failure(answerTooLarge(url, longest), false)
    const media = response.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
    return { status: response.status, type: media, headers: response.headers, text, url: url.href, known: authorization !== undefined }
  } catch (error) {
    if (signal.aborted) return new Failure(noAnswer(url, timeout), false)
    if (response) return new Failure(cutShort(url), true)
    const { error: problem, again } = unreachable(url, error as Error)
    return new Failure(problem, again)
  }
}

/** Where a redirect leads. */
function nextAddress({ status, headers }: Reply, from: URL): URL | undefined {
  const location = isRedirect(status) ? headers.get('location') : null
  return location !== null && URL.canParse(location, from.href) ? new URL(location, from) : undefined
}

const isWeb = ({ protocol }: URL): boolean => protocol === 'http:' || protocol === 'https:'
const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status)

/** The body as text, unless it is longer than that. */
async function textOf(response: Response, longest: number): Promise<string | undefined> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += part.length
    if (length > longest) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
