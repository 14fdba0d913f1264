/** The ontology's files are one graph, in whichever serialisation, by readers that are not ours. */
import { Readable } from 'node:stream'
import type { Quad } from '@rdfjs/types'
import jsonldProcessor from 'jsonld'
import { Parser } from 'n3'
import { isomorphic } from 'rdf-isomorphic'
import { RdfXmlParser } from 'rdfxml-streaming-parser'
import { expect, test } from 'vitest'
import { ontology } from '../../src/model/terms.ts'
import { ontologyFiles, ontologyText } from '../../src/publish/ontology/files.ts'

const nquads = (text: string): Quad[] => new Parser().parse(text)
const readers: Record<string, (text: string) => Promise<Quad[]>> = {
  turtle: async (text) => nquads(text),
  ntriples: async (text) => nquads(text),
  jsonld: async (text) =>
    nquads((await jsonldProcessor.toRDF(JSON.parse(text) as object, { format: 'application/n-quads' })) as unknown as string),
  rdfxml: (text) => Readable.from(Readable.from([text]).pipe(new RdfXmlParser())).toArray() as Promise<Quad[]>,
}
const written = nquads(ontologyText(ontologyFiles[0]!.format))

test.each(ontologyFiles.filter(({ current }) => current).map((file) => [file.path, file] as const))('%s', async (_, { format }) => {
  const text = ontologyText(format)
  const read = await readers[format.name]!(text)
  expect(read).toHaveLength(written.length)
  expect(isomorphic(read, written)).toBe(true)
  expect(ontologyText(format)).toBe(text)
})

test('each lies under its name, and under its version where the version IRI leads', () => {
  const bare = ontologyFiles.map(({ path }) => path.replace(/\.[a-z]+$/, ''))
  expect(new Set(bare)).toEqual(new Set(['ontology', ontology.versionIri.replace(`${ontology.iri}/`, '')]))
})
