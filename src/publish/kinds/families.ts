/** Which pages of families a site has. */
import { none } from '../../graph/families/none.ts'
import { rankIn } from '../../graph/families/rank.ts'
import type { Graph } from '../../graph/graph.ts'
import { remember, rememberFew } from '../../remember.ts'
import type { Contents } from '../contents.ts'
import { familyName, hasFamilyPage, modelsPerPage } from '../overview/family-names.ts'
import { largestFirst, rootsOf } from '../overview/lanes.ts'
import { familiesPage } from '../pages/families.ts'
import { familyPage, familyUnder } from '../pages/family.ts'
import { pageCount, partAt } from '../pages/pager.ts'
import type { Page } from '../pages/shell.ts'
import { allParts, partSections, type Kind } from './kind.ts'
import type { Here } from '../site.ts'

/** So many families stand on one page of their list, and so many are written by one worker before it looks for other work. */
const most = { listed: 500, written: 60 } as const

/** The pages of the families of a graph. */
export function familyPages(graph: Graph, contents: Contents): Kind {
  const roots = remember(() => largestFirst(contents.families, rootsOf(contents.families)))
  const family = rememberFew((head) => familyUnder(graph, contents.families, Number(head)))

  function list(here: Here, number: number): Page | undefined {
    const all = roots('')
    const of = pageCount(all.length, most.listed)
    const shown = all.slice((number - 1) * most.listed, number * most.listed)
    return number > of ? undefined : familiesPage(here, contents.families, shown, { number, of }, all.length)
  }

  function pathsOf(head: number): string[] {
    const { models, descendants } = contents.families
    const name = familyName(graph.index.terms.term(models[head]!).value, graph.base)
    return name === undefined ? [] : allParts(name, pageCount(descendants[head]! + 1, modelsPerPage))
  }

  return {
    page(here, name) {
      const part = partAt(name)
      if (part.name === 'families') return list(here, part.number)
      if (!name.startsWith('family/')) return undefined
      // What follows `family/` is an id, and an id may be a number.
      const { name: id, number } = partAt(name.slice('family/'.length))
      const { models, descendants } = contents.families
      const head = rankIn(models, graph.index.predicate(`${graph.base}model/${id}`))
      if (head === none || !hasFamilyPage(contents.families, head)) return undefined
      const of = pageCount(descendants[head]! + 1, modelsPerPage)
      return number > of ? undefined : familyPage(here, family(String(head)), `family/${id}`, { number, of })
    },
    sections() {
      const heads = [...contents.families.models.keys()].filter((model) => hasFamilyPage(contents.families, model))
      return [
        ...partSections('families', pageCount(roots('').length, most.listed), most.listed),
        ...Array.from({ length: Math.ceil(heads.length / most.written) }, (_, number) => ({
          name: `family/${number}`,
          things: 0,
          looks: most.written * modelsPerPage,
          paths: () => heads.slice(number * most.written, (number + 1) * most.written).flatMap(pathsOf),
        })),
      ]
    },
  }
}
