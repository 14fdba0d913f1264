import { expect, test } from 'vitest'
import { inFolder } from '../graph-of.ts'
import { stemma } from '../run.ts'

const model = (id: string, rest = ''): string => `id: ${id}\nsource: s\nname: ${id}\n${rest}`
const rejected = (reason: string): string => `fineTunedFrom: { value: base, rank: deprecated, reason: '${reason}' }`

/** Five models that a rule rejects a parent of, one of which has it rejected for its own reason. */
const yaml = [
  'kind: Document\nid: s\nsource: s\nname: S',
  model('base'),
  ...['a', 'b', 'c', 'd', 'e'].map((id, place) => model(id, rejected(`its name says so: ${place}bit`))),
  model('f', rejected('a slip: it is g')),
].join('\n---\n')

const conflicts = (...args: string[]): ReturnType<typeof stemma> =>
  inFolder({ 'data.yaml': yaml }, (folder) => stemma(['conflicts', ...args, '--graph', folder]))

test('what one rule rejects of many things is told once, with some of them', async () => {
  expect(await conflicts()).toEqual({
    code: 0,
    out: `Said, and not believed (6)

f · fine-tuned from
  ✗ base  [s]
      deprecated: a slip: it is g

5 things · fine-tuned from
  deprecated: its name says so
  ✗ a: base  [s]
  ✗ b: base  [s]
  ✗ c: base  [s]
  … and 2 more, each by --kind rejected or its name

`,
    err: '',
  })
})

test('each of them is told by its kind, by its name, and as JSON', async () => {
  const one = (id: string, reason: string): string => `${id} · fine-tuned from\n  ✗ base  [s]\n      deprecated: ${reason}\n\n`
  const all = ['a', 'b', 'c', 'd', 'e'].map((id, place) => one(id, `its name says so: ${place}bit`))
  expect((await conflicts('--kind', 'rejected')).out).toBe(`Said, and not believed (6)\n\n${all.join('')}${one('f', 'a slip: it is g')}`)
  expect((await conflicts('e')).out).toBe(`Said, and not believed (1)\n\n${one('e', 'its name says so: 4bit')}`)
  const found = JSON.parse((await conflicts('--format', 'json')).out) as { name: string; claims: { reason: string }[] }[]
  expect(found.map(({ name, claims }) => `${name} ${claims[0]!.reason}`)).toEqual([
    ...['a', 'b', 'c', 'd', 'e'].map((id, place) => `${id} its name says so: ${place}bit`),
    'f a slip: it is g',
  ])
})
