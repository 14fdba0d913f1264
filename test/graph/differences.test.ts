/** Differences of a graph whose parts do not end in a model, as a store may have them. */
import { expect, test } from 'vitest'
import { differencesIn } from '../../src/graph/differences.ts'
import { quadsOf } from '../../src/graph/quads.ts'
import { namedNode, quad } from '../../src/model/claim.ts'
import { graphNames } from '../../src/model/iri.ts'
import { st } from '../../src/model/vocabulary.ts'
import { graphOfQuads } from '../../src/query/endpoint-graph.ts'
import { graphOf } from '../graph-of.ts'

const document = (id: string): string => `kind: Document\nid: ${id}\nsource: ${id}\nname: ${id}\n---\n`

test('what belongs to itself has its differences all the same', async () => {
  const graph = graphOf(
    `${document('a')}${document('b')}id: m\nsource: a\nname: M\ntraining:\n  - phase: pre-training\n    duration: [{ value: 1 h }, { value: 2 h, source: b }]\n`,
  )
  const training = `${graph.base}training/m--pre-training`
  const loop = (where: string): ReturnType<typeof quad> =>
    quad(namedNode(training), namedNode(st('ofModel')), namedNode(training), namedNode(where))
  const ofModel = ({ predicate }: { readonly predicate: { readonly value: string } }): boolean => predicate.value === st('ofModel')
  const quads = quadsOf(graph, 'store').filter((one) => !ofModel(one))
  const strange = await graphOfQuads([...quads, loop(graphNames(graph.base).best), loop(`${graph.base}document/a`)])
  const told = differencesIn(graph).map(({ kind, subject, property }) => [kind, subject, property])
  expect(told).toEqual([['conflict', training, st('duration')]])
  expect(differencesIn(strange).map(({ kind, subject, property }) => [kind, subject, property])).toEqual(told)
})
