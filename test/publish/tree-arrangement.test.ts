import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Box } from '../../src/publish/arrangement.ts'
import { treeArrangement } from '../../src/publish/tree-arrangement.ts'

/** Trees with the first node as root: each other one is above or below an earlier one, on the side of the root that that one is on. */
const trees = fc
  .tuple(fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 1, maxLength: 30 }), fc.boolean())
  .map(([choices, sideways]) => {
    const sides: (boolean | undefined)[] = [undefined]
    const edges = choices.map(([choice, up], index) => {
      const near = choice % (index + 1)
      const side = sides[near] ?? up
      sides.push(side)
      const [child, parent] = side ? [near, index + 1] : [index + 1, near]
      return { from: `n${child}`, to: `n${parent}` }
    })
    return { nodes: sides.map((_, index) => ({ iri: `n${index}` })), edges, sideways }
  })
const sizes = {
  ofNode: (index: number) => ({ width: 40 + ((index * 37) % 90), height: index % 3 === 0 ? 34 : 46 }),
  ofLabel: (index: number) => ({ width: 30 + ((index * 53) % 110), height: 16 }),
}
const overlap = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2

test('of any tree, no box and no label lies over another, and all are in the picture', () => {
  fc.assert(
    fc.property(trees, (tree) => {
      const { boxes, labels, width, height } = treeArrangement(tree, sizes)!
      const all = [...boxes.values(), ...labels]
      expect(all).toHaveLength(tree.nodes.length + tree.edges.length)
      all.forEach((a, index) => expect(all.slice(index + 1).filter((b) => overlap(a, b))).toEqual([]))
      for (const { x, y, width: w, height: h } of all)
        expect([x - w / 2 >= 0, y - h / 2 >= 0, x + w / 2 <= width, y + h / 2 <= height]).toEqual([true, true, true, true])
    }),
  )
})

test('what came first lies above, or at the left', () => {
  fc.assert(
    fc.property(trees, (tree) => {
      const { boxes } = treeArrangement(tree, sizes)!
      const along = (iri: string): number => (tree.sideways ? boxes.get(iri)!.x : boxes.get(iri)!.y)
      for (const { from, to } of tree.edges) expect(along(to)).toBeLessThan(along(from))
    }),
  )
})

test('what is reached in two ways is no tree, nor what hangs together in no way', () => {
  const nodes = ['a', 'b', 'c'].map((iri) => ({ iri }))
  const edge = (from: string, to: string): { from: string; to: string } => ({ from, to })
  const of = (...edges: { from: string; to: string }[]): unknown => treeArrangement({ nodes, edges, sideways: false }, sizes)
  expect(of(edge('a', 'b'), edge('b', 'c'))).toBeDefined()
  expect(of(edge('a', 'b'), edge('b', 'c'), edge('a', 'c'))).toBeUndefined()
  expect(of(edge('a', 'b'), edge('a', 'b'))).toBeUndefined()
  expect(of(edge('a', 'b'), edge('c', 'b'))).toBeUndefined()
  expect(of(edge('b', 'c'), edge('c', 'b'))).toBeUndefined()
})
