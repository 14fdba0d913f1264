/** The endpoints that SERVICE may ask, within what a question may cost. */
import { StemmaError } from '../../errors.ts'
import { send } from '../endpoint.ts'
import type { Services } from '../services.ts'
import { connect } from './client.ts'

/** What one answer of a service may hold. */
const most = { rows: 10_000, bytes: 2 ** 24 } as const

/**
 * Those that are listed. Each is asked once, without credentials, and followed to no other host.
 *
 * @param urls their addresses
 * @param timeMs how long each answer may take
 * @throws StemmaError `bad-endpoint` for what is no address of HTTP
 */
export function servicesAt(urls: readonly string[], timeMs: number): Services {
  const clients = new Map(
    urls.map((url) => [url, connect(url, { timeout: timeMs / 1000, tries: 1, longest: most.bytes, staysWithHost: true })] as const),
  )
  return {
    has: (url) => clients.has(url),
    async rows(url, sparql) {
      const limit = most.rows + 1
      try {
        const answer = await send(clients.get(url)!, { text: `${sparql} LIMIT ${limit}`, answer: 'bindings', limit })
        const rows = answer.type === 'bindings' ? answer.rows : []
        if (rows.length > most.rows)
          throw failed(`${url} has more than ${most.rows.toLocaleString('en')} rows for this`, 'say more of what is wanted within SERVICE')
        return rows
      } catch (error) {
        if (!(error instanceof StemmaError) || error.code === 'service-failed') throw error
        throw failed(error.problems[0]!.message, 'SERVICE SILENT goes on without the answer')
      }
    },
  }
}

const failed = (message: string, hint: string): StemmaError =>
  new StemmaError({ code: 'service-failed', message: `SERVICE: ${message}`, hint }, 'outside')
