/**
 * The terms of other vocabularies that the ontology uses, so that a slip in one is found. Those of fair4ml, it6 and mls were looked up
 * where they are defined; a new one of any is to be, too.
 */
import { iriOf } from './check.ts'

const terms = `
bibo:status
dc:creator
dcat:Dataset dcat:byteSize
dct:LicenseDocument dct:abstract dct:bibliographicCitation dct:created dct:creator dct:description dct:hasPart dct:identifier
dct:issued dct:language dct:license dct:modified dct:publisher dct:title
fair4ml:MLModel fair4ml:MLModelEvaluation fair4ml:evaluatedMLModel fair4ml:evaluatedOn fair4ml:evaluationMetrics
fair4ml:evaluationResults fair4ml:fineTunedFrom fair4ml:hasCO2eEmissions fair4ml:mlTask fair4ml:trainedOn
foaf:Document foaf:Organization foaf:name foaf:page
it6:Benchmark it6:Hardware it6:MachineLearningModel it6:fineTunedFrom it6:hasBenchmark it6:hasBibliographicReference
it6:hasProvider it6:hasVariation it6:modelArchitecture it6:totalNumberOfParameters it6:trainedOn
mls:Run
prov:Activity prov:Entity prov:Organization prov:Usage prov:hadPrimarySource prov:wasAttributedTo prov:wasDerivedFrom
schema:CreativeWork schema:Dataset schema:Organization schema:SoftwareApplication schema:codeRepository
schema:conditionsOfAccess schema:inLanguage schema:subjectOf schema:unitText schema:version
skos:altLabel skos:exactMatch
vann:preferredNamespacePrefix vann:preferredNamespaceUri
`

/** They as IRIs, with the two addresses that metadata lead to. */
export const borrowed: ReadonlySet<string> = new Set([
  ...terms.trim().split(/\s+/).map(iriOf),
  'http://purl.org/ontology/bibo/status/draft',
  'https://creativecommons.org/licenses/by/4.0/',
])
