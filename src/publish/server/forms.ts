/** The forms in which a thing or a page is given: its pages by language, and its data by serialisation. */
import { absent } from '../../graph/index/terms.ts'
import type { Graph } from '../../graph/graph.ts'
import { namedNode } from '../../model/claim.ts'
import type { ClassName } from '../../model/vocabulary.ts'
import { languages, nameAt, pageAt, pagePath, type Language } from '../address.ts'
import { dataFormats } from '../entity-data.ts'

/** One form. */
export interface Form {
  readonly path: string
  readonly mediaType: string
  /** Of a page. */
  readonly language?: Language
}

/** Of what a path is a form: the name that all forms have in common, `model/bloomz`, and its language where it is a page. */
export function nameOfForm(path: string): { readonly name: string; readonly language?: Language } | undefined {
  const page = pageAt(path)
  if (page) return page
  const data = dataFormats.find(({ extension }) => path.endsWith(`.${extension}`))
  return data && { name: path.slice(0, -data.extension.length - 1) }
}

/** The class of the thing that has a name, if there is one. The graph is asked only for what it has: it keeps what it was asked. */
export function classAt(graph: Graph, name: string): ClassName | undefined {
  const iri = graph.base + name
  if (nameAt(iri, graph.base) === undefined || graph.index.terms.find(namedNode(iri)) === absent) return undefined
  return graph.entity(iri)?.className
}

/** What the page of the dataset tells of: its named graphs and their parts, and the release of the software that made it (ontology/w3id). */
const ofDataset = /^(?:graph\/[a-z]+(?:\/[a-z0-9]+(?:(?:--|[.-])[a-z0-9]+)*)?|release\/[0-9a-z.+-]+)$/

/** A version of the ontology, whose page is that of today's, which names the versions. */
const ofOntology = /^ontology\/[^/]+$/

/**
 * The forms of what has a name, pages first, each in the order in which they are preferred; none where nothing has it.
 *
 * @param exists whether there is something at a path
 */
export function formsOf(graph: Graph, name: string, exists: (path: string) => boolean): Form[] {
  if (ofDataset.test(name)) return formsOf(graph, 'about', exists)
  // A thing has all of them, which need not be made to know that.
  const isThing = classAt(graph, name) !== undefined
  const isThere = ({ path }: Form): boolean => isThing || exists(path)
  const data = dataFormats
    .map(({ format, extension }): Form => ({ path: `${name}.${extension}`, mediaType: format.mediaType }))
    .filter(isThere)
  const isVersion = ofOntology.test(name)
  if (isVersion && data.length === 0) return []
  const page = isVersion ? 'ontology' : name
  const pages = languages.map((language): Form => ({ path: pagePath(page, language), mediaType: 'text/html', language })).filter(isThere)
  return [...pages, ...data]
}
