/** The real files of ../shared/data: all that is made of each. They are not committed; without them these tests are skipped. */
import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { droppedIn, linesOf, read } from './claims-of.ts'

const folder = new URL('../../../../shared/data/', import.meta.url).pathname
const haveFiles = existsSync(folder)
if (!haveFiles) console.warn('The real files are not here (../shared/data), so their tests are skipped.')

/** Descriptions are sentences of others: that there is one is enough. */
const plain = (lines: readonly string[]): string[] => lines.map((line) => line.replace(/( description )".*"(@\w+)/, '$1…$2'))

describe.skipIf(!haveFiles)('real files', () => {
  test.each(
    haveFiles
      ? ['croissant', 'mldcat-ap', 'fair4ml'].flatMap((name) =>
          readdirSync(folder + name)
            .sort()
            .map((file) => `${name}/${file}`),
        )
      : [],
  )('%s', async (file) => {
    const gathered = read(folder + file)
    const text = [...plain(linesOf(gathered)), '', ...gathered.noted.map(({ code }) => code), ...droppedIn(gathered)].join('\n')
    await expect(`${text}\n`).toMatchFileSnapshot(`../../fixtures/rdf/${file.replace('/', '--')}.txt`)
  })
})
