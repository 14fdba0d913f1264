/** Bad input: sources. */
import { type BadInput, model, training } from './common.ts'

export const sources: readonly BadInput[] = [
  [
    'missing',
    `id: x\nname: X\nreleased: 2022\n`,
    [['missing-key', '1:1', 'source', 'every statement has a source: name the Document that was read']],
  ],
  [
    'missing, with more that is wrong',
    `id: x\nname: X\nreleased: 22-03\nproducer: nobody\n`,
    [
      ['missing-key', '1:1', 'source', 'every statement has a source: name the Document that was read'],
      ['bad-date', '3:11', 'released', 'write 2022, 2022-03 or 2022-03-29'],
      ['unknown-reference', '4:11', 'producer', 'describe it: a document with id: nobody and kind: Organization'],
    ],
  ],
  [
    'that is not described, reported once',
    `id: x\nsource: nowhere\nname: X\nreleased: 2022\nparameterCount: 7B\n`,
    [['unknown-reference', '2:9', 'source', 'describe it: a document with id: nowhere and kind: Document']],
  ],
  [
    'that is a model',
    `id: x\nsource: parent\nname: X\n`,
    [['wrong-class', '2:9', 'source', 'name a document, or describe one: a document with id: parent and kind: Document']],
  ],
  ['that says it is a model', `id: x\nsource: model/parent\nname: X\n`, [['bad-reference', '2:9', 'source', 'it takes document']]],
  [
    'of a value',
    `${model}released: { value: 2022, source: nowhere, citing: nobody }\n`,
    [
      ['unknown-reference', '4:34', 'source', 'describe it: a document with id: nowhere and kind: Document'],
      ['unknown-reference', '4:51', 'citing', 'describe it: a document with id: nobody and kind: Document'],
    ],
  ],
  [
    'of a training',
    `${training}    source: nowhere\n    citing: model/parent\n`,
    [
      ['unknown-reference', '6:13', 'source', 'describe it: a document with id: nowhere and kind: Document'],
      ['bad-reference', '7:13', 'citing', 'it takes document'],
    ],
  ],
  ['as a list', `id: x\nsource: [paper]\nname: X\n`, [['not-a-scalar', '2:9', 'source', 'write source: and one word, number or text']]],
]
