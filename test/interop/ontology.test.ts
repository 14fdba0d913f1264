/** Raptor and rdflib read one graph from the ontology's four files. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { Parser } from 'n3'
import { isomorphic } from 'rdf-isomorphic'
import { ontologyFiles, ontologyText } from '../../src/publish/ontology/files.ts'

const python = '/usr/bin/python3'
const has = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0
const hasRaptor = has('rapper', '--version')
const hasRdflib = has(python, '-c', 'import rdflib')

const folder = mkdtempSync(join(tmpdir(), 'stemma-ontology-'))
afterAll(() => rmSync(folder, { recursive: true }))
const files = ontologyFiles.filter(({ current }) => current)
const written = files.map(({ path, format }) => {
  writeFileSync(join(folder, path), ontologyText(format))
  return [join(folder, path), format.name] as const
})
const graph = new Parser().parse(ontologyText(files[0]!.format))

function read(command: string, ...args: string[]): void {
  const { stdout, stderr, status } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 26 })
  expect([status, stderr]).toEqual([0, ''])
  expect(isomorphic(new Parser().parse(stdout), graph)).toBe(true)
}

describe.skipIf(!hasRaptor)('Raptor', () => {
  test.each(written.filter(([, name]) => name !== 'jsonld'))('%s', (file, name) => {
    read('rapper', '-q', '-i', name, '-o', 'ntriples', file, 'https://w3id.org/stemma')
  })
})

describe.skipIf(!hasRdflib)('rdflib', () => {
  const names: Readonly<Record<string, string>> = { turtle: 'turtle', ntriples: 'nt', rdfxml: 'xml', jsonld: 'json-ld' }
  test.each(written)('%s', (file, name) => {
    // Literals as they are written: else rdflib turns Z into +00:00.
    const script =
      'import sys, rdflib\nrdflib.NORMALIZE_LITERALS = False\nfrom rdflib import Graph\nprint(Graph().parse(sys.argv[1], format=sys.argv[2]).serialize(format="nt"))'
    read(python, '-c', script, file, names[name]!)
  })
})

test.runIf(!hasRaptor || !hasRdflib)('raptor2-utils and python3-rdflib are installed', ({ skip }) => {
  skip(`not installed: ${[hasRaptor ? '' : 'raptor2-utils', hasRdflib ? '' : 'python3-rdflib'].filter(Boolean).join(', ')}`)
})
