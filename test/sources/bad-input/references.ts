/** Bad input: references. */
import { type BadInput, model, training } from './common.ts'

export const references: readonly BadInput[] = [
  ['to nothing', `${model}fineTunedFrom: parrent\n`, [['unknown-reference', '4:16', 'fineTunedFrom', 'did you mean "parent"?']]],
  [
    'to nothing, with nothing near',
    `${model}trainedOn: [corpus, zzzz]\n`,
    [['unknown-reference', '4:21', 'trainedOn', 'describe it: a document with id: zzzz and kind: Dataset']],
  ],
  [
    'to nothing, in a value with evidence',
    `${model}trainedOn: { value: zzzz, at: §1 }\n`,
    [['unknown-reference', '4:21', 'trainedOn', 'describe it: a document with id: zzzz and kind: Dataset']],
  ],
  [
    'without a class where several are possible',
    `${training}    usage: [{ uses: a100 }]\n`,
    [['bad-reference', '6:21', 'uses', 'write dataset/a100 or hardware/a100 or software/a100']],
  ],
  [
    'to a class that the key does not take',
    `${model}fineTunedFrom: dataset/corpus\n`,
    [['bad-reference', '4:16', 'fineTunedFrom', 'it takes model']],
  ],
  [
    'to a class that does not exist',
    `${training}    usage: [{ uses: machines/a100 }]\n`,
    [['bad-reference', '6:21', 'uses', 'it takes dataset, hardware, software']],
  ],
  [
    'to a thing of another class',
    `${model}fineTunedFrom: corpus\n`,
    [['wrong-class', '4:16', 'fineTunedFrom', 'name a model, or describe one: a document with id: corpus and kind: Model']],
  ],
  [
    'to nothing, while an address under the base is none',
    `${model}sameAs: [https://w3id.org/stemma/model/nope, https://w3id.org/stemma/model/, "https://w3id.org/stemma/model/parent?x"]\nfineTunedFrom: zzzz\n`,
    [['unknown-reference', '5:16', 'fineTunedFrom', 'describe it: a document with id: zzzz and kind: Model']],
  ],
  [
    'short for an IRI, where an IRI is asked for',
    `${model}homepage: ["st:foo", "dct:title", "model:parent", "urn:x:y"]\n`,
    [
      ['bad-iri', '4:12', 'homepage', 'write it out: https://w3id.org/stemma#foo'],
      ['bad-iri', '4:22', 'homepage', 'write it out: http://purl.org/dc/terms/title'],
      ['bad-iri', '4:35', 'homepage', 'write it out: https://w3id.org/stemma/model/parent'],
    ],
  ],
  [
    'with upper case',
    `${model}producer: DeepMind\n`,
    [['bad-reference', '4:11', 'producer', 'write deepmind: ids are lower-case letters and digits, joined by single hyphens or dots']],
  ],
  [
    'with spaces around',
    `${model}producer: " deepmind"\n`,
    [['bad-reference', '4:11', 'producer', 'write deepmind: ids are lower-case letters and digits, joined by single hyphens or dots']],
  ],
  [
    'hostile 19: that would inject a triple',
    `${model}producer: "organization:a> . <x> <y> <z"\n`,
    [['bad-reference', '4:11', 'producer', 'it takes the id of: organization']],
  ],
  [
    'hostile 19: that would inject a triple, as an IRI',
    `${model}producer: "https://w3id.org/stemma/organization/a> . <x> <y> <z"\n`,
    [['bad-reference', '4:11', 'producer', 'it takes the id of: organization']],
  ],
  [
    'hostile 19: to a blank node with spaces',
    `${model}producer: "_:a b"\n`,
    [['bad-reference', '4:11', 'producer', 'it takes the id of: organization']],
  ],
  [
    'to another place by an IRI',
    `${model}producer: https://example.org/deepmind\n`,
    [['bad-reference', '4:11', 'producer', 'it takes the id of: organization']],
  ],
  [
    'out of its class by dots',
    `${model}producer: "organization:../model/parent"\n`,
    [['bad-reference', '4:11', 'producer', 'it takes the id of: organization']],
  ],
  [
    'by a name of prototypes',
    `${model}producer: "constructor:x"\nfineTunedFrom: __proto__\ntrainedOn: toString\n`,
    [
      ['bad-reference', '4:11', 'producer', 'it takes the id of: organization'],
      ['bad-reference', '5:16', 'fineTunedFrom', 'write proto: ids are lower-case letters and digits, joined by single hyphens or dots'],
      ['bad-reference', '6:12', 'trainedOn', 'write tostring: ids are lower-case letters and digits, joined by single hyphens or dots'],
    ],
  ],
]
