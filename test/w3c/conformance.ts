/** How much of the W3C's tests an engine passes. */
import type { Quad } from '@rdfjs/types'
import { namedNode, quad } from '../../src/model/claim.ts'
import type { Answer } from '../../src/query/answer.ts'
import { outcomeOf } from '../differential/answers.ts'
import { askComunica } from '../differential/comunica.ts'
import { answer } from '../differential/under-test.ts'
import { isExpected } from './compare.ts'
import { base, directories, fileText, testsIn, type QueryTest } from './manifest.ts'
import { readGraph, readResult } from './results.ts'

/** Which engines pass a test. */
export interface Outcome {
  readonly test: QueryTest
  readonly comunica: boolean
  readonly ours: boolean
}

/** The graphs of a test: each is named by its file, blank nodes are its own. */
async function dataOf({ data, graphs }: QueryTest): Promise<Quad[]> {
  const plain = (await Promise.all(data.map(readGraph))).flat()
  const named = await Promise.all(
    graphs.map(async (path) =>
      (await readGraph(path)).map(({ subject, predicate, object }) => quad(subject, predicate, object, namedNode(base + path))),
    ),
  )
  return [...plain, ...named.flat()]
}

export async function outcomes(): Promise<Outcome[]> {
  const results: Outcome[] = []
  for (const test of directories.flatMap(testsIn)) results.push(await outcomeOfTest(test))
  return results
}

async function outcomeOfTest(test: QueryTest): Promise<Outcome> {
  const [quads, expected] = [await dataOf(test), await readResult(test.result)]
  const sparql = `BASE <${base}${test.query}>\n${fileText(test.query)}`
  const passes = async (ask: (quads: readonly Quad[], sparql: string) => Promise<Answer>): Promise<boolean> =>
    isExpected(await outcomeOf(() => ask(quads, sparql)), expected)
  return { test, comunica: await passes(askComunica), ours: await passes(answer) }
}
