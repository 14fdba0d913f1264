import { expect, test } from 'vitest'
import { sizeUnit } from '../../../src/sources/epoch/size-unit.ts'

test.each([
  ['13100000000.0', '13.1B tokens', 'tokenCount'],
  ['627000000000.0', 'a high quality 627B token dataset', 'tokenCount'],
  ['262500000000.0', '350B tokens ~= 262B words', 'wordCount'],
  ['1050000001.0000012', '1.5M triplets * 700 = 1.05B tokens', 'tokenCount'],
  ['167000000000.0', 'which corresponds to 167B tokens in 100 languages', 'tokenCount'],
  ['1120000000000.0', '1.12×10^12 tokens', 'tokenCount'],
  ['5700000.0', 'a corpus of 5.7 million documents (5.4 billion words)', 'documentCount'],
  ['300000000000.0', 'We train all models for 300 billion tokens with a 2048 token context window', 'tokensSeen'],
  ['270000000000.0', 'trained MT-NLG on 270 billions tokens by blending', 'tokensSeen'],
  ['400000000000.0', 'the 400B-token training', 'tokenCount'],
  ['14000000.0', 'a 14 million word training set', 'wordCount'],
  ['2000000000000.0', 'trained on a dataset of 2T tokens', 'tokenCount'],
  ['7000000000000.0', 'pre-trained on a large dataset comprising over 7 trillion tokens', 'tokenCount'],
])('%s of "%s" is %s', (size, notes, key) => {
  expect(sizeUnit(size, notes)).toBe(key)
})

test.each([
  ['the notes have another figure', '1050000000000.0', 'training on 1.4 trillion tokens; 1 token ~ 0.75 words'],
  ['it is a rate', '200000000.0', 'if approx 200M words per GB'],
  ['no unit is told', '300000000000.0', '300b, per table d.1'],
  ['two units are told of one figure', '300000000.0', '300M tokens, that is 300M words'],
  ['the unit is none of ours', '1281167.0', '1,281,167 images'],
  ['there are no notes', '60000.0', ''],
  ['there is no figure', 'many', 'many tokens'],
])('the unit is unknown where %s', (_, size, notes) => {
  expect(sizeUnit(size, notes)).toBeUndefined()
})

test('what a training went through several times is a figure of the data', () => {
  expect([undefined, '1.0', '4.0'].map((epochs) => sizeUnit('1e12', 'Trained on 1T tokens', epochs))).toEqual([
    'tokensSeen',
    'tokensSeen',
    'tokenCount',
  ])
})
