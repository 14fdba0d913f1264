/** Which things there are, read on numbers: millions of them are listed without an object for each. */
import { compareText, namedNode } from '../model/claim.ts'
import { classNames, classOf, prefixes, type ClassName } from '../model/vocabulary.ts'
import { defaultGraph } from './index/graph-sets.ts'
import { matching } from './index/match.ts'
import type { QuadIndex } from './index/quad-index.ts'
import { absent } from './index/terms.ts'

/** The IRIs of the things of each class that has any, in the order of the ontology, sorted. */
export function thingsByClass(index: QuadIndex): Map<ClassName, readonly string[]> {
  const predicate = index.predicate(`${prefixes.rdf}type`)
  return new Map(
    classNames.flatMap((name) => {
      const object = index.terms.find(namedNode(classOf(name).iri))
      if (object === absent || predicate === absent) return []
      const iris = [...matching(index, { predicate, object, graph: defaultGraph })].flatMap(({ subject }) => {
        const term = index.terms.term(subject)
        return term.termType === 'NamedNode' ? [term.value] : []
      })
      return iris.length > 0 ? [[name, iris.sort(compareText)] as const] : []
    }),
  )
}
