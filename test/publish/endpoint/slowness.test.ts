/** Which questions are taken to be slow before they are asked. */
import { expect, test } from 'vitest'
import { Slowness } from '../../../src/publish/endpoint/slowness.ts'

const regex = (word: string) => ({ sparql: `SELECT ?x { ?m rdfs:label ?x FILTER(REGEX(?x, "${word}")) } LIMIT ${word.length} # ${word}` })
const children = (id: string) => ({ sparql: `SELECT ?m {\n  ?m st:derivedFrom+ model:${id} }` })
const saved = (model: string) => ({ sparql: 'SELECT ?a { $model st:derivedFrom+ ?a }', saved: { name: 'ancestors', given: { model } } })

test.each([
  ['strings, numbers and comments', regex('a'), regex('bb'), children('a')],
  ['names, and how they are written', children('a'), { sparql: 'SELECT ?m { ?m st:derivedFrom+ <https://e.org/b> }' }, regex('a')],
  ['the values of a saved question', saved('a'), saved('b'), children('a')],
])('one that was slow tells of those that differ in %s', (_, slow, alike, other) => {
  const slowness = new Slowness()
  slowness.wasSlow(slow)
  expect([slow, alike, other].map((question) => slowness.expects(question))).toEqual([true, true, false])
})

test('what is mostly quick stays so, but for the text that was slow, until that is quick too', () => {
  const slowness = new Slowness()
  for (const id of ['a', 'b', 'c']) slowness.wasQuick(children(id))
  slowness.wasSlow(children('top'))
  expect([children('top'), children('d')].map((question) => slowness.expects(question))).toEqual([true, false])
  slowness.wasQuick(children('top'))
  expect(slowness.expects(children('top'))).toBe(false)
})

test('of very many the oldest are forgotten', () => {
  const slowness = new Slowness()
  const shape = (number: number) => ({ sparql: `SELECT ?v { ?v ?p ?o }${' .'.repeat(number)}` })
  for (let number = 0; number <= 1000; number++) slowness.wasSlow(shape(number))
  expect([shape(0), shape(1), shape(1000)].map((question) => slowness.expects(question))).toEqual([false, true, true])
})

test.each(['a', '"', "'", '\\"', '<a', '#'])('a megabyte of %j is looked at in one go', (piece) => {
  const begun = performance.now()
  expect(new Slowness().expects({ sparql: piece.repeat(1e6 / piece.length) })).toBe(false)
  expect(performance.now() - begun).toBeLessThan(5000)
})
