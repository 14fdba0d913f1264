/** Sizes and hardware as Ecosystem Graphs writes them. */
import { expect, test } from 'vitest'
import { devicesOf } from '../../../src/sources/ecosystem-graphs/hardware.ts'
import { datasetSize, modelSize } from '../../../src/sources/ecosystem-graphs/size.ts'

test.each([
  ['34B parameters (dense)', { parameterCount: '34B', architecture: 'dense' }, []],
  ['176B parameters (dense model)', { parameterCount: '176B', architecture: 'dense' }, []],
  ['98B parameters (Dense)', { parameterCount: '98B', architecture: 'dense' }, []],
  ['1.2T parameters (sparse)', { parameterCount: '1.2T', architecture: 'sparse' }, []],
  ['8B parameters', { parameterCount: '8B' }, []],
  ['7B-70B parameters', { smallestParameterCount: '7B', largestParameterCount: '70B' }, []],
  ['61B parameters (sparse); 6.6B active parameters', { parameterCount: '61B', architecture: 'sparse' }, ['6.6B active parameters']],
  [
    '14B parameters with 2.7B parameters for activation (MoE)',
    { parameterCount: '14B', architecture: 'sparse' },
    ['2.7B parameters for activation'],
  ],
  ['306M', {}, ['306M']],
  ['2024-05-29', {}, ['2024-05-29']],
  ['5.5B (text, image) pairs', {}, ['5.5B (text, image) pairs']],
])('the size of a model: %s', (text, values, rest) => {
  expect(modelSize(text, false)).toEqual({ values: Object.entries(values), rest })
})

test('the size of a family is that of its largest', () => {
  expect(modelSize('65B parameters (dense)', true).values).toEqual([
    ['largestParameterCount', '65B'],
    ['architecture', 'dense'],
  ])
})

test.each([
  ['1.6TB', { sizeInBytes: '1.6 TB' }, []],
  ['214 KB', { sizeInBytes: '214 KB' }, []],
  ['3 trillion tokens', { tokenCount: '3 trillion' }, []],
  ['500 billion words', { wordCount: '500 billion' }, []],
  ['1600 tasks', { taskCount: '1600' }, []],
  ['33k response pairs', { exampleCount: '33k' }, []],
  ['400M (image, text) pairs', { exampleCount: '400M' }, []],
  ['43B English tokens with 101.2M documents and 571M images', { tokenCount: '43B', documentCount: '101.2M' }, ['571M images']],
  ['20M video clips, 2.3B image-text pairs', {}, ['20M video clips', '2.3B image-text pairs']],
  ['182GB Text, 185M Images', {}, ['182GB Text', '185M Images']],
  ['1.5T tokens of simulated control', {}, ['1.5T tokens of simulated control']],
  ['2T tokens, 3T tokens', {}, ['2T tokens', '3T tokens']],
  ['680k hours', {}, ['680k hours']],
])('the size of a dataset: %s', (text, values, rest) => {
  expect(datasetSize(text)).toEqual({ values: Object.entries(values), rest })
})

test.each([
  ['384 A100 80GB GPUs', [['NVIDIA A100 80GB', { deviceCount: '384' }]]],
  ['32 80G NVIDIA A100 GPUs', [['NVIDIA A100 80GB', { deviceCount: '32' }]]],
  ['1,024 TPU v3 chips (Cloud TPU Pods)', [['TPU v3', { deviceCount: '1,024' }]]],
  ['12 x 8 A100 GPUs', [['NVIDIA A100', { deviceCount: '96' }]]],
  ['4480 A100s (560 x 8)', [['NVIDIA A100', { deviceCount: '4480' }]]],
  ['A single NVIDIA Tesla-P100 GPU', [['NVIDIA Tesla P100', { deviceCount: '1' }]]],
  [
    'Jean Zay (48 * 8xA100 80GB nodes)',
    [
      ['Jean Zay', {}],
      ['NVIDIA A100 80GB', { nodeCount: '48', devicesPerNode: '8' }],
    ],
  ],
  [
    'Meta AI Cluster. Trained on 1024 80GB A100 GPUs (128 8xA100 80GB nodes)',
    [['NVIDIA A100 80GB', { deviceCount: '1024', nodeCount: '128', devicesPerNode: '8' }]],
  ],
  // Not how many: more than that, one of several kinds, a part of a pod.
  ['Over 800 A100 GPUs', [['NVIDIA A100', {}]]],
  ['256 NVIDIA A100 GPUs for 32 days, and 64 GPUs for 3 days', [['NVIDIA A100', {}]]],
  ['16x16 TPU v3 slice', [['TPU v3', {}]]],
  [
    '8 NVIDIA A100 GPUs and 8 NVIDIA H800 GPUs',
    [
      ['NVIDIA A100', {}],
      ['NVIDIA H800', {}],
    ],
  ],
  ['For speed comparisons, Jamba 1.5 Mini used 2xA100 80GB GPUs', []],
  ['Azure', []],
])('training hardware: %s', (text, devices) => {
  expect(devicesOf(text).map(({ name, counts }) => [name, counts])).toEqual(devices)
})
