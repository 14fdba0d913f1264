/** The W3C's tests of SPARQL 1.1 (https://github.com/w3c/rdf-tests), as their manifests list them. */
import { existsSync, readFileSync } from 'node:fs'
import type { Term } from '@rdfjs/types'
import { Parser, Store } from 'n3'
import { namedNode } from '../../src/model/claim.ts'

/** A question, its data, and the file that has the answer; files are named by their path under the tests' folder. */
export interface QueryTest {
  readonly directory: string
  /** The last part of its IRI. */
  readonly id: string
  readonly name: string
  readonly query: string
  readonly data: readonly string[]
  /** Each stands for the graph of its IRI. */
  readonly graphs: readonly string[]
  readonly result: string
}

export const folder = new URL('../../../shared/data/w3c-rdf-tests/sparql/sparql11/', import.meta.url)

/** Whether the tests are there; they are not part of the repository. */
export const haveTests = existsSync(folder)

/** Where the tests are on the web: what the IRIs in them are relative to. */
export const base = 'https://w3c.github.io/rdf-tests/sparql/sparql11/'

export const fileText = (path: string): string => readFileSync(new URL(path, folder), 'utf8')

/** Those that ask a question; updates, entailment, federation, protocols and syntax aside. */
export const directories = [
  'aggregates',
  'bind',
  'bindings',
  'cast',
  'construct',
  'csv-tsv-res',
  'exists',
  'functions',
  'grouping',
  'json-res',
  'negation',
  'project-expression',
  'property-path',
  'subquery',
]

const mf = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#'
const qt = 'http://www.w3.org/2001/sw/DataAccess/tests/test-query#'
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'

/** The tests of a directory, in the manifest's order. */
export function testsIn(directory: string): QueryTest[] {
  const manifest = new Store(new Parser({ baseIRI: `${base}${directory}/manifest.ttl` }).parse(fileText(`${directory}/manifest.ttl`)))
  const all = (subject: Term, property: string): Term[] => manifest.getObjects(subject, namedNode(property), null)
  const paths = (subject: Term, property: string): string[] => all(subject, property).map(({ value }) => value.slice(base.length))
  return listed(manifest).flatMap((test) => {
    const [type, action, name] = [`${rdf}type`, `${mf}action`, `${mf}name`].map((property) => all(test, property)[0])
    if (!type || !/(QueryEvaluation|CSVResultFormat)Test$/.test(type.value)) return []
    return {
      directory,
      id: test.value.replace(/^.*#/, ''),
      name: name!.value,
      query: paths(action!, `${qt}query`)[0]!,
      data: paths(action!, `${qt}data`),
      graphs: paths(action!, `${qt}graphData`),
      result: paths(test, `${mf}result`)[0]!,
    }
  })
}

/** The manifest's entries, without what it has beside them. */
function listed(manifest: Store): Term[] {
  const [entries] = manifest.getObjects(null, namedNode(`${mf}entries`), null)
  return manifest.extractLists()[entries!.value]!
}
