/**
 * Relationships of an SPDX document. Those of files are lifted to the package that contains the file where they mean the package: what
 * a file of the type model was trained on, the model was; what any of its files needs, it needs. What a script generates is another matter.
 */
import { groupBy } from '../../group.ts'
import type { Json } from '../bills/bill.ts'
import { takes } from '../bills/say.ts'
import { tellCircles } from './circles.ts'
import { nameOf, packageOf, purposeOf, sayFiles } from './files.ts'
import type { Graph, Thing } from './graph.ts'
import { sayMetrics } from './metrics.ts'
import { meanings, stepsOf, type Step } from './steps.ts'

/** Reads all relationships, and what follows from them: checksums of weights, figures of tests. */
export function readRelationships(graph: Graph): void {
  const steps = stepsOf(graph)
  const holders = new Map<string, string>()
  for (const { type, from, to } of steps) if (type === 'contains' && !graph.things.has(to) && !holders.has(to)) holders.set(to, from)
  tellCircles(graph, steps)
  const tested = sayFacts(
    graph,
    steps.flatMap((step) => liftedStep(graph, step, holders) ?? []),
  )
  sayFiles(graph, holders)
  for (const thing of graph.things.values()) sayMetrics(graph, thing, tested.get(thing) ?? new Set())
}

/** What a step says of packages; undefined where it says nothing of them, which is noted. */
function liftedStep(graph: Graph, step: Step, holders: ReadonlyMap<string, string>): Fact | undefined {
  const { type, from, to, json } = step
  const { key, back, lifts } = meanings[type]!
  const files = [from, to].filter((id) => !graph.things.has(id))
  // Where a file is contained says where it belongs, and nothing of packages.
  if (type === 'contains' && files.length > 0) return undefined
  const [subject, object] = [packageOf(graph, from, holders), packageOf(graph, to, holders)]
  const ofWhat = key === 'derivedFrom' ? 'model' : 'data'
  const isMeant = files.every((id) => lifts === 'any' || purposeOf(graph, id) === (id === from ? 'model' : ofWhat))
  if (!subject || !object || !isMeant || subject === object) {
    graph.drop(subject && subject === object ? { ...json, field: `${json.field} inside of a package` } : json)
    return undefined
  }
  const [of, value] = back ? [object, subject] : [subject, object]
  const others = new Set([...files.map((id) => nameOf(graph, id)), ...(type === 'usesTool' ? ['as a tool'] : [])])
  return { of, key, value, json, files: others }
}

/** What is said of packages, by several relationships of their files perhaps. */
interface Fact {
  readonly of: Thing
  readonly key: string
  readonly value: Thing
  readonly json: Json
  readonly files: Set<string>
}

/** States the facts, each once. */
function sayFacts(graph: Graph, facts: readonly Fact[]): Map<Thing, Set<string>> {
  const tested = new Map<Thing, Set<string>>()
  const numbers = new Map([...graph.things.values()].map((thing, index) => [thing, index]))
  for (const all of groupBy(facts, ({ of, key, value }) => `${numbers.get(of)} ${key} ${numbers.get(value)}`).values()) {
    const { of, key, value, json } = all[0]!
    const files = [...new Set(all.flatMap((one) => [...one.files]))]
    const beside = graph.beside(json, files.length > 0 ? `said of its files: ${files.join(', ')}` : undefined)
    // What is no part of data is a part of something that would be another without it.
    const own = takes(of.kind, key, value.kind) || (key !== 'hasPart' && key !== 'derivedFrom') ? key : 'dependsOn'
    if (key === 'evaluatedOn' && of.kind === 'Model') {
      tested.set(of, (tested.get(of) ?? new Set()).add(value.called.name))
      of.entry.link(key, { kinds: ['Benchmark'], name: value.called.name }, beside)
    } else if (takes(of.kind, own, value.kind)) of.entry.link(own, value.called, beside)
    else graph.drop(json)
  }
  return tested
}
