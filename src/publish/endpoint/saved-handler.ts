/** The saved questions over HTTP: a list of them, and each at an address of its own, so that nobody need write SPARQL. */
import { typeText } from '../../query/parameter-type.ts'
import { savedQueries, type SavedQuery } from '../../query/saved.ts'
import { openToAll, reading, type Answer, type Asked, type Handler } from '../server/answer.ts'
import { briefly } from '../server/store.ts'
import type { Pool } from './answering.ts'
import { parametersOf, queryOf, whyOf } from './protocol.ts'
import { Refused } from './question.ts'
import { orRefusal, reply } from './reply.ts'

/** Where the list is, and the questions under it. */
const path = 'queries'

/** Answers at `queries` with the list, at `queries/ancestors?model=sparrow` with an answer. */
export function savedQuestions(pool: Pool): Handler {
  const all = new Map(savedQueries().map((query) => [`${path}/${query.name}`, query]))
  const list = Buffer.from(
    `${JSON.stringify(
      [...all].map(([at, query]) => described(at, query)),
      null,
      2,
    )}\n`,
  )
  const listed: Answer = {
    status: 200,
    headers: { ...openToAll, 'Content-Type': 'application/json', 'Content-Length': list.length, 'Cache-Control': briefly },
    body: list,
  }
  const answering =
    (query: SavedQuery) =>
    (asked: Asked): Promise<Answer> =>
      orRefusal(asked, () => {
        const { headers, request } = asked
        const parameters = parametersOf(queryOf(request.url ?? ''))
        const question = { sparql: query.sparql, saved: { name: query.name, given: givenIn(parameters) }, ...whyOf(parameters) }
        return reply(
          pool,
          asked,
          { ...question, ...(headers.accept !== undefined && { accept: headers.accept }) },
          { 'Cache-Control': briefly },
        )
      })
  return {
    route: 'queries',
    methods: reading,
    at(wanted) {
      if (wanted === path) return () => listed
      const query = all.get(wanted)
      return query && answering(query)
    },
  }
}

/** A question as programs read of it. */
const described = (at: string, { name, help, topic, parameters, examples, sparql }: SavedQuery): object => ({
  name,
  help,
  ...(topic !== undefined && { topic }),
  path: at,
  parameters: parameters.map(({ name: own, type, optional, default: fallback, help: what }) => ({
    name: own,
    type: typeText(type),
    required: !optional && fallback === undefined,
    ...(fallback !== undefined && { default: fallback }),
    help: what,
  })),
  examples: examples.map((example) => `${at}?${new URLSearchParams(pairsOf(example)).toString()}`.replace(/\?$/, '')),
  sparql,
})

const pairsOf = (example: string): [string, string][] =>
  example
    .split(' ')
    .filter((pair) => pair.includes('='))
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])

/** The values of an address, each once; `why` is never one of them. */
function givenIn(parameters: URLSearchParams): Record<string, string> {
  const pairs = [...parameters].filter(([name]) => name !== 'why')
  const twice = pairs.find(([name], index) => pairs.findIndex(([other]) => other === name) < index)
  if (twice)
    throw new Refused({
      status: 400,
      problems: [{ code: 'duplicate-argument', message: `${twice[0]} is given twice`, hint: 'give it once' }],
    })
  return Object.fromEntries(pairs)
}
