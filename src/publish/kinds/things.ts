/** The pages and data of things. */
import type { Graph } from '../../graph/graph.ts'
import { classInIri } from '../../model/iri.ts'
import { classOf, type ClassName } from '../../model/vocabulary.ts'
import { rememberFew } from '../../remember.ts'
import { nameAt } from '../address.ts'
import type { Contents } from '../contents.ts'
import { drawnLineage } from '../entity/lineage.ts'
import { dataFormats, entityData } from '../entity-data.ts'
import { rankIn } from '../../graph/families/rank.ts'
import { none } from '../../graph/families/none.ts'
import { familyName, hasFamilyPage } from '../overview/family-names.ts'
import { entityPage } from '../pages/entity.ts'
import { pageCount } from '../pages/pager.ts'
import { inAllLanguages, type Kind } from './kind.ts'

/** So many things are written by one worker before it looks for other work. */
const perSection = 100

/** The things whose lineage is drawn. */
const drawn: ReadonlySet<ClassName> = new Set(['Model', 'Dataset'])

/** `model/bloomz` with its pages and data. */
export function thingFiles(graph: Graph, contents: Contents): Kind {
  const lineage = rememberFew((iri) => drawnLineage(graph, iri))
  const data = rememberFew((iri) => entityData(graph, iri))
  // The graph keeps whatever it was asked for, so it is asked only for what it has.
  const classAt = rememberFew((iri): ClassName | undefined =>
    classInIri(iri, graph.base) && graph.index.hasIri(iri) ? graph.entity(iri)?.className : undefined,
  )

  /** The name of the page of the family that comes from a thing; undefined where there is none. */
  function familyOf(iri: string): string | undefined {
    const { families } = contents
    const rank = rankIn(families.models, graph.index.predicate(iri))
    return rank !== none && hasFamilyPage(families, rank) ? familyName(iri, graph.base) : undefined
  }

  function pathsOf(iri: string): string[] {
    const name = nameAt(iri, graph.base)
    return name === undefined ? [] : [...inAllLanguages(name), ...dataFormats.map(({ extension }) => `${name}.${extension}`)]
  }

  return {
    page(here, name) {
      const iri = graph.base + name
      const className = classAt(iri)
      return className && entityPage(here, iri, name, { lineage: drawn.has(className) ? lineage(iri) : undefined, family: familyOf(iri) })
    },
    file(path) {
      const dot = path.lastIndexOf('.')
      const form = dataFormats.find(({ extension }) => extension === path.slice(dot + 1))
      const iri = graph.base + path.slice(0, Math.max(dot, 0))
      return form && classAt(iri) ? { mediaType: form.format.mediaType, body: data(iri)(form) } : undefined
    },
    sections: () =>
      [...contents.things].flatMap(([className, all]) =>
        Array.from({ length: pageCount(all.length, perSection) }, (_, number) => {
          const own = all.slice(number * perSection, (number + 1) * perSection)
          return {
            name: `${classOf(className).segment}/${number}`,
            things: own.length,
            looks: own.length,
            paths: () => own.flatMap(pathsOf),
          }
        }),
      ),
  }
}
