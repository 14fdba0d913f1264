/** Steps that the forest of families leaves out: to the other parents of a merge, or a teacher of another family. */
import type { Families } from '../../graph/families/families.ts'
import { none } from '../../graph/families/none.ts'
import { undated } from '../../graph/families/released.ts'
import { rankIn } from '../../graph/families/rank.ts'
import { defaultGraph } from '../../graph/index/graph-sets.ts'
import type { QuadIndex } from '../../graph/index/quad-index.ts'
import { statedFrom } from '../../graph/index/stated-from.ts'
import { st } from '../../model/vocabulary.ts'

/** With more of them nobody can follow one. */
const most = 8

/** Those steps between some models that have a date; none where they are too many to be followed. */
export function stepsAcross(
  index: QuadIndex,
  families: Families,
  models: ReadonlySet<number>,
): (readonly [child: number, parent: number])[] {
  const { models: numbers, parent, released } = families
  const inBest = index.mask(defaultGraph)
  const found = new Map<string, readonly [number, number]>()
  for (const iri of ['variantOf', 'derivedFrom'].map(st)) {
    const relation = index.relations.get(index.predicate(iri))
    if (!relation) continue
    for (const child of models) {
      if (released[child] === undated) continue
      for (const number of statedFrom(relation.forward, relation.uniform, inBest, numbers[child]!)) {
        const other = rankIn(numbers, number)
        if (
          other !== none &&
          other !== child &&
          other !== parent[child] &&
          models.has(other) &&
          released[other] !== undated &&
          !isAbove(families, other, child)
        )
          found.set(`${child} ${other}`, [child, other])
      }
    }
  }
  return found.size > most ? [] : [...found.values()]
}

/** Whether a model comes from another in its family: what it says of that again is no news. */
function isAbove({ parent }: Families, ancestor: number, model: number): boolean {
  let above = parent[model]!
  while (above !== none && above !== ancestor) above = parent[above]!
  return above === ancestor
}
