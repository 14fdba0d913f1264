import { expect, test } from 'vitest'
import { buildAndTell, type Built } from '../../../src/graph/build.ts'
import { idOf } from '../../../src/model/iri.ts'
import { propertyOf } from '../../../src/model/vocabulary.ts'
import { inFolder } from '../../graph-of.ts'

const read = (files: Readonly<Record<string, string | Uint8Array>>): Built => inFolder(files, (folder) => buildAndTell([folder]))

/** What is said of a thing, but its class and name: key, value and what stands beside. */
function said({ graph }: Built, id: string): string[] {
  return graph.claimsOf(graph.base + id).flatMap(({ property, value, status, written, note, confidence, rank, reason }) => {
    const key = propertyOf(property)?.name
    if (key === undefined || key === 'name') return []
    const beside = { written, note, confidence, ...(rank !== 'normal' && { rank, reason }) }
    const told = Object.entries(beside).flatMap(([name, content]) => (content === undefined ? [] : [`${name}: ${content}`]))
    return [[key, value ? idOf(value.value, graph.base) : `(${status})`, ...told].join(' | ')]
  })
}

const alpha = {
  Model: 'Alpha 7B',
  Organization: 'DeepMind,SambaNova Systems, Inc',
  'Publication date': '2022-03-29',
  Reference: 'The Paper',
  Link: 'https://arxiv.org/abs/2203.15556, https://alpha.example/',
  Parameters: '7000000000.0',
  'Parameters notes': 'seven\nbillion',
  'Training compute (FLOP)': '5.7600000000001e+23',
  'Training compute notes': 'from Table 3',
  'Training dataset': 'C4,Books (A, B)',
  'Training dataset size (datapoints)': '1400000000000.0',
  'Dataset size notes': 'trained on 1.4T tokens',
  Epochs: '1.0',
  'Training time (hours)': '240.0',
  'Training hardware': 'NVIDIA V100',
  'Hardware quantity': '64.0',
  Approach: 'Self-supervised learning',
  'Model accessibility': 'Unreleased',
  Confidence: 'Likely',
  'Base model': '',
  'Finetune compute (FLOP)': '',
  'Finetune compute notes': '',
  Abstract: 'An abstract',
  'Last modified': '2025-01-03 17:38:06+00:00',
}

/** A table of rows, each of which has what is told of it. */
function table(...rows: readonly Partial<Record<keyof typeof alpha, string>>[]): string {
  const header = Object.keys(alpha) as (keyof typeof alpha)[]
  const quoted = (cell = ''): string => `"${cell.replaceAll('"', '""')}"`
  return [header, ...rows.map((row) => header.map((key) => row[key]))].map((cells) => cells.map(quoted).join(',')).join('\n')
}

const dropped = ({ gathered }: Built): unknown[] => [...gathered.dropped].map(([field, { count, example }]) => [field, count, example.why])

test('a model that was trained from nothing', () => {
  const built = read({ 'all_2025-04.csv': table(alpha) })
  expect(said(built, 'model/alpha-7b')).toEqual([
    'released | 2022-03-29',
    'homepage | https://alpha.example/',
    'access | withheld | written: Unreleased',
    'describedBy | the-paper',
    'parameterCount | 7000000000 | written: 7000000000.0 | note: seven billion | confidence: 0.7',
    'producer | deepmind',
    'producer | sambanova-systems-inc',
    'ranOn | v100',
    'trainedOn | books-a-b',
    'trainedOn | c4',
    'trainedOn | training-data-of-alpha-7b',
  ])
  expect(said(built, 'training/alpha-7b--pre-training')).toEqual([
    'compute | 576000000000000000000000 | written: 5.7600000000001e+23 | note: from Table 3 | confidence: 0.7',
    'duration | 240.0',
    'method | self-supervised learning',
    'ofModel | alpha-7b',
    'phase | pre-training',
    'tokensSeen | 1400000000000 | written: 1400000000000.0 | note: trained on 1.4T tokens | confidence: 0.7',
  ])
  expect(said(built, 'usage/alpha-7b--pre-training--hardware--v100')[0]).toBe('deviceCount | 64')
  expect(said(built, 'usage/alpha-7b--pre-training--dataset--training-data-of-alpha-7b')[0]).toBe('epochs | 1.0')
  expect(said(built, 'document/the-paper')).toEqual(['arxivId | 2203.15556'])
  expect(said(built, 'document/epoch-ai-2025-04')).toEqual([
    'editionOf | epoch-ai-models',
    "released | 2025-04 | note: the month in the file's name",
    'documentType | table',
    expect.stringMatching(/^sha256 \| [0-9a-f]{64}$/),
    'version | 2025-01-03 | note: when a row was last modified',
  ])
  expect(dropped(built)).toEqual([['epoch: Abstract', 1, undefined]])
})

test('a model with a base was fine-tuned, and its size of data is of unknown unit where the notes do not state one', () => {
  const built = read({
    'epoch.csv': table(
      { Model: 'Beta' },
      {
        Model: 'Gamma',
        'Base model': 'Beta,Delta',
        'Training dataset': 'Unspecified unreleased',
        'Training dataset size (datapoints)': '200001.00000007',
        'Training compute (FLOP)': '3e+22',
        'Finetune compute (FLOP)': '1e+20',
        'Finetune compute notes': 'a guess',
        'Hardware quantity': '8.0',
        'Model accessibility': 'Open weights (non-commercial)',
        Confidence: 'Wrong',
      },
    ),
  })
  expect(said(built, 'model/gamma')).toEqual([
    'derivedFrom | beta',
    'derivedFrom | delta',
    'trainedOn | training-data-of-gamma',
    'trainedOn | (withheld)',
  ])
  expect(said(built, 'training/gamma--fine-tuning')[0]).toBe(
    'compute | 100000000000000000000 | written: 1e+20 | note: a guess | rank: deprecated | reason: the table says that the figures of the row are wrong',
  )
  expect(said(built, 'dataset/training-data-of-gamma')[0]).toMatch(/^extent \| 200001 \| written: 200001.00000007 \| rank: deprecated/)
  expect(dropped(built)).toEqual([
    ['epoch: Model accessibility (not understood)', 1, 'such weights are open to all or given on request, which the table does not part'],
    [
      'epoch: Training compute (FLOP) (not understood)',
      1,
      'beside Finetune compute (FLOP) it counts the training of the base model too, which the table does not part',
    ],
    ['epoch: Hardware quantity (not understood)', 1, 'the row has no kind of hardware'],
  ])
})

test('a link to a repository of the same name says which one it is, whatever is read first', () => {
  const link = (name: string): string => `https://alpha.example/, https://huggingface.co/acme/${name}`
  const rows = table(
    { Model: 'Phi-2', Link: link('phi-2') },
    { Model: 'Yi', Link: link('Yi-34B') },
    { Model: 'Two', 'Base model': 'Phi-2' },
  )
  const records = JSON.stringify(['acme/Phi-2', 'else/phi-2'].map((id) => ({ id, tags: ['license:mit'] })))
  for (const [hub, epoch] of [
    ['a.json', 'b.csv'],
    ['b.json', 'a.csv'],
  ] as const) {
    const built = read({ [hub]: records, [epoch]: rows })
    const id = hub === 'a.json' ? 'acme--phi-2' : 'phi-2'
    expect(said(built, `model/${id}`)).toEqual(
      expect.arrayContaining(['license | mit | written: mit', 'hubId | acme/phi-2', 'hubId | acme/Phi-2']),
    )
    expect(said(built, 'model/yi')).toEqual(['homepage | https://alpha.example/', 'homepage | https://huggingface.co/acme/Yi-34B'])
    expect(said(built, 'model/two')).toEqual([`derivedFrom | ${id}`])
    // Whoever knew it by itself is led on.
    const other = hub === 'a.json' ? 'phi-2' : 'acme--phi-2'
    expect([...built.gathered.retired]).toContainEqual([other, id].map((own) => `${built.graph.base}model/${own}`))
    expect([...built.graph.entities.keys()].filter((iri) => iri.includes('/model/')).sort()).toEqual(
      ['else--phi-2', id, 'two', 'yi'].sort().map((own) => `${built.graph.base}model/${own}`),
    )
  }
})

test('lines may end as they did on old machines, and what links to one repository twice links to one', () => {
  const link = 'https://huggingface.co/acme/Phi-2 https://huggingface.co/acme/phi-2/tree/main'
  const built = read({ 'epoch.csv': table({ Model: 'Alpha' }, { Model: 'Phi-2', Link: link }).replaceAll('\n', '\r') })
  expect(said(built, 'model/phi-2')).toContain('hubId | acme/Phi-2')
  expect(built.graph.entity(`${built.graph.base}model/alpha`)).toBeDefined()
})

test('columns are known by name, in any order and under older names; what is lost is told with its line', () => {
  const built = read({
    'notable_2024-07-16.csv':
      'Training Compute (FLOP),System,Publication date,Organization,New column\n1e+20,"Alpha\n",2020-01-02,X,y\n2e+20,"Beta,2020,X,\n3e+20,Gamma,2021-05-06,X,\n4e+20,,2021-05-06,X,\n',
  })
  expect(said(built, 'training/alpha--pre-training')[0]).toBe('compute | 100000000000000000000 | written: 1e+20')
  expect(said(built, 'model/gamma')).toEqual(['released | 2021-05-06', 'producer | x'])
  expect(said(built, 'document/epoch-ai-2024-07')).toContain("released | 2024-07 | note: the month in the file's name")
  expect(built.gathered.noted.map(({ code, place }) => [code, place!.line])).toEqual([
    ['bad-csv', 4],
    ['no-name', 6],
  ])
  expect(dropped(built)).toEqual([['epoch: New column', 1, undefined]])
})

test('other tables are not read, and those in another encoding are told', () => {
  const text = table({ Model: 'Café', Organization: 'X' })
  expect(dropped(read({ 'other.csv': 'Model,Price\nA,1\n' }))).toEqual([['files of no known format', 1, undefined]])
  for (const bytes of [Buffer.from(text, 'latin1'), Buffer.from(`\ufeff${text}`, 'utf16le')])
    expect(read({ 'epoch.csv': bytes }).gathered.noted.map(({ code }) => code)).toEqual(['bad-encoding'])
})

test.each([
  [';', 'semicolons'],
  ['\t', 'tabs'],
])('a table whose cells are divided by %j is told, and how to mend it: what is a number there nobody can tell', (delimiter, called) => {
  const [header, row] = table({ Model: 'Owl', Organization: 'Acme' }).replaceAll('"', '').split('\n') as [string, string]
  const text = `${header.replaceAll(',', delimiter)}\n${row.replaceAll(',', delimiter)}\n`
  const { graph, gathered } = read({ 'epoch.csv': text })
  expect(gathered.noted.map(({ code, message, hint }) => [code, message, hint])).toEqual([
    [
      'bad-csv',
      `its cells are divided by ${called}, and commas are read`,
      'nothing of it was read, since 1,234 may be two numbers there; save it with commas, and with points before decimals',
    ],
  ])
  expect(graph.entities.size).toBe(0)
})

test('names that differ only in case are two things where one table has both', () => {
  const both = table({ Model: 'CALM', Organization: 'NVIDIA' }, { Model: 'CaLM', Organization: 'Oxford' })
  const one = table({ Model: 'CaLM', Organization: 'Oxford' }, { Model: 'Delta', 'Base model': 'calm' })
  for (const files of [
    { 'a_2025-04.csv': both, 'b_2024-07.csv': one },
    { 'b_2025-04.csv': both, 'a_2024-07.csv': one },
  ]) {
    const { graph, gathered } = read(files)
    const described = gathered.decisions.filter((decision) => decision.described && /^calm$/i.test(decision.called.name))
    const iris = new Map(described.map(({ called, iri }) => [called.name, iri]))
    expect([described.length, new Set(described.map(({ iri }) => iri)).size]).toEqual([3, 2])
    const producers = (name: string): unknown[] =>
      graph
        .claimsOf(iris.get(name)!)
        .flatMap(({ property, value }) => (propertyOf(property)?.name === 'producer' ? [idOf(value!.value, graph.base)] : []))
    expect([producers('CALM'), producers('CaLM')]).toEqual([['nvidia'], ['oxford', 'oxford']])
    expect(gathered.decisions.find(({ called }) => called.name === 'calm')?.rule).toBe('ambiguous')
  }
})

test('what a person read of a row stands in place of what is read of it here', () => {
  const curated = `
kind: Document
id: epoch-ai-2025-04
source: epoch-ai-2025-04
name: Epoch AI
---
id: alpha
source: epoch-ai-2025-04
at: row Alpha 7B
name: Alpha 7B
parameterCount: { value: 6.7B, note: the notes say so }
released: { value: 2022-03-30, source: other, at: there }
---
kind: Document
id: other
source: other
name: Other
`
  const built = read({ 'all_2025-04.csv': table(alpha), 'data.yaml': curated })
  expect(said(built, 'model/alpha').filter((line) => /^(parameterCount|released)/.test(line))).toEqual([
    'released | 2022-03-29',
    'released | 2022-03-30',
    'parameterCount | 6700000000 | written: 6.7B | note: the notes say so',
  ])
})
