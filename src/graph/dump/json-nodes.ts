/** JSON-LD: one document of nodes, each of which is a line; those of a named graph stand within it. */
import { prefixes as vocabulary, classNames, classOf } from '../../model/vocabulary.ts'
import { bytesOf } from '../../utf8.ts'
import { defaultGraph } from '../index/graph-sets.ts'
import { jsonContext } from './json-context.ts'
import { namesOf, waysOf, type Way } from './json-values.ts'
import { Spelling, type Around } from './spelling.ts'
import type { StyleOf } from './style.ts'
import { allGraphs, defaultAlone, isIn } from './subject-graphs.ts'
import type { Track } from './track.ts'

const [nothing, comma, open, close] = ['', ',', '[', ']'].map(bytesOf) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array]
const [firstNode, nextNode, idKey, nodeEnd] = ['\n', ',\n', '{"id":', '}'].map(bytesOf) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array]
const [graphKey, graphEnd] = [bytesOf(',"@graph":['), bytesOf(']}')]

/** JSON-LD under the project's context. */
export const nodesStyle: StyleOf = (index, sink, named) => {
  const { terms } = index
  const { prefixes, terms: context } = jsonContext(index)
  const names = new Spelling(terms, namesOf(prefixes))
  const type = index.predicate(`${vocabulary.rdf}type`)
  const classes = new Map(classNames.map((name) => [index.predicate(classOf(name).iri), bytesOf(`"${name}"`)]))
  const values = new Map(
    [...index.relations.keys()].map((predicate) => [predicate, new Spelling(terms, waysOf(terms.term(predicate).value, prefixes))]),
  )
  const eachGraph = named ? allGraphs(index) : defaultAlone(index)
  const inDefault = index.mask(defaultGraph)
  /** The values of a predicate that are being written. */
  const objects: number[] = []

  function node(subject: number, own: readonly Track[], mask: Uint8Array): void {
    sink.add(idKey)
    names.write(subject, sink)
    for (const track of own) {
      const { targets } = track.relation.forward
      objects.length = 0
      for (let edge = track.start, last = track.end; edge < last; edge++) if (mask[track.setOf(edge)]) objects.push(targets[edge]!)
      if (objects.length > 0) members(track.relation.predicate)
    }
    sink.add(nodeEnd)
  }

  /** Writes the values of a predicate: those of a member together, in it those of a language. */
  function members(predicate: number): void {
    const spelling = values.get(predicate)!
    const order = (object: number): number => spelling.headOf(object).order
    if (objects.length > 1) objects.sort((a, b) => order(a) - order(b))
    let member: Around | undefined
    for (let from = 0, to = 0; from < objects.length; from = to) {
      const way = spelling.headOf(objects[from]!)
      while (to < objects.length && order(objects[to]!) === way.order) to += 1
      if (way.member === member) sink.add(comma)
      else {
        sink.add(member?.after ?? nothing)
        sink.add(way.member.before)
        member = way.member
      }
      sink.add(way.language)
      list(spelling, predicate, from, to)
    }
    sink.add(member!.after)
  }

  function list(spelling: Spelling<Way>, predicate: number, from: number, to: number): void {
    if (to - from > 1) sink.add(open)
    for (let at = from; at < to; at++) {
      if (at > from) sink.add(comma)
      const className = predicate === type ? classes.get(objects[at]!) : undefined
      if (className) sink.add(className)
      else spelling.write(objects[at]!, sink)
    }
    if (to - from > 1) sink.add(close)
  }

  const frame = JSON.stringify({ '@context': context, '@graph': [] }, null, 2)
  const inside = frame.lastIndexOf(']')
  return {
    head: bytesOf(frame.slice(0, inside)),
    foot: bytesOf(`\n${frame.slice(inside)}\n`),
    lead: () => nothing,
    stands: (track) => named || isIn(track, inDefault),
    write(subject, own, isFirst) {
      let between = isFirst ? firstNode : nextNode
      eachGraph(own, (graph, mask) => {
        sink.add(between)
        between = nextNode
        if (graph === defaultGraph) return node(subject, own, mask)
        sink.add(idKey)
        names.write(graph, sink)
        sink.add(graphKey)
        node(subject, own, mask)
        sink.add(graphEnd)
      })
    },
  }
}
