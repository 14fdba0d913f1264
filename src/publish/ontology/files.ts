/** The ontology as files: as it was written, and in the other serialisations, each under its name and under its version. */
import { readFileSync } from 'node:fs'
import { DataFactory, Parser } from 'n3'
import { formatOf } from '../../formats/index.ts'
import type { Format } from '../../formats/format.ts'
import { ontology } from '../../model/terms.ts'
import { prefixes } from '../../model/vocabulary.ts'
import { packageFile } from '../../package-files.ts'

/** A file of the ontology. */
export interface OntologyFile {
  /** Its path on the site: `ontology.ttl`, `ontology/0.1.0.ttl`. */
  readonly path: string
  readonly format: Format
  /** The name of its serialisation, as people know it. */
  readonly title: string
  /** Whether its name stays when the version changes. */
  readonly current: boolean
}

const serialisations = [
  ['turtle', 'Turtle'],
  ['jsonld', 'JSON-LD'],
  ['ntriples', 'N-Triples'],
  ['rdfxml', 'RDF/XML'],
] as const

/** The files of the ontology, the preferred serialisation first. */
export const ontologyFiles: readonly OntologyFile[] = ['ontology', `ontology/${ontology.version}`].flatMap((name, index) =>
  serialisations.map(([serialisation, title]) => {
    const format = formatOf(serialisation)
    return { path: `${name}.${format.extensions[0]}`, format, title, current: index === 0 }
  }),
)

/**
 * The text of the ontology in a serialisation. Turtle is the file as it was written, with its comments and in its order.
 *
 * @throws StemmaError where the serialisation cannot hold it
 */
export function ontologyText(format: Format): string {
  const turtle = readFileSync(packageFile('ontology/stemma.ttl'), 'utf8')
  if (format.name === 'turtle') return turtle
  // Blank nodes are named by where they stand: n3 would number them on through the life of the process.
  let next = 10_000
  const factory = { ...DataFactory, blankNode: (name?: string) => DataFactory.blankNode(name ?? `b${next++}`) }
  return format.write(new Parser({ factory }).parse(turtle), { prefixes, first: ontology.iri })
}
