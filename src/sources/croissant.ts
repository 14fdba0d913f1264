/** Croissant (https://docs.mlcommons.org/croissant/), 0.8 to 1.1: a dataset described in schema.org's words, as JSON-LD. */
import { slug } from '../model/iri.ts'
import { prefixes } from '../model/vocabulary.ts'
import { paperAt } from './addresses.ts'
import type { Content } from './content.ts'
import type { DocumentFacts } from './document.ts'
import { licenseOf, sayLicense } from './licenses.ts'
import type { Beside, Entry } from './sheet-writer.ts'
import { nothing, type Reading, type ReadOptions, type SourceFormat } from './source.ts'
import type { Saying, Setting } from './rdf/properties.ts'
import { readSource } from './rdf/read.ts'
import type { Fact, Facts } from './rdf/facts.ts'
import { said, type Outcome } from './rdf/given.ts'
import { nodeKey, type Things } from './rdf/things.ts'

export const croissant: SourceFormat = {
  name: 'croissant',
  title: 'Croissant descriptions of datasets',
  extensions: ['.json', '.jsonld'],
  recognises: ({ text, json }) =>
    text !== undefined &&
    /https?:\/\/mlcommons\.org\/(?:croissant|schema)\//.test(text.slice(0, 16_384)) &&
    typeof json === 'object' &&
    json !== null &&
    !Array.isArray(json) &&
    Object.hasOwn(json, '@context') &&
    /(?:^|[:/])Dataset$/.test(String((json as Record<string, unknown>)['@type'])),
  read,
}

function read({ file, name, text, problems }: Content, options: ReadOptions): Reading {
  if (text === undefined) return { ...nothing, noted: problems }
  return readSource(text, file, {
    ...options,
    format: 'croissant',
    serialisation: 'jsonld',
    documentOf: (facts, things) => documentOf(facts, things, name),
    more: sayOfDescription,
  })
}

const about = (facts: Facts, things: Things): string | undefined =>
  facts
    .subjects()
    .find(
      (node) =>
        things.kindOf(node) === 'Dataset' &&
        facts.of(node).some(({ predicate }) => /[/#](?:distribution|recordSet|conformsTo)$/.test(predicate)),
    )

/** The description is a document of its own, beside the dataset that it is of. */
function documentOf(facts: Facts, things: Things, fileName: string): DocumentFacts {
  const node = about(facts, things)
  const name = node === undefined ? fileName.replace(/\.\w+$/, '') : things.nameOf(node, ['Dataset'])
  return { id: slug(`${slug(name)}-croissant`), name: `Croissant description of ${name}`, type: 'dataset-card' }
}

/** A statement of the dataset that is about its description, and what it is to be said with. */
interface Own {
  readonly fact: Fact
  readonly node: string
  readonly value: string
  readonly beside: Beside
}

/** What comes of each, by local name (schema.org's properties of structured data). */
const sayers: Readonly<Record<string, (entry: Entry, own: Own, saying: Saying, setting: Setting) => Outcome>> = {
  sdVersion: (entry, { value, beside }) => said(entry.say('version', value, beside)),
  sdDatePublished: (entry, { value, beside }) => said(entry.say('released', value.slice(0, 10), beside)),
  sdLicense: (entry, { value, beside }) => {
    const why = sayLicense(entry, licenseOf(value), value, beside)
    return why === undefined ? 'used' : { why }
  },
  sdPublisher: (entry, { fact, beside }, _, { things }) => {
    const node = nodeKey(fact.object)
    if (node === undefined || things.kindOf(node) !== 'Organization') return { why: 'it is not said to be an organization' }
    return said(entry.link('producer', things.mentionOf(node, ['Organization']), beside))
  },
  // The hub writes its tags so, those of papers among them.
  keywords: (_, { node, value, beside }, { writer }, { things, file }) => {
    const paper = /^arxiv:/i.test(value) ? paperAt(value) : undefined
    if (!paper) return 'left'
    const dataset = things.mentionOf(node, ['Dataset'])
    return said(writer.thing(dataset, `dataset ${dataset.name}`, { file }).link('describedBy', paper, { ...beside, written: value }))
  },
  // Which version of Croissant the file is in.
  conformsTo: (_, { fact, value }) =>
    fact.predicate.startsWith(prefixes.dct) && /^https?:\/\/mlcommons\.org\/croissant\//.test(value) ? 'used' : 'left',
}

/** What the description says of itself, and in keywords of papers. */
function sayOfDescription(saying: Saying, setting: Setting, { name }: DocumentFacts): void {
  const { facts, writer, source } = saying
  const { things, notes, file } = setting
  const node = about(facts, things)
  if (node === undefined) return
  const entry = writer.thing({ kinds: ['Document'], name, identifiers: [{ scheme: 'iri', value: source }] }, undefined, { file })
  for (const fact of facts.of(node)) {
    const [field, place, { value }] = [things.short(fact.predicate), { file }, fact.object]
    const local = fact.predicate.replace(/^.*[/#]/, '')
    const outcome = Object.hasOwn(sayers, local)
      ? sayers[local]!(entry, { fact, node, value, beside: { field, place } }, saying, setting)
      : 'left'
    if (outcome === 'left') continue
    if (outcome !== 'used') notes.dropped(field, place, { value, why: outcome.why })
    facts.use(fact)
  }
}
