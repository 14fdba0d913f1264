/** A build of records is what a build of the same facts would be: the best view by the same rule, the same bytes whoever reads. */
import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { readFileSync, existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bulkBuild } from '../../src/graph/bulk/bulk-build.ts'
import { KnownThings } from '../../src/graph/bulk/known-things.ts'
import { mergeBatch } from '../../src/graph/bulk/merge-batch.ts'
import { dump } from '../../src/graph/dump/dump.ts'
import { dumpTo, type DumpOptions } from '../../src/graph/dump/dump-threads.ts'
import { graphBytes } from '../../src/graph/file/write-graph.ts'
import type { Graph } from '../../src/graph/graph.ts'
import { IndexBuilder } from '../../src/graph/index/index-builder.ts'
import { datasetOf } from '../../src/graph/index/rdfjs.ts'
import { nTriplesTerm } from '../../src/formats/terms.ts'
import { Parser, type Quad } from 'n3'
import { defaultBase } from '../../src/model/iri.ts'
import { readBatches } from '../../src/sources/bulk.ts'
import { packageFile } from '../../src/package-files.ts'
import { writeLarge } from '../../src/write-file.ts'
import { inFolder } from '../graph-of.ts'
import { stemma, type Run } from '../run.ts'

const run = (...args: string[]): Promise<Run> => stemma(args)

const records = [
  { id: 'a/base', author: 'a', license: 'mit', params: 7_000_000_000, createdAt: '2023-01-02T03:04:05.000Z' },
  { id: 'tuned', author: 'b', base_model: ['a/base'], base_model_relation: 'finetune', datasets: ['d/data'], params: 7_000_000_001 },
  { id: 'c/merged', author: 'c', base_model: ['tuned', 'a/base', 'x/unknown'], base_model_relation: 'merge', language: ['en'] },
  { id: 'c/odd', author: 'c', pipeline_tag: 'say "hi"\n', base_model: 'a/base' },
]
const lines = (all: readonly object[]): string => all.map((one) => `${JSON.stringify(one)}\n`).join('')
/** Another source, of more authority, that says another size. */
const curated = `kind: Document
id: paper
source: paper
name: The paper
documentType: paper
---
id: tuned
source: paper
name: Tuned
parameterCount: { value: 8B, at: table 1 }
`

const built = (files: Record<string, string>, use: (graph: Graph, folder: string) => unknown, workers = 0): Promise<unknown> =>
  inFolder(files, async (folder) => {
    const named = Object.keys(files).map((name) => join(folder, name))
    const { graph } = await bulkBuild(
      named.filter((name) => name.endsWith('.jsonl')),
      named.filter((name) => name.endsWith('.yaml')),
      { workers },
    )
    return use(graph, folder)
  })

test('a document of several files of records has the checksum that any document of several files has', () =>
  inFolder({ 'b.jsonl': lines(records.slice(0, 1)), 'a.jsonl': lines(records.slice(1)) }, async (folder) => {
    const files = ['b.jsonl', 'a.jsonl'].map((name) => join(folder, name))
    const { graph } = await bulkBuild(files, [], { workers: 0, source: 'hub' })
    const sum = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')
    const listed = files.map((file) => `${sum(readFileSync(file))}  ${basename(file)}\n`).sort()
    const said = graph.stated(`${graph.base}document/hub`, 'https://w3id.org/stemma#sha256')
    expect(said.map(({ value }) => value.value)).toEqual([sum(listed.join(''))])
  }))

const lineOf = ({ subject, predicate, object }: Pick<Quad, 'subject' | 'predicate' | 'object'>): string =>
  [subject, predicate, object].map(nTriplesTerm).join(' ')

describe('a graph of records', () => {
  test('states what its claims come to, by the rule of every graph', () =>
    built(
      {
        'hub.jsonl': lines(records),
        'more.jsonl': lines([
          { id: 'tuned', params: 7 },
          { id: 'e/new', base_model: 'c/merged' },
        ]),
        'curated.yaml': curated,
      },
      (graph) => {
        const stated = [...graph.entities.keys()].flatMap((iri) =>
          graph.statementsOf(iri).map(({ subject, property, value }) => `<${subject}> <${property}> ${nTriplesTerm(value)}`),
        )
        const view = [...datasetOf(graph.index)]
          .filter((quad) => quad.graph.termType === 'DefaultGraph')
          .map((quad) => lineOf(quad as never))
        expect(view.sort()).toEqual(stated.sort())
        const size = graph.stated(`${graph.base}model/tuned`, 'https://w3id.org/stemma#parameterCount')
        expect(size.map(({ value, because }) => [value.value, because.en])).toEqual([
          ['8000000000', 'its source is a paper, which outranks the others’ kind'.replace('’', "'")],
        ])
        // Every thing that is named is a thing, described or not.
        expect(graph.entity(`${graph.base}model/x--unknown`)?.names).toEqual({ en: 'unknown' })
        expect(graph.stated(`${graph.base}model/e--new`, 'https://w3id.org/stemma#derivedFrom').map(({ value }) => value.value)).toEqual([
          `${graph.base}model/c--merged`,
        ])
      },
    ))

  test('is the same in every serialisation that is written piece by piece', () =>
    built({ 'hub.jsonl': lines(records), 'curated.yaml': curated }, (graph) => {
      const textOf = (format: 'turtle' | 'nquads' | 'ntriples'): string =>
        Buffer.concat(Array.from(dump(graph.index, format), (piece) => Buffer.from(piece))).toString()
      const [turtle, ntriples] = (['turtle', 'ntriples'] as const).map((format) => new Parser().parse(textOf(format)).map(lineOf).sort())
      const quads = new Parser({ format: 'N-Quads' }).parse(textOf('nquads'))
      const best = quads.filter(({ graph: name }) => name.termType === 'DefaultGraph').map(lineOf)
      expect(turtle).toEqual(best.sort())
      expect(ntriples).toEqual(turtle)
      expect(quads).toHaveLength([...datasetOf(graph.index)].length)
    }))

  test('is the same however many batches its records came in', () =>
    inFolder(
      {
        'hub.jsonl': lines([
          ...records,
          { id: 'A/BASE', author: 'D/Data', base_model: 'c/odd', datasets: ['d/data', 'D/Data', 'x/unknown'] },
          { id: 'gpt2', author: 'gpt2', base_model: ['a/base', 'tuned'], datasets: ['gpt2'], license: 'a' },
          { id: 'x/unknown', author: 'x', base_model: 'gpt2' },
          ...records,
        ]),
      },
      async (folder) => {
        const quadsIn = async (stretch: number): Promise<string[]> => {
          const builder = new IndexBuilder(defaultBase)
          const known = new KnownThings()
          let batches = 0
          await readBatches([join(folder, 'hub.jsonl')], {
            stretch,
            workers: 0,
            onBatch: (batch) => {
              batches += 1
              mergeBatch(builder, batch, known)
            },
          })
          expect(batches > 1).toBe(stretch < 1000)
          return [...datasetOf(builder.finish())].map((one) => `${lineOf(one as never)} ${one.graph.value}`).sort()
        }
        const whole = await quadsIn(1_000_000)
        expect(whole.length).toBeGreaterThan(60)
        for (const stretch of [100, 333]) expect(await quadsIn(stretch)).toEqual(whole)
      },
    ))

  test('has two models where the names of two differ in joints alone, in whatever order they come', async () => {
    // Their names share the same 32 bits of FNV-1a.
    const two = [
      'my-llama-2_7b_chat-hf_lora_sft_dpo_q4-k-m_gguf-v1_en_zh_ft-3',
      'my_llama_2-7b_chat-hf-lora_sft-dpo_q4-k_m-gguf_v1_en_zh-ft_3',
    ]
    const recordsOf = (names: readonly string[]): object[] => names.map((name) => ({ id: `o/${name}`, author: 'o', base_model: 'a/base' }))
    const namesIn = (graph: Graph): string[] =>
      [...graph.entities.values()].flatMap(({ iri, className, names }) => (className === 'Model' ? `${iri} ${names['en']}` : [])).sort()
    const found: string[][] = []
    for (const [names, workers] of [
      [two, 0],
      [two.toReversed(), 0],
      [two, 2],
    ] as const)
      await built({ 'hub.jsonl': lines(recordsOf(names)) }, (graph) => found.push(namesIn(graph)), workers)
    expect(found[0]).toHaveLength(3)
    expect(found[1]).toEqual(found[0])
    expect(found[2]).toEqual(found[0])
  })

  test('has one thing where a person gave what the hub keeps another id, and tells which IRI went out of use', () =>
    inFolder(
      {
        'hub.jsonl': lines([
          { id: 'Acme/Owl', license: 'mit', params: 7 },
          { id: 'b/owl-GGUF', tags: ['base_model:acme/owl', 'base_model:finetune:acme/owl', 'dataset:acme/seeds', 'license:isc', 'gguf'] },
        ]),
        'curated.yaml':
          'id: the-owl\nsource: paper\nname: Owl\nhubId: acme/owl\n---\nkind: Document\nid: paper\nsource: paper\nname: Paper\n',
      },
      async (folder) => {
        for (const workers of [0, 2]) {
          const { graph, gathered, summary } = await bulkBuild([join(folder, 'hub.jsonl')], [join(folder, 'curated.yaml')], { workers })
          const stated = (id: string): string[] =>
            graph
              .statementsOf(`${graph.base}model/${id}`)
              .map(({ property, value }) => `${property.replace(/.*[#/]/, '')} ${value.value.replace(graph.base, '')}`)
          expect(graph.entity(`${graph.base}model/acme--owl`)).toBeUndefined()
          expect(stated('the-owl')).toEqual(
            expect.arrayContaining(['label Owl', 'parameterCount 7', 'license license/mit', 'hubId Acme/Owl', 'hubId acme/owl']),
          )
          expect(stated('b--owl-gguf')).toEqual(
            expect.arrayContaining([
              'quantizedFrom model/the-owl',
              'derivedFrom model/the-owl',
              'trainedOn dataset/acme--seeds',
              'license license/isc',
            ]),
          )
          expect([...gathered.retired]).toEqual([[`${graph.base}model/acme--owl`, `${graph.base}model/the-owl`]])
          expect([...summary.dropped.keys()]).toEqual(['tags', 'base_model_relation (what is seen of the model says better)'])
        }
      },
    ))

  test('in parts is the whole', () =>
    built({ 'hub.jsonl': lines(records) }, (graph) => {
      const pieces = (parts: number): string[] =>
        Array.from({ length: parts }, (_, part) =>
          Buffer.concat(Array.from(dump(graph.index, 'nquads', { part, parts }), (piece) => Buffer.from(piece))).toString(),
        )
      const [whole] = pieces(1)
      for (const parts of [2, 3, 50]) expect(pieces(parts).join('')).toBe(whole)
    }))
})

describe('stemma build of records', () => {
  const many = Array.from({ length: 3000 }, (_, n) => ({
    id: `u${n % 50}/m-${n}`,
    author: `u${n % 50}`,
    ...(n > 0 && { base_model: [`u${(n >> 1) % 50}/m-${n >> 1}`] }),
  }))

  test('writes a saved graph that answers, and tells what it did', () =>
    inFolder({ 'hub.jsonl': lines(many) }, async (folder) => {
      const [saved, zipped] = [join(folder, 'hub.stemma'), join(folder, 'hub.nq.gz')]
      const { code, err } = await run('build', join(folder, 'hub.jsonl'), '-o', saved, '-o', zipped)
      expect(code).toBe(0)
      expect(err).toMatch(/records +3,000\n.*3,000 model/s)
      expect(gunzipSync(readFileSync(zipped)).toString()).toContain('<https://w3id.org/stemma/model/u1--m-1>')
      const tree = await run('lineage', 'u1/m-2951', '--graph', saved, '--up')
      expect(tree.out.split('\n')).toHaveLength(14)
      const rows = await run('query', 'SELECT (COUNT(*) AS ?n) { ?m st:derivedFrom+ ?a }', '--graph', saved)
      expect(rows.out).toBe('n\r\n31905\r\n')
      // More rows than are found at a time, through an operation of the engine's own.
      const most = 'SELECT ?b (COUNT(?m) AS ?n) { ?m st:derivedFrom ?b } GROUP BY ?b ORDER BY ?n ?b LIMIT 1'
      expect((await run('query', most, '--graph', saved)).out).toBe('b,n\r\nhttps://w3id.org/stemma/model/u0--m-0,1\r\n')
      expect((await run('show', 'u1/m-2951', '--graph', saved)).out).toContain('u1/m-2951')
      expect((await run('why', 'u1/m-2951', '--graph', saved)).code).toBe(0)
      expect((await run('list', 'models', '--graph', saved)).out.split('\n').length).toBeGreaterThan(3000)
    }))

  test('tells bad records with their lines and skips them, or refuses all', () =>
    inFolder({ 'hub.jsonl': `${lines(many.slice(0, 5))}{"id": "a/b", "params": "many"}\nnot json\n` }, async (folder) => {
      const [file, saved] = [join(folder, 'hub.jsonl'), join(folder, 'hub.stemma')]
      const skipped = await run('build', file, '-o', saved)
      expect(skipped.code).toBe(0)
      expect(skipped.err).toMatch(/hub\.jsonl:6.*\[bad-record\]/)
      expect(skipped.err).toMatch(/hub\.jsonl:7.*\[bad-json\]/)
      expect(skipped.err).toMatch(/records +7, of which 2 were skipped/)
      const refused = await run('build', file, '--strict', '-o', join(folder, 'strict.stemma'))
      expect(refused.code).toBe(1)
      expect(existsSync(join(folder, 'strict.stemma'))).toBe(false)
      expect(readdirSync(folder).sort()).toEqual(['hub.jsonl', 'hub.stemma'])
    }))

  test('is written in the same bytes by any number of threads, as gzip too', () =>
    built({ 'hub.jsonl': lines(many) }, async (graph) => {
      const program = packageFile('dist/dump-worker.cjs')
      const bytesOf = async (workers: number, options: Partial<DumpOptions>): Promise<Buffer> => {
        const pieces: Buffer[] = []
        await dumpTo(graph.index, { format: 'nquads', workers, program, ...options }, (piece) => pieces.push(Buffer.from(piece)))
        return Buffer.concat(pieces)
      }
      const several = [
        {},
        { format: 'turtle' },
        { format: 'trig' },
        { format: 'jsonld', part: { part: 1, parts: 2 } },
        { format: 'jsonld-best', zipped: true },
        { zipped: true },
        { part: { part: 1, parts: 2 } },
      ] as const
      for (const options of several) {
        const alone = await bytesOf(0, options)
        expect((await bytesOf(3, options)).equals(alone)).toBe(true)
        const { format = 'nquads', part } = options as Partial<DumpOptions>
        const whole = Buffer.concat(Array.from(dump(graph.index, format, part), (piece) => Buffer.from(piece)))
        expect(('zipped' in options ? gunzipSync(alone) : alone).equals(whole)).toBe(true)
      }
    }))

  test('a write that fails ends the threads, and nothing is left of the file', () =>
    built({ 'hub.jsonl': lines(many) }, async (graph, folder) => {
      const failing = dumpTo(graph.index, { format: 'turtle', workers: 2, program: packageFile('dist/dump-worker.cjs') }, () => {
        throw new Error('no room')
      })
      await expect(failing).rejects.toThrow('no room')
      const [good, bad] = ['good.ttl', 'bad.ttl'].map((name) => join(folder, name)) as [string, string]
      const writing = writeLarge([
        { file: good, content: (write, signal) => dumpTo(graph.index, { format: 'turtle', signal, workers: 0 }, write) },
        { file: bad, content: () => Promise.reject(new Error('no room')) },
      ])
      await expect(writing).rejects.toThrow('no room')
      expect(readdirSync(folder)).toEqual(['hub.jsonl'])
    }))

  test('tells lineage that leads back to where it began', () =>
    inFolder(
      {
        'hub.jsonl': lines([
          ...many,
          { id: 'a/one', base_model: 'a/two', base_model_relation: 'finetune' },
          { id: 'a/two', base_model: ['a/three', 'u0/m-0'] },
          { id: 'a/three', base_model: 'a/one' },
          { id: 'a/four', base_model: 'a/three' },
        ]),
      },
      async (folder) => {
        const { code, err } = await run('build', join(folder, 'hub.jsonl'), '-o', join(folder, 'hub.stemma'))
        expect(code).toBe(0)
        expect(err.split('\n')[0]).toBe('one depends on itself: one ← two ← three ← one')
        expect(err).toMatch(/cycles +1 in the lineage/)
      },
    ))

  test('the same bytes for any number of threads', async () => {
    const bytes = await Promise.all(
      [0, 2].map((workers) =>
        built(
          { 'hub.jsonl': lines(many) },
          (graph) => Buffer.concat([...graphBytes(graph.index)].map((piece) => Buffer.from(piece))).toString('base64'),
          workers,
        ),
      ),
    )
    expect(bytes[0]).toBe(bytes[1])
  })
})
