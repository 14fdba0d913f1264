import { readFileSync } from 'node:fs'
import { Parser, Store, DataFactory, type NamedNode } from 'n3'
import { describe, expect, test } from 'vitest'
import { graphOfClaims } from '../../src/graph/of-claims.ts'
import { checkShapes } from '../../src/graph/shapes/check-shapes.ts'
import type { Claim } from '../../src/model/claim.ts'
import { packageFile } from '../../src/package-files.ts'
import { classNames, classOf, prefixes } from '../../src/model/vocabulary.ts'
import { graphOf } from '../graph-of.ts'

const { namedNode } = DataFactory
const store = new Store(new Parser().parse(readFileSync(packageFile('ontology/stemma.ttl'), 'utf8')))
const a = namedNode(`${prefixes.rdf}type`)
const ofType = (type: string): string[] => store.getSubjects(a, namedNode(type), null).map(({ value }) => value)
const languages = (subject: string, predicate: string): string[] =>
  store
    .getObjects(namedNode(subject), namedNode(predicate), null)
    .map((term) => (term as { language?: string }).language ?? '')
    .sort()

const ours = (iris: readonly string[]): string[] => iris.filter((iri) => iri.startsWith(prefixes.st))
const objectProperties = ofType(`${prefixes.owl}ObjectProperty`)
const datatypeProperties = ofType(`${prefixes.owl}DatatypeProperty`)
const classes = ofType(`${prefixes.owl}Class`)

test('no figure is of an unknown unit because it is of a known one', () => {
  const above = store.getObjects(namedNode(`${prefixes.st}tokenCount`), namedNode(`${prefixes.rdfs}subPropertyOf`), null)
  const shaped = store.getObjects(null, namedNode(`${prefixes.sh}path`), null).map(({ value }) => value)
  expect(above.map(({ value }) => value)).toEqual([`${prefixes.st}extent`])
  expect(shaped).not.toContain(`${prefixes.st}extent`)
})

test('every term has an English and a Chinese label and an English comment', () => {
  for (const term of ours([...classes, ...objectProperties, ...datatypeProperties])) {
    expect([term, ...languages(term, `${prefixes.rdfs}label`)]).toEqual([term, 'en', 'zh'])
    expect([term, ...languages(term, `${prefixes.rdfs}comment`)]).toEqual([term, 'en'])
  }
})

describe('OWL 2 DL', () => {
  test('no property is of two kinds, and no property is a class', () => {
    const annotation = ofType(`${prefixes.owl}AnnotationProperty`)
    const all = [
      ...objectProperties,
      ...datatypeProperties,
      ...annotation,
      ...classes.filter((iri) => !iri.startsWith('n3-') && !/^b\d|_/.test(iri)),
    ]
    expect(all.filter((iri, index) => all.indexOf(iri) !== index)).toEqual([])
  })

  test('super-properties, domains and ranges are declared, each of the kind that it must be', () => {
    const declared = new Map([
      ...objectProperties.map((iri) => [iri, 'object'] as const),
      ...datatypeProperties.map((iri) => [iri, 'datatype'] as const),
    ])
    for (const { subject, object } of store.getQuads(null, namedNode(`${prefixes.rdfs}subPropertyOf`), null, null))
      expect([subject.value, declared.get(object.value)]).toEqual([subject.value, declared.get(subject.value)])
    const owlDatatypes = ['string', 'integer', 'decimal', 'language'].map((name) => prefixes.xsd + name).concat(`${prefixes.rdfs}Literal`)
    for (const { subject, object } of store.getQuads(null, namedNode(`${prefixes.rdfs}range`), null, null)) {
      const fits =
        declared.get(subject.value) === 'object'
          ? classes.includes(object.value) || object.termType === 'BlankNode'
          : owlDatatypes.includes(object.value)
      expect([subject.value, object.value, fits]).toEqual([subject.value, object.value, true])
    }
    for (const { object } of store.getQuads(null, namedNode(`${prefixes.rdfs}subClassOf`), null, null))
      expect(classes).toContain(object.value)
  })

  test('the reserved vocabulary is used in shapes only', () => {
    const reserved = store
      .getQuads(null, null, null, null)
      .filter(({ predicate }) => predicate.value.startsWith(prefixes.rdf) && !/#(type|first|rest)$/.test(predicate.value))
    expect(reserved).toEqual([])
  })
})

describe('SHACL: each class has a shape that an instance can fail', () => {
  const badly: Partial<Record<(typeof classNames)[number], string>> = {
    Training: 'id: m\nsource: paper\nname: M\ntraining: { phase: fine-tuning }',
    Usage:
      'kind: Dataset\nid: d\nsource: paper\nname: D\n---\nid: m\nsource: paper\nname: M\ntraining: { phase: fine-tuning, usage: { uses: dataset/d } }',
    Evaluation:
      'kind: Benchmark\nid: b\nsource: paper\nname: B\n---\nid: m\nsource: paper\nname: M\nevaluation: { benchmark: b, metric: accuracy, score: 1 }',
    Comparison:
      'id: n\nsource: paper\nname: N\n---\nid: m\nsource: paper\nname: M\ncomparison: { with: n, aspect: speed, outcome: better }',
  }
  const broken = async (yaml: string, className: string, drop: (path: string) => boolean): Promise<string[]> => {
    const graph = graphOf(yaml)
    const claims = graph.claims.filter(({ subject, property }) => !(graph.entity(subject)?.className === className && drop(property)))
    const found = await checkShapes(graphOfClaims(claims, graph.base))
    return found.map(({ rule }) => rule)
  }

  test.each(classNames.filter((name) => classOf(name).properties.has('name')))('%s without a name', async (name) => {
    const yaml = name === 'Document' ? 'id: m\nsource: paper\nname: M' : `kind: ${name}\nid: x\nsource: paper\nname: X`
    expect(await broken(yaml, name, (path) => path === `${prefixes.rdfs}label`)).toContain('sh:MinCountConstraintComponent')
  })

  test.each(Object.entries(badly))('%s without its key', async (name, yaml) => {
    const key = classOf(name as 'Training').key!.map((one) => classOf(name as 'Training').properties.get(one)!.path)
    expect(await broken(yaml, name, (path) => key.includes(path))).toContain('sh:MinCountConstraintComponent')
  })

  test.each<[string, Partial<Claim>, string[]]>([
    ['a rank that there is not', { rank: 'best' as never, reason: 'why not' }, ['sh:InConstraintComponent']],
    ['a rank without a reason', { rank: 'deprecated' }, ['sh:OrConstraintComponent']],
    ['a status beside its value', { status: 'unknown' }, ['sh:XoneConstraintComponent']],
    ['a reason for its rank', { rank: 'deprecated', reason: 'misread' }, []],
  ])('Claim with %s', async (_, change, rules) => {
    const graph = graphOf('id: m\nsource: paper\nname: M\nparameterCount: { value: 7B, at: title }')
    const claims = graph.claims.map((claim) => (claim.at ? { ...claim, ...change } : claim))
    expect((await checkShapes(graphOfClaims(claims, graph.base))).map(({ rule }) => rule)).toEqual(rules)
  })

  test('Comparison of a model with itself', async () => {
    const graph = graphOf('id: m\nsource: paper\nname: M\ncomparison: { with: m, aspect: speed, outcome: similar }')
    expect((await checkShapes(graph)).map(({ rule }) => rule)).toEqual(['sh:DisjointConstraintComponent'])
  })
})

test('every namespace of the ontology is a prefix, so no IRI is left bare', () => {
  const iris = store.getPredicates(null, null, null).map((term) => (term as NamedNode).value)
  expect(iris.filter((iri) => !Object.values(prefixes).some((namespace) => iri.startsWith(namespace)))).toEqual([])
})
