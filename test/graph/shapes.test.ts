/** What is told without the validator is what the validator tells, whatever is wrong with a graph. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { DataFactory, Parser, Store } from 'n3'
import Validator from 'shacl-engine/Validator.js'
import { expect, test } from 'vitest'
import { graphOfClaims } from '../../src/graph/of-claims.ts'
import { bestQuads, claimQuads } from '../../src/graph/quads.ts'
import { openShipped } from '../../src/graph/shipped.ts'
import { checkedTriples } from '../../src/graph/shapes/checked-triples.ts'
import { checkShapes } from '../../src/graph/shapes/check-shapes.ts'
import { datasetOf } from '../../src/graph/shapes/dataset.ts'
import { unsettled } from '../../src/graph/shapes/settled.ts'
import type { Finding } from '../../src/graph/findings.ts'
import type { Graph } from '../../src/graph/graph.ts'
import { sortedClaims, type Claim } from '../../src/model/claim.ts'
import { prefixes } from '../../src/model/vocabulary.ts'
import { packageFile } from '../../src/package-files.ts'
import { graphOf } from '../graph-of.ts'

const ontologyText = readFileSync(packageFile('ontology/stemma.ttl'), 'utf8')
const ontology = datasetOf(new Parser().parse(ontologyText))
const shipped = openShipped()

/** What shacl-engine finds when it looks at everything: thing, constraint and value; it may say so twice of what is of two classes. */
async function byEngine(graph: Graph): Promise<Set<string>> {
  const factory = { ...DataFactory, dataset: (quads?: never[]) => new Store(quads) }
  const dataset = datasetOf([...bestQuads(graph), ...claimQuads(graph.claims, graph.base)])
  const whole = new Validator(ontology, { factory }) as unknown as {
    validate(data: { dataset: unknown }): Promise<{
      results: { focusNode: Valued; constraintComponent: { value: string }; value?: Valued }[]
    }>
  }
  const { results } = await whole.validate({ dataset })
  return new Set(
    results.map(({ focusNode, constraintComponent, value }) =>
      [focusNode.term.value, constraintComponent.value.replace(prefixes.sh, 'sh:'), value?.term.value].join(' '),
    ),
  )
}
interface Valued {
  readonly term: { readonly value: string }
}

/** Some things that use each property, with the documents that stand as their sources. */
function sample(): Claim[] {
  const subjects = new Map<string, string[]>()
  for (const { subject, property, rank, at } of shipped.claims) {
    const of = `${property} ${rank} ${at === undefined}`
    const known = subjects.get(of) ?? []
    if (known.length === 0) subjects.set(of, [...known, subject])
  }
  const some = new Set([...subjects.values()].flat())
  const claims = shipped.claims.filter(({ subject }) => some.has(subject))
  const named = new Set(claims.flatMap(({ source, value }) => [source, ...(value?.termType === 'NamedNode' ? [value.value] : [])]))
  const kept = new Set([`${prefixes.rdf}type`, `${prefixes.rdfs}label`])
  const others = shipped.claims.filter(({ subject, property }) => !some.has(subject) && named.has(subject) && kept.has(property))
  return sortedClaims([...claims, ...others])
}

const { literal, namedNode } = DataFactory
const typed = (text: string, type: string): ReturnType<typeof literal> => literal(text, namedNode(`${prefixes.xsd}${type}`))

const values = [
  ...[shipped.entities.keys().next().value!, 'https://w3id.org/stemma/model/bloom', 'https://example.org/nothing'].map(namedNode),
  ...['', 'open', 'normal', 'a/b', 'no hub id', '\uFFFE', '10.1/x'].map((text) => literal(text)),
  ...['en', 'zh'].map((language) => literal('a', language)),
  ...['0', '-1', '7', '0x7', '', '99999999999999999999'].map((text) => typed(text, 'integer')),
  ...['0', '0.0', '100.5', '-0.1', '1e3', '.5'].map((text) => typed(text, 'decimal')),
  ...['2022-02-30', '2022-13-01', '2022', 'x'].map((text) => typed(text, 'date')),
  ...['2022', '-2022', '22'].map((text) => typed(text, 'gYear')),
  ...['2022-01', '2022-00'].map((text) => typed(text, 'gYearMonth')),
  ...['en', 'not a language'].map((text) => typed(text, 'language')),
]

const change = fc.oneof(
  fc.constantFrom(...values).map((value): Partial<Claim> => ({ value })),
  fc.constantFrom<Partial<Claim>>(
    { rank: 'best' as never },
    { rank: 'deprecated', reason: '' },
    { status: 'unknown' },
    { status: 'lost' as never },
    { confidence: 2, at: 'a' },
    { at: '\uFFFE' },
    { citing: 'https://example.org/nothing' },
    { source: 'https://example.org/nothing', at: 'a' },
    { property: `${prefixes.rdf}type`, value: namedNode(`${prefixes.st}Dataset`) },
    { property: `${prefixes.rdfs}label` },
    { subject: 'https://w3id.org/stemma/model/bloom' },
  ),
)

test('of the data that comes with Stemma nothing is left to the validator', () => {
  expect(unsettled(ontology, checkedTriples(shipped.index)).flatMap(({ things }) => things)).toEqual([])
})

test('a constraint that is not known leaves all things to it', () => {
  const further = `${ontologyText}\nst:Hardware sh:property [ sh:path rdfs:label ; sh:minLength 2 ] .`
  const open = unsettled(datasetOf(new Parser().parse(further)), checkedTriples(shipped.index)).filter(({ things }) => things.length > 0)
  expect(open.map(({ shape, things }) => [shape.value, things.length])).toEqual([
    [`${prefixes.st}Hardware`, [...shipped.entities.values()].filter(({ className }) => className === 'Hardware').length],
  ])
})

test('a text may have any character that XML may', async () => {
  const { claims, base } = graphOf('id: m\nsource: paper\nname: M\nparameterCount: { value: 7B, at: title }')
  const placed = (at: string): Promise<Finding[]> =>
    checkShapes(
      graphOfClaims(
        claims.map((claim) => (claim.at ? { ...claim, at } : claim)),
        base,
      ),
    )
  expect(await placed('雀\u{1F426}')).toEqual([])
  expect((await placed('\uFFFE')).map(({ rule }) => rule)).toEqual(['sh:DatatypeConstraintComponent'])
})

test('what is wrong with a thing of two classes is told once', async () => {
  const { claims, base } = graphOf('id: m\nsource: paper\nname: M')
  const [type, ...others] = claims.filter(({ subject, property }) => subject === `${base}model/m` && property !== `${prefixes.rdfs}label`)
  const rest = claims.filter(({ subject }) => subject !== `${base}model/m`)
  const also = { ...type!, value: namedNode(`${prefixes.st}Dataset`) }
  const found = await checkShapes(graphOfClaims(sortedClaims([...rest, type!, also, ...others]), base))
  expect(found.map(({ subject, rule }) => `${subject.slice(base.length)} ${rule}`)).toEqual(['model/m sh:MinCountConstraintComponent'])
})

test('what is wrong with a graph is found as by the validator on all of it', { timeout: 120_000 }, async () => {
  const claims = sample()
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(claims.length - 1), change), { minLength: 10, maxLength: 60 }), async (changes) => {
      const changed = new Map(changes)
      const graph = graphOfClaims(sortedClaims(claims.map((claim, place) => ({ ...claim, ...changed.get(place) }))), shipped.base)
      const found = (await checkShapes(graph)).map(({ subject, rule, value }) => [subject, rule, value].join(' '))
      expect(new Set(found)).toEqual(await byEngine(graph))
    }),
    { numRuns: 5, endOnFailure: true },
  )
})
