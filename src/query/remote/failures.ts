/** What may go wrong between us and a store, in words that say what to do. */
import { StemmaError, type Problem } from '../../errors.ts'
import { oneLine } from '../../quote.ts'
import { variables } from './credentials.ts'
import type { Reply } from './message.ts'

const outside = (code: string, message: string, hint: string): StemmaError => new StemmaError({ code, message, hint }, 'outside')

/** An address as messages show it: without its query, which may be long or hold a key. */
const shown = (url: URL | string): string => {
  const { origin, pathname } = new URL(url)
  return oneLine(origin + pathname)
}

/** Answers that say "not now": worth another try after a pause. */
export const worthRepeating = (status: number): boolean => [429, 502, 503, 504].includes(status)

const reasons: Readonly<Record<string, [reason: string, again: boolean, hint?: string]>> = {
  ECONNREFUSED: ['nothing listens there', true, 'is the store running, and is the port right?'],
  ECONNRESET: ['the connection was broken off', true],
  EPIPE: ['the connection was broken off', true],
  UND_ERR_SOCKET: ['the connection was broken off', true],
  ENOTFOUND: ['there is no host of that name', false, 'check the address'],
  EAI_AGAIN: ['the name of the host could not be looked up', true, 'is there a network?'],
  ETIMEDOUT: ['the host does not answer', true],
  UND_ERR_CONNECT_TIMEOUT: ['the host does not answer', true],
  EHOSTUNREACH: ['there is no way to the host', true, 'is there a network?'],
  ENETUNREACH: ['there is no way to the host', true, 'is there a network?'],
  DEPTH_ZERO_SELF_SIGNED_CERT: ['nobody vouches for its certificate', false, 'name a file with it in NODE_EXTRA_CA_CERTS'],
  SELF_SIGNED_CERT_IN_CHAIN: ['nobody known vouches for its certificate', false, 'name a file with the authority in NODE_EXTRA_CA_CERTS'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: [
    'nobody known vouches for its certificate',
    false,
    'name a file with the authority in NODE_EXTRA_CA_CERTS',
  ],
  CERT_HAS_EXPIRED: ['its certificate has expired', false],
  ERR_TLS_CERT_ALTNAME_INVALID: ['its certificate is for another host', false],
}

/** The error of a connection that there was none of, and whether it may go well another time. */
export function unreachable(url: URL, error: Error): { readonly error: StemmaError; readonly again: boolean } {
  const cause = error.cause as (Error & { code?: string; errors?: { code?: string }[] }) | undefined
  const code = cause?.code ?? cause?.errors?.[0]?.code ?? ''
  const [reason, again, hint] = Object.hasOwn(reasons, code) ? reasons[code]! : [oneLine(cause?.message || error.message), false]
  return {
    error: outside('endpoint-unreachable', `${shown(url)} cannot be reached: ${reason}`, hint ?? 'check the address, or try again later'),
    again,
  }
}

export const noAnswer = (url: URL, timeout: number): StemmaError =>
  outside(
    'endpoint-timeout',
    `${shown(url)} gave no answer within ${timeout} seconds`,
    'wait longer with --timeout SECONDS, or ask for less',
  )

export const cutShort = (url: URL | string): StemmaError =>
  outside('cut-answer', `the answer of ${shown(url)} breaks off`, 'try again, or ask for less at a time')

export const tooFewRows = (url: URL | string, rows: number): StemmaError =>
  outside(
    'cut-answer',
    `${shown(url)} gives no more than a part of the answer: ${rows} rows`,
    'ask for less at a time with LIMIT and OFFSET, or raise the limit of the store',
  )

export const answerTooLarge = (url: URL, longest: number): StemmaError =>
  outside(
    'answer-too-large',
    `the answer of ${shown(url)} has more than ${longest / 2 ** 20} MiB`,
    'ask for less at a time: LIMIT and OFFSET',
  )

export const tooManyRedirects = (url: URL, most: number): StemmaError =>
  outside(
    'endpoint-redirects',
    `${shown(url)} sends from one address to another, ${most} times or to where there is no HTTP`,
    'check the address',
  )

export const toAnotherHost = (url: URL): StemmaError =>
  outside('endpoint-redirects', `${shown(url)} sends to another host, which is not followed`, 'give the address that it sends to')

/** The error of a store that says "not now" to the end. */
export function busyFor(reply: Reply, seconds: number | undefined, clean: (text: string) => string): StemmaError {
  const when = seconds === undefined ? 'try again later' : `it asks to be left alone for ${Math.ceil(seconds)} seconds`
  return outside('endpoint-busy', `${shown(reply.url)} is too busy to answer (${reply.status}${because(reply, clean)})`, when)
}

/** What a question was refused for; each store has its own words, and they are shown. */
export function refusal(reply: Reply, clean: (text: string) => string): StemmaError {
  const { status, known } = reply
  const place = shown(reply.url)
  if (status === 401 || status === 403)
    return outside(
      'endpoint-unauthorized',
      known
        ? `${place} does not let this user in, or not do this (${status}${because(reply, clean)})`
        : `${place} wants to know who asks (${status}${because(reply, clean)})`,
      known
        ? `check ${variables.user} and ${variables.password}, or ${variables.token}`
        : `set ${variables.user} and ${variables.password}, or ${variables.token}; they are sent to the address that you name and never on to another`,
    )
  if (
    status === 404 ||
    status === 405 ||
    status === 406 ||
    status === 415 ||
    (isHtml(reply) && status < 500 && status !== 400 && status !== 413)
  )
    return notAnEndpoint(reply, clean)
  if (status === 400 || status === 413 || status === 422)
    return new StemmaError({
      code: 'endpoint-refused',
      message: `${place} refuses this (${status}${because(reply, clean)})`,
      hint: refusedHint,
    } satisfies Problem)
  return outside('endpoint-failed', `${place} failed (${status}${because(reply, clean)})`, 'look into the log of the store')
}

const refusedHint = 'those are the words of the store; what it does not know of SPARQL 1.1 cannot be asked there'

/** The error of an address that answers, but not as SPARQL endpoints do. */
export function notAnEndpoint(reply: Reply, clean: (text: string) => string): StemmaError {
  const what =
    reply.status >= 400
      ? `${reply.status}${because(reply, clean)}`
      : isHtml(reply)
        ? 'a web page came back'
        : `what came back is ${reply.type || 'of no type'}`
  return outside(
    'not-an-endpoint',
    `${shown(reply.url)} is no SPARQL endpoint: ${what}`,
    'give the address that questions are sent to; it often ends in /sparql or /query',
  )
}

export const isHtml = ({ type, text }: Pick<Reply, 'type' | 'text'>): boolean =>
  type === 'text/html' || type === 'application/xhtml+xml' || /^\s*<(?:!doctype html|html)\b/i.test(text)

/** A store's own words, without mark-up, stack traces and what it repeats of the question. */
function because(reply: Reply, clean: (text: string) => string): string {
  const plain = isHtml(reply) ? reply.text.replace(/<(script|style|title)\b.*?<\/\1>/gis, ' ').replace(/<[^>]*>/g, ' ') : messageIn(reply)
  const [first = ''] = plain.trim().split(/\n\s*\n|\n\s*at /, 1)
  const text = oneLine(clean(first.replace(/\s+/g, ' ').trim()))
  return text === '' ? '' : `: ${text.length > 300 ? `${text.slice(0, 299)}…` : text}`
}

/** Some stores tell errors in JSON. */
function messageIn({ text }: Reply): string {
  try {
    const { message, exception, error, detailedMessage } = JSON.parse(text) as Record<string, unknown>
    return [message, detailedMessage, exception, error].find((one): one is string => typeof one === 'string') ?? text
  } catch {
    return text
  }
}
