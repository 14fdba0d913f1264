/**
 * The terms of other vocabularies that the ontology uses, so that a slip in one is found. Those of fair4ml, it6 and mls were looked up
 * where they are defined; a new one of any is to be, too.
 */
import { iriOf } from './check.ts'

const terms = `
bibo:doi bibo:status
dc:creator dc:title
dcat:Dataset dcat:byteSize dcat:distribution dcat:landingPage dcat:version
dct:LicenseDocument dct:abstract dct:alternative dct:bibliographicCitation dct:created dct:creator dct:description
dct:hasPart dct:identifier dct:isPartOf dct:isReferencedBy dct:isVersionOf dct:issued dct:language dct:license dct:modified dct:publisher
dct:references dct:source dct:title
fair4ml:MLModel fair4ml:MLModelEvaluation fair4ml:evaluatedMLModel fair4ml:evaluatedOn fair4ml:evaluationDataset
fair4ml:evaluationMetrics fair4ml:evaluationResults fair4ml:fineTunedFrom fair4ml:hasCO2eEmissions fair4ml:hasEvaluation
fair4ml:mlTask fair4ml:trainedOn
foaf:Document foaf:Organization foaf:homepage foaf:name foaf:page
it6:Benchmark it6:Hardware it6:Library it6:MachineLearningModel it6:Run it6:fineTunedFrom it6:hasBenchmark
it6:hasBibliographicReference it6:hasFile it6:hasProvider it6:hasVariation it6:modelArchitecture it6:releaseDate
it6:shortDescription it6:totalNumberOfParameters it6:trainedOn
mls:Model mls:Run mls:hasOutput
prov:Activity prov:Entity prov:Organization prov:Usage prov:atLocation prov:hadPrimarySource prov:wasAttributedTo
prov:wasDerivedFrom
schema:Article schema:CreativeWork schema:Dataset schema:Organization schema:ScholarlyArticle schema:SoftwareApplication
schema:SoftwareSourceCode schema:alternateName schema:author schema:citation schema:codeRepository schema:conditionsOfAccess
schema:contentSize schema:creator schema:dateCreated schema:datePublished schema:description schema:distribution
schema:hasPart schema:inLanguage schema:isBasedOn schema:isPartOf schema:isVariantOf schema:license schema:name
schema:provider schema:publisher schema:sameAs schema:sha256 schema:subjectOf schema:unitText schema:url schema:version
skos:altLabel skos:exactMatch skos:prefLabel
vann:preferredNamespacePrefix vann:preferredNamespaceUri
`

/** They as IRIs, with the two addresses that metadata lead to, and what is read of vocabularies that the ontology has no prefix for. */
export const borrowed: ReadonlySet<string> = new Set([
  ...terms.trim().split(/\s+/).map(iriOf),
  'http://purl.org/ontology/bibo/status/draft',
  'https://creativecommons.org/licenses/by/4.0/',
  'http://mlcommons.org/croissant/citeAs',
  'http://spdx.org/rdf/terms#checksum',
  'http://spdx.org/rdf/terms#checksumValue',
  'https://linkedpaperswithcode.com/class/paper',
])
