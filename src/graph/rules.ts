/** The lineage rules, which shapes cannot say: order in time, cycles, merges, tokens. One function a rule, in one list. */
import { counted } from '../counted.ts'
import { groupBy } from '../group.ts'
import { isSubPropertyOf, prefixes, propertyOf, st, type ClassName } from '../model/vocabulary.ts'
import { bestTriples, type BestTriples } from './best-triples.ts'
import { cyclesIn, type Cycle } from './cycles.ts'
import type { Finding } from './findings.ts'
import { nameOf, type Graph } from './graph.ts'
import { sizeInName } from './size-in-name.ts'
import type { Triple } from './statement.ts'
import { thingsByClass } from './things.ts'

const issued = `${prefixes.dct}issued`
const derivedFrom = st('derivedFrom')
const dependsOn = st('dependsOn')
const mergedFrom = st('mergedFrom')

/** What a question of lineage walks step by step, and so must never come back to where it began. */
export const stepwise: ReadonlySet<string> = new Set([derivedFrom, st('variantOf'), st('hasPart'), st('accelerator')])

/** What the rules are asked of. */
interface Known {
  /** For the names of things, and for what a source says that is not believed. */
  readonly graph: Graph
  readonly best: BestTriples
  /** All steps and dependences. */
  readonly links: readonly Triple[]
  /** The things of a class. */
  of(className: ClassName): readonly string[]
}

type Rule = (known: Known) => Finding[]

/** All rules, by name. */
const rules: Readonly<Record<string, Rule>> = {
  'no-cycle': ({ graph, links }) => {
    const needs = groupBy(
      links.filter(({ property }) => stepwise.has(property)),
      ({ subject }) => subject,
    )
    return cyclesIn(needs).map((cycle) => cycleFinding(graph, cycle))
  },
  // Where the source does not tell what kind of dependence it is, the way back may be of data and not of weights.
  'no-untyped-cycle': ({ graph, links }) => {
    const untyped = links.filter(({ property }) => property === dependsOn || stepwise.has(property))
    const cycles = cyclesIn(groupBy(untyped, ({ subject }) => subject))
    const known = new Set(untyped.flatMap(({ subject, property, value }) => (property === dependsOn ? [`${subject} ${value.value}`] : [])))
    return cycles
      .filter(({ things }) => things.some((iri, place) => known.has(`${iri} ${things[(place + 1) % things.length]!}`)))
      .map((cycle) => ({ ...cycleFinding(graph, cycle), rule: 'no-untyped-cycle', severity: 'warning' }))
  },
  'no-child-before-parent': inTime('no-child-before-parent', derivedFrom, 'violation', 'what it derives from'),
  'no-dependent-before': inTime('no-dependent-before', dependsOn, 'warning', 'what it depends on'),
  'no-data-after-model': inTime('no-data-after-model', st('trainedOn'), 'violation', 'the data it was trained on'),
  // Not wrong, but not whole: who lists what was made of one model knows of no other parent.
  'merge-has-parents': ({ graph, links }) =>
    [
      ...groupBy(
        links.filter(({ property }) => property === mergedFrom),
        ({ subject }) => subject,
      ),
    ].flatMap(([iri, parents]) => {
      if (parents.length > 1) return []
      const message = `is a merge of which only one parent is known, ${nameOf(graph, parents[0]!.value.value)}`
      return [finding('merge-has-parents', 'warning', iri, mergedFrom, message)]
    }),
  'size-in-name': ({ graph, best, of }) => of('Model').flatMap((iri) => sizeInName(graph, best, iri)),
  'usage-is-stated': (known) => known.of('Usage').flatMap((iri) => unstated(known, iri)),
  'tokens-within-corpus': (known) => known.of('Usage').flatMap((iri) => tokens(known, iri)),
}

/**
 * Checks a graph by the lineage rules.
 *
 * @returns findings in the order of rules and things
 */
export function checkRules(graph: Graph): Finding[] {
  const { index } = graph
  const best = bestTriples(index)
  const things = thingsByClass(index)
  const linking = [...index.relations.keys()]
    .map((predicate) => index.terms.term(predicate).value)
    .filter((property) => stepwise.has(property) || isSubPropertyOf(property, dependsOn))
  const known: Known = { graph, best, links: best.all(linking), of: (className) => things.get(className) ?? [] }
  return Object.values(rules).flatMap((rule) => rule(known))
}

/** What is wrong with a way that leads back to where it began. */
export function cycleFinding(graph: Graph, { first, things, left }: Cycle): Finding {
  const names = [...things, first.subject].map((iri) => nameOf(graph, iri))
  if (left > 0) names.splice(things.length / 2, 0, `… ${grouped(String(left))} more …`)
  const words = things.length === 1 ? 'depends on itself' : `depends on itself: ${names.join(' ← ')}`
  return finding('no-cycle', 'violation', first.subject, first.property, words)
}

function finding(rule: string, severity: Finding['severity'], subject: string, property: string, message: string): Finding {
  return { rule, severity, subject, property, message }
}

/** Of what a property connects: that the one cannot but be released before the other, whatever the parts of the dates that are not known. */
function inTime(rule: string, link: string, severity: Finding['severity'], words: string): Rule {
  return ({ graph, best, links }) =>
    links.flatMap(({ property, subject, value: { value: parent } }) => {
      if (property !== link) return []
      const [young, old] = [subject, parent].map((iri) => best.values(iri, issued)[0]?.value)
      if (young === undefined || old === undefined || young >= old.slice(0, young.length)) return []
      return finding(rule, severity, subject, property, `was released ${when(young)}, before ${words}, ${nameOf(graph, parent)} (${old})`)
    })
}

/** A day is one on which something was, a month and a year are times in which it was. */
const when = (date: string): string => `${date.length > '2024-07'.length ? 'on' : 'in'} ${date}`

const relations: Partial<Record<ClassName, string>> = { Dataset: st('trainedOn'), Hardware: st('ranOn'), Software: st('trainedWith') }

const valueOf = (best: BestTriples, iri: string, key: string): string | undefined => best.values(iri, st(key))[0]?.value

/** A usage says more about a relation of its model; without the relation itself, whoever asks for that would miss it. */
function unstated({ graph, best }: Known, usage: string): Finding[] {
  const used = valueOf(best, usage, 'uses')
  const training = valueOf(best, usage, 'ofTraining')
  const model = training && valueOf(best, training, 'ofModel')
  const property = used && relations[graph.entity(used)?.className ?? 'Claim']
  if (!model || !property) return []
  // Said of its family, or of the whole that the used thing is part of, it is said.
  const models = reach(model, (iri) => best.values(iri, st('variantOf')).map(({ value }) => value))
  const wholes = reach(used, (iri) => wholeOf.flatMap((link) => best.thingsTo(iri, link)))
  const stated = [...models].some((iri) =>
    graph.claimsOf(iri).some((claim) => claim.property === property && wholes.has(claim.value?.value ?? '')),
  )
  const message = `one of its trainings used ${nameOf(graph, used)}, but its ${propertyOf(property)!.name} does not name it`
  return stated ? [] : [finding('usage-is-stated', 'warning', model, property, message)]
}

const wholeOf = [st('hasPart'), st('accelerator')]

/** A thing and all that can be reached from it. */
function reach(start: string, next: (iri: string) => readonly string[]): Set<string> {
  const seen = new Set([start])
  for (const iri of seen) for (const further of next(iri)) seen.add(further)
  return seen
}

function tokens({ graph, best }: Known, usage: string): Finding[] {
  const dataset = valueOf(best, usage, 'uses')
  const seen = valueOf(best, usage, 'tokensSeen')
  const corpus = dataset && valueOf(best, dataset, 'tokenCount')
  if (!seen || !corpus) return []
  const epochs = valueOf(best, usage, 'epochs')
  const limit = Number(corpus) * Number(epochs ?? 1) * 1.005
  if (Number(seen) <= limit) return []
  const words = `saw ${grouped(seen)} tokens of ${nameOf(graph, dataset)}, which has ${grouped(corpus)}`
  return [
    epochs
      ? finding('tokens-within-corpus', 'violation', usage, st('tokensSeen'), `${words}, in ${counted(Number(epochs), 'epochs')}`)
      : finding('tokens-within-corpus', 'warning', usage, st('tokensSeen'), `${words}; no number of epochs is stated`),
  ]
}

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',')
