/** The data of a thing, a file for each serialisation. */
import type { Format } from '../formats/format.ts'
import { formatOf } from '../formats/index.ts'
import type { Graph } from '../graph/graph.ts'
import { outlineAbout } from '../graph/outline-about.ts'
import { prefixesFor } from '../model/iri.ts'
import type { Outline } from '../formats/outline.ts'

/** A form in which the data of a page is given. */
export interface DataFormat {
  readonly format: Format
  readonly extension: string
  /** Its name, as people know it. */
  readonly title: string
  /** It has what each source says and the claims, beside the best view. */
  readonly sources: boolean
}

const form = (name: string, title: string, sources = false): DataFormat => {
  const format = formatOf(name)
  return { format, extension: format.extensions[0]!, title, sources }
}

/** The serialisations of a thing's data, the preferred one first. */
export const dataFormats: readonly DataFormat[] = [
  form('turtle', 'Turtle'),
  form('jsonld', 'JSON-LD'),
  form('ntriples', 'N-Triples'),
  form('rdfxml', 'RDF/XML'),
  form('trig', 'TriG', true),
]

/**
 * Prepares the data of a thing: its own statements and those of what belongs to it.
 *
 * @returns gives the text in a serialisation; throws StemmaError where that cannot hold it
 */
export function entityData(graph: Graph, iri: string): (format: DataFormat) => string {
  const prefixes = prefixesFor(graph.base)
  let best: Outline | undefined
  return ({ format, sources }) =>
    format.writeOutline(sources ? outlineAbout(graph.index, iri, 'all') : (best ??= outlineAbout(graph.index, iri, 'best')), prefixes)
}
