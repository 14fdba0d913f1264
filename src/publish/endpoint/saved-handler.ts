/** The saved questions over HTTP: a list of them, and each at an address of its own, so that nobody need write SPARQL. */
import type { Graph } from '../../graph/graph.ts'
import { compareText } from '../../model/claim.ts'
import { typeText } from '../../query/parameter-type.ts'
import { isOfTriples } from '../../query/question-kind.ts'
import { savedQueries, type SavedQuery } from '../../query/saved.ts'
import { reading, type Answering, type Handler } from '../server/answer.ts'
import { chosenForm, formsOf } from './answer-forms.ts'
import type { Pool } from './answering.ts'
import { descriptionOf } from './description.ts'
import { questionsPath } from './path.ts'
import { parametersOf, queryOf, whyOf } from './protocol.ts'
import { Refused } from './question.ts'
import { examplePaths, questionPath } from './question-path.ts'
import { questionQuads } from './question-quads.ts'
import { orRefusal } from './reply.ts'
import { replyOnce } from './reply-once.ts'

/**
 * Answers at `queries` with the list, at `queries/ancestors?model=sparrow` with an answer.
 *
 * @param fingerprint what tells the graph from others
 * @param page the path of the page where people ask
 */
export function savedQuestions(graph: Graph, pool: Pool, fingerprint: string, page: string): Handler {
  const all = new Map(savedQueries().map((query) => [questionPath(query), query]))
  const list = {
    mediaType: 'application/json',
    body: `${JSON.stringify([...all.values()].map(described), null, 2)}\n`,
  }
  const listing = descriptionOf(graph, questionsPath, () => questionQuads(graph, [...all.values()]), page, list)
  const answering = (query: SavedQuery): Answering => {
    const offers: readonly { readonly mediaType: string }[] = formsOf[isOfTriples(query.sparql) ? 'triples' : 'rows']
    return (asked) =>
      orRefusal(asked, () => {
        const { mediaType } = chosenForm(offers, asked.headers.accept)
        const parameters = parametersOf(queryOf(asked.request.url ?? ''))
        const saved = { name: query.name, given: givenIn(parameters) }
        return answerOnce(asked, { sparql: query.sparql, saved, accept: mediaType, ...whyOf(parameters) })
      })
  }
  const answerOnce = replyOnce(pool, fingerprint)
  return {
    route: 'queries',
    methods: reading,
    at(wanted) {
      if (wanted === questionsPath) return (asked) => orRefusal(asked, () => listing(asked))
      const query = all.get(wanted)
      return query && answering(query)
    },
  }
}

/** A question as programs read of it. */
const described = (query: SavedQuery): object => ({
  name: query.name,
  help: query.help,
  ...(query.topic !== undefined && { topic: query.topic }),
  path: questionPath(query),
  parameters: query.parameters.map(({ name: own, type, optional, default: fallback, help: what }) => ({
    name: own,
    type: typeText(type),
    required: !optional && fallback === undefined,
    ...(fallback !== undefined && { default: fallback }),
    help: what,
  })),
  examples: examplePaths(query),
  sparql: query.sparql,
})

/** The values of an address, each once; in whatever order they stand there, they are the same, and `why` is never one of them. */
function givenIn(parameters: URLSearchParams): Record<string, string> {
  const pairs = [...parameters].filter(([name]) => name !== 'why')
  const twice = pairs.find(([name], index) => pairs.findIndex(([other]) => other === name) < index)
  if (twice)
    throw new Refused({
      status: 400,
      problems: [{ code: 'duplicate-argument', message: `${twice[0]} is given twice`, hint: 'give it once' }],
    })
  return Object.fromEntries(pairs.sort(([one], [other]) => compareText(one, other)))
}
