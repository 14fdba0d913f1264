/** Whatever stands in a bill, reading it ends, throws nothing, and makes only good claims. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { collect } from '../../../src/claims/collect.ts'
import { resolve } from '../../../src/claims/resolve/resolve.ts'
import { formatProblem } from '../../../src/errors.ts'
import { defaultBase, isIri } from '../../../src/model/iri.ts'
import { badText } from '../../../src/model/value.ts'
import { contentOf } from '../../../src/sources/content.ts'
import { cyclonedx } from '../../../src/sources/cyclonedx.ts'
import { readDocuments } from '../../../src/sources/document.ts'
import type { SourceFormat } from '../../../src/sources/source.ts'
import { spdx } from '../../../src/sources/spdx.ts'

const formats = { 'every-field.cdx': cyclonedx, 'mistakes.cdx': cyclonedx, 'every-field.spdx3': spdx, 'mistakes.spdx3': spdx }
const samples = Object.entries(formats).map(([name, format]) => ({
  format,
  text: readFileSync(new URL(`../../fixtures/bills/${name}.json`, import.meta.url), 'utf8'),
}))

function survives(format: SourceFormat, text: string): void {
  const content = contentOf(Buffer.from(text), 'a.json')
  if (!format.recognises(content)) return
  const { named, noted, document } = format.read(content, { base: defaultBase })
  const documents = document
    ? readDocuments([{ document, file: 'a.json', sha256: '0'.repeat(64) }], defaultBase).flatMap(({ named }) => named)
    : []
  const { sheets } = resolve([...documents, ...named], [], [], defaultBase)
  const { claims, problems } = collect(sheets, defaultBase)
  // What others wrote must never stop a build.
  expect(problems).toEqual([])
  for (const problem of noted) {
    expect([problem.hint, problem.place?.line]).toEqual([expect.any(String), expect.any(Number)])
    expect(formatProblem(problem)).toMatch(/^[^\p{Cc}]*\n {2}[^\p{Cc}]*$/u)
  }
  for (const { subject, value } of claims) {
    const isGood = value?.termType === 'NamedNode' ? isIri(value.value) : value === undefined || badText(value.value) === undefined
    expect([subject, value?.value, isIri(subject) && isGood]).toEqual([subject, value?.value, true])
  }
}

const json = fc.json({ maxDepth: 4 }).map((text) => JSON.parse(text) as unknown)

/** The words that mean something in a bill, in places where they mean nothing. */
const words = fc.constantFrom(
  ...new Set(samples.flatMap(({ text }) => Array.from(text.matchAll(/"([^"\\]+)"/g), ([, word]) => word!))),
  '__proto__',
  'constructor',
  '',
)
const bill = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 5 }, words, fc.double(), fc.constant(null), fc.string({ unit: 'binary' }), tie('list'), tie('object')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  object: fc.dictionary(words, tie('value'), { maxKeys: 6 }),
}))

test('any JSON that says that it is a bill', () => {
  fc.assert(
    fc.property(fc.oneof(json, bill.object), (value) => {
      const fields = typeof value === 'object' && value !== null ? value : { components: value }
      survives(cyclonedx, JSON.stringify({ ...fields, bomFormat: 'CycloneDX' }))
      survives(spdx, JSON.stringify({ '@graph': [value], ...fields, '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld' }))
    }),
    { numRuns: 200 },
  )
})

test('bills in which something is something else', () => {
  fc.assert(
    fc.property(fc.constantFrom(...samples), fc.nat(), fc.oneof(json, bill.value, words), ({ format, text }, place, value) => {
      let count = 0
      const all = (JSON.stringify(JSON.parse(text)).match(/[{,:[]/g) ?? []).length
      survives(format, JSON.stringify(JSON.parse(text, (_, old: unknown) => (count++ === place % all ? value : old))))
    }),
    { numRuns: 200 },
  )
})

test('bills that are cut off, or have something put into them', () => {
  fc.assert(
    fc.property(fc.constantFrom(...samples), fc.nat(), fc.oneof(words, fc.string()), ({ format, text }, place, word) => {
      survives(format, text.slice(0, place % text.length))
      survives(format, text.slice(0, place % text.length) + word + text.slice(place % text.length))
    }),
    { numRuns: 100 },
  )
})
