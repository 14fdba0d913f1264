/** Bad input: YAML. */
import { type BadInput, model, modelKeys } from './common.ts'

export const yaml: readonly BadInput[] = [
  [
    'hostile 24: an alias bomb',
    `a: &a [x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\n`,
    [
      ['unknown-key', '1:1', 'a', 'did you mean "at"?'],
      ['missing-key', '1:1', 'source', 'every statement has a source: name the Document that was read'],
      ['missing-key', '1:1', 'id', 'add id:'],
      ['unknown-key', '2:1', 'b', modelKeys],
      ['unknown-key', '3:1', 'c', modelKeys],
    ],
  ],
  [
    'hostile 24: an alias bomb in known keys',
    `${model}altName: &a [x, x]\narchitecture: &b [*a, *a, *a]\nproducer: *b\n`,
    [
      ['anchor', '4:13', 'altName', 'leave the anchor out'],
      ['anchor', '5:18', 'architecture', 'leave the anchor out'],
      ['alias', '6:11', 'producer', 'write the value out'],
    ],
  ],
  [
    'aliases in a list',
    `a: &a [x]\n${model}architecture: [*a, *a, *a]\n`,
    [
      ['unknown-key', '1:1', 'a', 'did you mean "at"?'],
      ['alias', '5:16', 'architecture', 'write the value out'],
      ['alias', '5:20', 'architecture', 'write the value out'],
      ['alias', '5:24', 'architecture', 'write the value out'],
    ],
  ],
  [
    'anchors that nothing leads to',
    `id: &id x\nsource: paper\nname: { en: &name X }\nreleased: &a { value: 2022 }\n`,
    [
      ['anchor', '1:9', 'id', 'leave the anchor out'],
      ['anchor', '3:19', 'name', 'leave the anchor out'],
      ['anchor', '4:14', 'released', 'leave the anchor out'],
    ],
  ],
  ['an alias to nothing', `${model}released: *nope\n`, [['alias', '4:11', 'released', 'write the value out']]],
  [
    'an alias to what is not there, in a list of mappings',
    `${model}training: [*a]\n`,
    [['alias', '4:12', 'training', 'write the value out']],
  ],
  ['an alias as a key', `${model}*x : y\n`, [['bad-key', '4:1', '', 'write the key out']]],
  ['merge keys', `${model}<<: { released: 2022 }\n`, [['unknown-key', '4:1', '<<', 'write the keys out: data has no merge keys']]],
  [
    'complex keys',
    `${model}? [a]\n: b\n? { c: d }\n: e\n`,
    [
      ['bad-key', '4:3', '', 'write key: value'],
      ['bad-key', '6:3', '', 'write key: value'],
    ],
  ],
  [
    'tags',
    `${model}released: !!js/function "f"\nhomepage: !!binary aGk=\narchitecture: !!set { dense, sparse }\nlayerCount: !!int 3\n`,
    [
      ['tag', '4:25', 'released', 'leave the tag out'],
      ['tag', '5:20', 'homepage', 'leave the tag out'],
      ['tag', '6:21', 'architecture', 'leave the tag out'],
      ['tag', '7:19', 'layerCount', 'leave the tag out'],
    ],
  ],
  ['a tag on a document', `!model\n${model}`, [['tag', '2:1', '', 'leave the tag out']]],
  [
    'hostile 24: duplicate keys',
    `${model}released: 2022\nreleased: 2023\n`,
    [['duplicate-key', '5:1', 'released', 'put both into one: several values are a list']],
  ],
  [
    'duplicate keys of a value',
    `${model}released: { value: 2022, value: 2023 }\n`,
    [['duplicate-key', '4:26', 'value', 'put both into one: several values are a list']],
  ],
  [
    'hostile 24: duplicate keys of prototypes',
    `${model}__proto__: 1\n__proto__: 2\n`,
    [
      ['unknown-key', '4:1', '__proto__', modelKeys],
      ['duplicate-key', '5:1', '__proto__', 'put both into one: several values are a list'],
    ],
  ],
  ['a tab as indentation', `${model}training:\n\t- phase: pre-training\n`, [['bad-yaml', '5:1', '', 'indent with spaces']]],
  ['an unclosed quote', `${model}altName: "X\nreleased: 2022\n`, [['bad-yaml', '4:10', '', 'close the quotation mark that opens here']]],
  [
    'an unclosed bracket',
    `${model}architecture: [dense\nreleased: 2022\n`,
    [['bad-yaml', '5:1', '', 'close the bracket, and indent all lines of one mapping alike']],
  ],
  [
    'a bracket too many',
    `${model}architecture: dense]\nreleased: ]\n`,
    [['bad-yaml', '5:11', '', 'put a text with brackets, colons or quotation marks in it between quotation marks']],
  ],
  [
    'a colon in a text',
    `${model}description: this: that\n`,
    [['bad-yaml', '4:14', '', 'put a text that holds ": " between quotation marks, or start a new line for the second key']],
  ],
  ['a line without a colon', `${model}released\n`, [['bad-yaml', '4:1', '', 'put a colon and a space after the key']]],
  [
    'an escape that is none',
    `${model}description: "\\q"\n`,
    [['bad-yaml', '4:15', '', 'write \\\\ for a backslash, or put the text between single quotes']],
  ],
  ['a version that is none', `%YAML 9.9\n---\n${model}`, [['bad-yaml', '1:1', '', 'data needs no directives: leave it out']]],
  [
    'directives',
    `%YAML 1.1\n%TAG ! tag:example.org,2022:\n---\n${model}`,
    [
      ['bad-yaml', '1:1', '', 'data needs no directives: leave it out'],
      ['bad-yaml', '2:1', '', 'data needs no directives: leave it out'],
    ],
  ],
  ['a directive for half a version', `%YAML\n---\n${model}`, [['bad-yaml', '1:1', '', 'data needs no directives: leave it out']]],
  ['an empty file', ``, [['empty-file', '1:1', '', 'write at least id, source and name']]],
  ['a file of comments', `# nothing\n# here\n`, [['empty-file', '1:1', '', 'write at least id, source and name']]],
  ['documents without content', `---\n---\n---\n`, [['empty-file', '1:1', '', 'write at least id, source and name']]],
  ['a list at the top', `- id: x\n- id: y\n`, [['not-a-mapping', '1:1', '', 'start with id: and source:']]],
  ['a scalar at the top', `just words\n`, [['not-a-mapping', '1:1', '', 'start with id: and source:']]],
  [
    'one bad document of four',
    `${model}---\nid: y\n  source: paper\n---\nid: z\nsource: paper\nname: Z\nreleased: 2022-13\n---\nid: v\nsource: paper\nname: V\nfineTunedFrom: [y, z]\n`,
    [
      ['bad-yaml', '5:5', '', 'put a text that holds ": " between quotation marks, or start a new line for the second key'],
      ['bad-date', '11:11', 'released', 'write 2022, 2022-03 or 2022-03-29'],
    ],
  ],
  [
    'a document that is a list among others',
    `${model}---\n- a\n---\nid: z\nsource: paper\nname: Z\nreleased: 2022-13\n`,
    [
      ['not-a-mapping', '5:1', '', 'start with id: and source:'],
      ['bad-date', '10:11', 'released', 'write 2022, 2022-03 or 2022-03-29'],
    ],
  ],
  [
    'hostile 24: 20,000 flow lists',
    `${model}architecture: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`,
    [['too-deep', '4:46', '', 'data has at most a handful of levels']],
  ],
  [
    '20,000 flow lists that are never closed',
    `${model}architecture: ${'['.repeat(20_000)}`,
    [['too-deep', '4:46', '', 'data has at most a handful of levels']],
  ],
  [
    'hostile 24: 20,000 flow mappings',
    `${model}released: ${'{a: '.repeat(20_000)}`,
    [['too-deep', '4:132', '', 'data has at most a handful of levels']],
  ],
  ['hostile 24: 20,000 block lists', `${'- '.repeat(20_000)}x\n`, [['too-deep', '1:64', '', 'data has at most a handful of levels']]],
  [
    '500 block mappings, and another document',
    `${Array.from({ length: 500 }, (_, level) => `${' '.repeat(level)}a:\n`).join('')}---\n${model}released: 2022-13\n`,
    [
      ['too-deep', '32:33', '', 'data has at most a handful of levels'],
      ['bad-date', '505:11', 'released', 'write 2022, 2022-03 or 2022-03-29'],
    ],
  ],
  [
    'a byte order mark and CRLF, which are fine',
    `\ufeff${model}released: 2022-13\n`.replaceAll('\n', '\r\n'),
    [['bad-date', '4:11', 'released', 'write 2022, 2022-03 or 2022-03-29']],
  ],
]
