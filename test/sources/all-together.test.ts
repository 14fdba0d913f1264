/** The real files of all sources in one graph: nothing is lost untold, and the disagreements are those that are there. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Difference } from '../../src/claims/conflicts.ts'
import { buildAndTell } from '../../src/graph/build.ts'
import { checkRules } from '../../src/graph/rules.ts'
import { differencesIn } from '../../src/graph/differences.ts'
import { groupBy } from '../../src/group.ts'
import { defaultBase } from '../../src/model/iri.ts'
import { propertyOf } from '../../src/model/vocabulary.ts'
import { packageFile } from '../../src/package-files.ts'

const shared = packageFile('../shared/data')
const names = 'crfm/assets epoch hf-model-trees hf-cards cyclonedx spdx3 croissant mldcat-ap fair4ml'.split(' ')
const counted = <Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Record<string, number> =>
  Object.fromEntries([...groupBy(items, keyOf)].map(([key, all]) => [key, all.length]))

const isHere = existsSync(shared)
if (!isHere) console.warn('The real files are not here (../shared/data), so their test is skipped.')

describe.skipIf(!isHere)('the real files', () => {
  let built: ReturnType<typeof buildAndTell>
  let conflicts: readonly string[]
  const nameOf = ({ subject, property }: Difference): string =>
    `${subject.slice(defaultBase.length)} ${propertyOf(property)?.name ?? property}`
  beforeAll(() => {
    built = buildAndTell([packageFile('data'), ...names.map((name) => join(shared, name))], { base: defaultBase })
    conflicts = differencesIn(built.graph).flatMap((one) => (one.kind === 'conflict' ? [nameOf(one)] : []))
  }, 120_000)

  test('are all read, and what is wrong with them is told', () => {
    expect(counted(built.gathered.noted, ({ code }) => code)).toEqual({
      'bad-card': 3,
      'described-twice': 7,
      'duplicate-ref': 1,
      'no-name': 3,
      'no-things': 3,
    })
    const described = built.gathered.decisions.filter(({ described: own, source }) => own && source.endsWith('/ecosystem-graphs'))
    const assets = described.filter(({ called }) => ['Model', 'Dataset', 'Application'].includes(called.kinds[0]))
    expect(assets).toHaveLength(639)
    const rows = (year: string): number =>
      built.gathered.decisions.filter(({ described: own, source, called }) => own && source.endsWith(year) && called.kinds[0] === 'Model')
        .length
    expect([rows('2025-04'), rows('2024-07')]).toEqual([2225, 825])
  })

  test('disagree about the eight models where they do', () => {
    expect(conflicts).toEqual(
      expect.arrayContaining([
        'model/bloom released',
        'dataset/xp3 sizeInBytes',
        'model/bloomz released',
        'model/mt-nlg released',
        'model/mt-nlg access',
        'model/opt released',
        'usage/opt-175b--pre-training--hardware--a100-80gb deviceCount',
        'training/chinchilla--pre-training compute',
        'model/sparrow released',
        'model/tk-instruct released',
      ]),
    )
  })

  test('have the circles, the order in time and the sizes that they have', () => {
    expect(counted(checkRules(built.graph), ({ rule }) => rule)).toEqual({
      'no-untyped-cycle': 3,
      'no-child-before-parent': 9,
      'no-dependent-before': 70,
      'no-data-after-model': 4,
      'merge-has-parents': 16,
      'size-in-name': 3,
    })
  })
})
