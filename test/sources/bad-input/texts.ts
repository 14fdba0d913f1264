/** Bad input: texts, IRIs and identifiers. */
import { type BadInput, document, model } from './common.ts'

export const texts: readonly BadInput[] = [
  [
    'control characters in a name',
    `id: x\nsource: paper\nname: "a\\u0007b"\n`,
    [['bad-text', '3:7', 'name', 'take it out; of control characters only tab and line breaks are allowed']],
  ],
  [
    'an escape sequence in a note and a place',
    `${model}released: { value: 2022, note: "\\e[31mred", at: "\\e]0;x\\a" }\n`,
    [
      ['bad-text', '4:32', 'note', 'take it out; of control characters only tab and line breaks are allowed'],
      ['bad-text', '4:49', 'at', 'take it out; of control characters only tab and line breaks are allowed'],
    ],
  ],
  [
    'control characters in the place of a document',
    `${model}at: "a\\u009bb"\n`,
    [['bad-text', '4:5', 'at', 'take it out; of control characters only tab and line breaks are allowed']],
  ],
  [
    'an unpaired surrogate',
    `id: x\nsource: paper\nname: "\\ud800"\n`,
    [['bad-text', '3:7', 'name', 'take it out; of control characters only tab and line breaks are allowed']],
  ],
  [
    'a non-character',
    `id: x\nsource: paper\nname: "a\\uffff"\n`,
    [['bad-text', '3:7', 'name', 'take it out; of control characters only tab and line breaks are allowed']],
  ],
  [
    'NUL by an escape',
    `id: x\nsource: paper\nname: "a\\0b"\n`,
    [['bad-text', '3:7', 'name', 'take it out; of control characters only tab and line breaks are allowed']],
  ],
  ['a text of spaces', `id: x\nsource: paper\nname: "  "\n`, [['empty-value', '3:7', 'name', 'leave the key out when nothing is known']]],
  [
    'hostile 19: an IRI that would inject a triple',
    `${model}homepage: "https://a> . <x> <y> <z"\n`,
    [['bad-iri', '4:11', 'homepage', 'write an absolute one, such as https://example.org/, without spaces or <>"{}|\\^`']],
  ],
  [
    'an IRI with spaces',
    `${model}homepage: https://example.org/a b\n`,
    [['bad-iri', '4:11', 'homepage', 'write an absolute one, such as https://example.org/, without spaces or <>"{}|\\^`']],
  ],
  [
    'an IRI with a line break',
    `${model}homepage: "https://example.org/a\\nb"\n`,
    [['bad-iri', '4:11', 'homepage', 'write an absolute one, such as https://example.org/, without spaces or <>"{}|\\^`']],
  ],
  [
    'an IRI that turns the direction',
    `${model}homepage: "https://example.org/\\u202egpj.exe"\n`,
    [['bad-iri', '4:11', 'homepage', 'write an absolute one, such as https://example.org/, without spaces or <>"{}|\\^`']],
  ],
  [
    'a relative IRI',
    `${model}homepage: /about\nsameAs: example.org\n`,
    [
      ['bad-iri', '4:11', 'homepage', 'write an absolute one, such as https://example.org/, without spaces or <>"{}|\\^`'],
      ['bad-iri', '5:9', 'sameAs', 'write an absolute one, such as https://example.org/, without spaces or <>"{}|\\^`'],
    ],
  ],
  [
    'a scheme with a letter that only looks plain',
    `${model}homepage: "\\u212ahttp://a"\n`,
    [['bad-iri', '4:11', 'homepage', 'write an absolute one, such as https://example.org/, without spaces or <>"{}|\\^`']],
  ],
  [
    'an IRI of 9,000 characters',
    `${model}homepage: https://a/${'b'.repeat(9000)}\n`,
    [['bad-iri', '4:11', 'homepage', 'write an absolute one, such as https://example.org/, without spaces or <>"{}|\\^`']],
  ],
  [
    'hostile 19: a language tag with spaces',
    `${model}language: en us\n`,
    [['bad-language', '4:11', 'language', 'write a BCP 47 tag such as en, zh or pt-BR']],
  ],
  [
    'hostile 19: a language tag that would inject a triple',
    `${model}language: "en . <x> <y> <z>"\n`,
    [['bad-language', '4:11', 'language', 'write a BCP 47 tag such as en, zh or pt-BR']],
  ],
  [
    'hostile 19: a language of a name that would inject a triple',
    `id: x\nsource: paper\nname: { "en . <x> <y> <z>": X }\n`,
    [['bad-language', '3:9', 'language', 'write a BCP 47 tag such as en or zh']],
  ],
  [
    'a language of a value',
    `id: x\nsource: paper\nname: { value: X, language: "e n" }\n`,
    [['bad-language', '3:29', 'language', 'write a BCP 47 tag such as en or zh']],
  ],
  ['a hub id without an owner', `${model}hubId: bloom\n`, [['bad-value', '4:8', 'hubId', 'A hub id is OWNER/NAME.']]],
  ['a hub id with a line break', `${model}hubId: "a/b\\n"\n`, [['bad-value', '4:8', 'hubId', 'A hub id is OWNER/NAME.']]],
  [
    'an arXiv id',
    `${document}arxivId: arXiv:2203.15556\n`,
    [['bad-value', '5:10', 'arxivId', 'An arXiv identifier looks like 2203.15556.']],
  ],
  ['a DOI', `${document}doi: https://doi.org/10.1/x\n`, [['bad-value', '5:6', 'doi', 'A DOI looks like 10.48550/arXiv.2203.15556.']]],
  ['a checksum', `${document}sha256: ABC123\n`, [['bad-value', '5:9', 'sha256', '64 lower-case hexadecimal digits.']]],
]
