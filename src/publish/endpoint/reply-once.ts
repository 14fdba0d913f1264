/** Answers that depend on nothing but the graph and what is asked: many who ask have one answer, and who has it need not ask again. */
import type { Answer, Asked } from '../server/answer.ts'
import { networkOf } from '../server/client.ts'
import { answerWith, unchanged } from '../server/conditional.ts'
import { preferredEncoding } from '../server/preferences.ts'
import { checksumOf, representationOf, tagOf } from '../server/representation.ts'
import { briefly } from '../server/store.ts'
import { version } from '../../version.ts'
import type { Pool } from './answering.ts'
import { keptAnswers } from './kept-answers.ts'
import type { Question } from './question.ts'
import { common, streamed, typeOf, whileThere } from './reply.ts'

const headers = { ...common, 'Cache-Control': briefly }

/**
 * Makes what answers such questions. Their entity tags are made of the question, so that it need not be put to tell that its answer has
 * not changed.
 *
 * @param fingerprint what tells the graph from others
 * @returns what answers; it throws Refused
 */
export function replyOnce(pool: Pool, fingerprint: string): (asked: Asked, question: Question) => Answer | Promise<Answer> {
  const ask = keptAnswers(pool, (key, mediaType, body, onGrow) =>
    representationOf({ mediaType, body }, () => ({ ...headers, 'Content-Type': typeOf(mediaType) }), onGrow, key),
  )
  return (asked, question) => {
    const key = checksumOf(JSON.stringify([version, fingerprint, question]))
    const encoding = preferredEncoding(asked.headers['accept-encoding'])
    // What is short is not coded, whatever the client accepts.
    const tags = [tagOf(key, encoding), tagOf(key, 'identity')]
    return (
      unchanged(tags, headers, asked.headers) ??
      whileThere(asked, async (client) => {
        const found = await ask(key, question, client.signal, networkOf(asked.client))
        if ('pieces' in found) return streamed(found, asked, client, { ...headers, ETag: tags[0] })
        client.stay()
        return answerWith(await found.in(encoding), asked.headers)
      })
    )
  }
}
