/** The pages with all that a source says. */
import type { Quad } from '@rdfjs/types'
import type { Graph } from '../../graph/graph.ts'
import { sourceQuads } from '../../graph/quads.ts'
import type { Claim } from '../../model/claim.ts'
import { mint } from '../../model/iri.ts'
import { rememberFew } from '../../remember.ts'
import { nameAt } from '../address.ts'
import { claimsOfSource, countOf, type Contents } from '../contents.ts'
import { dataFormats } from '../entity-data.ts'
import { pageCount, partAt, type Part } from '../pages/pager.ts'
import { sourcePage } from '../pages/source.ts'
import { partSections, type Kind } from './kind.ts'
import { listData } from './list-data.ts'

/** So many statements stand on one page. */
const perPage = 400

const folder = 'source/'

/** What a source says stands in its graph, so that it is never taken for what the best view states. */
const formats = dataFormats.filter(({ sources }) => sources)

interface OnPage {
  readonly iri: string
  readonly part: Part
  readonly claims: readonly Claim[]
  readonly count: number
  quads(): Quad[]
}

/** `source/bloom-paper`, `source/bloom-paper/2` and so on, each with its statements as data. */
export function sourcePages(graph: Graph, contents: Contents): Kind {
  const said = rememberFew((iri) => claimsOfSource(graph, contents, iri))
  const at = rememberFew((name): OnPage | undefined => {
    if (!name.startsWith(folder)) return undefined
    // What follows `source/` is an id, and an id may be a number.
    const { name: id, number } = partAt(name.slice(folder.length))
    const iri = mint(graph.base, 'Document', id)
    if (!graph.index.hasIri(iri) || !graph.entity(iri)) return undefined
    const { count, from } = said(iri)
    const of = pageCount(count, perPage)
    if (number > of) return undefined
    const claims = from((number - 1) * perPage, perPage)
    return { iri, part: { number, of }, claims, count, quads: () => [...sourceQuads(claims)] }
  })
  const data = listData(graph.base, formats, at)
  return {
    page(here, name) {
      const found = at(name)
      return found && { ...sourcePage(here, found.iri, found.claims, found.part, found.count), alternates: data.alternates(name) }
    },
    file: data.file,
    sections: () =>
      (contents.things.get('Document') ?? []).flatMap((iri) => {
        const name = nameAt(iri, graph.base)?.replace(/^document\//, folder)
        return name === undefined ? [] : partSections(name, pageCount(countOf(contents.said(iri)), perPage), perPage, data.pathsOf)
      }),
  }
}
