/** Whole outputs on a small graph: what a reader sees, to the byte. */
import { expect, test } from 'vitest'
import { formats } from '../../src/formats/index.ts'
import { quadsOf } from '../../src/graph/quads.ts'
import { prefixesFor } from '../../src/model/iri.ts'
import { graphOf } from '../graph-of.ts'

const graph = graphOf(
  `
id: base
source: paper
name: { en: Base, zh: 基础模型 }
released: 2022-03
parameterCount: { value: 70B, at: Table 1 }
---
id: tuned
source: article
name: "Tuned \\"T\\" \\\\ 1"
fineTunedFrom: { value: base, at: ¶2, note: "two\\nlines" }
parameterCount: { value: 71B, rank: deprecated, reason: "slip of the pen" }
homepage: https://example.org/a?b=c&d=<e>
---
id: tuned
source: model-card
parameterCount: 70123456789
evaluation: { benchmark: b, metric: accuracy, setting: 5-shot, score: 67.60, unit: percent, at: Results }
---
kind: Benchmark
id: b
source: model-card
name: B
`.replace('<e>', '%3Ce%3E'),
)

test.each(formats.map((format) => [format.name, format] as const))('%s', async (_, format) => {
  const text = format.write(quadsOf(graph, format.quads ? 'all' : 'best'), { prefixes: prefixesFor(graph.base) })
  await expect(text).toMatchFileSnapshot(`../fixtures/formats/small.${format.extensions[0]}`)
})

test.each(formats.map((format) => [format.name, format] as const))('%s is the same bytes whatever the order of the quads', (_, format) => {
  const quads = quadsOf(graph, 'all')
  const options = { prefixes: prefixesFor(graph.base) }
  expect(format.write([...quads].reverse(), options)).toBe(format.write(quads, options))
})
