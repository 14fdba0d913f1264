import { expect, test } from 'vitest'
import { aliasLine, withAliases } from '../../../src/claims/resolve/alias-lines.ts'
import type { Alias } from '../../../src/model/alias.ts'

const same: Alias = { name: 'GPT "3": {a}', kind: 'Model', source: 'epoch', is: { kind: 'Model', id: 'gpt-3' } }
const other: Alias = { name: 'Wikipedia', is: 'apart' }
const text = (before: string | undefined, aliases: readonly Alias[]): string =>
  Buffer.concat(withAliases(before === undefined ? undefined : Buffer.from(before), aliases, 'aliases.yaml')).toString()

test('a decision is a line', () => {
  const unlike: Alias = { name: 'Falcon-40B', kind: 'Model', is: { not: { kind: 'Model', id: 'falcon' } } }
  expect([same, other, unlike].map(aliasLine)).toEqual([
    String.raw`- { name: "GPT \"3\": {a}", kind: Model, source: epoch, is: model/gpt-3 }`,
    '- { name: "Wikipedia", apart: true }',
    '- { name: "Falcon-40B", kind: Model, not: model/falcon }',
  ])
})

test('lines are put behind what is there, which stays as it is, and not twice', () => {
  const before = '# mine\r\n-   name: Owl # keep\r\n    apart: true'
  const once = text(before, [same, other])
  expect(once).toBe(`${before}\n${aliasLine(same)}\n${aliasLine(other)}\n`)
  expect(text(once, [other])).toBe(once)
  expect(text(undefined, [other])).toBe(`# Which names mean which things, as a person has decided.\n${aliasLine(other)}\n`)
})

test.each(['id: a\nname: A\n', '- [', '[]\n'])('what is no list of lines is left alone: %j', (before) => {
  expect(() => text(before, [other])).toThrow(/is no list of decisions/)
})
