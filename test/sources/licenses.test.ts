/** Licences, however they are written. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { licenseOf, licenseOfExpression } from '../../src/sources/licenses.ts'

const nameOf = (written: string): string | undefined => {
  const said = licenseOf(written)
  return 'mention' in said ? said.mention.name : undefined
}

test.each([
  ['Apache-2.0', ['https://www.apache.org/licenses/LICENSE-2.0', 'http://www.apache.org/licenses/LICENSE-2.0.txt']],
  ['CC-BY-4.0', ['https://creativecommons.org/licenses/by/4.0/legalcode', 'https://choosealicense.com/licenses/cc-by-4.0/']],
  ['ODC-By-1.0', ['https://choosealicense.com/licenses/odc-by/', 'https://opendatacommons.org/licenses/by/1-0/']],
  ['MIT', ['https://opensource.org/license/mit', 'https://opensource.org/licenses/MIT', 'https://spdx.org/licenses/MIT.json']],
  ['CC0-1.0', ['https://creativecommons.org/publicdomain/zero/1.0/']],
  ['Apache-2.0', ['Apache 2.0', 'apache-2.0', 'Apache License, Version 2.0', 'The Apache License v2.0', 'Apache License 2.0', 'ASL 2.0']],
  ['MIT', ['mit', 'MIT License', 'The MIT Licence', 'Expat']],
  ['BSD-3-Clause', ['BSD 3-Clause', 'New BSD License', 'bsd-3-clause', 'BSD 3-Clause "New" or "Revised" License']],
  ['CC-BY-NC-SA-4.0', ['CC by-NC-SA 4.0', 'cc-by-nc-sa-4.0', 'Creative Commons Attribution-NonCommercial-ShareAlike 4.0 International']],
  ['CC0-1.0', ['cc0-1.0', 'CC0', 'CC0 1.0 Universal']],
  ['ODC-By-1.0', ['ODC-BY', 'ODC-By 1.0', 'Open Data Commons Attribution License v1.0']],
  ['Beerware', ['https://spdx.org/licenses/Beerware.html']],
  ['GPL-3.0-or-later', ['gpl-3.0-or-later', 'GPLv3+']],
])('%s has its SPDX identifier', (spdxId, written) => {
  const mention = { kinds: ['License'], name: spdxId, identifiers: [{ scheme: 'spdx', value: spdxId }] }
  expect(written.map(licenseOf)).toEqual(written.map(() => ({ mention })))
})

test.each([
  ['llama2', ['LLaMA 2', 'LLaMA2', 'Llama 2 Community License Agreement']],
  ['llama3.1', ['Llama 3.1 Community License Agreement', 'llama3.1']],
  ['bigscience-rail-1.0', ['BigScience RAIL v1.0', 'bigscience-bloom-rail-1.0', 'BigScience RAIL License v1.0']],
  ['bigcode-openrail-m', ['BigCode Open RAIL-M v1', 'BigCode OpenRail-M', 'BigCode Open Rail-M']],
  ['creativeml-openrail-m', ['CreativeML OpenRAIL-M', 'CreativeML Open RAIL-M']],
  ['openrail++', ['Open Rail++', 'CreativeML Open RAIL++-M License']],
  ['gemma', ['Gemma Terms of Use', 'Gemma (given by its maker)']],
  ['llama', ['LLaMa License (model weights), GPLv3 (code)']],
  [
    'gpl-3.0',
    [
      'https://www.gnu.org/licenses/gpl-3.0.html',
      'https://spdx.org/licenses/GPL-3.0',
      'GPLv3',
      'GPL-3.0',
      'GNU General Public License v3.0',
    ],
  ],
  ['MIT OR Apache-2.0', ['MIT OR Apache-2.0', '(MIT OR  Apache-2.0)', 'mit or apache 2.0', '((MIT) OR (Apache-2.0))']],
  ['(MIT OR Apache-2.0) AND LicenseRef-house', ['((mit OR Apache-2.0) AND LicenseRef-house)']],
  ['MIT OR Beerware', ['MIT OR Beerware']],
  ['Terms and Conditions', ['Terms and Conditions']],
  ['bigscience-rail-1.0', ['https://huggingface.co/spaces/bigscience/license']],
  ['example.org/terms', ['https://www.example.org/terms/']],
  ['CC-BY-NC', ['CC-BY-NC']],
])('%s is known by its name, without an identifier of SPDX', (name, written) => {
  expect(written.map(licenseOf)).toEqual(written.map(() => ({ mention: { kinds: ['License'], name } })))
})

test('what stands alone in an expression is in the list of SPDX, unless the document made it up', () => {
  const license = { kinds: ['License'], name: 'Beerware', identifiers: [{ scheme: 'spdx', value: 'Beerware' }] }
  expect(['Beerware', 'apache-2.0', 'LicenseRef-house', 'NOASSERTION', 'NONE', 'MIT AND Beerware'].map(licenseOfExpression)).toEqual([
    { mention: license },
    licenseOf('Apache-2.0'),
    { mention: { kinds: ['License'], name: 'LicenseRef-house' } },
    { status: 'unknown' },
    { status: 'absent' },
    { mention: { kinds: ['License'], name: 'MIT AND Beerware' } },
  ])
  expect(licenseOf('Beerware')).toEqual({ mention: { kinds: ['License'], name: 'Beerware' } })
})

test('what names no licence is none', () => {
  expect(['unknown', 'other', 'Custom', 'proprietary', 'n/a', '', 'license', 'notspecified'].map(licenseOf)).toEqual(
    Array(8).fill({ status: 'unknown' }),
  )
  expect(['none', 'No license', 'none (model weights), BSD-3-Clause (code)'].map(licenseOf)).toEqual(Array(3).fill({ status: 'absent' }))
  expect(licenseOf('Limited use license to users [[Terms of Use]](https://lab.example/terms)')).toEqual({
    why: 'a sentence, not the name of a licence',
  })
})

test('neighbours stay apart: no version is another, nor is more or less allowed', () => {
  const names = [
    'Apache-1.1',
    'Apache-2.0',
    'Modified MIT',
    'MIT',
    'MIT-0',
    'CC-BY-4.0',
    'CC-BY-NC-4.0',
    'CC-BY-3.0',
    'CC-BY-2.5',
    'CC-BY-SA-4.0',
  ]
  const models = [
    'llama2',
    'llama3',
    'llama3.1',
    'llama3.2',
    'llama3.3',
    'openrail',
    'openrail++',
    'qwen',
    'qwen-research',
    'EUPL-1.1',
    'EUPL-1.2',
  ]
  const found = [...names, ...models].map(nameOf)
  expect(new Set(found).size).toBe(names.length + models.length)
})

test('case, spaces, hyphens and the word licence make no other licence', () => {
  const ids = [
    'Apache-2.0',
    'MIT',
    'BSD-3-Clause',
    'CC-BY-4.0',
    'CC-BY-NC-SA-4.0',
    'MPL-2.0',
    'EUPL-1.2',
    'ODC-By-1.0',
    'llama3.1',
    'openrail++',
    'gemma',
  ]
  const joint = fc.constantFrom(' ', '-', '_', '  ')
  fc.assert(
    fc.property(
      fc.constantFrom(...ids),
      joint,
      fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }),
      fc.constantFrom('', ' License', ' licence'),
      (id, between, upper, end) => {
        const written = [...id.replaceAll('-', between)].map((letter, index) =>
          upper[index] ? letter.toUpperCase() : letter.toLowerCase(),
        )
        expect(nameOf(`${written.join('')}${end}`)).toBe(id)
      },
    ),
  )
})
