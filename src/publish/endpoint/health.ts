/** Whether the server is well, for those who watch over it. */
import { version } from '../../version.ts'
import { openToAll, reading, type Handler } from '../server/answer.ts'
import type { Pool } from './answering.ts'

/** Answers at `health`: what runs and waits; 503 while the process that answers questions is started again. */
export const health = (pool: Pool): Handler => ({
  route: 'health',
  methods: reading,
  at: (path) =>
    path === 'health'
      ? () => {
          const { isUp, running, slow, waiting } = pool.state
          const body = Buffer.from(
            `${JSON.stringify({ status: isUp ? 'ok' : 'starting', version, questions: { running, slow, waiting } })}\n`,
          )
          return {
            status: isUp ? 200 : 503,
            headers: { ...openToAll, 'Content-Type': 'application/json', 'Content-Length': body.length, 'Cache-Control': 'no-store' },
            body,
          }
        }
      : undefined,
})
