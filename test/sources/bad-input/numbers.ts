/** Bad input: numbers. */
import { type BadInput, dataset, model, training } from './common.ts'

export const numbers: readonly BadInput[] = [
  [
    'bytes for parameters',
    `${model}parameterCount: 1.61 TB\n`,
    [['wrong-unit', '4:17', 'parameterCount', 'this key counts parameters, such as 70B']],
  ],
  [
    'tokens for parameters',
    `${model}parameterCount: 1.4T tokens\n`,
    [['wrong-unit', '4:17', 'parameterCount', 'this key counts parameters, such as 70B']],
  ],
  [
    'billions for bytes',
    `${dataset}sizeInBytes: 70B\n`,
    [['ambiguous-number', '5:14', 'sizeInBytes', 'write the unit as GB, TB or GiB, or all the digits']],
  ],
  [
    'parameters for bytes',
    `${dataset}sizeInBytes: 70 parameters\n`,
    [['wrong-unit', '5:14', 'sizeInBytes', 'this key is in bytes, such as 1.61 TB']],
  ],
  [
    'a unit of prototypes',
    `${dataset}sizeInBytes: 70 constructor\nwordCount: 5 toString\n`,
    [
      ['wrong-unit', '5:14', 'sizeInBytes', 'this key is in bytes, such as 1.61 TB'],
      ['wrong-unit', '6:12', 'wordCount', 'this key counts words'],
    ],
  ],
  [
    'a lower-case b',
    `${model}parameterCount: 70b\n`,
    [['ambiguous-number', '4:17', 'parameterCount', 'write B in upper case for billions']],
  ],
  [
    'a lower-case m',
    `${model}parameterCount: 5m\n`,
    [['ambiguous-number', '4:17', 'parameterCount', 'write M in upper case for millions']],
  ],
  [
    'a decimal comma',
    `${model}parameterCount: 1,4T\n`,
    [['bad-number', '4:17', 'parameterCount', 'write a point before decimals and a comma only between groups of three digits']],
  ],
  ['a fraction of a whole', `${model}layerCount: 1.5\n`, [['bad-number', '4:13', 'layerCount', 'this counts layers']]],
  ['a number beyond all', `${model}parameterCount: 1e999\n`, [['bad-number', '4:17', 'parameterCount', 'at most 40 digits']]],
  ['400 digits', `${model}parameterCount: ${'9'.repeat(400)}\n`, [['bad-number', '4:17', 'parameterCount', 'at most 40 digits']]],
  ['a million digits', `${model}parameterCount: ${'9'.repeat(1e6)}x\n`, [['bad-number', '4:17', 'parameterCount', 'at most 40 digits']]],
  [
    'hexadecimal',
    `${model}parameterCount: 0x10\n`,
    [['bad-number', '4:17', 'parameterCount', 'write digits, or a number with K, M, B or T, such as 70B']],
  ],
  [
    'octal and binary',
    `${model}parameterCount: 0o17\nlayerCount: 0b1\n`,
    [
      ['bad-number', '4:17', 'parameterCount', 'write digits, or a number with K, M, B or T, such as 70B'],
      ['bad-number', '5:13', 'layerCount', 'write digits, or a number with K, M, B or T'],
    ],
  ],
  [
    'two scales',
    `${model}parameterCount: 70K B\n`,
    [['bad-number', '4:17', 'parameterCount', 'write digits, or a number with K, M, B or T, such as 70B']],
  ],
  [
    'infinity',
    `${model}parameterCount: .inf\n`,
    [['bad-number', '4:17', 'parameterCount', 'write digits, or a number with K, M, B or T, such as 70B']],
  ],
  [
    'no number',
    `${model}parameterCount: NaN\n`,
    [['bad-number', '4:17', 'parameterCount', 'write digits, or a number with K, M, B or T, such as 70B']],
  ],
  [
    'words',
    `${model}parameterCount: seventy billion\n`,
    [['bad-number', '4:17', 'parameterCount', 'write digits, or a number with K, M, B or T, such as 70B']],
  ],
  [
    'less than nothing',
    `${model}parameterCount: -7B\n`,
    [['out-of-range', '4:17', 'parameterCount', 'parameterCount is at least 1 parameters']],
  ],
  ['nothing', `${model}parameterCount: 0\n`, [['out-of-range', '4:17', 'parameterCount', 'parameterCount is at least 1 parameters']]],
  [
    'a share beyond all',
    `${training}    usage: [{ uses: dataset/corpus, weight: 120% }]\n`,
    [['out-of-range', '6:45', 'weight', 'weight is at least 0 and at most 100 percent']],
  ],
  [
    'a share below nothing',
    `${training}    usage: [{ uses: dataset/corpus, weight: -1 }]\n`,
    [['out-of-range', '6:45', 'weight', 'weight is at least 0 and at most 100 percent']],
  ],
  [
    'true',
    `${model}parameterCount: true\n`,
    [['bad-number', '4:17', 'parameterCount', 'write digits, or a number with K, M, B or T, such as 70B']],
  ],
  [
    'a range',
    `${model}parameterCount: 7B-13B\n`,
    [['bad-number', '4:17', 'parameterCount', 'write digits, or a number with K, M, B or T, such as 70B']],
  ],
  [
    'a remark after the number',
    `${model}parameterCount: 70B (about)\n`,
    [['bad-number', '4:17', 'parameterCount', 'write digits, or a number with K, M, B or T, such as 70B']],
  ],
  ['percent of what is counted', `${model}layerCount: 5%\n`, [['wrong-unit', '4:13', 'layerCount', 'this key counts layers']]],
  [
    'two dots',
    `${model}parameterCount: 1.2.3\n`,
    [['bad-number', '4:17', 'parameterCount', 'write digits, or a number with K, M, B or T, such as 70B']],
  ],
]
