/**
 * The dataset as catalogues read it: VoID (https://www.w3.org/TR/void/), DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/) and
 * schema.org, with its dumps and their checksums. What the graph says of itself is part of it.
 */
import type { Quad } from '@rdfjs/types'
import type { Format } from '../formats/format.ts'
import type { Graph } from '../graph/graph.ts'
import { defaultGraph } from '../graph/index/graph-sets.ts'
import { matching } from '../graph/index/match.ts'
import { countMatching } from '../graph/index/match.ts'
import { blankNode, literal, namedNode, quad, type Value } from '../model/claim.ts'
import { graphNames, prefixesFor } from '../model/iri.ts'
import { prefixes } from '../model/vocabulary.ts'
import { version } from '../version.ts'
import { pagePath } from './address.ts'
import type { Contents } from './contents.ts'
import type { Dump, Site } from './site.ts'

const { rdf, dct, dcat, xsd, foaf } = prefixes
const voidNs = 'http://rdfs.org/ns/void#'
const spdx = 'http://spdx.org/rdf/terms#'
const license = 'https://creativecommons.org/licenses/by/4.0/'

/** The IRI of the dataset, which is told of by the page `about`. */
export const datasetIri = (base: string): string => `${base}about#dataset`

const title = { en: 'The lineage of language models', zh: '语言模型谱系' } as const
const description =
  'What language models were made from, trained on, run on and measured by, with the source of every statement and the statements in which sources disagree.'

/** The version of the data: that of the tool, and a part of a dump's checksum where there is one. */
export const versionOf = ({ dumps }: Site): string => (dumps[0] ? `${version}+${dumps[0].sha256.slice(0, 8)}` : version)

/** What the graph says of itself. */
export function aboutQuads({ graph: { index, base } }: Site): Quad[] {
  const name = graphNames(base).about
  const number = index.predicate(name)
  return [...matching(index, { graph: number })].map(({ subject, predicate, object }) => {
    const term = (of: number): Value => index.terms.term(of) as Value
    return quad(
      term(subject) as ReturnType<typeof namedNode>,
      term(predicate) as ReturnType<typeof namedNode>,
      term(object),
      namedNode(name),
    )
  })
}

/** The dataset with its dumps. */
function describeDataset(site: Site): Quad[] {
  const { base } = site.graph
  const dataset = namedNode(datasetIri(base))
  const names = graphNames(base)
  const say = (subject: Quad['subject'], predicate: string, ...values: Value[]): Quad[] =>
    values.map((value) => quad(subject, namedNode(predicate), value))
  const types = [`${voidNs}Dataset`, `${dcat}Dataset`, `${prefixes.schema}Dataset`].map(namedNode)
  return [
    ...say(dataset, `${rdf}type`, ...types),
    ...say(dataset, `${dct}title`, literal(title.en, 'en'), literal(title.zh, 'zh')),
    ...say(dataset, `${dct}description`, literal(description, 'en')),
    ...say(dataset, `${dct}license`, namedNode(license)),
    ...say(dataset, `${dcat}version`, literal(versionOf(site))),
    ...say(dataset, `${dcat}landingPage`, namedNode(`${base}${pagePath('about', 'en')}`)),
    ...say(dataset, `${foaf}homepage`, namedNode(`${base}${pagePath('index', 'en')}`)),
    ...say(dataset, `${voidNs}uriSpace`, literal(base)),
    ...say(dataset, `${voidNs}subset`, namedNode(names.best), namedNode(names.claims)),
    ...say(dataset, `${voidNs}vocabulary`, namedNode(prefixes.st.slice(0, -1))),
    ...(site.endpoint === undefined ? [] : say(dataset, `${voidNs}sparqlEndpoint`, namedNode(base + site.endpoint))),
    ...site.dumps.flatMap((dump) => distribution(site, dump, dataset)),
  ]
}

function distribution(
  { graph: { base } }: Site,
  { path, mediaType, format, bytes, sha256 }: Dump,
  dataset: ReturnType<typeof namedNode>,
): Quad[] {
  const url = namedNode(base + path)
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/[^a-z0-9]+/g, '-')
  const node = namedNode(`${base}about#${name}`)
  const sum = blankNode(`sum-${name}`.replace(/-/g, '_'))
  const facts: readonly (readonly [subject: Quad['subject'], predicate: string, value: Value])[] = [
    [dataset, `${dcat}distribution`, node],
    [dataset, `${voidNs}dataDump`, url],
    [node, `${rdf}type`, namedNode(`${dcat}Distribution`)],
    [node, `${dct}title`, literal(format, 'en')],
    [node, `${dct}license`, namedNode(license)],
    [node, `${dcat}downloadURL`, url],
    [node, `${dcat}mediaType`, namedNode(`https://www.iana.org/assignments/media-types/${mediaType}`)],
    ...(path.endsWith('.gz')
      ? [[node, `${dcat}compressFormat`, namedNode('https://www.iana.org/assignments/media-types/application/gzip')] as const]
      : []),
    [node, `${dcat}byteSize`, literal(String(bytes), namedNode(`${xsd}nonNegativeInteger`))],
    [node, `${spdx}checksum`, sum as unknown as Value],
    [sum, `${rdf}type`, namedNode(`${spdx}Checksum`)],
    [sum, `${spdx}algorithm`, namedNode(`${spdx}checksumAlgorithm_sha256`)],
    [sum, `${spdx}checksumValue`, literal(sha256, namedNode(`${xsd}hexBinary`))],
  ]
  return facts.map(([subject, predicate, value]) => quad(subject, namedNode(predicate), value))
}

/** The description of the dataset in a serialisation. */
export function datasetText(site: Site, format: Format): string {
  const { base } = site.graph
  const own = aboutQuads(site).map(({ subject, predicate, object }) => quad(subject, predicate, object))
  const quads = [...describeDataset(site), ...own]
  return format.write(quads, { prefixes: { ...prefixesFor(base), spdx }, first: datasetIri(base) })
}

/** The dataset in the words of schema.org, as search engines for data read it. */
export function schemaOrgDataset(site: Site, contents: Contents): object {
  const { base } = site.graph
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': datasetIri(base),
    name: title.en,
    alternateName: title.zh,
    description,
    url: `${base}${pagePath('about', 'en')}`,
    license,
    isAccessibleForFree: true,
    version: versionOf(site),
    keywords: ['language models', 'lineage', 'provenance', 'knowledge graph', 'RDF'],
    size: `${triplesOf(site).toLocaleString('en')} statements`,
    variableMeasured: [...contents.things.keys()],
    distribution: site.dumps.map(({ path, mediaType, bytes, sha256 }) => ({
      '@type': 'DataDownload',
      contentUrl: base + path,
      encodingFormat: mediaType,
      contentSize: `${bytes} B`,
      sha256,
    })),
  }
}

/** How many statements the best view has. */
export const triplesOf = ({ graph: { index } }: { readonly graph: Pick<Graph, 'index'> }): number =>
  countMatching(index, { graph: defaultGraph })
