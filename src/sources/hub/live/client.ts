/** Asks a hub: what is kept is asked for only if it has changed, what fails is asked again, and the hub is not pressed. */
import { version } from '../../../version.ts'
import { hubCache, sha256Of, type Kept } from './cache.ts'
import { exchange, type Reply } from './exchange.ts'
import type { Pace } from './pace.ts'
import type { HubSetting } from './setting.ts'
import { badJson, elsewhere, endless, isDown, isTrouble, notKept, troubleOf, type Trouble } from './trouble.ts'

/** What a hub answered. */
export interface Answer extends Pick<Kept, 'sha256' | 'day' | 'next' | 'isMoved'> {
  readonly json: unknown
  /** How long its text is. */
  readonly bytes: number
}

/** A hub that can be asked. */
export interface HubClient {
  /**
   * @param address a path and query of the API, or the address of a page that an answer names as its next one
   * @throws the reason of the signal
   */
  get(address: string): Promise<Answer | Trouble>
  /** Why what came could not be kept, if it could not. */
  readonly unkept: Error | undefined
}

/** A reply, and whether the hub sent on to it. */
interface Followed extends Reply {
  readonly isMoved: boolean
}

const mostHops = 5
const isRedirect = (status: number): boolean => [301, 302, 303, 307, 308].includes(status)

/**
 * @param onWait told how many milliseconds all requests wait, at the hub's wish or since it failed
 */
export function hubClient(setting: HubSetting, pace: Pace, onWait: (milliseconds: number) => void, signal?: AbortSignal): HubClient {
  const { endpoint, token, isOffline } = setting
  const { origin } = new URL(endpoint)
  const cache = hubCache(setting.cache)
  let failures = 0
  let waited = 0
  /** Until then nothing is sent. */
  let quiet = 0
  let unkept: Error | undefined

  const headersFor = (etag: string | undefined): Record<string, string> => ({
    accept: 'application/json',
    'user-agent': `stemma/${version}`,
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  })

  /** One request with the redirects that the hub makes for what was renamed; nobody else is asked, nor told the token. */
  async function follow(start: URL, etag: string | undefined): Promise<Followed | Trouble> {
    let url = start
    for (let hops = 0; ; hops += 1) {
      if (url.origin !== origin) return elsewhere(url.origin)
      if (hops > mostHops) return endless(mostHops)
      const reply = await exchange(url, headersFor(etag), pace, signal)
      if (isTrouble(reply)) return reply
      const location = isRedirect(reply.status) ? reply.headers.get('location') : null
      if (location === null || !URL.canParse(location, url.href)) return { ...reply, isMoved: hops > 0 }
      url = new URL(location, url)
      // What is asked for of it is asked of its new name too.
      url.search ||= start.search
      url.username = url.password = ''
    }
  }

  /** Asks until there is an answer, or no sense in asking again. */
  async function insist(url: URL, kept: Kept | undefined): Promise<Answer | Trouble> {
    for (let tries = 1; ; tries += 1) {
      await untilQuietEnds()
      const reply = await follow(url, kept?.etag)
      const answer = isTrouble(reply) ? reply : taken(url, reply, kept)
      if (!isTrouble(answer) || answer.tries === undefined) return answer
      const jitter = 0.5 + pace.random() / 2
      const pause = Math.max(answer.pause ?? 0, pace.firstWait * 2 ** (tries - 1) * jitter)
      // Who waits while all do adds nothing.
      const more = answer.pause === undefined ? pause : Math.max(0, pace.now() + pause - Math.max(quiet, pace.now()))
      if (tries >= Math.min(pace.tries, answer.tries) || pause > pace.longestWait || waited + more > pace.allWaiting) return told(answer)
      waited += more
      // When the hub says how long, it means all requests.
      if (answer.pause !== undefined) quiet = Math.max(quiet, pace.now() + pause)
      else await pace.wait(pause, signal)
    }
  }

  async function untilQuietEnds(): Promise<void> {
    for (let left = quiet - pace.now(); left > 0; left = quiet - pace.now()) {
      onWait(left)
      await pace.wait(left, signal)
    }
  }

  function taken(url: URL, { status, headers, body, isMoved }: Followed, kept: Kept | undefined): Answer | Trouble {
    const trouble = troubleOf(status, headers, { hasToken: token !== undefined, isKept: kept !== undefined, now: pace.now() })
    if (trouble) return trouble
    if (status === 304) return answerOf(kept!)
    const [etag, date] = [headers.get('etag'), Date.parse(headers.get('date') ?? '')]
    const next = /<([^>]*)>\s*;\s*rel="?next"?/.exec(headers.get('link') ?? '')?.[1]
    const fresh: Kept = {
      url: url.href,
      sha256: sha256Of(body),
      ...(etag !== null && { etag }),
      ...(!Number.isNaN(date) && { day: new Date(date).toISOString().slice(0, '2022-07-06'.length) }),
      ...(next !== undefined && URL.canParse(next, url.href) && { next: new URL(next, url).href }),
      ...(isMoved && { isMoved }),
      body,
    }
    const answer = answerOf(fresh)
    if (!isTrouble(answer)) keep(fresh)
    return answer
  }

  function keep(kept: Kept): void {
    if (unkept) return
    try {
      cache.write(kept)
    } catch (error) {
      unkept = error as Error
    }
  }

  return {
    async get(address) {
      const url = new URL(address.startsWith('/') ? endpoint + address : address)
      const kept = cache.read(url.href)
      if (isOffline) return kept ? answerOf(kept) : notKept
      if (failures >= pace.failures) return isDown
      const answer = await insist(url, kept)
      failures = isTrouble(answer) && answer.tries !== undefined ? failures + 1 : 0
      return answer
    },
    get unkept() {
      return unkept
    },
  }
}

/** What is told of a hub that wants to be left alone for longer than is waited. */
const told = ({ pause, ...trouble }: Trouble): Trouble =>
  pause === undefined ? trouble : { ...trouble, message: `${trouble.message}, and to be left alone for ${Math.ceil(pause / 1000)} s` }

function answerOf({ body, url: _, etag: __, ...head }: Kept): Answer | Trouble {
  try {
    return { ...head, json: JSON.parse(body.toString('utf8')) as unknown, bytes: body.length }
  } catch {
    return badJson
  }
}
