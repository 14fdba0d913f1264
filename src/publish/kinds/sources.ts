/** The pages with all that a source says. */
import type { Graph } from '../../graph/graph.ts'
import { mint } from '../../model/iri.ts'
import { rememberFew } from '../../remember.ts'
import { nameAt } from '../address.ts'
import { claimsOfSource, countOf, type Contents } from '../contents.ts'
import { pageCount, partAt } from '../pages/pager.ts'
import { sourcePage } from '../pages/source.ts'
import { partSections, type Kind } from './kind.ts'

/** So many statements stand on one page. */
const perPage = 400

/** `source/bloom-paper`, `source/bloom-paper/2` and so on. */
export function sourcePages(graph: Graph, contents: Contents): Kind {
  const said = rememberFew((iri) => claimsOfSource(graph, contents, iri))
  return {
    page(here, name) {
      const { name: whole, number } = partAt(name)
      if (!whole.startsWith('source/')) return undefined
      const iri = mint(graph.base, 'Document', whole.slice('source/'.length))
      if (!graph.index.hasIri(iri) || !graph.entity(iri)) return undefined
      const { count, from } = said(iri)
      const of = pageCount(count, perPage)
      return number > of ? undefined : sourcePage(here, iri, from((number - 1) * perPage, perPage), { number, of }, count)
    },
    sections: () =>
      (contents.things.get('Document') ?? []).flatMap((iri) => {
        const name = nameAt(iri, graph.base)?.replace(/^document\//, 'source/')
        return name === undefined ? [] : partSections(name, pageCount(countOf(contents.said(iri)), perPage), perPage)
      }),
  }
}
