/** A small good file of each kind that is read, and the thing that it alone describes. */

const bill = { bomFormat: 'CycloneDX', specVersion: '1.6', components: [{ type: 'machine-learning-model', name: 'Bill Owl' }] }
const spdx = {
  '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
  '@graph': [
    { type: 'CreationInfo', '@id': '_:info', specVersion: '3.0.1', created: '2024-01-02T03:04:05Z' },
    { type: 'ai_AIPackage', spdxId: 'https://example.org/owl', creationInfo: '_:info', name: 'Spdx Owl' },
  ],
}
const croissant = {
  '@context': { '@vocab': 'https://schema.org/' },
  '@type': 'Dataset',
  name: 'Croissant Owls',
  'http://purl.org/dc/terms/conformsTo': { '@id': 'http://mlcommons.org/croissant/1.0' },
}
const fair = 'https://w3id.org/fair4ml#MLModel'

/** Their texts, by name: each is of one line, or of few. */
export const goodFiles = {
  'acme/card-owl/README.md': '---\nlicense: mit\n---\n# Card Owl\n',
  'record.json': JSON.stringify({ id: 'acme/record-owl', tags: ['license:mit'] }),
  'bill.cdx.json': JSON.stringify(bill),
  'bill.spdx.json': JSON.stringify(spdx),
  'croissant.json': JSON.stringify(croissant),
  'linked.jsonld': JSON.stringify({ '@id': 'http://example.org/l', '@type': fair, 'https://schema.org/name': 'Linked Owl' }),
  'turtle.ttl': `<http://example.org/t> a <${fair}> ; <https://schema.org/name> "Turtle Owl" .\n`,
  'triples.nt': `<http://example.org/n> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <${fair}> .\n<http://example.org/n> <https://schema.org/name> "Triple Owl" .\n`,
  'epoch-2025-04.csv': 'Model,Organization,Publication date,Parameters,Training compute (FLOP),Link\nTable Owl,Acme,2024-01-02,7e9,1e21,\n',
  'assets.yaml': "- type: model\n  name: Asset Owl\n  created_date: 2024-01-02\n  organization: Acme\n  description: ''\n",
} as const

/** The ids of the things, in the order of the files. */
export const goodIds: Readonly<Record<keyof typeof goodFiles, string>> = {
  'acme/card-owl/README.md': 'model/acme--card-owl',
  'record.json': 'model/acme--record-owl',
  'bill.cdx.json': 'model/bill-owl',
  'bill.spdx.json': 'model/spdx-owl',
  'croissant.json': 'dataset/croissant-owls',
  'linked.jsonld': 'model/linked-owl',
  'turtle.ttl': 'model/turtle-owl',
  'triples.nt': 'model/triple-owl',
  'epoch-2025-04.csv': 'model/table-owl',
  'assets.yaml': 'model/asset-owl',
}
