/** The names in Ecosystem Graphs that something depends on, as they are resolved, against labels that people gave (ids and labels only). */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { buildAndTell } from '../../../src/graph/build.ts'
import { packageFile } from '../../../src/package-files.ts'

const files = fileURLToPath(new URL('../../../../shared/data/crfm/assets/', import.meta.url))
const labels = readFileSync(new URL('../labels/ecosystem-graphs.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',') as [asset: string, dependency: string, thing: string])

const base = 'https://w3id.org/stemma/'
const ours = `${base}document/ecosystem-graphs`

if (!existsSync(files)) console.warn('Ecosystem Graphs is not here (../shared/data/crfm/assets), so its test is skipped.')

test.skipIf(!existsSync(files))('150 names are resolved as people read them, 99 of 100 or better', () => {
  const { decisions, claims, noted } = buildAndTell([files, packageFile('data')]).gathered
  const described = new Set([
    ...decisions.filter((decision) => decision.described).map(({ iri }) => iri),
    ...claims.flatMap(({ subject, source }) => (source === ours ? [] : [subject])),
  ])
  const edges = new Map(
    decisions.flatMap(({ called, iri, source, at, described: isSubject }) =>
      isSubject || source !== ours || called.kinds.length === 1
        ? []
        : [[`${at?.slice('asset '.length)} ${called.name}`, described.has(iri) ? iri.slice(base.length) : 'stub'] as const],
    ),
  )
  const judged = labels.map(([asset, dependency, thing]) => ({ asset, dependency, thing, found: edges.get(`${asset} ${dependency}`) }))
  const resolved = judged.filter(({ found }) => found !== 'stub')
  const wrong = resolved.filter(({ found, thing }) => found !== thing)
  const known = judged.filter(({ thing }) => thing !== 'stub')
  const missed = known.filter(({ found, thing }) => found !== thing)
  expect(judged).toHaveLength(150)
  expect(1 - wrong.length / resolved.length, `wrong: ${JSON.stringify(wrong)}`).toBeGreaterThanOrEqual(0.99)
  expect(1 - missed.length / known.length, `missed: ${JSON.stringify(missed)}`).toBeGreaterThanOrEqual(0.95)
  // Five names are of two assets in two files each, which is told: three are of things that nobody made both of.
  expect(noted.map(({ message }) => /^"(.+?)".* (another|the same)$/.exec(message)!.slice(1))).toEqual([
    ['ChatGLM', 'another'],
    ['Imagen 3', 'the same'],
    ['GPT-4o', 'the same'],
    ['InternLM', 'another'],
    ['Dragonfly', 'another'],
  ])
  // No asset is lost, nor an edge.
  expect(
    decisions.filter((decision) => decision.described && decision.source === ours && decision.called.kinds[0] !== 'Document'),
  ).toHaveLength(639)
  expect(edges.size).toBeGreaterThanOrEqual(810)
})
