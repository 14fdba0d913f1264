/** The forms in which a thing or a page is given: its pages by language, and its data by serialisation. */
import { absent } from '../../graph/index/terms.ts'
import type { Graph } from '../../graph/graph.ts'
import { matching } from '../../graph/index/match.ts'
import { prefixes, type ClassName } from '../../model/vocabulary.ts'
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
  if (nameAt(iri, graph.base) === undefined || !graph.index.hasIri(iri)) return undefined
  return graph.entity(iri)?.className
}

/** What the page of the dataset tells of: its named graphs and their parts, and the release of the software that made it (ontology/w3id). */
const ofDataset = /^(?:graph|release)\//

/** A claim, which its thing's page and the data with claims tell of. */
const ofClaim = /^claim\//
const claimedOf = `${prefixes.rdf}subject`
const withClaims: ReadonlySet<string> = new Set(dataFormats.filter(({ sources }) => sources).map(({ format }) => format.mediaType))

/** The name of the thing that a claim speaks about; undefined where there is no such claim. */
function thingOfClaim({ base, index }: Graph, name: string): string | undefined {
  const [subject, predicate] = [index.predicate(base + name), index.predicate(claimedOf)]
  if (subject === absent) return undefined
  const [found] = matching(index, { subject, predicate })
  return found && nameAt(index.terms.term(found.object).value, base)
}

/** Addresses in the folder of a language are of pages, each with its ending. */
const inFolder = new RegExp(`^(?:${languages.slice(1).join('|')})/`)

/** A version of the ontology, whose page is that of today's, which names the versions. */
const ofOntology = /^ontology\/[^/]+$/

/**
 * The forms of what has a name, pages first, each in the order in which they are preferred; none where nothing has it.
 *
 * @param exists whether there is something at a path
 */
export function formsOf(graph: Graph, name: string, exists: (path: string) => boolean): Form[] {
  if (inFolder.test(name)) return []
  if (ofDataset.test(name)) return graph.index.hasIri(graph.base + name) ? ownForms(graph, 'about', exists) : []
  if (!ofClaim.test(name)) return ownForms(graph, name, exists)
  const thing = thingOfClaim(graph, name)
  if (thing === undefined) return []
  return ownForms(graph, thing, exists).filter(({ language, mediaType }) => language !== undefined || withClaims.has(mediaType))
}

function ownForms(graph: Graph, name: string, exists: (path: string) => boolean): Form[] {
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
