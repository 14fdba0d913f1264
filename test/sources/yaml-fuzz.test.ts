import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collect } from '../../src/claims/collect.ts'
import { formatProblem } from '../../src/errors.ts'
import { defaultBase, isIri } from '../../src/model/iri.ts'
import { packageFile } from '../../src/package-files.ts'
import { contentOf } from '../../src/sources/content.ts'
import { yaml } from '../../src/sources/yaml.ts'
import { good, training } from './bad-input/common.ts'

/** Reads a file and makes claims of it; whatever is in it, nothing is thrown, and what is wrong can be printed. */
function survives(bytes: Uint8Array): void {
  const { sheets, broken, problems } = yaml.read(contentOf(bytes, 'a.yaml'), { base: defaultBase })
  const { claims, problems: more } = collect([...sheets, ...broken], defaultBase)
  for (const problem of [...problems, ...more]) {
    expect(problem.hint).toBeTruthy()
    expect(problem.place?.line).toBeGreaterThan(0)
    expect(problem.place?.column).toBeGreaterThan(0)
    expect(formatProblem(problem)).toMatch(/^[^\p{Cc}]*\n {2}[^\p{Cc}]*$/u)
  }
  // What is broken is said to be; and of what is not, all terms are good.
  if (broken.length > 0) expect(problems.length).toBeGreaterThan(0)
  if (broken.length === 0)
    for (const { subject, value } of claims)
      expect([isIri(subject), value?.termType !== 'NamedNode' || isIri(value.value)]).toEqual([true, true])
}

test('random bytes', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), survives), { numRuns: 2_000 })
})

test('random text of the characters that YAML is made of', () => {
  const unit = fc.constantFrom(
    ...Array.from('abid: -?[]{},&*!|>\'"%@`#\n\t~0'),
    'id: ',
    'source: ',
    'name: ',
    '\n  ',
    '\n- ',
    '---\n',
    '<<: ',
    '!!',
    '&a ',
    '*a ',
  )
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 80 }), (parts) => survives(Buffer.from(parts.join('')))),
    { numRuns: 3_000 },
  )
})

const folder = packageFile('data')
const shipped = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
  .filter((text) => text.length < 5_000)
const documents = [
  good,
  `${training}    usage: [{ uses: hardware/a100, deviceCount: { value: 8, at: §1 } }]\nreleased: { value: 2022-03, rank: preferred, reason: so }\nname: { en: X, zh: 模型 }\n`,
  ...shipped.slice(0, 60),
]

/** What is put in place of a piece of a document. */
const piece = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\n',
    '\t',
    ':',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '&a',
    '*a',
    '!!set',
    '<<',
    '~',
    'null',
    '__proto__',
    'constructor',
    '\0',
    '\u001b[31m',
    '\ud800',
    '1e999',
    '-1',
    '70b',
    '2022-13',
    '?',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
)

test('valid documents with a few pieces changed', () => {
  const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(12), put: piece })
  fc.assert(
    fc.property(fc.constantFrom(...documents), fc.array(edit, { minLength: 1, maxLength: 4 }), (document, edits) => {
      const changed = edits.reduce((text, { at, length, put }) => {
        const start = Math.floor(at * text.length)
        return text.slice(0, start) + put + text.slice(start + length)
      }, document)
      survives(Buffer.from(changed))
    }),
    { numRuns: 800 },
  )
}, 120_000)

test('valid documents with words put in each other’s places', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...documents),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (document, from, to) => {
        const words = document.split(/\b/)
        words[Math.floor(to * (words.length - 1))] = words[Math.floor(from * (words.length - 1))]!
        survives(Buffer.from(words.join('')))
      },
    ),
    { numRuns: 500 },
  )
}, 120_000)
