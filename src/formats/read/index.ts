/** The readers of the serialisations, one line each. They are apart from the writers, which a browser loads. */
import { formatOf } from '../index.ts'
import { readJsonld } from './jsonld.ts'
import { readRdfxml } from './rdfxml.ts'
import type { Read, Reader } from './statement.ts'
import { turtleReader } from './turtle.ts'

export type { Read, Statement } from './statement.ts'

const readers: Readonly<Record<string, Reader>> = {
  turtle: turtleReader('Turtle'),
  trig: turtleReader('TriG'),
  ntriples: turtleReader('N-Triples'),
  nquads: turtleReader('N-Quads'),
  jsonld: readJsonld,
  rdfxml: readRdfxml,
}

/**
 * Reads RDF. Nothing is ever fetched.
 *
 * @param format the name, ending or media type of a serialisation
 * @param file its name, for problems
 * @param base what relative IRIs are relative to
 * @returns the statements that could be read, and what is wrong
 * @throws StemmaError `unknown-format`
 */
export const readRdf = (text: string, format: string, file: string, base: string): Read => readers[formatOf(format).name]!(text, file, base)
