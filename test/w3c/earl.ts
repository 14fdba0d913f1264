/**
 * `npx tsx test/w3c/earl.ts FOLDER` puts the W3C's tests of the SPARQL protocol and of Service Description to the endpoint and writes
 * docs/earl/*.ttl, in the words of https://www.w3.org/TR/EARL10-Schema/. It needs the built code (`npm run build`).
 *
 * The folder is one where rdf-test-suite 2.8.0 is installed with `"overrides": { "n3": "2.0.3" }`: with a later one it waits for ever for
 * the end of an answer that comes in several pieces.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import type { Quad, Quad_Object, Quad_Subject } from '@rdfjs/types'
import { turtle } from '../../src/formats/turtle.ts'
import { blankNode, literal, namedNode, quad } from '../../src/model/claim.ts'
import { prefixes } from '../../src/model/vocabulary.ts'
import { packageFile } from '../../src/package-files.ts'
import { version } from '../../src/version.ts'
import { folder as testFolder } from './manifest.ts'
import { openProtocolEndpoint } from './protocol-endpoint.ts'

interface Result {
  readonly test: { readonly uri: string; readonly name: string }
  readonly ok: boolean
}

interface Suite {
  readonly TestSuiteRunner: new () => { runManifest(manifest: string, engine: unknown, config: object): Promise<Result[]> }
}

const earl = 'http://www.w3.org/ns/earl#'
const doap = 'http://usefulinc.com/ns/doap#'
const web = 'http://www.w3.org/2009/sparql/docs/tests/data-sparql11/'
const suites = {
  protocol: 'http://www.w3.org/TR/sparql11-protocol/',
  'service-description': 'http://www.w3.org/TR/sparql11-service-description/',
}

const software = namedNode('https://w3id.org/stemma/software/stemma')
const type = `${prefixes.rdf}type`

function report(results: readonly Result[], specification: string): Quad[] {
  const say = (subject: Quad_Subject, said: Readonly<Record<string, Quad_Object | readonly Quad_Object[]>>): Quad[] =>
    Object.entries(said).flatMap(([predicate, objects]) => [objects].flat().map((object) => quad(subject, namedNode(predicate), object)))
  return [
    ...say(software, {
      [type]: [namedNode(`${earl}TestSubject`), namedNode(`${doap}Project`)],
      [`${doap}name`]: literal('Stemma'),
      [`${doap}release`]: blankNode('release'),
      [`${doap}implements`]: namedNode(specification),
    }),
    ...say(blankNode('release'), { [type]: namedNode(`${doap}Version`), [`${doap}revision`]: literal(version) }),
    ...results.flatMap(({ test: { uri, name }, ok }, index) => {
      const [assertion, result] = [blankNode(`assertion${index}`), blankNode(`result${index}`)]
      return [
        ...say(namedNode(uri), { [type]: namedNode(`${earl}TestCase`), [`${prefixes.dct}title`]: literal(name) }),
        ...say(assertion, {
          [type]: namedNode(`${earl}Assertion`),
          [`${earl}assertedBy`]: software,
          [`${earl}subject`]: software,
          [`${earl}test`]: namedNode(uri),
          [`${earl}mode`]: namedNode(`${earl}automatic`),
          [`${earl}result`]: result,
        }),
        ...say(result, { [type]: namedNode(`${earl}TestResult`), [`${earl}outcome`]: namedNode(earl + (ok ? 'passed' : 'failed')) }),
      ]
    }),
  ]
}

// The suite loads its graphs by an update before a test; here they are there from the beginning.
const send = globalThis.fetch
globalThis.fetch = (input, init) =>
  typeof init?.body === 'string' && init.body.startsWith('DROP SILENT ALL ;') ? Promise.resolve(new Response()) : send(input, init)

const { TestSuiteRunner } = createRequire(join(resolve(process.argv[2] ?? '.'), 'package.json'))('rdf-test-suite') as Suite
const endpoint = await openProtocolEndpoint()
mkdirSync(packageFile('docs/earl'), { recursive: true })
for (const [name, specification] of Object.entries(suites)) {
  const results = await new TestSuiteRunner().runManifest(
    `${web}${name}/manifest.ttl`,
    {},
    {
      customEngingeOptions: { protocolEndpoint: `${endpoint.url}/`, serviceDescriptionEndpoint: endpoint.url },
      timeOutDuration: 10_000,
      testRegex: /./u,
      urlToFileMapping: `${web}~${testFolder.pathname}`,
    },
  )
  writeFileSync(
    packageFile(`docs/earl/${name}.ttl`),
    turtle.write(report(results, specification), { prefixes: { earl, doap, dct: prefixes.dct } }),
  )
  console.log(`${name}: ${results.filter(({ ok }) => ok).length} of ${results.length}`)
}
await endpoint.close()
