/** One request, and its answer: bounded in bytes and in time, whatever the server does. */
import { cutShort, stalled, tooLarge, tooSlow, unreachable, type Trouble } from './trouble.ts'

/** What an answer may cost. */
export interface Limits {
  /** Milliseconds without a byte. */
  readonly idle: number
  /** Milliseconds of a whole answer. */
  readonly whole: number
  readonly megabytes: number
}

/** An answer that came whole. */
export interface Reply {
  readonly status: number
  readonly headers: Headers
  readonly body: Buffer
}

/**
 * Asks once. Redirects are not followed.
 *
 * @throws the reason of `signal`
 */
export async function exchange(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { idle, whole, megabytes }: Limits,
  signal?: AbortSignal,
): Promise<Reply | Trouble> {
  const stop = new AbortController()
  let slow: Trouble | undefined
  const end = (trouble: Trouble): void => {
    slow ??= trouble
    stop.abort()
  }
  const timers = [setTimeout(() => end(stalled(idle)), idle), setTimeout(() => end(tooSlow(whole)), whole)] as const
  const parts: Uint8Array[] = []
  let [length, announced] = [0, null as string | null]
  let response: Response | undefined
  try {
    response = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.any([stop.signal, ...(signal ? [signal] : [])]) })
    // Of what is packed, it is the length as packed.
    announced = response.headers.has('content-encoding') ? null : response.headers.get('content-length')
    const most = megabytes * 2 ** 20
    if (Number(announced) > most) return tooLarge(megabytes)
    for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      timers[0].refresh()
      if ((length += part.length) > most) return tooLarge(megabytes)
      parts.push(part)
    }
    return { status: response.status, headers: response.headers, body: Buffer.concat(parts) }
  } catch (error) {
    signal?.throwIfAborted()
    return slow ?? (response ? cutShort(length, announced) : unreachable(url.host, reasonOf(error as Error)))
  } finally {
    for (const timer of timers) clearTimeout(timer)
    // What is not read any more is not sent any more.
    stop.abort()
  }
}

/** `fetch failed` says nothing; what is behind it does. */
function reasonOf({ cause, message }: Error): string {
  const { code, message: inner } = (cause ?? { message }) as NodeJS.ErrnoException
  return code === undefined || code.startsWith('UND_') ? inner : code
}
