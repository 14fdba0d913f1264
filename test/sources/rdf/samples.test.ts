/** Each vocabulary that the ontology reads, in a small sample. */
import { describe, expect, test } from 'vitest'
import { droppedIn, linesOf, read, readText } from './claims-of.ts'
import { inFolder } from '../../graph-of.ts'

const prefixes = `
@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> . @prefix ex: <http://example.org/> .
@prefix fair4ml: <https://w3id.org/fair4ml#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix it6: <http://data.europa.eu/it6/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix prov: <http://www.w3.org/ns/prov#> . @prefix schema: <http://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix st: <https://w3id.org/stemma#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix mls: <http://www.w3.org/ns/mls#> .
`
const turtle = (text: string) => readText('sample.ttl', prefixes + text)

test('FAIR4ML: a model, its base, its data, its evaluation', () => {
  const gathered = turtle(`
ex:small a fair4ml:MLModel ; schema:name "Small" , "Petit"@fr ; fair4ml:fineTunedFrom <https://huggingface.co/owner/base> ;
  fair4ml:trainedOn [ a schema:Dataset ; schema:name "Letters" ] ; fair4ml:mlTask "text-generation" ;
  schema:author [ a schema:Person ; schema:name "A. Person" ] , [ a schema:Organization ; schema:name "A Lab" ] ;
  fair4ml:hasEvaluation [ a fair4ml:MLModelEvaluation ; fair4ml:evaluationDataset [ schema:name "A Test" ] ; fair4ml:evaluationMetrics "accuracy" ; fair4ml:evaluationResults "0.5" ] ,
    [ a fair4ml:MLModelEvaluation ; fair4ml:evaluationResults "0.7" ] ;
  fair4ml:ethicalSocial "None." .`)
  expect(linesOf(gathered)).toEqual([
    'benchmark/a-test name "A Test"@en | http://example.org/small',
    'dataset/letters name "Letters"@en | dataset Letters',
    'evaluation/small--a-test--accuracy benchmark benchmark/a-test | ',
    'evaluation/small--a-test--accuracy metric "accuracy" | ',
    'evaluation/small--a-test--accuracy ofModel model/small | ',
    'evaluation/small--a-test--accuracy score "0.5" | http://example.org/small',
    'model/owner--base name "base"@en | http://example.org/small',
    'model/owner--base hubId "owner/base" | http://example.org/small',
    'model/small name "Petit"@fr | http://example.org/small',
    'model/small name "Small"@en | http://example.org/small',
    'model/small sameAs http://example.org/small | http://example.org/small',
    'model/small fineTunedFrom model/owner--base | http://example.org/small',
    'model/small producer organization/a-lab | http://example.org/small',
    'model/small task "text-generation" | http://example.org/small',
    'model/small trainedOn dataset/letters | http://example.org/small',
    'organization/a-lab name "A Lab"@en | organization A Lab',
  ])
  expect(droppedIn(gathered)).toEqual([
    'rdf: schema:author (not understood) ×1: it is a person, and producer takes organizations',
    'rdf: fair4ml:hasEvaluation (not understood) ×1: it does not tell its benchmark, by which one evaluation is told from another',
    'rdf: fair4ml:ethicalSocial ×1',
    'rdf: fair4ml:evaluationResults ×1',
  ])
})

test('MLDCAT-AP: files with checksums, a paper behind a reference, variations, distributions', () => {
  const spdx = 'http://spdx.org/rdf/terms#'
  const gathered = turtle(`
<https://huggingface.co/owner/small> a it6:MachineLearningModel ; dct:title "Small" ; dct:identifier "owner/small" , "urn:other" ;
  it6:totalNumberOfParameters "7000000"^^xsd:nonNegativeInteger ; it6:releaseDate "2025-01-02"^^xsd:date ; dct:issued "soon" ;
  it6:hasFile [ <${spdx}checksum> [ <${spdx}algorithm> <${spdx}checksumAlgorithm_sha256> ; <${spdx}checksumValue> "${'AB'.repeat(32)}" ] ] ;
  it6:hasBibliographicReference [ dct:references <https://arxiv.org/abs/2501.00001> ] ;
  it6:hasProvider <https://lab.example/> ; dct:license <https://spdx.org/licenses/MIT.html> ; dct:language <http://publications.europa.eu/resource/authority/language/DEU> .
<https://lab.example/> a foaf:Agent ; foaf:name "A Lab" .
ex:family a it6:MachineLearningModel ; dct:title "The Family" ; it6:hasVariation <https://huggingface.co/owner/small> .
ex:one a dcat:Dataset ; dct:title "One" ; dcat:distribution [ dcat:byteSize 1000 ] .
ex:two a dcat:Dataset ; dct:title "Two" ; dcat:distribution [ dcat:byteSize 1000 ] , [ dcat:byteSize 2000 ] ; dct:isPartOf ex:one .
ex:run a mls:Run ; mls:hasOutput ex:family .`)
  expect(linesOf(gathered)).toEqual([
    'dataset/one name "One"@en | http://example.org/one',
    'dataset/one sameAs http://example.org/one | http://example.org/one',
    'dataset/one hasPart dataset/two | http://example.org/one',
    'dataset/one sizeInBytes "1000" | http://example.org/one | said of the only thing that it is distributed as',
    'dataset/two name "Two"@en | http://example.org/two',
    'dataset/two sameAs http://example.org/two | http://example.org/two',
    'document/arxiv-2501.00001 name "arXiv:2501.00001"@en | https://huggingface.co/owner/small',
    'document/arxiv-2501.00001 arxivId "2501.00001" | https://huggingface.co/owner/small',
    'license/mit name "MIT"@en | https://huggingface.co/owner/small',
    'license/mit spdxId "MIT" | https://huggingface.co/owner/small',
    'model/owner--small released "2025-01-02" | https://huggingface.co/owner/small',
    'model/owner--small license license/mit | https://huggingface.co/owner/small | "https://spdx.org/licenses/MIT.html"',
    'model/owner--small name "Small"@en | https://huggingface.co/owner/small',
    'model/owner--small describedBy document/arxiv-2501.00001 | https://huggingface.co/owner/small',
    'model/owner--small hubId "owner/small" | https://huggingface.co/owner/small',
    'model/owner--small language "de" | https://huggingface.co/owner/small',
    'model/owner--small parameterCount "7000000" | https://huggingface.co/owner/small',
    'model/owner--small producer organization/a-lab | https://huggingface.co/owner/small',
    'model/owner--small variantOf model/the-family | https://huggingface.co/owner/small',
    `model/owner--small weightsDigest "sha256:${'ab'.repeat(32).slice(0, 53)}" | https://huggingface.co/owner/small`,
    'model/the-family name "The Family"@en | http://example.org/family',
    'model/the-family sameAs http://example.org/family | http://example.org/family',
    'organization/a-lab name "A Lab"@en | https://huggingface.co/owner/small',
  ])
  expect(droppedIn(gathered)).toEqual([
    'rdf: dct:issued (not understood) ×1: "soon" is not a date',
    'rdf: mls:hasOutput (not understood) ×1: it does not tell its phase, by which one training is told from another',
    'rdf: dct:identifier ×1',
    'rdf: dcat:distribution ×2',
    'rdf: things of no class ×2',
  ])
})

describe('PROV and schema.org', () => {
  test('what is derived from what, made by whom, the same as what', () => {
    const gathered = turtle(`
ex:b a schema:Dataset ; schema:name "B" ; prov:wasDerivedFrom ex:a ; owl:sameAs <https://huggingface.co/datasets/owner/b> ;
  schema:license "unknown" ; schema:citation "A paper, arXiv:2501.00002v3" , "hearsay" ; schema:creator "Somebody" ; schema:publisher "A Lab" .
ex:a a schema:Dataset , schema:CreativeWork ; rdfs:label "A"@en .
ex:m a fair4ml:MLModel ; schema:isBasedOn ex:a , ex:model-2 .
ex:model-2 fair4ml:fineTunedFrom ex:model-1 .`)
    expect(linesOf(gathered)).toEqual([
      'dataset/a name "A"@en | http://example.org/a',
      'dataset/a sameAs http://example.org/a | http://example.org/a',
      'dataset/owner--b license unknown | http://example.org/b',
      'dataset/owner--b name "B"@en | http://example.org/b',
      'dataset/owner--b sameAs http://example.org/b | http://example.org/b',
      'dataset/owner--b derivedFrom dataset/a | http://example.org/b',
      'dataset/owner--b describedBy document/arxiv-2501.00002 | http://example.org/b | "A paper, arXiv:2501.00002v3"',
      'dataset/owner--b hubId "owner/b" | http://example.org/b',
      'dataset/owner--b producer organization/a-lab | http://example.org/b',
      'document/arxiv-2501.00002 name "arXiv:2501.00002"@en | http://example.org/b',
      'document/arxiv-2501.00002 arxivId "2501.00002" | http://example.org/b',
      'model/m name "m"@en | http://example.org/m',
      'model/m sameAs http://example.org/m | http://example.org/m',
      'model/m derivedFrom model/model-2 | http://example.org/m',
      'model/model-1 name "model-1"@en | http://example.org/model-2',
      'model/model-2 name "model-2"@en | http://example.org/model-2',
      'model/model-2 sameAs http://example.org/model-2 | http://example.org/model-2',
      'model/model-2 fineTunedFrom model/model-1 | http://example.org/model-2',
      'organization/a-lab name "A Lab"@en | http://example.org/b',
    ])
    expect(droppedIn(gathered)).toEqual([
      'rdf: schema:creator (not understood) ×1: it does not tell whether it names a person or an organization',
      'rdf: schema:citation (not understood) ×1: it names no document that can be told by an address, an identifier or a title',
      'rdf: schema:isBasedOn (not understood) ×1: it is a dataset, and derivedFrom takes models',
      'rdf: rdf:type ×1',
    ])
  })

  test('the same in RDF/XML and in JSON-LD', () => {
    const xml = readText(
      'sample.rdf',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:schema="https://schema.org/">
<schema:Dataset rdf:about="http://example.org/a"><schema:name xml:lang="en">A</schema:name><schema:inLanguage>en-us</schema:inLanguage></schema:Dataset></rdf:RDF>`,
    )
    const json = readText(
      'sample.json',
      '{"@context": "https://schema.org/", "@type": "Dataset", "@id": "http://example.org/a", "name": "A", "inLanguage": "en-US"}',
    )
    const lines = ['dataset/a name "A"@en', 'dataset/a sameAs http://example.org/a', 'dataset/a language "en-us"'].map(
      (line) => `${line} | http://example.org/a`,
    )
    expect(linesOf(xml).map((line) => line.replace(/ \| "en-US"$/, ''))).toEqual(lines)
    expect(linesOf(json).map((line) => line.replace(/ \| "en-US"$/, ''))).toEqual(lines)
  })
})

test('Croissant 0.8, before it had a version of its own', () => {
  const gathered = readText(
    'croissant.json',
    JSON.stringify({
      '@context': {
        '@vocab': 'https://schema.org/',
        '@language': 'en',
        sc: 'https://schema.org/',
        ml: 'http://mlcommons.org/schema/',
        recordSet: 'ml:recordSet',
      },
      '@type': 'sc:Dataset',
      name: 'letters',
      url: 'https://huggingface.co/datasets/owner/letters',
      license: 'other',
      datePublished: '2024-01-02T03:04:05Z',
      sdLicense: 'https://creativecommons.org/licenses/by/4.0/',
      distribution: [
        { '@type': 'ml:FileObject', '@id': 'all', contentSize: '12 kB' },
        { '@type': 'ml:FileObject', '@id': 'some', contentSize: '5 kB', containedIn: { '@id': 'all' } },
      ],
      recordSet: [{ '@type': 'ml:RecordSet', name: 'rows' }],
    }),
  )
  expect(linesOf(gathered)).toEqual([
    'dataset/owner--letters released "2024-01-02" | dataset letters | "2024-01-02T03:04:05Z"',
    'dataset/owner--letters license unknown | dataset letters',
    'dataset/owner--letters name "letters"@en | dataset letters',
    'dataset/owner--letters hubId "owner/letters" | dataset letters',
    'dataset/owner--letters sizeInBytes "12000" | dataset letters | "12 kB" | said of the only thing that it is distributed as',
    'license/cc-by-4.0 name "CC-BY-4.0"@en | ',
    'license/cc-by-4.0 spdxId "CC-BY-4.0" | ',
  ])
  const own = gathered.claims.filter(({ subject, property }) => subject.endsWith('/letters-croissant') && property.endsWith('license'))
  expect(own.map(({ value }) => value?.value)).toEqual(['https://w3id.org/stemma/license/cc-by-4.0'])
  expect(droppedIn(gathered)).toEqual([
    'croissant: http://mlcommons.org/schema/recordSet ×1',
    'croissant: schema:distribution ×1',
    'croissant: things of http://mlcommons.org/schema/RecordSet ×1',
    'croissant: rdf:type ×1',
    'croissant: things of http://mlcommons.org/schema/FileObject ×1',
  ])
})

describe('who says so', () => {
  const graphs = `@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix fair4ml: <https://w3id.org/fair4ml#> . @prefix dct: <http://purl.org/dc/terms/> .
<http://example.org/paper> a foaf:Document ; dct:title "The Paper" .
<http://example.org/paper> { <http://example.org/m> a fair4ml:MLModel ; dct:title "M" }
<http://example.org/other> { <http://example.org/n> a fair4ml:MLModel ; dct:title "N" }`
  test('a graph that is named by a document of the file is what it says; another is what the file says', () => {
    const { claims } = readText('sample.trig', graphs)
    const sources = claims
      .filter(({ property, subject }) => property.endsWith('#label') && /\/model\//.test(subject))
      .map(({ subject, source }) => [subject, source].map((iri) => iri.slice(24)))
    expect(sources).toEqual([
      ['model/m', 'document/the-paper'],
      ['model/n', 'document/sample'],
    ])
  })
})

test('terms of vocabularies and shapes are no data', () => {
  const { claims, noted, dropped } = turtle(`
fair4ml:MLModel a rdfs:Class ; rdfs:label "ML model" ; rdfs:subClassOf schema:CreativeWork .
st:Model a owl:Class , rdfs:Class ; rdfs:label "model" .
ex:Shape a <http://www.w3.org/ns/shacl#NodeShape> ; dct:title "A shape" .`)
  expect(claims).toEqual([])
  expect(noted.map(({ code }) => code)).toEqual(['no-things'])
  expect([...dropped].map(([field, { count }]) => [field, count])).toEqual([['rdf: terms of a vocabulary', 3]])
})

test('what is wrong with one file does not keep others from being read', () => {
  const files = {
    'a.jsonld': '{"@context": "http://127.0.0.1:9/context", "@type": "Dataset"}',
    'b.rdf': '<!DOCTYPE r [<!ENTITY x "y">]><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
    'c.ttl': `${prefixes}ex:m a fair4ml:MLModel ; schema:name "M" .\nex:n oops`,
    'd.nt':
      '<http://example.org/n> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/fair4ml#MLModel> .\n<http://example.org/n> <https://schema.org/name> "N" .',
  }
  const gathered = inFolder(files, (folder) => read(folder))
  expect(gathered.noted.map(({ code }) => code)).toEqual(['refused-context', 'refused-declaration', 'bad-rdf'])
  expect(linesOf(gathered).filter((line) => line.includes(' name '))).toEqual([
    'model/m name "M"@en | http://example.org/m',
    'model/n name "N"@en | http://example.org/n',
  ])
})

test('of what has an IRI a type is enough: it goes by its IRI, but for what something is made of that points to it', () => {
  const gathered = turtle(`
ex:Owl-7B a fair4ml:MLModel .
<https://huggingface.co/acme/owl> a fair4ml:MLModel .
ex:base a fair4ml:MLModel .
ex:seen a fair4ml:MLModel .
[] a fair4ml:MLModel .
ex:top a fair4ml:MLModel ; fair4ml:fineTunedFrom ex:base ; ex:sees ex:seen .`)
  expect(linesOf(gathered).filter((line) => line.includes(' name '))).toEqual([
    'model/acme--owl name "owl"@en | https://huggingface.co/acme/owl',
    'model/base name "base"@en | http://example.org/top',
    'model/owl-7b name "Owl-7B"@en | http://example.org/Owl-7B',
    'model/seen name "seen"@en | http://example.org/seen',
    'model/top name "top"@en | http://example.org/top',
  ])
  expect(droppedIn(gathered)).toEqual(['rdf: a model without a name ×1', 'rdf: rdf:type ×2', 'rdf: http://example.org/sees ×1'])
})
