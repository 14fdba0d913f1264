/** How things of bills are called, whatever is read first, and what of their versions and package URLs is kept. */
import { expect, test } from 'vitest'
import { inFolder } from '../../graph-of.ts'
import { told } from './told.ts'

const cdx = (bill: object): object => ({ bomFormat: 'CycloneDX', specVersion: '1.6', ...bill })
const spdx = (...elements: object[]): object => ({
  '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
  '@graph': elements,
})

/** What is said of things in a bill, and what nothing was made of; the bill's own lines left out. */
const read = (bill: object): string[] =>
  inFolder({ 'bill.json': JSON.stringify(bill) }, (folder) => told([`${folder}/bill.json`]))
    .split('\n')
    .filter((line) => !line.startsWith('document/bill ') && line !== '')
    .map((line) => line.replace(/ \| line 1/, ''))

test('data is called by what holds it, whoever asks for it first', () => {
  const data = { type: 'data', 'bom-ref': 'd', name: 'test data', properties: [{ name: 'usage', value: 'evaluation' }] }
  const model = (name: string, ref: string): object => ({
    type: 'machine-learning-model',
    name,
    // The figures ask on what the model was tested before its components are read.
    modelCard: {
      modelParameters: { datasets: [{ ref }, { type: 'dataset', name: 'training data' }] },
      quantitativeAnalysis: { performanceMetrics: [{ type: 'accuracy', value: '0.5' }] },
    },
    components: [{ ...data, 'bom-ref': ref }],
  })
  const lines = read(cdx({ components: [model('M', 'd1'), model('N', 'd2')], dependencies: [{ ref: 'd2', dependsOn: ['d1'] }] }))
  expect(lines.filter((line) => / (?:label|benchmark|evaluatedOn|trainedOn) /.test(line))).toEqual([
    'benchmark/test-data-of-m label test data of M | at test data',
    'benchmark/test-data-of-n label test data of N | at test data',
    'dataset/training-data-of-m label training data of M | at training data',
    'dataset/training-data-of-n label training data of N | at training data',
    'evaluation/m--test-data-of-m--accuracy benchmark benchmark/test-data-of-m',
    'evaluation/n--test-data-of-n--accuracy benchmark benchmark/test-data-of-n',
    'model/m evaluatedOn benchmark/test-data-of-m | at M',
    'model/m label M | at M',
    'model/m trainedOn dataset/training-data-of-m | at M',
    'model/n evaluatedOn benchmark/test-data-of-n | at N',
    'model/n label N | at N',
    'model/n trainedOn dataset/training-data-of-n | at N',
  ])
})

test('a version is told where it is no part of the name, and a package URL where it is not that of the thing', () => {
  const component = (rest: object): object => ({ type: 'machine-learning-model', ...rest })
  expect(
    read(
      cdx({
        components: [
          component({ name: 'Llama 2', version: '2' }),
          component({ name: 'Twin', version: '1' }),
          component({ name: 'Twin', version: '2' }),
          component({ name: 'gpt2', purl: 'pkg:HuggingFace/gpt2@0123456789abcdef0123456789abcdef01234567' }),
        ],
      }),
    ),
  ).toEqual([
    'model/gpt2 label gpt2 | at gpt2',
    'model/gpt2 revision 0123456789abcdef0123456789abcdef01234567 | at gpt2',
    'model/llama-2 label Llama 2 | at Llama 2',
    'model/twin-1 label Twin 1 | at Twin',
    'model/twin-2 label Twin 2 | at Twin',
    '# wrong',
    '# nothing made of',
    '1 cyclonedx: version',
  ])
  const commit = 'abcdef0123456789abcdef0123456789abcdef01'
  const page = { software_homePage: 'https://huggingface.co/a/b' }
  const foreign = { externalIdentifierType: 'packageUrl', identifier: 'pkg:pypi/b' }
  const elements = [
    { type: 'ai_AIPackage', spdxId: 'x:1', name: 'B', ...page, software_packageVersion: commit, externalIdentifier: [foreign] },
    { type: 'ai_AIPackage', spdxId: 'x:2', name: 'C', software_packageUrl: 'pkg:HuggingFace/a/c@0123abc', software_packageVersion: commit },
  ]
  expect(read(spdx(...elements)).filter((line) => !/ (?:label|sameAs) /.test(line))).toEqual([
    'model/a--b hubId a/b | at B',
    'model/a--b page https://huggingface.co/a/b | at B',
    `model/a--b revision ${commit} | at B`,
    'model/a--c hubId a/c | at C',
    'model/a--c revision 0123abc | at C',
    '# wrong',
    '# nothing made of',
    '1 spdx: externalIdentifier (packageUrl)',
    '1 spdx: software_packageVersion',
  ])
})

test('energy that is no number is told, and no training is made of it', () => {
  const energy = (quantity: string | number): object[] => [{ ai_energyQuantity: quantity, ai_energyUnit: 'megajoule' }]
  const text = JSON.stringify(
    spdx({
      type: 'ai_AIPackage',
      spdxId: 'x:a',
      name: 'A',
      ai_energyConsumption: { ai_trainingEnergyConsumption: energy('about 5'), ai_finetuningEnergyConsumption: energy(12345) },
    }),
  ).replace('12345', '1e999')
  const lines = inFolder({ 'bill.json': text }, (folder) => told([`${folder}/bill.json`])).split('\n')
  expect(lines.filter((line) => /training|nergy|^#/.test(line))).toEqual([
    '# wrong',
    '# nothing made of',
    expect.stringMatching(/^1 spdx: \S*ai_finetuningEnergyConsumption.* \| "?Infinity"? \| its quantity is no number$/),
    expect.stringMatching(/^1 spdx: \S*ai_trainingEnergyConsumption.* \| "about 5" \| its quantity is no number$/),
  ])
})

test('what relates nothing to something is told, and does not keep the rest from being read', () => {
  const relationship = (from: string, at: number): object => ({
    type: 'Relationship',
    spdxId: `x:r${at}`,
    relationshipType: 'dependsOn',
    from,
    to: ['x:a', 'https://spdx.org/rdf/3.0.1/terms/Core/NoneElement'],
  })
  const none = 'https://spdx.org/rdf/3.0.1/terms/Core/NoneElement'
  const graph = [{ type: 'software_Package', spdxId: 'x:a', name: 'A' }, relationship(none, 0), relationship('x:a', 1)]
  expect(read(spdx(...graph)).filter((line) => !/ (?:label|sameAs) /.test(line))).toEqual([
    'software/a dependsOn (absent) | at A',
    '# wrong',
    expect.stringMatching(/it leads to itself: A → A \[circle\]/),
    '# nothing made of',
    '1 spdx: Relationship (dependsOn) inside of a package',
    '1 spdx: Relationship (of no element)',
  ])
})

test('sets of licences within one another are read to some depth, and what is deeper is told', () => {
  const set = (_: unknown, level: number): object => ({
    type: 'expandedlicensing_ConjunctiveLicenseSet',
    spdxId: `x:set${level}`,
    expandedlicensing_member: [`x:set${level + 1}`, 'https://spdx.org/licenses/MIT'],
  })
  const lines = read(
    spdx(
      { type: 'ai_AIPackage', spdxId: 'x:a', name: 'A' },
      { type: 'Relationship', spdxId: 'x:r', relationshipType: 'hasDeclaredLicense', from: 'x:a', to: ['x:set0'] },
      ...Array.from({ length: 20_000 }, set),
    ),
  )
  expect(lines.filter((line) => !/ (?:label|sameAs) /.test(line))).toEqual([
    '# wrong',
    '1: /@graph/102: this is nested more than 100 levels deep [too-deep] what is in it was not read',
    '# nothing made of',
    expect.stringMatching(/^1 spdx: Relationship \(hasDeclaredLicense\).* \| a set of licences that was not read to its end$/),
  ])
})
