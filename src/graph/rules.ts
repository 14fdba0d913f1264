/** The lineage rules, which shapes cannot say: order in time, cycles, merges, tokens. One function a rule, in one list. */
import { counted } from '../counted.ts'
import { groupBy } from '../group.ts'
import { isSubPropertyOf, prefixes, propertyOf, st, type ClassName } from '../model/vocabulary.ts'
import { cyclesIn, type Cycle } from './cycles.ts'
import type { Finding } from './findings.ts'
import { entitiesOf, nameOf, valueOf, type Graph } from './graph.ts'
import { sizeInName } from './size-in-name.ts'
import type { Statement } from './statement.ts'

const issued = `${prefixes.dct}issued`
const derivedFrom = st('derivedFrom')
const dependsOn = st('dependsOn')

/** What a question of lineage walks step by step, and so must never come back to where it began. */
export const stepwise: ReadonlySet<string> = new Set([derivedFrom, st('variantOf'), st('hasPart'), st('accelerator')])

type Rule = (graph: Graph, statements: readonly Statement[]) => Finding[]

/** All rules, by name. */
const rules: Readonly<Record<string, Rule>> = {
  'no-cycle': (graph, statements) => {
    const needs = groupBy(
      statements.filter(({ property }) => stepwise.has(property)),
      ({ subject }) => subject,
    )
    return cyclesIn(needs).map((cycle) => cycleFinding(graph, cycle))
  },
  // Where the source does not tell what kind of dependence it is, the way back may be of data and not of weights.
  'no-untyped-cycle': (graph, statements) => {
    const untyped = statements.filter(({ property }) => property === dependsOn || stepwise.has(property))
    const cycles = cyclesIn(groupBy(untyped, ({ subject }) => subject))
    const known = new Set(untyped.flatMap(({ subject, property, value }) => (property === dependsOn ? [`${subject} ${value.value}`] : [])))
    return cycles
      .filter(({ things }) => things.some((iri, place) => known.has(`${iri} ${things[(place + 1) % things.length]!}`)))
      .map((cycle) => ({ ...cycleFinding(graph, cycle), rule: 'no-untyped-cycle', severity: 'warning' }))
  },
  'no-child-before-parent': inTime('no-child-before-parent', derivedFrom, 'violation', 'what it derives from'),
  'no-dependent-before': inTime('no-dependent-before', dependsOn, 'warning', 'what it depends on'),
  'no-data-after-model': inTime('no-data-after-model', st('trainedOn'), 'violation', 'the data it was trained on'),
  'merge-has-parents': (graph) =>
    entitiesOf(graph, 'Model').flatMap(({ iri }) => {
      const merged = graph.statementsOf(iri).filter(({ property }) => property === st('mergedFrom'))
      return merged.length === 1
        ? [
            finding(
              'merge-has-parents',
              'violation',
              iri,
              st('mergedFrom'),
              `is merged from ${nameOf(graph, merged[0]!.value.value)} alone; a merge has two parents or more`,
            ),
          ]
        : []
    }),
  'size-in-name': (graph) => entitiesOf(graph, 'Model').flatMap(({ iri }) => sizeInName(graph, iri)),
  'usage-is-stated': (graph) => entitiesOf(graph, 'Usage').flatMap(({ iri }) => unstated(graph, iri)),
  'tokens-within-corpus': (graph) => entitiesOf(graph, 'Usage').flatMap(({ iri }) => tokens(graph, iri)),
}

/**
 * Checks a graph by the lineage rules.
 *
 * @returns findings in the order of rules and things
 */
export function checkRules(graph: Graph): Finding[] {
  const statements = [...graph.entities.keys()]
    .flatMap((iri) => graph.statementsOf(iri))
    .filter(({ property }) => stepwise.has(property) || isSubPropertyOf(property, st('dependsOn')))
  return Object.values(rules).flatMap((rule) => rule(graph, statements))
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
  return (graph, statements) =>
    statements.flatMap(({ property, subject, value: { value: parent } }) => {
      if (property !== link) return []
      const [young, old] = [subject, parent].map((iri) => valueOf(graph, iri, issued)?.value)
      if (young === undefined || old === undefined || young >= old.slice(0, young.length)) return []
      return finding(rule, severity, subject, property, `was released ${when(young)}, before ${words}, ${nameOf(graph, parent)} (${old})`)
    })
}

/** A day is one on which something was, a month and a year are times in which it was. */
const when = (date: string): string => `${date.length > '2024-07'.length ? 'on' : 'in'} ${date}`

const relations: Partial<Record<ClassName, string>> = { Dataset: st('trainedOn'), Hardware: st('ranOn'), Software: st('trainedWith') }

/** A usage says more about a relation of its model; without the relation itself, whoever asks for that would miss it. */
function unstated(graph: Graph, usage: string): Finding[] {
  const used = valueOf(graph, usage, 'uses')?.value
  const training = valueOf(graph, usage, 'ofTraining')?.value
  const model = training && valueOf(graph, training, 'ofModel')?.value
  const property = used && relations[graph.entity(used)?.className ?? 'Claim']
  if (!model || !property) return []
  // Said of its family, or of the whole that the used thing is part of, it is said.
  const models = reach(model, (iri) => values(graph, iri, 'variantOf'))
  const wholes = reach(used, (iri) =>
    graph.statementsTo(iri).flatMap(({ property: link, subject }) => (wholeOf.has(link) ? [subject] : [])),
  )
  const stated = [...models].some((iri) =>
    graph.claimsOf(iri).some((claim) => claim.property === property && wholes.has(claim.value?.value ?? '')),
  )
  const message = `one of its trainings used ${nameOf(graph, used)}, but its ${propertyOf(property)!.name} does not name it`
  return stated ? [] : [finding('usage-is-stated', 'warning', model, property, message)]
}

const wholeOf = new Set([st('hasPart'), st('accelerator')])

const values = (graph: Graph, iri: string, key: string): string[] =>
  graph.statementsOf(iri).flatMap(({ property, value }) => (property === st(key) ? [value.value] : []))

/** A thing and all that can be reached from it. */
function reach(start: string, next: (iri: string) => readonly string[]): Set<string> {
  const seen = new Set([start])
  for (const iri of seen) for (const further of next(iri)) seen.add(further)
  return seen
}

function tokens(graph: Graph, usage: string): Finding[] {
  const dataset = valueOf(graph, usage, 'uses')?.value
  const seen = valueOf(graph, usage, 'tokensSeen')?.value
  const corpus = dataset && valueOf(graph, dataset, 'tokenCount')?.value
  if (!seen || !corpus) return []
  const epochs = valueOf(graph, usage, 'epochs')?.value
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
