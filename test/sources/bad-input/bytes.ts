/** Bad input: bytes. */
import { type BadInput, model } from './common.ts'

export const bytes: readonly BadInput[] = [
  [
    'invalid UTF-8',
    Buffer.concat([Buffer.from(`${model}description: é`), Buffer.from([0xff, 0x0a])]),
    [['bad-encoding', '4:15', '', 'save it as UTF-8']],
  ],
  [
    'invalid UTF-8 after a replacement character that is meant',
    Buffer.concat([Buffer.from('# \ufffd\nid: '), Buffer.from([0xc3])]),
    [['bad-encoding', '2:5', '', 'save it as UTF-8']],
  ],
  ['a surrogate in UTF-8', Buffer.from([0x61, 0x3a, 0xed, 0xa0, 0x80]), [['bad-encoding', '1:3', '', 'save it as UTF-8']]],
  ['UTF-16 with a mark', Buffer.from(`\ufeff${model}`, 'utf16le'), [['bad-encoding', '1:1', '', 'it looks like UTF-16; save it as UTF-8']]],
  ['UTF-16 without a mark', Buffer.from(model, 'utf16le'), [['bad-encoding', '1:2', '', 'it looks like UTF-16; save it as UTF-8']]],
  ['NUL bytes', `${model}description: a\0b\n`, [['bad-encoding', '4:15', '', 'save it as UTF-8']]],
]
