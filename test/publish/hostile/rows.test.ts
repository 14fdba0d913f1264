/** Every row of the list of hostile input has a test: each says in its title which rows it is for. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { packageFile } from '../../../src/package-files.ts'

const folder = packageFile('test')
const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))

const rowsIn = (text: string): number[] => [...text.matchAll(/\bhostile (\d+)[:,]/g)].map(([, row]) => Number(row))

test('thirty rows', () => {
  const rows = new Set(texts.flatMap((text) => rowsIn(text)))
  expect(Array.from({ length: 30 }, (_, row) => row + 1).filter((row) => !rows.has(row))).toEqual([])
})
