/** Where the saved questions are asked, relative to the root of the site. */
import type { SavedQuery } from '../../query/question.ts'
import { questionsPath } from './path.ts'

/** The path of a question. */
export const questionPath = ({ name }: Pick<SavedQuery, 'name'>): string => `${questionsPath}/${name}`

/** The paths of its examples, with their values. */
export const examplePaths = (query: SavedQuery): string[] =>
  query.examples.map((example) => `${questionPath(query)}?${new URLSearchParams(pairsOf(example)).toString()}`.replace(/\?$/, ''))

const pairsOf = (example: string): [string, string][] =>
  example
    .split(' ')
    .filter((pair) => pair.includes('='))
    .map((pair): [string, string] => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])
