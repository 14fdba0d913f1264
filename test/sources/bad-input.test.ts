import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatProblem, StemmaError, type Problem } from '../../src/errors.ts'
import { build } from '../../src/graph/build.ts'
import { bytes } from './bad-input/bytes.ts'
import { good, model, type BadInput, type Expected } from './bad-input/common.ts'
import { dates } from './bad-input/dates.ts'
import { ids } from './bad-input/ids.ts'
import { keys } from './bad-input/keys.ts'
import { numbers } from './bad-input/numbers.ts'
import { references } from './bad-input/references.ts'
import { sources } from './bad-input/sources.ts'
import { texts } from './bad-input/texts.ts'
import { values } from './bad-input/values.ts'
import { yaml } from './bad-input/yaml.ts'

const tables: Readonly<Record<string, readonly BadInput[]>> = { keys, references, sources, ids, dates, numbers, values, texts, yaml, bytes }

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stemma-bad-'))
  writeFileSync(join(folder, 'good.yaml'), good)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Every problem of a file that stands beside the good one. */
function problemsOf(content: string | Uint8Array): readonly Problem[] {
  writeFileSync(join(folder, 'case.yaml'), content)
  try {
    build([folder])
    return []
  } catch (error) {
    if (error instanceof StemmaError) return error.problems
    throw error
  }
}

/** The place counts from the case's file, which is not named; the other file is. */
function asExpected({ code, place, key = '', hint = '' }: Problem): Expected {
  const file = place?.file === join(folder, 'good.yaml') ? 'good.yaml:' : ''
  return [code, `${file}${place?.line}:${place?.column}`, key, hint]
}

describe.each(Object.entries(tables))('bad input: %s', (_, table) => {
  test.each(table)('%s', (_name, content, expected) => {
    const problems = problemsOf(content)
    expect(problems.map(asExpected)).toEqual(expected)
    for (const problem of problems) {
      expect(problem.hint).toBeTruthy()
      // One line for the message and one for the hint, and nothing that steers a terminal.
      expect(formatProblem(problem)).toMatch(
        /^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*\n {2}[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u,
      )
    }
  })
})

test('the tables hold what they are said to hold', () => {
  expect(Object.values(tables).flat().length).toBeGreaterThanOrEqual(150)
  expect(new Set(Object.values(tables).flatMap((table) => table.map(([name]) => name))).size).toBe(Object.values(tables).flat().length)
})

test('the good file alone, and a good case beside it, have no problem', () => {
  expect(problemsOf(good.replaceAll(/^id: (paper|parent)$/gm, 'id: $1-2').replaceAll('{ id: ', '{ id: x-'))).toEqual([])
  expect(problemsOf(`\ufeff${model}released: 2022-12\n`.replaceAll('\n', '\r\n'))).toEqual([])
})

test('hostile 24: nothing pollutes a prototype', () => {
  problemsOf(`${model}__proto__: { polluted: 1 }\nreleased: { __proto__: { polluted: 1 }, value: 2022 }\n`)
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

test('of ten thousand wrong keys the first thousand are told, and how many there are', () => {
  const problems = problemsOf(`${model}${Array.from({ length: 10_000 }, (_, index) => `key${index}: x\n`).join('')}`)
  expect(problems).toHaveLength(1_001)
  expect(problems.slice(0, 1_000).map(({ code, place }) => `${code} ${place!.line}`)).toEqual(
    Array.from({ length: 1_000 }, (_, index) => `unknown-key ${index + 4}`),
  )
  expect(problems.at(-1)).toMatchObject({ code: 'more-problems', message: '9,000 more problems, 10,000 in all' })
})

test('a hundred and fifty thousand values that are wrong are counted, and the stack holds', () => {
  const problems = problemsOf(`${model}altName: [${'"",'.repeat(150_000)}]\n`)
  expect(problems.at(-1)!.message).toBe('149,000 more problems, 150,000 in all')
})

test('a file of more words than memory holds ends with a problem, and what comes before is read', () => {
  const problems = problemsOf(`id: y\nsource: paper\nname: Y\nreleased: 2022-13\n---\n${model}altName: [${'a,'.repeat(1_600_000)}]\n`)
  expect(problems.map(asExpected)).toEqual([
    ['bad-date', '4:11', 'released', 'write 2022, 2022-03 or 2022-03-29'],
    ['too-many-values', expect.stringMatching(/^9:/), '', 'split it: one file a thing'],
  ])
})
