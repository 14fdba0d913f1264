/** What is made of assets of Ecosystem Graphs. */
import { expect, test } from 'vitest'
import { buildAndTell } from '../../../src/graph/build.ts'
import { prefixes } from '../../../src/model/vocabulary.ts'
import { inFolder } from '../../graph-of.ts'

const base = 'https://w3id.org/stemma/'
const short = (iri: string): string =>
  iri.startsWith(base) ? iri.slice(base.length) : iri.startsWith(prefixes.st) ? iri.slice(prefixes.st.length) : iri.replace(/^.*[/#]/, '')

/** What the assets say of all things but documents: `thing property value`, and what was dropped. */
const read = (yaml: string): { said: string[]; dropped: string[] } =>
  inFolder({ 'assets.yaml': yaml }, (folder) => {
    const { claims, dropped } = buildAndTell([folder]).gathered
    const said = claims
      .filter(
        ({ subject, property, source }) =>
          source === `${base}document/ecosystem-graphs` && !/\/document\//.test(subject) && !/type$/.test(property),
      )
      .map(({ subject, property, value, status, written }) => {
        const object = value === undefined ? `(${status})` : value.termType === 'NamedNode' ? short(value.value) : value.value
        return `${short(subject)} ${short(property)} ${object}${written === undefined ? '' : ` < ${written}`}`
      })
    return {
      said,
      dropped: [...dropped].map(([field, { count, example }]) => `${count} ${field}${example.value ? ` ${example.value}` : ''}`),
    }
  })

test('a model, with all that can be facts', () => {
  const { said, dropped } = read(`
- access: open
  analysis: looked at
  created_date:
    explanation: the day of the paper
    value: 2022/07
  dependencies:
    explanation: two of them
    value:
    - Roots of All
    - Pages dataset
  description: Alpha is a model that was trained on text.
  feedback: ''
  license: {explanation: see there, value: 'Apache License, Version 2.0'}
  modality: text; text
  model_card: https://huggingface.co/lab/Alpha
  name: 'Alpha '
  organization: First Lab, Second Lab
  size: 7B parameters (dense)
  training_emissions: 2.5 tons CO2eq
  training_hardware: 8 A100 80GB GPUs
  training_time: 10 days
  type: model
  url: https://arxiv.org/pdf/2211.00001v2.pdf
- dependencies: []
  created_date: 2021
  name: Roots of All
  size: 43B English tokens with 101.2M documents and 571M images
  type: dataset
`)
  expect(said).toEqual([
    'dataset/roots-of-all issued 2021',
    'dataset/roots-of-all label Roots of All',
    'dataset/roots-of-all documentCount 101200000 < 43B English tokens with 101.2M documents and 571M images',
    'dataset/roots-of-all tokenCount 43000000000 < 43B English tokens with 101.2M documents and 571M images',
    'hardware/nvidia-a100-80gb label NVIDIA A100 80GB',
    'license/apache-2.0 label Apache-2.0',
    'license/apache-2.0 spdxId Apache-2.0',
    'mention/pages-dataset label Pages dataset',
    'model/alpha description Alpha is a model that was trained on text.',
    'model/alpha issued 2022-07 < 2022/07',
    'model/alpha license license/apache-2.0 < Apache License, Version 2.0',
    'model/alpha label Alpha',
    'model/alpha access open',
    'model/alpha architecture dense < 7B parameters (dense)',
    'model/alpha dependsOn dataset/roots-of-all',
    'model/alpha dependsOn mention/pages-dataset',
    'model/alpha describedBy document/arxiv-2211.00001 < https://arxiv.org/pdf/2211.00001v2.pdf',
    'model/alpha describedBy document/model-card-at-huggingface.co-lab-alpha < https://huggingface.co/lab/Alpha',
    'model/alpha hubId lab/Alpha < https://huggingface.co/lab/Alpha',
    'model/alpha parameterCount 7000000000 < 7B parameters (dense)',
    'model/alpha producer organization/first-lab',
    'model/alpha producer organization/second-lab',
    'model/alpha ranOn hardware/nvidia-a100-80gb < 8 A100 80GB GPUs',
    'organization/first-lab label First Lab',
    'organization/second-lab label Second Lab',
    'training/alpha--pre-training carbonEmissions 2500.0 < 2.5 tons CO2eq',
    'training/alpha--pre-training duration 240.0 < 10 days',
    'training/alpha--pre-training ofModel model/alpha',
    'training/alpha--pre-training phase pre-training',
    'usage/alpha--pre-training--hardware--nvidia-a100-80gb deviceCount 8 < 8 A100 80GB GPUs',
    'usage/alpha--pre-training--hardware--nvidia-a100-80gb ofTraining training/alpha--pre-training',
    'usage/alpha--pre-training--hardware--nvidia-a100-80gb uses hardware/nvidia-a100-80gb',
  ])
  expect(dropped).toEqual([
    '1 ecosystem-graphs: analysis',
    '1 ecosystem-graphs: modality',
    '1 ecosystem-graphs: size (not understood) "571M images"',
  ])
})

test('what is unknown, absent, in the wrong place or no value at all', () => {
  const { said, dropped } = read(`
- access: limited
  created_date: {explanation: given below}
  dependencies: [Unknown]
  license: {explanation: none was found, value: none}
  name: Beta
  organization: unknown
  size: a lot
  training_hardware: unknown
  training_time: 3 months
  type: model
  value: 2024-10-22
- dependencies: [Beta]
  created_date: unknown
  license: custom
  model_card: https://huggingface.co/lab/Gamma-34B
  name: Gamma
  description: Gamma is fine-tuned from Beta.
  training_time: 3640 petaflop/s-days
  training_emissions: unknown
  type: model
`)
  expect(said).toEqual([
    'model/beta issued 2024-10-22',
    'model/beta license (absent)',
    'model/beta label Beta',
    'model/beta dependsOn (unknown)',
    'model/beta producer (unknown)',
    'model/beta ranOn (unknown)',
    'model/gamma description Gamma is fine-tuned from Beta.',
    'model/gamma issued (unknown)',
    'model/gamma license (unknown)',
    'model/gamma label Gamma',
    'model/gamma dependsOn model/beta',
    'model/gamma describedBy document/model-card-at-huggingface.co-lab-gamma-34b < https://huggingface.co/lab/Gamma-34B',
    'training/gamma--fine-tuning carbonEmissions (unknown)',
    'training/gamma--fine-tuning compute 314000000000000000000000 < 3640 petaflop/s-days',
    'training/gamma--fine-tuning ofModel model/gamma',
    'training/gamma--fine-tuning phase fine-tuning',
  ])
  expect(dropped).toEqual([
    '1 ecosystem-graphs: access (not understood) "limited"',
    '1 ecosystem-graphs: size (not understood) "a lot"',
    '1 ecosystem-graphs: training_time (not understood) "3 months"',
  ])
})

test('a file that breaks off is read up to there, and told', () => {
  const problems = inFolder(
    { 'assets.yaml': '- name: Alpha\n  type: model\n  created_date: 2022\n- name: "Beta\n  type: model\n' },
    (folder) => {
      const { gathered } = buildAndTell([folder])
      expect(gathered.claims.some(({ subject }) => subject === `${base}model/alpha`)).toBe(true)
      return gathered.noted
    },
  )
  expect(problems.map(({ code, place }) => [code, place?.line])).toContainEqual(['bad-yaml', 6])
})

test('whose keys and types are written as no other asset has them', () => {
  const assets = '- type: "model"\n  created_date: 2024-01-02\n  name: "Owl"\n  __proto__: 1\n  valueOf: 1\n  constructor: 1\n'
  const { gathered, graph } = inFolder({ 'assets.yaml': assets }, (folder) => buildAndTell([folder]))
  expect([...graph.entities.keys()].filter((iri) => iri.includes('/model/'))).toEqual([`${graph.base}model/owl`])
  expect([...gathered.dropped.keys()].sort()).toEqual(['__proto__', 'constructor', 'valueOf'].map((key) => `ecosystem-graphs: ${key}`))
})

test('what is in a field beside what is read of one, and what is no asset, is told', () => {
  const { said, dropped } = read(`
- type: model
  name: Owl
  created_date: 2022-01-01
  organization: { x: 1 }
  size: &size { value: 7B parameters, explanation: '', foo: bar }
  license: { value: { text: MIT } }
  modality: { 0: { value: text, z: 1 }, 1: image }
  access: { value: open, explanation: [one, two] }
  training_hardware: *size
- only a text
`)
  expect(said).toEqual([
    'model/owl issued 2022-01-01',
    'model/owl label Owl',
    'model/owl access open',
    'model/owl parameterCount 7000000000 < 7B parameters',
  ])
  expect(dropped).toEqual(
    [
      'ecosystem-graphs: organization.x',
      'ecosystem-graphs: size.foo',
      'ecosystem-graphs: license.text',
      'ecosystem-graphs: modality.z',
      'ecosystem-graphs: access.explanation',
      'ecosystem-graphs: training_hardware.*size',
      'ecosystem-graphs: modality',
    ].map((field) => `1 ${field}`),
  )
})
