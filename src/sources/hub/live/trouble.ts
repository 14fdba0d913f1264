/** Why a hub did not give what it was asked for. */
import type { Problem } from '../../../errors.ts'

/** What went wrong with a request. */
export interface Trouble extends Pick<Problem, 'code' | 'message'> {
  readonly hint: string
  /** Whether the network or the hub failed; otherwise it is what was asked for. */
  readonly isOutside: boolean
  /** Of what may pass: how often it is tried at most. */
  readonly tries?: number
  /** Milliseconds that the hub wants to be left alone. */
  readonly pause?: number
}

export const isTrouble = (answer: object): answer is Trouble => 'isOutside' in answer

const goOn = 'run it again: what came is kept, and it goes on from there'

const passing = (code: string, message: string, { tries = Infinity, pause }: Pick<Trouble, 'tries' | 'pause'> = {}): Trouble => ({
  code,
  message,
  hint: goOn,
  isOutside: true,
  tries,
  ...(pause !== undefined && { pause }),
})
const outside = (code: string, message: string, hint: string): Trouble => ({ code, message, hint, isOutside: true })
const asked = (code: string, message: string, hint: string): Trouble => ({ code, message, hint, isOutside: false })

/** What takes long is not tried as often. */
export const stalled = (milliseconds: number): Trouble =>
  passing('hub-stalled', `the hub sent nothing for ${milliseconds / 1000} s`, { tries: 3 })
export const tooSlow = (milliseconds: number): Trouble =>
  passing('hub-slow', `the answer was not whole after ${milliseconds / 1000} s`, { tries: 1 })
export const cutShort = (length: number, announced: string | null): Trouble =>
  passing('hub-cut-short', `the answer broke off after ${length} bytes${announced === null ? '' : `, of ${announced} that were announced`}`)
export const badJson: Trouble = passing('hub-bad-json', 'the answer is not JSON to its end')
export const tooLarge = (megabytes: number): Trouble =>
  outside('hub-too-large', `the answer is larger than ${megabytes} MiB`, 'it was not read')
export const unreachable = (host: string, why: string): Trouble => ({
  ...passing('hub-unreachable', `no answer from ${host}: ${why}`),
  hint: 'look at the network and HF_ENDPOINT; HF_HUB_OFFLINE=1 reads what is kept from before',
})
export const elsewhere = (origin: string): Trouble =>
  outside('hub-redirect', `the hub sends on to ${origin}, which was not asked`, 'if that is your hub, set HF_ENDPOINT to it')
export const endless = (hops: number): Trouble => outside('hub-redirect', `the hub sends on more than ${hops} times`, 'look at HF_ENDPOINT')
export const notKept: Trouble = outside('hub-offline', 'is not kept here from before, and HF_HUB_OFFLINE is set', 'run it once without')
export const badRecord = (what: string): Trouble => outside('hub-bad-record', what, 'it was not read')
export const isDown: Trouble = outside('hub-down', 'the hub has failed too often', goOn)

export const enough: Trouble = outside('hub-most', 'no more is fetched at once', 'go fewer levels down, or build a dump of the hub')

/** The problem that it is, of what was asked for. */
export const problemOf = ({ code, message, hint }: Trouble, file: string): Problem => ({ code, message, place: { file }, hint })

const noSuch = 'look at the name; if it is private, set HF_TOKEN to a token that may read it'

/** What is known when a status is judged. */
interface Asked {
  readonly hasToken: boolean
  /** Whether an answer is kept that may still hold. */
  readonly isKept: boolean
  /** Milliseconds of the clock, against which the hub's date is held. */
  readonly now: number
}

/**
 * What a status tells; undefined where it is a good answer. The hub says 401 of what does not exist too, to those who did not say who
 * they are.
 *
 * @param now milliseconds of the clock, against which the hub's date is held
 */
export function troubleOf(status: number, headers: Headers, { hasToken, isKept, now }: Asked): Trouble | undefined {
  if (status === 200 || (status === 304 && isKept)) return undefined
  if (status === 429) return passing('hub-busy', 'the hub wants fewer requests (429)', pauseOf(headers, now))
  if (status >= 500) return passing('hub-failed', `the hub failed (${status})`, pauseOf(headers, now))
  return refusal(status, headers, hasToken) ?? outside('hub-answer', `the hub answered with status ${status}`, 'look at HF_ENDPOINT')
}

function refusal(status: number, headers: Headers, hasToken: boolean): Trouble | undefined {
  const [code, message] = [headers.get('x-error-code'), headers.get('x-error-message')]
  if (message === 'Invalid credentials in Authorization header')
    return outside('hub-bad-token', 'the hub does not know the token', 'look at HF_TOKEN, or log in again')
  if (code === 'GatedRepo') return asked('hub-gated', 'is gated: only those may see it who were let in', gatedHint(hasToken))
  if (status === 410 || message === 'Access to this resource is disabled.')
    return asked('hub-gone', 'is there no more: the hub has closed it', 'nothing of it was read')
  if (code === 'RepoNotFound' || status === 404 || (status === 401 && !hasToken))
    return asked(
      'hub-not-found',
      hasToken ? 'does not exist, or is private and not for this token' : 'does not exist, or is private',
      noSuch,
    )
  return status === 401 || status === 403 ? asked('hub-forbidden', `may not be read (${status})`, noSuch) : undefined
}

const gatedHint = (hasToken: boolean): string =>
  `ask for access on its page${hasToken ? ' with the account of the token' : ', then set HF_TOKEN'}`

/** `Retry-After` (RFC 9110, 10.2.3), or the `RateLimit` of the hub: `"api";r=0;t=55`. */
function pauseOf(headers: Headers, now: number): Pick<Trouble, 'pause'> {
  const [after, limit] = [headers.get('retry-after'), headers.get('ratelimit')]
  const seconds = /^\d+$/.exec(after?.trim() ?? '')?.[0] ?? /;\s*r\s*=\s*0\s*;\s*t\s*=\s*(\d+)/.exec(limit ?? '')?.[1]
  if (seconds !== undefined) return { pause: Number(seconds) * 1000 }
  const date = after === null ? NaN : Date.parse(after)
  return Number.isNaN(date) ? {} : { pause: Math.max(0, date - now) }
}
