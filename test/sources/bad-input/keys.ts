/** Bad input: misspelt keys. */
import { type BadInput, model, modelKeys, training, valueKeys } from './common.ts'

export const keys: readonly BadInput[] = [
  ['on a document', `${model}trainedOnn: corpus\n`, [['unknown-key', '4:1', 'trainedOnn', 'did you mean "trainedOn"?']]],
  ['on a document, far from any', `${model}zzzzzzzz: 1\n`, [['unknown-key', '4:1', 'zzzzzzzz', modelKeys]]],
  ['in another case', `${model}TrainedOn: corpus\n`, [['unknown-key', '4:1', 'TrainedOn', 'did you mean "trainedOn"?']]],
  [
    'of an id and a source, which are then not missing too',
    `ids: x\nsorce: paper\nname: X\n`,
    [
      ['unknown-key', '1:1', 'ids', 'did you mean "id"?'],
      ['unknown-key', '2:1', 'sorce', 'did you mean "source"?'],
    ],
  ],
  [
    'of a name, which is then not missing too',
    `id: x\nsource: paper\nnam: X\n`,
    [['unknown-key', '3:1', 'nam', 'did you mean "name" or "altName"?']],
  ],
  [
    'on a value',
    `${model}parameterCount: { valu: 70B, att: §1 }\n`,
    [
      ['unknown-key', '4:19', 'valu', 'did you mean "value"?'],
      ['unknown-key', '4:30', 'att', 'did you mean "at"?'],
    ],
  ],
  ['on a value by language', `id: x\nsource: paper\nname: { vaule: X }\n`, [['bad-language', '3:9', 'language', 'did you mean "value"?']]],
  [
    'on a training',
    `${model}training:\n  - phas: pre-training\n    tokenSeen: 1T\n`,
    [
      ['unknown-key', '5:5', 'phas', 'did you mean "phase"?'],
      ['unknown-key', '6:5', 'tokenSeen', 'did you mean "tokensSeen"?'],
    ],
  ],
  [
    'on a usage',
    `${training}    usage:\n      - { use: hardware/a100, deviceCounts: 8 }\n`,
    [
      ['unknown-key', '7:11', 'use', 'did you mean "uses"?'],
      ['unknown-key', '7:31', 'deviceCounts', 'did you mean "deviceCount"?'],
    ],
  ],
  [
    'on an evaluation',
    `${model}evaluation:\n  - { benchmark: mmlu, metrik: accuracy, score: 1 }\n`,
    [['unknown-key', '5:24', 'metrik', 'did you mean "metric"?']],
  ],
  [
    'on a comparison',
    `${model}comparison:\n  - { wiht: parent, aspect: size, outcom: better }\n`,
    [
      ['unknown-key', '5:7', 'wiht', 'did you mean "with"?'],
      ['unknown-key', '5:35', 'outcom', 'did you mean "outcome"?'],
    ],
  ],
  ['a key of another kind', `${model}tokenCount: 1T\n`, [['unknown-key', '4:1', 'tokenCount', 'it is a key of Dataset, not of Model']]],
  [
    'hostile 24: a key of prototypes',
    `${model}__proto__: { polluted: 1 }\nconstructor: a\ntoString: b\nhasOwnProperty: c\n`,
    [
      ['unknown-key', '4:1', '__proto__', modelKeys],
      ['unknown-key', '5:1', 'constructor', modelKeys],
      ['unknown-key', '6:1', 'toString', modelKeys],
      ['unknown-key', '7:1', 'hasOwnProperty', modelKeys],
    ],
  ],
  [
    'hostile 24: a key of prototypes on a value',
    `${model}parameterCount: { __proto__: 1, constructor: 2, value: 70B }\n`,
    [
      ['unknown-key', '4:19', '__proto__', valueKeys],
      ['unknown-key', '4:33', 'constructor', valueKeys],
    ],
  ],
  ['a key with control characters', `${model}"a\\e[31mb\\nc": 1\n`, [['unknown-key', '4:1', 'a\u001b[31mb\nc', modelKeys]]],
  ['a key that is empty', `${model}"": 1\n`, [['unknown-key', '4:1', '', modelKeys]]],
  ['a key that is null', `${model}~: 1\n`, [['bad-key', '4:1', '', 'write key: value']]],
  [
    'every problem of a document at once',
    `id: X Y\nsource: papers\nname: { en x: X }\nreleased: 2022-13\nparameterCount: { value: 1.61 TB, rank: best }\nfineTunedFrom: parents\ntrainedOnn: corpus\n`,
    [
      ['bad-id', '1:5', 'id', 'write x-y: ids are lower-case letters and digits, joined by single hyphens or dots'],
      ['unknown-reference', '2:9', 'source', 'did you mean "paper"?'],
      ['bad-language', '3:9', 'language', 'write a BCP 47 tag such as en or zh'],
      ['bad-date', '4:11', 'released', 'write 2022, 2022-03 or 2022-03-29'],
      ['wrong-unit', '5:26', 'parameterCount', 'this key counts parameters, such as 70B'],
      ['bad-choice', '5:41', 'rank', 'one of: preferred, normal, deprecated'],
      ['unknown-reference', '6:16', 'fineTunedFrom', 'did you mean "parent"?'],
      ['unknown-key', '7:1', 'trainedOnn', 'did you mean "trainedOn"?'],
    ],
  ],
]
