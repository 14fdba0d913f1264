/** The SPARQL endpoint: questions of clients, put to the pool. */
import type { Answer, Answering, Asked, Handler } from '../server/answer.ts'
import type { Pool } from './answering.ts'
import { endpointPath } from './path.ts'
import { questionOf } from './protocol.ts'
import { orRefusal, reply } from './reply.ts'

/**
 * Answers at the endpoint.
 *
 * @param describe answers those who ask nothing
 */
export function endpoint(pool: Pool, describe: Answering): Handler {
  const answer = (asked: Asked): Promise<Answer> =>
    orRefusal(asked, async () => {
      const question = await questionOf(asked)
      return question ? reply(pool, asked, question) : describe(asked)
    })
  return {
    route: 'sparql',
    methods: ['GET', 'HEAD', 'POST'],
    at: (path) => (path === endpointPath || path === `${endpointPath}/` ? answer : undefined),
  }
}
