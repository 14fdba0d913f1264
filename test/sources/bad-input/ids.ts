/** Bad input: ids and kinds. */
import { type BadInput, model, training } from './common.ts'

export const ids: readonly BadInput[] = [
  [
    'an id twice in one file',
    `${model}---\n${model}`,
    [['duplicate-id', '5:5', 'id', 'put both into one document, or give this one its own id']],
  ],
  [
    'an id as in another file',
    `id: parent\nsource: paper\nname: Parent\n`,
    [['duplicate-id', 'good.yaml:6:5', 'id', 'put both into one document, or give this one its own id']],
  ],
  ['a training twice', `${training}  - phase: pre-training\n`, [['duplicate-id', '6:12', 'phase', 'put both into one training']]],
  [
    'an evaluation twice',
    `${model}evaluation:\n  - { benchmark: mmlu, metric: accuracy, score: 1 }\n  - { benchmark: mmlu, metric: accuracy, score: 2 }\n`,
    [['duplicate-id', '6:18', 'benchmark', 'put both into one evaluation']],
  ],
  [
    'an evaluation twice, its setting in other words',
    `${model}evaluation:\n  - { benchmark: mmlu, metric: accuracy, setting: "test set, 0-shot", score: 1 }\n  - { benchmark: mmlu, metric: accuracy, setting: "Zero-shot, test set", score: 2 }\n`,
    [['duplicate-id', '6:18', 'benchmark', 'put both into one evaluation']],
  ],
  ['no id', `source: paper\nname: X\n`, [['missing-key', '1:1', 'id', 'add id:']]],
  ['no name', `id: x\nsource: paper\n`, [['no-name', '1:5', 'name', 'add name:']]],
  [
    'an empty id',
    `id: ""\nsource: paper\nname: X\n`,
    [['bad-id', '1:5', 'id', 'ids are lower-case letters and digits, joined by single hyphens or dots']],
  ],
  [
    'an id with upper case and spaces',
    `id: My Model\nsource: paper\nname: X\n`,
    [['bad-id', '1:5', 'id', 'write my-model: ids are lower-case letters and digits, joined by single hyphens or dots']],
  ],
  [
    'an id with two hyphens',
    `id: a--b\nsource: paper\nname: X\n`,
    [['bad-id', '1:5', 'id', 'write a-b: ids are lower-case letters and digits, joined by single hyphens or dots']],
  ],
  [
    'an id with slashes',
    `id: ../../etc/passwd\nsource: paper\nname: X\n`,
    [['bad-id', '1:5', 'id', 'write etc-passwd: ids are lower-case letters and digits, joined by single hyphens or dots']],
  ],
  [
    'hostile 19: an id that would inject a triple',
    `id: "a> . <x> <y> <z"\nsource: paper\nname: X\n`,
    [['bad-id', '1:5', 'id', 'ids are lower-case letters and digits, joined by single hyphens or dots']],
  ],
  [
    'an id of 500 characters',
    `id: ${'a'.repeat(500)}\nsource: paper\nname: X\n`,
    [['bad-id', '1:5', 'id', 'ids have at most 120 characters']],
  ],
  [
    'an id with an escape sequence',
    `id: "a\\e[2Jb"\nsource: paper\nname: X\n`,
    [['bad-id', '1:5', 'id', 'ids are lower-case letters and digits, joined by single hyphens or dots']],
  ],
  [
    'ids of prototypes',
    `id: __proto__\nsource: paper\nname: X\n---\nid: toString\nsource: paper\nname: X\n`,
    [
      ['bad-id', '1:5', 'id', 'write proto: ids are lower-case letters and digits, joined by single hyphens or dots'],
      ['bad-id', '5:5', 'id', 'write tostring: ids are lower-case letters and digits, joined by single hyphens or dots'],
    ],
  ],
  ['an id that is a list', `id: [x]\nsource: paper\nname: X\n`, [['not-a-scalar', '1:5', 'id', 'write id: and one word, number or text']]],
  [
    'a kind in lower case',
    `kind: model\n${model}releasd: 2022\n`,
    [
      ['unknown-kind', '1:7', 'kind', 'write Model'],
      ['unknown-key', '5:1', 'releasd', 'did you mean "released"?'],
    ],
  ],
  ['a kind in the plural', `kind: datasets\n${model}`, [['unknown-kind', '1:7', 'kind', 'write Dataset']]],
  [
    'a kind that is misspelt',
    `kind: Modle\n${model}released: 2022-13\n`,
    [
      ['unknown-kind', '1:7', 'kind', 'did you mean "Model"?'],
      ['bad-date', '5:11', 'released', 'write 2022, 2022-03 or 2022-03-29'],
    ],
  ],
  [
    'a kind that stands inside another',
    `kind: Training\n${model}`,
    [['unknown-kind', '1:7', 'kind', 'Training has no document of its own: write it under training: of its Model']],
  ],
  [
    'a usage as a kind',
    `kind: Usage\n${model}`,
    [['unknown-kind', '1:7', 'kind', 'Usage has no document of its own: write it under usage: of its Training']],
  ],
  [
    'a kind of nothing',
    `kind: Spaceship\n${model}`,
    [
      [
        'unknown-kind',
        '1:7',
        'kind',
        'one of: Model, Dataset, Hardware, Organization, Software, Application, Document, Benchmark, License, Mention',
      ],
    ],
  ],
  [
    'a kind of prototypes',
    `kind: constructor\n${model}`,
    [
      [
        'unknown-kind',
        '1:7',
        'kind',
        'one of: Model, Dataset, Hardware, Organization, Software, Application, Document, Benchmark, License, Mention',
      ],
    ],
  ],
  ['a kind that is empty', `kind:\n${model}`, [['empty-value', '1:1', 'kind', 'leave the key out when nothing is known']]],
  ['a kind that is a list', `kind: [Model]\n${model}`, [['not-a-scalar', '1:7', 'kind', 'write kind: and one word, number or text']]],
]
