/** A file that is described under another id than its reader gives it. */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { gather } from '../../src/claims/gather.ts'
import { defaultBase } from '../../src/model/iri.ts'
import { inFolder } from '../graph-of.ts'

const card = '---\nlicense: mit\n---\n# Owl\n'
const sum = createHash('sha256').update(card).digest('hex')
const described = (sha256: string): string => `id: owl-card\nkind: Document\nsource: owl-card\nname: The card of Owl\nsha256: ${sha256}\n`

const saysLicense = (sha256: string, source?: string): string[] =>
  inFolder({ 'curated.yaml': described(sha256) }, (folder) => {
    mkdirSync(join(folder, 'acme', 'owl'), { recursive: true })
    writeFileSync(join(folder, 'acme', 'owl', 'README.md'), card)
    const { claims } = gather([join(folder, 'acme'), join(folder, 'curated.yaml')], { base: defaultBase, source })
    return claims.flatMap(({ property, source: own }) => (property.endsWith('/license') ? [own.replace(/.*\//, '')] : []))
  })

test('a file with the checksum of a document is that document', () => {
  expect(saysLicense(sum)).toEqual(['owl-card'])
})

test('another file is not, nor is one that a person calls otherwise', () => {
  expect(saysLicense('0'.repeat(64))).not.toContain('owl-card')
  expect(saysLicense(sum, 'my-cards')).toEqual(['my-cards'])
})
