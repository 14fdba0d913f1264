/** The engine that is tested. */
import type { Quad } from '@rdfjs/types'
import { indexOf } from '../../src/graph/index/index-builder.ts'
import type { Answer } from '../../src/query/answer.ts'
import { runQuery } from '../../src/query/comunica.ts'
import { baseOf } from '../../src/query/base.ts'
import { questionOf } from '../../src/query/parse.ts'

/**
 * What our engine answers to a question about some data.
 *
 * @throws whatever the engine throws: an error is an answer, too, where Comunica throws one
 */
export async function answer(quads: readonly Quad[], sparql: string): Promise<Answer> {
  const base = 'https://w3id.org/stemma/'
  const result = await runQuery(await questionOf(sparql, base), indexOf(quads, base), baseOf(sparql))
  if (!result) throw new TypeError('not a question')
  return result
}
