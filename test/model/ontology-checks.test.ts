/** The checks of two catalogues, run on the ontology; the list is also what docs/ontology.md shows. */
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readOntology } from '../../ontology/checks/check.ts'
import { foops, oops } from '../../ontology/checks/index.ts'
import { packageFile } from '../../src/package-files.ts'
import { inFolder } from '../graph-of.ts'

const ontology = readOntology(packageFile('ontology/stemma.ttl'))
const numbered = Array.from({ length: 41 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`)
const fair =
  'PURL1 URI1 URI2 VER1 VER2 OM1 FIND1 FIND2 FIND3 FIND_3_BIS CN1 HTTP1 RDF1 VOC1 VOC2 DOC1 OM2 OM3 VOC3 VOC4 OM4.1 OM4.2 OM5.1 OM5.2'

test('every check of the catalogues is listed once', () => {
  expect(oops.map(({ id }) => id)).toEqual(numbered)
  expect(foops.map(({ id }) => id)).toEqual(fair.split(' '))
})

describe.each([
  ['FOOPS!', foops],
  ['OOPS!', oops],
])('%s', (_, checks) => {
  test.each(checks.filter(({ finds }) => finds).map((check) => [check.id, check.asks, check] as const))('%s %s', (_id, _asks, check) => {
    expect(check.finds!(ontology)).toEqual([])
  })

  test.each(checks.filter(({ finds }) => !finds).map((check) => [check.id, check] as const))(
    '%s cannot be seen in the file, and it is said why, or which test holds it',
    (_id, { heldBy, because }) => {
      expect(heldBy ? existsSync(packageFile(heldBy)) : Boolean(because)).toBe(true)
    },
  )
})

describe('a check finds what it is for', () => {
  const head =
    '@prefix st: <https://w3id.org/stemma#> . @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix dct: <http://purl.org/dc/terms/> .\n'
  const found = (id: string, turtle: string): readonly string[] =>
    inFolder({ 'x.ttl': head + turtle }, (folder) =>
      [...foops, ...oops].find((check) => check.id === id)!.finds!(readOntology(`${folder}/x.ttl`)),
    )

  test.each([
    ['OM1', '<https://w3id.org/stemma> a owl:Ontology .'],
    ['VER1', '<https://w3id.org/stemma> a owl:Ontology ; owl:versionInfo "1" ; owl:versionIRI <https://w3id.org/stemma/1> .'],
    ['VOC3', 'st:X a owl:Class ; rdfs:comment "x" .'],
    ['P02', 'st:X owl:equivalentClass st:Y .'],
    ['P03', 'st:isA a owl:ObjectProperty .'],
    ['P04', 'st:X a owl:Class .'],
    ['P06', 'st:X a owl:Class ; rdfs:subClassOf st:Y . st:Y rdfs:subClassOf st:X .'],
    ['P07', 'st:ModelAndData a owl:Class .'],
    ['P08', 'st:X a owl:Class ; rdfs:label "x" .'],
    ['P10', 'st:X a owl:Class .'],
    ['P11', 'st:x a owl:ObjectProperty ; rdfs:domain st:X .'],
    ['P12', 'st:page a owl:ObjectProperty . foaf:page a owl:ObjectProperty .'],
    ['P17', 'st:X a owl:Class ; rdfs:subClassOf st:Y .'],
    ['P18', 'st:X a owl:Class ; sh:property [ sh:path st:x ] . st:x a owl:ObjectProperty ; rdfs:domain st:Y .'],
    ['P19', 'st:x a owl:ObjectProperty ; rdfs:domain st:X , st:Y .'],
    ['P20', 'st:X a owl:Class ; rdfs:label "What it is." .'],
    ['P21', 'st:OtherThing a owl:Class .'],
    ['P22', 'st:has_part a owl:ObjectProperty .'],
    ['P23', 'st:Date a owl:Class .'],
    ['P24', 'st:x a owl:ObjectProperty ; rdfs:subPropertyOf st:x .'],
    ['P30', 'st:Document a owl:Class . foaf:Document a owl:Class .'],
    ['P32', 'st:X a owl:Class ; rdfs:label "x"@en . st:Y a owl:Class ; rdfs:label "x"@en .'],
    ['P34', 'st:x rdfs:range st:X .'],
    ['P35', 'st:X dct:title "x" .'],
    ['P36', '<https://w3id.org/stemma.owl> a owl:Ontology .'],
    ['P38', 'st:X a owl:Class .'],
    ['P39', '<file:///x> a owl:Ontology .'],
    ['P40', 'foaf:invented a owl:Class .'],
    ['P40', 'foaf:page rdfs:comment "Ours to say." .'],
  ])('%s in %s', (id, turtle) => {
    expect(found(id, turtle)).not.toEqual([])
  })
})
