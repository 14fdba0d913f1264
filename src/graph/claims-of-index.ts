/** The claims of a graph on numbers, read when they are asked for: what a source's graph holds, and what the graph of claims adds. */
import { namedNode, sortedClaims, termKey, type Claim, type Value } from '../model/claim.ts'
import { graphNames } from '../model/iri.ts'
import { rangeOfText } from '../model/value.ts'
import { classOf, prefixes, propertyOf } from '../model/vocabulary.ts'
import type { ClaimStore } from './claim-store.ts'
import { defaultGraph } from './index/graph-sets.ts'
import { matching } from './index/match.ts'
import type { QuadIndex } from './index/quad-index.ts'
import { absent } from './index/terms.ts'

const claimFields = [...classOf('Claim').properties].filter(([name]) => !['subject', 'predicate', 'object', 'source'].includes(name))

/** The claims that a graph on numbers holds. */
export function claimsOfIndex(index: QuadIndex): ClaimStore {
  const { base } = index.parts
  const names = graphNames(base)
  const [claims, ...others] = [names.claims, names.about, names.best].map((name) => index.predicate(name))
  const noSource = new Set([defaultGraph, claims, ...others])
  const isSource = (graph: number): boolean => !noSource.has(graph)
  const path = (name: string): number => index.predicate(classOf('Claim').properties.get(name)!.path)
  const [subjectPath, predicatePath, objectPath, sourcePath] = [path('subject'), path('predicate'), path('object'), path('source')]
  const termOf = (number: number): Value => index.terms.term(number) as Value

  /** What the graph of claims says of a thing's statements. */
  function evidenced(subject: string, number: number): Claim[] {
    if (claims === absent || subjectPath === absent) return []
    return [...matching(index, { predicate: subjectPath, object: number, graph: claims! })].map(({ subject: node }) => {
      const said = new Map([...matching(index, { subject: node, graph: claims! })].map(({ predicate, object }) => [predicate, object]))
      const value = said.has(objectPath) ? termOf(said.get(objectPath)!) : undefined
      const property = termOf(said.get(predicatePath)!).value
      const fields = Object.fromEntries(
        claimFields.flatMap(([name, { path: iri }]) => {
          const found = said.get(index.predicate(iri))
          return found === undefined ? [] : [[name, termOf(found).value]]
        }),
      )
      return {
        subject,
        property,
        ...(value && { value }),
        source: termOf(said.get(sourcePath)!).value,
        ...(fields as Partial<Claim>),
        rank: (fields['rank'] ?? 'normal') as Claim['rank'],
      }
    })
  }

  function of(subject: string): Claim[] {
    const number = index.terms.find(namedNode(subject))
    if (number === absent) return []
    const known = evidenced(subject, number).map(completed)
    const keyOf = ({ property, value, source }: Claim): string => `${property} ${value ? termKey(value) : ''} ${source}`
    const keys = new Set(known.map(keyOf))
    const plain: Claim[] = []
    for (const { predicate, object, graph } of matching(index, { subject: number })) {
      if (!isSource(graph)) continue
      const claim = completed({
        subject,
        property: termOf(predicate).value,
        value: termOf(object),
        source: termOf(graph).value,
        rank: 'normal',
      })
      if (!keys.has(keyOf(claim))) plain.push(claim)
    }
    return sortedClaims([...known, ...plain])
  }

  /** With the range that the value leaves open by the way it is written. */
  function completed({ confidence, atLeast, atMost, ...claim }: Claim & { atLeast?: string; atMost?: string }): Claim {
    const range =
      atLeast !== undefined || atMost !== undefined ? ([Number(atLeast ?? -Infinity), Number(atMost ?? Infinity)] as const) : undefined
    const property = propertyOf(claim.property)
    const implied = !range && property && claim.value?.termType === 'Literal' ? rangeOfText(claim.value.value, property) : undefined
    return {
      ...claim,
      ...(confidence !== undefined && { confidence: Number(confidence) }),
      ...((range ?? implied) && { range: range ?? implied! }),
    }
  }

  const remembered = new Map<string, readonly Claim[]>()
  const cached = (subject: string): readonly Claim[] => {
    let found = remembered.get(subject)
    if (!found) remembered.set(subject, (found = of(subject)))
    return found
  }
  let subjects: readonly string[] | undefined
  const store: ClaimStore = {
    get subjects() {
      return (subjects ??= subjectsOf(index, isSource))
    },
    all: () => store.subjects.flatMap(cached),
    of: cached,
    pointingTo: (iri) => {
      const number = index.terms.find(namedNode(iri))
      if (number === absent) return []
      const pointing = [...matching(index, { object: number })].filter(({ graph }) => isSource(graph)).map(({ subject }) => subject)
      return [...new Set(pointing)].map((subject) => termOf(subject).value).sort()
    },
  }
  return store
}

/** The IRIs of all things that sources speak of, sorted. */
function subjectsOf(index: QuadIndex, isSource: (graph: number) => boolean): string[] {
  const type = index.predicate(`${prefixes.rdf}type`)
  const found = new Set<number>()
  for (const { subject, graph } of matching(index, { predicate: type })) if (isSource(graph)) found.add(subject)
  return [...found].map((subject) => index.terms.term(subject).value).sort()
}
