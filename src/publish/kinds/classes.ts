/** The pages of classes. */
import type { Quad } from '@rdfjs/types'
import type { Graph } from '../../graph/graph.ts'
import { namedNode, quad } from '../../model/claim.ts'
import { classNames, classOf, prefixes, type ClassName } from '../../model/vocabulary.ts'
import type { Contents } from '../contents.ts'
import { dataFormats } from '../entity-data.ts'
import { classPage } from '../pages/class.ts'
import { pageCount, partAt, type Part } from '../pages/pager.ts'
import { partSections, type Kind } from './kind.ts'
import { listData } from './list-data.ts'

/** So many things stand on one page. */
const perPage = 500

/** What its data say of each thing, and in which forms. */
const listed: readonly string[] = [`${prefixes.rdf}type`, `${prefixes.rdfs}label`]
const formats = dataFormats.filter(({ sources }) => !sources)

interface OnPage {
  readonly className: ClassName
  readonly part: Part
  readonly shown: readonly string[]
  readonly count: number
  quads(): Quad[]
}

/** `class/model`, `class/model/2` and so on, each with its things as data. */
export function classPages(graph: Graph, { things }: Contents): Kind {
  function at(name: string): OnPage | undefined {
    const { name: list, number } = partAt(name)
    const className = classNames.find((one) => list === `class/${classOf(one).segment}`)
    const all = className && things.get(className)
    if (!all) return undefined
    const of = pageCount(all.length, perPage)
    if (number > of) return undefined
    const shown = all.slice((number - 1) * perPage, number * perPage)
    return { className, part: { number, of }, shown, count: all.length, quads: () => shown.flatMap(namesOf) }
  }

  const namesOf = (iri: string): Quad[] =>
    listed.flatMap((property) => graph.values(iri, property).map((value) => quad(namedNode(iri), namedNode(property), value)))

  const data = listData(graph.base, formats, at)
  return {
    page(here, name) {
      const found = at(name)
      return found && { ...classPage(here, found.className, found.shown, found.part, found.count), alternates: data.alternates(name) }
    },
    file: data.file,
    sections: () =>
      [...things].flatMap(([className, all]) =>
        partSections(`class/${classOf(className).segment}`, pageCount(all.length, perPage), perPage, data.pathsOf),
      ),
  }
}
