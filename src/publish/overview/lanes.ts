/** Which families stand in an overview, each in a lane of its own, and which are only counted. */
import { childrenIn, membersOf, type Families } from '../../graph/families/families.ts'
import { none } from '../../graph/families/none.ts'

/** What one lane shows, by the ranks of models. */
export interface Group {
  /** The model that it is named by; undefined for the lane of those that stand alone. */
  readonly head?: number
  readonly members: Int32Array
}

/** What an overview shows. */
export interface Groups {
  readonly groups: readonly Group[]
  /** How many families there is no lane for. */
  readonly left: number
  /** How many models those have. */
  readonly leftModels: number
}

/** So many lanes can be looked at together. */
const mostLanes = 12

/** The models from which others come, the largest family first, equal ones by rank. */
export const largestFirst = (families: Families, tops: Iterable<number>): number[] =>
  [...tops].filter((top) => families.descendants[top]! > 0).sort((a, b) => families.descendants[b]! - families.descendants[a]! || a - b)

/** The roots of all families. */
export function* rootsOf({ parent }: Families): Generator<number> {
  for (let model = 0; model < parent.length; model++) if (parent[model] === none) yield model
}

/** The largest families of the graph, and the models without relatives. */
export const allGroups = (families: Families): Groups => groupsOf(families, [...rootsOf(families)], [])

/** The largest families under a model, and the model itself with its children that have none. */
export const groupsUnder = (families: Families, model: number): Groups => groupsOf(families, [...childrenIn(families, model)], [model])

function groupsOf(families: Families, tops: readonly number[], alone: readonly number[]): Groups {
  const large = largestFirst(families, tops)
  const single = Int32Array.from([...alone, ...tops.filter((top) => families.descendants[top] === 0)])
  const rest = large.slice(mostLanes)
  return {
    groups: [
      ...large.slice(0, mostLanes).map((head) => ({ head, members: membersOf(families, head) })),
      ...(single.length > 0 ? [{ members: single }] : []),
    ],
    left: rest.length,
    leftModels: rest.reduce((sum, top) => sum + families.descendants[top]! + 1, 0),
  }
}
