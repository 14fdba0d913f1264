/** RDF in any serialisation, in our own words or those of a vocabulary that the ontology reads. */
import { extname } from 'node:path'
import { slug } from '../model/iri.ts'
import type { Content } from './content.ts'
import { nothing, type Reading, type ReadOptions, type SourceFormat } from './source.ts'
import { readSource } from './rdf/read.ts'

const endings: Readonly<Record<string, string>> = {
  '.ttl': 'turtle',
  '.trig': 'trig',
  '.nt': 'ntriples',
  '.nq': 'nquads',
  '.jsonld': 'jsonld',
  '.json': 'jsonld',
  '.rdf': 'rdfxml',
  '.owl': 'rdfxml',
  '.xml': 'rdfxml',
}

export const rdf: SourceFormat = {
  name: 'rdf',
  title: 'RDF: Turtle, TriG, N-Triples, N-Quads, JSON-LD, RDF/XML',
  extensions: Object.keys(endings),
  recognises: ({ name, text, json }) => {
    const ending = extname(name).toLowerCase()
    if (ending === '.xml') return text !== undefined && /<(?:\w+:)?RDF[\s>]/.test(text.slice(0, 65_536))
    if (ending === '.json') return isLinked(json)
    return ending in endings
  },
  read,
}

/** Whether JSON is JSON-LD: of other JSON nothing tells so. */
function isLinked(json: unknown): boolean {
  const items: readonly unknown[] = Array.isArray(json) ? json.slice(0, 10) : [json]
  return items.some(
    (item) => typeof item === 'object' && item !== null && ['@context', '@graph', '@id', '@type'].some((key) => Object.hasOwn(item, key)),
  )
}

function read({ file, name, text, problems }: Content, options: ReadOptions): Reading {
  if (text === undefined) return { ...nothing, noted: problems }
  return readSource(text, file, {
    ...options,
    format: 'rdf',
    serialisation: endings[extname(name).toLowerCase()] ?? 'turtle',
    documentOf: () => ({ id: slug(name.replace(/\.\w+$/, '')), name, type: 'documentation' }),
  })
}
