import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inFolder } from '../graph-of.ts'
import { stemma } from '../run.ts'

const source = '{ id: s, kind: Document, source: s, name: S }\n---\n'
const check = (yaml: string, ...args: string[]): Promise<{ code: number; out: string; err: string; file: string }> =>
  inFolder({ 'data.yaml': source + yaml }, async (folder) => ({
    ...(await stemma(['check', folder, ...args])),
    file: join(folder, 'data.yaml'),
  }))

const ring = 'id: a\nsource: s\nname: A\nfineTunedFrom: b\n---\nid: b\nsource: s\nname: B\nvariantOf: a\n'

test('a finding is a sentence about its thing, with the place to mend it', async () => {
  const { code, out, file } = await check(ring)
  expect([code, out]).toEqual([1, `violation A: depends on itself: A ← B ← A [no-cycle]  ${file}:6:16\n1 violation: 3 things checked\n`])
})

test('of a saved graph, which has no files, with the source that says so and the place in it', () =>
  inFolder({ 'data.yaml': source + ring.replace('fineTunedFrom: b', 'fineTunedFrom: { value: b, at: Table 1 }') }, async (folder) => {
    const saved = join(folder, 'ring.stemma')
    await stemma(['build', join(folder, 'data.yaml'), '-o', saved])
    const [text, asJson] = [await stemma(['check', saved]), await stemma(['check', saved, '--format', 'json'])]
    expect(text.out).toBe('violation A: depends on itself: A ← B ← A [no-cycle]  [s Table 1]\n1 violation: 3 things checked\n')
    expect(JSON.parse(asJson.out)).toMatchObject([{ rule: 'no-cycle', source: 's', at: 'Table 1' }])
  }))

test('as JSON it has the file, the line, the column and the key', async () => {
  const { code, out, err, file } = await check(ring, '--format', 'json')
  const [finding] = JSON.parse(out) as unknown[]
  expect([code, err, finding]).toMatchObject([1, '', { rule: 'no-cycle', file, line: 6, column: 16, key: 'derivedFrom' }])
})

test('problems of the input are JSON too, on standard output', async () => {
  const { code, out, err, file } = await check('id: a\nsource: s\nname: A\nreleasd: 2022\nlayerCount: 1.5\n', '--format', 'json')
  expect([code, err]).toEqual([1, ''])
  expect(JSON.parse(out)).toEqual([
    {
      code: 'unknown-key',
      message: 'Model has no key "releasd"',
      file,
      line: 6,
      column: 1,
      key: 'releasd',
      hint: 'did you mean "released"?',
    },
    {
      code: 'bad-number',
      message: 'layerCount: "1.5" is not a whole number',
      file,
      line: 7,
      column: 13,
      key: 'layerCount',
      hint: 'this counts layers',
    },
  ])
})

test('and as Turtle they are errors', async () => {
  const { code, out, err } = await check('id: a\nsource: s\nname: A\nreleasd: 2022\n', '--format', 'turtle')
  expect([code, out]).toEqual([1, ''])
  expect(err).toContain('[unknown-key]')
})

test('violations come first; of many warnings of one rule some are listed, with --all or --strict every one', async () => {
  const merges = Array.from({ length: 12 }, (_, place) => `id: m${place + 10}\nsource: s\nname: M${place + 10}\nmergedFrom: a\n---\n`)
  const yaml = merges.join('') + ring
  const told = async (...args: string[]): Promise<[number, string[]]> => {
    const { code, out } = await check(yaml, ...args)
    return [code, out.split('\n').map((line) => line.replace(/(?<=\]).*(?<!\(--all\))$/, ''))]
  }
  const violation = 'violation A: depends on itself: A ← B ← A [no-cycle]'
  const warnings = merges.map((_, place) => `warning M${place + 10}: is a merge of which only one parent is known, A [merge-has-parents]`)
  const verdict = ['1 violation, 12 warnings: 15 things checked', '']
  expect(await told()).toEqual([1, [violation, ...warnings.slice(0, 10), '… and 2 more of [merge-has-parents] (--all)', ...verdict]])
  for (const option of ['--all', '--strict']) expect(await told(option)).toEqual([1, [violation, ...warnings, ...verdict]])
})
