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
