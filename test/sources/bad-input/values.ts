/** Bad input: values and evidence. */
import { type BadInput, model, textKeys, training, valueKeys } from './common.ts'

export const values: readonly BadInput[] = [
  [
    'a value together with a status',
    `${model}released: { value: 2022, status: unknown }\n`,
    [['value-or-status', '4:11', 'released', 'status is one of absent, unknown, withheld']],
  ],
  ['neither value nor status', `${model}released: { at: §1 }\n`, [['no-value', '4:11', 'released', 'write { value: …, at: … }']]],
  [
    'neither value nor status, on a text',
    `id: x\nsource: paper\nname: { at: §1 }\n`,
    [['no-value', '3:7', 'name', 'write { value: …, at: … }']],
  ],
  ['a status that is none', `${model}released: { status: unknwn }\n`, [['bad-choice', '4:21', 'status', 'did you mean "unknown"?']]],
  [
    'a rank that is none',
    `${model}released: { value: 2022, rank: best }\n`,
    [['bad-choice', '4:32', 'rank', 'one of: preferred, normal, deprecated']],
  ],
  [
    'a rank without a reason',
    `${model}released: { value: 2022, rank: preferred }\n`,
    [['no-reason', '4:32', 'rank', 'add reason: "one line that says why"']],
  ],
  [
    'a rank without a reason on a wrong value',
    `${model}released: { value: 2022-13, rank: deprecated }\n`,
    [
      ['bad-date', '4:20', 'released', 'write 2022, 2022-03 or 2022-03-29'],
      ['no-reason', '4:35', 'rank', 'add reason: "one line that says why"'],
    ],
  ],
  [
    'a rank with an empty reason',
    `${model}released: { value: 2022, rank: preferred, reason: "" }\n`,
    [['empty-value', '4:51', 'reason', 'leave the key out when nothing is known']],
  ],
  [
    'a confidence of 2',
    `${model}released: { value: 2022, confidence: 2 }\n`,
    [['out-of-range', '4:38', 'confidence', 'confidence is a number from 0 to 1, such as 0.8']],
  ],
  [
    'a confidence in words',
    `${model}released: { value: 2022, confidence: high }\n`,
    [['out-of-range', '4:38', 'confidence', 'confidence is a number from 0 to 1, such as 0.8']],
  ],
  [
    'a confidence that is empty',
    `${model}released: { value: 2022, confidence: "" }\n`,
    [['out-of-range', '4:38', 'confidence', 'confidence is a number from 0 to 1, such as 0.8']],
  ],
  [
    'all of evidence at once',
    `${model}released: { value: 2022-13, rank: best, confidence: 2, source: No One, nte: x }\n`,
    [
      ['bad-date', '4:20', 'released', 'write 2022, 2022-03 or 2022-03-29'],
      ['bad-choice', '4:35', 'rank', 'one of: preferred, normal, deprecated'],
      ['out-of-range', '4:53', 'confidence', 'confidence is a number from 0 to 1, such as 0.8'],
      ['bad-reference', '4:64', 'source', 'write no-one: ids are lower-case letters and digits, joined by single hyphens or dots'],
      ['unknown-key', '4:72', 'nte', 'did you mean "note"?'],
    ],
  ],
  ['a language on a number', `${model}parameterCount: { value: 7B, language: en }\n`, [['unknown-key', '4:30', 'language', valueKeys]]],
  ['a word outside a choice', `${model}access: opn\n`, [['bad-choice', '4:9', 'access', 'did you mean "open"?']]],
  [
    'a word far outside a choice',
    `${model}architecture: [transformer, quantum]\n`,
    [
      [
        'bad-choice',
        '4:29',
        'architecture',
        'one of: transformer, decoder-only, encoder-decoder, encoder-only, autoregressive, dense, sparse',
      ],
    ],
  ],
  [
    'null values',
    `${model}released:\nparameterCount: ~\nproducer: null\n`,
    [
      ['empty-value', '4:1', 'released', 'leave the key out when nothing is known'],
      ['empty-value', '5:1', 'parameterCount', 'leave the key out when nothing is known'],
      ['empty-value', '6:1', 'producer', 'leave the key out when nothing is known'],
    ],
  ],
  [
    'null in a list',
    `${model}architecture: [transformer, null]\n`,
    [['empty-value', '4:29', 'architecture', 'leave the key out when nothing is known']],
  ],
  [
    'null as evidence',
    `${model}released: { value: , at: null, rank: ~ }\n`,
    [
      ['empty-value', '4:13', 'value', 'leave the key out when nothing is known'],
      ['empty-value', '4:22', 'at', 'leave the key out when nothing is known'],
      ['empty-value', '4:32', 'rank', 'leave the key out when nothing is known'],
    ],
  ],
  [
    'an empty list and an empty mapping',
    `${model}architecture: []\naltName: {}\nreleased: { value: [] }\n`,
    [
      ['empty-value', '4:1', 'architecture', 'leave the key out when nothing is known'],
      ['empty-value', '5:1', 'altName', 'leave the key out when nothing is known'],
      ['empty-value', '6:13', 'value', 'leave the key out when nothing is known'],
    ],
  ],
  [
    'a mapping where a text is needed',
    `${model}released: { value: { a: b } }\nlayerCount: { value: 1, at: [a] }\n`,
    [
      ['no-value', '4:20', 'released', 'write { value: …, at: … }'],
      ['unknown-key', '4:22', 'a', 'did you mean "at"?'],
      ['not-a-scalar', '5:29', 'at', 'write at: and one word, number or text'],
    ],
  ],
  [
    'evidence inside of evidence',
    `${model}parameterCount: { value: { value: 70B } }\nreleased: { value: [2022, { status: unknown }], at: §1 }\naltName: { value: { value: Y, at: §2 }, at: §1 }\n`,
    [
      ['nested-value', '4:26', 'parameterCount', 'write one mapping: { value: …, at: … }'],
      ['nested-value', '5:27', 'released', 'write one mapping: { value: …, at: … }'],
      ['nested-value', '6:19', 'altName', 'write one mapping: { value: …, at: … }'],
    ],
  ],
  [
    'a confidence of more decimals than can be kept',
    `${model}released: { value: 2022, confidence: 0.0000001 }\n`,
    [['out-of-range', '4:38', 'confidence', 'confidence is a number from 0 to 1 with at most six decimals']],
  ],
  [
    'a value twice from one place, with other remarks',
    `${model}parameterCount:\n  - { value: 70B, rank: preferred, reason: a }\n  - { value: 70B, note: n }\n  - { value: 70B, note: n, at: §1 }\n`,
    [['duplicate-claim', '6:5', 'parameterCount', 'write the value once, or give each the place in the source (at:) that it stands in']],
  ],
  ['a list inside a list', `${model}architecture: [[transformer]]\n`, [['nested-list', '4:16', 'architecture', 'write one list']]],
  [
    'a language inside a language',
    `id: x\nsource: paper\nname: { en: { zh: X } }\n`,
    [
      ['no-value', '3:13', 'name', 'write { value: …, at: … }'],
      ['unknown-key', '3:15', 'zh', textKeys],
    ],
  ],
  [
    'a language without a text',
    `${model}altName: { en: , zh: 模型 }\n`,
    [['empty-value', '4:12', 'en', 'leave the key out when nothing is known']],
  ],
  [
    'a training that is a scalar',
    `${model}training: pre-training\n`,
    [['not-a-mapping', '4:11', 'training', 'write - { phase: …, method: … }']],
  ],
  [
    'trainings that are scalars and lists',
    `${model}training: [a, [b], null]\n`,
    [
      ['not-a-mapping', '4:12', 'training', 'write - { phase: …, method: … }'],
      ['not-a-mapping', '4:15', 'training', 'write - { phase: …, method: … }'],
      ['not-a-mapping', '4:20', 'training', 'write - { phase: …, method: … }'],
    ],
  ],
  [
    'a usage that is a scalar',
    `${training}    usage: hardware/a100\n`,
    [['not-a-mapping', '6:12', 'usage', 'write - { tokensSeen: …, duration: … }']],
  ],
  [
    'two phases in one training',
    `${model}training:\n  - phase: [pre-training, alignment]\n`,
    [['ambiguous-key', '5:12', 'phase', 'write one training for each']],
  ],
  [
    'no phase, and a usage of nothing',
    `${model}training:\n  - usage: [{ uses: hardware/zzzz }, { deviceCount: 8 }]\n`,
    [
      ['missing-key', '5:5', 'phase', 'add phase:'],
      ['unknown-reference', '5:21', 'uses', 'describe it: a document with id: zzzz and kind: Hardware'],
      ['missing-key', '5:38', 'uses', 'add uses:'],
    ],
  ],
  [
    'an evaluation without its keys',
    `${model}evaluation:\n  - { score: 67 }\n`,
    [
      ['missing-key', '5:5', 'benchmark', 'add benchmark:'],
      ['missing-key', '5:5', 'metric', 'add metric:'],
    ],
  ],
]
