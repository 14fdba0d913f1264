/** From files of millions of records, and sources of any other sort, to a graph on numbers. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { gatheredNothing, type Gathered } from '../../claims/gather.ts'
import { curationClaims, sayer } from '../../claims/curation.ts'
import type { Sources } from '../../claims/rank.ts'
import { groupBy } from '../../group.ts'
import { StemmaError, type Problem } from '../../errors.ts'
import { literal, namedNode, sortedClaims, type Claim } from '../../model/claim.ts'
import { checkedBase } from '../../model/base.ts'
import { defaultBase, mint } from '../../model/iri.ts'
import { classOf, prefixes, st } from '../../model/vocabulary.ts'
import { release } from '../../release.ts'
import { readBatches, type BulkOptions } from '../../sources/bulk.ts'
import { checksumOf } from '../../sources/document.ts'
import type { SourceFile } from '../../sources/index.ts'
import type { SourceOptions } from '../../sources/options.ts'
import type { Progress, Summary } from '../../sources/bulk/tally.ts'
import { about, type Census } from '../about.ts'
import { firstOf, gatherFrom, mostProblems } from '../build.ts'
import type { Finding } from '../findings.ts'
import type { Graph } from '../graph.ts'
import { graphOfIndex } from '../of-index.ts'
import { EdgeList } from '../index/edge-list.ts'
import { IndexBuilder } from '../index/index-builder.ts'
import type { SortedEdges } from '../index/index-writer.ts'
import { graphOfClaims } from '../of-claims.ts'
import { claimQuads, sourceQuads } from '../quads.ts'
import { cycleFinding } from '../rules.ts'
import { addSorted } from './add-sorted.ts'
import { stateBest } from './best-edges.ts'
import { censusOf } from './census.ts'
import { knownByHubId } from './known-by-hub-id.ts'
import { KnownThings } from './known-things.ts'
import { lineageCycles } from './lineage-cycles.ts'
import { mergeBatch } from './merge-batch.ts'
import { namesFor } from './names.ts'
import { addSnapshot, elsewhereIn, evidencedIn, hubIdsIn, openSnapshots, twiceKept } from './snapshot.ts'

/** Settings of a build of many records. */
export interface BulkBuildOptions
  extends Pick<BulkOptions, 'base' | 'workers' | 'signal' | 'source'>, Pick<SourceOptions, 'hub' | 'plugins'> {
  /** The format of the other sources, in place of what they look like. */
  readonly from?: string
  /** Refuse all when one record has a problem; else such records are skipped. */
  readonly strict?: boolean
  /** Graphs that were saved before, to which the sources are added; the base is theirs. */
  readonly snapshots?: readonly string[]
  /** Is told how far the reading is. */
  readonly onProgress?: (progress: Progress) => void
}

/** What was built. */
export interface BulkBuild {
  readonly graph: Graph
  /** How much it holds. */
  readonly census: Census
  readonly summary: Summary
  /** What is wrong with files of records, and with records: the first thousand of these. */
  readonly problems: readonly Problem[]
  /** How many problems there are. */
  readonly problemCount: number
  /** What is to be told of the other sources; its documents are those of the records too. */
  readonly gathered: Gathered
  /** Lineage that leads back to where it began, as the sources have it. */
  readonly findings: readonly Finding[]
}

/**
 * Builds a graph from records.
 *
 * @param files files of records, as JSON Lines
 * @param paths files and folders of other sources, whose claims are weighed together with those of the records
 * @throws StemmaError with the problems of the other sources, and with those of the records where `strict`
 */
export async function bulkBuild(files: readonly string[], paths: readonly string[], options: BulkBuildOptions = {}): Promise<BulkBuild> {
  const { strict = false, source, from, plugins, hub } = options
  const snapshots = openSnapshots(options.snapshots ?? [], options.base)
  const base = checkedBase(options.base ?? snapshots[0]?.base ?? defaultBase)
  const builder = new IndexBuilder(base)
  const names = namesFor(builder)
  const problems: Problem[] = []
  let [speaking, known] = ['', new KnownThings()]
  // What others described by hub id is known before the records are read, which then speak of the same things.
  const other = paths.length > 0 || hub ? gatherFrom(paths, { base, source, from, plugins, hub }, elsewhereIn(snapshots)) : gatheredNothing
  const kept = knownByHubId(base, other.claims, hubIdsIn(files.length > 0 ? snapshots : []))
  const retired = new Map([...other.retired, ...kept.retired])
  const sums = new Map(files.map((file) => [file, sha256Of(file)] as const))
  // Whoever waits for them is told later; until then they are nobody's failure.
  for (const sum of sums.values()) sum.catch(() => {})
  for (const snapshot of snapshots) addSnapshot(builder, snapshot)
  const summary: Summary =
    files.length === 0
      ? noRecords
      : await readBatches(files, {
          ...options,
          base,
          known: kept.known,
          onBatch: (batch, _file, source) => {
            if (source !== speaking) [speaking, known] = [source, new KnownThings()]
            mergeBatch(builder, batch, known)
            release(batch.termHeads, batch.bytes, batch.ends, batch.hashes, batch.rows, batch.mentions)
            if (problems.length < mostProblems) problems.push(...batch.problems.slice(0, mostProblems - problems.length))
          },
        })
  const told = [...summary.refused, ...(snapshots.length > 1 ? twiceKept(snapshots) : [])]
  problems.unshift(...told)
  const problemCount = summary.files.reduce((sum, { problems: own }) => sum + own, told.length)
  if (strict && problemCount > 0) throw new StemmaError(firstOf(problems, problemCount))
  const read = await Promise.all(summary.files.map(async ({ file, source }) => ({ file, source, sha256: await sums.get(file)! })))
  const claims = evidencedClaims(other.claims, base, read)
  const evidenced = graphOfClaims(claims, base)
  builder.addQuads(sourceQuads(evidenced.claims))
  builder.addQuads(claimQuads(evidenced.claims, evidenced.base))
  const sorted = builder.takeEdges()
  const all = [...claims, ...snapshots.flatMap((snapshot) => [...evidencedIn(snapshot)])]
  stateBest(
    sorted,
    builder,
    names,
    groupBy(all, ({ subject }) => subject),
    sourcesOf([evidenced, ...snapshots]),
  )
  const census = censusOf(sorted.relations, builder, names)
  // What was out of use before may be in use again.
  const inUse = (iri: string): boolean =>
    evidenced.entity(iri) !== undefined || snapshots.some((snapshot) => snapshot.index.hasIri(iri) && snapshot.entity(iri) !== undefined)
  const before = snapshots.flatMap(({ retired: own }) => [...own]).filter(([iri]) => !inUse(iri))
  addAbout(sorted, builder, census, new Map([...before, ...retired]))
  const index = builder.finish(sorted)
  const graph = graphOfIndex(index)
  const findings = lineageCycles(index).map((cycle) => cycleFinding(graph, cycle))
  const documents = [...other.documents, ...read.map(({ source, ...file }) => ({ ...file, source: mint(base, 'Document', source) }))]
  return { graph, census, summary, problems, problemCount, gathered: { ...other, documents, retired }, findings }
}

const noRecords: Summary = { files: [], refused: [], dropped: new Map() }

/** What is known of sources in several graphs. */
const sourcesOf = (graphs: readonly Graph[]): Omit<Sources, 'describing'> => {
  const first =
    (fact: 'typeOf' | 'dateOf' | 'editionOf') =>
    (source: string): string | undefined =>
      graphs.map(({ sources }) => sources[fact](source)).find((answer) => answer !== undefined)
  return { typeOf: first('typeOf'), dateOf: first('dateOf'), editionOf: first('editionOf') }
}

/** A file of records, the id of the document that it is, and its checksum. */
type RecordFile = SourceFile

/** The claims of the other sources, and those about the files of records themselves. */
function evidencedClaims(named: readonly Claim[], base: string, files: readonly RecordFile[]): Claim[] {
  const described = new Set(named.map(({ subject }) => subject))
  const documents = [...groupBy(files, ({ source }) => source)]
    .filter(([source]) => !described.has(mint(base, 'Document', source)))
    .flatMap(([source, own]) => documentClaims(source, own, base))
  const claims = [...named, ...documents]
  return sortedClaims([...claims, ...curationClaims(claims, base)])
}

/** What is known of a source that consists of files: its name, its kind, and the checksums of the files. */
function documentClaims(source: string, files: readonly RecordFile[], base: string): Claim[] {
  const subject = mint(base, 'Document', source)
  const { iri, properties } = classOf('Document')
  const claim = (key: string, property: string, value: Claim['value'] & object): Claim => ({
    subject,
    property,
    value,
    source: sayer(key, subject, subject, base),
    rank: 'normal',
  })
  return [
    claim('type', `${prefixes.rdf}type`, namedNode(iri)),
    claim('name', properties.get('name')!.path, literal(basename(files[0]!.file), 'en')),
    claim('documentType', st('documentType'), literal('snapshot')),
    claim('sha256', st('sha256'), literal(checksumOf(files))),
  ]
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 21 })) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Adds the graph about the dataset, which says how much the others hold. */
function addAbout(sorted: SortedEdges, builder: IndexBuilder, census: Census, retired: Gathered['retired']): void {
  const lists = new Map<number, EdgeList>()
  for (const { subject, predicate, object, graph } of about(builder.base, census, retired)) {
    const number = builder.number(predicate)
    const list = lists.get(number) ?? new EdgeList()
    lists.set(number, list)
    list.add(builder.number(subject), builder.number(object), builder.number(graph))
  }
  for (const [predicate, list] of lists) addSorted(predicate, list, sorted, builder)
}
