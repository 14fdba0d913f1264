import {
  existsSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  appendFileSync,
  mkdirSync,
  copyFileSync,
  utimesSync,
} from 'node:fs'
import { execFileSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { Parser } from 'n3'
import { afterEach, describe, expect, test } from 'vitest'
import type { Batch } from '../../../src/sources/bulk/batch.ts'
import { readBatches } from '../../../src/sources/bulk.ts'
import { frameOf, repeated, zstdOf } from '../zstd-of.ts'
import { folder, lines, problemsIn, read, refusal, statements, workerFile, write } from './common.ts'

/** The files in the folder of the tests that this process holds open. */
const openFiles = (): string[] =>
  readdirSync('/proc/self/fd').flatMap((handle) => {
    try {
      const target = readlinkSync(`/proc/self/fd/${handle}`)
      return target.startsWith(folder) ? [target] : []
    } catch {
      return []
    }
  })
afterEach(() => expect(openFiles()).toEqual([]))

const records = Array.from({ length: 400 }, (_, index) => ({
  id: `acme/owl-${index}`,
  author: `o${index % 7}`,
  ...(index % 3 && {
    base_model: [`acme/owl-${index >> 1}`, 'gpt2'].slice(0, index % 3),
    base_model_relation: ['merge', 'finetune'][index % 2],
  }),
  ...(index % 5 === 0 && { language: ['en', '漢字', 'fr'], tags: ['é'] }),
  ...(index % 11 === 0 && { datasets: [5] }),
}))

const plain = ({ batches, files, summary }: Awaited<ReturnType<typeof read>>): unknown => ({ batches, files, summary })

describe('the batches', () => {
  test('are the same for any number of workers', async () => {
    const some = write('some.jsonl', lines(...records))
    const others = write('others.jsonl', `\ufeff\r\n${lines(...records.slice(7, 99)).replaceAll('\n', '\r\n')}{"id":`)
    for (const stretch of [100, 3_000, 1 << 20]) {
      const wanted = plain(await read([some, others], { stretch }))
      for (const workers of [1, 2, 3]) expect(plain(await read([some, others], { stretch, workers }))).toEqual(wanted)
    }
  })

  test('state and complain of the same whatever the stretches are', async () => {
    const line = fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...records).map((record) => JSON.stringify(record)) },
      fc.constantFrom('', ' \t', '{', '{"id":"a b"}', '5', '{"id":"A/B","base_model":"a/b"}', 'x'.repeat(300), '\ufeff'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((license) => JSON.stringify({ id: 'x/y', license })),
    )
    const text = fc.tuple(
      fc.constantFrom('', '\ufeff'),
      fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n')), { maxLength: 12 }),
      fc.option(line, { nil: '' }),
    )
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 200 }), async ([mark, all, last], stretch) => {
        const file = write('lines.jsonl', mark + all.flat().join('') + last)
        const whole = await read(file, { longestLine: 290, stretch: 290 })
        const parts = await read(file, { longestLine: 290, stretch })
        expect(statements(parts.batches)).toEqual(statements(whole.batches))
        expect(problemsIn(parts.batches)).toEqual(problemsIn(whole.batches))
        expect(parts.summary.dropped).toEqual(whole.summary.dropped)
        expect(parts.summary.files).toEqual(
          whole.summary.files.map((own, index) => ({ ...own, statements: parts.summary.files[index]!.statements })),
        )
      }),
      { numRuns: 150 },
    )
  })

  test('come one at a time, in the order of the files, and the next one waits', async () => {
    const files = ['b', 'a'].map((name) => write(`${name}.jsonl`, lines(...records.slice(0, 50))))
    const seen: string[] = []
    let busy = 0
    let last = 0
    const summary = await readBatches(files, {
      workers: 2,
      workerFile,
      stretch: 300,
      onBatch: async (_, file) => {
        expect(busy++).toBe(0)
        await new Promise((done) => setTimeout(done, 1))
        busy--
        seen.push(file)
      },
      onProgress: ({ bytes, totalBytes, records }) => {
        expect(bytes).toBeGreaterThan(last)
        last = bytes
        if (bytes === totalBytes) expect(records).toBe(100)
      },
    })
    expect(last).toBe(summary.files[0]!.bytes + summary.files[1]!.bytes)
    expect([...new Set(seen)]).toEqual(files)
    expect(summary.files.map(({ source, records, lines }) => [source, records, lines])).toEqual([
      ['b', 50, 50],
      ['a', 50, 50],
    ])
  })

  test('say that the document says so which the file is, or which it is said to be', async () => {
    const file = write('Hub Dump_1.JSONL', lines({ id: 'gpt2' }))
    const graphs = async (source?: string): Promise<unknown[]> =>
      statements((await read(file, source === undefined ? {} : { source })).batches).map((line) => line.split(' ').at(-2))
    expect(new Set(await graphs())).toEqual(new Set(['<https://w3id.org/stemma/document/hub-dump-1>']))
    expect(new Set(await graphs('hub'))).toEqual(new Set(['<https://w3id.org/stemma/document/hub>']))
    expect(await refusal(read(file, { source: 'The Hub' }))).toEqual(['usage', 'bad-id'])
  })

  test('of files without records', async () => {
    const { batches, summary } = await read([write('empty.jsonl', ''), write('blank.jsonl', '\n \n')], { workers: 2 })
    expect(batches.map(({ records, rows }) => [records, rows.length])).toEqual([[0, 0]])
    expect(summary.files.map(({ records, lines }) => [records, lines])).toEqual([
      [0, 0],
      [0, 2],
    ])
  })
})

describe('bad records', () => {
  const bad = [
    '{"id":"a/b","license":5,"author":""}',
    '{"id":"a/c"}',
    '{"id":"a/d"',
    '{"id":"a/d",}',
    '[1]',
    '',
    '{"id":"a> <b"}',
    '{"id":"a/e","base_model":["A/E","a/b"]}',
  ].join('\n')

  test.each([0, 2])('are told with file, line and key and skipped, by %i workers', async (workers) => {
    const file = write(
      'bad.jsonl',
      Buffer.concat([Buffer.from(`${bad}\n"`), Buffer.from([0xff]), Buffer.from(`"\n${'x'.repeat(200)}\n{}`)]),
    )
    const { batches, summary } = await read(file, { workers, stretch: 40, longestLine: 150 })
    expect(problemsIn(batches)).toEqual([
      ['bad-record', '1', 'license', 'license: a text or a list of at most 10,000 texts is needed'],
      ['empty-value', '1', 'author', 'author: the text is empty'],
      ['bad-json', '3', 'the line ends before its record does'],
      ['bad-json', '4:13', 'the line is not JSON'],
      ['bad-record', '5', 'a record in braces is needed'],
      ['bad-id', '7', 'id', 'id: "a> <b" is not a hub id'],
      ['self-reference', '8', 'base_model', 'base_model: "A/E" is the model itself'],
      ['bad-encoding', '9', 'the line is not UTF-8'],
      ['line-too-long', '10', 'the line is longer than 150 bytes'],
      ['missing-key', '11', 'id', 'id is missing'],
    ])
    expect(batches.flatMap(({ problems }) => problems.filter(({ place, hint }) => place?.file !== file || !hint))).toEqual([])
    expect(summary.files).toEqual([
      {
        file,
        source: 'bad',
        bytes: expect.any(Number) as number,
        lines: 11,
        records: 10,
        skipped: 8,
        problems: 10,
        statements: expect.any(Number) as number,
      },
    ])
    const stated = statements(batches)
    expect(stated.filter((line) => line.includes('ype> ') && line.includes('Model'))).toHaveLength(3)
    expect(stated.filter((line) => line.includes('derivedFrom'))).toHaveLength(1)
  })

  test('hostile 19: that would break out of a term are told with their places', async () => {
    const records = [
      { id: 'a> . <x> <y> <z' },
      { id: 'a/b', base_model: '_:a b' },
      { id: 'a/c', datasets: ['a> . <x> <y> <z'] },
      { id: 'a/d', author: 'a> . <x> <y> <z' },
      { id: 'a/e', language: 'en . <x> <y> <z>' },
    ]
    const file = write('hostile.jsonl', records.map((record) => `${JSON.stringify(record)}\n`).join(''))
    const { batches, summary } = await read(file)
    expect(problemsIn(batches)).toEqual([
      ['bad-id', '1', 'id', 'id: "a> . <x> <y> <z" is not a hub id'],
      ['bad-id', '2', 'base_model', 'base_model: "_:a b" is not a hub id'],
      ['bad-id', '3', 'datasets', 'datasets: "a> . <x> <y> <z" is not a hub id'],
    ])
    expect(Object.fromEntries(summary.dropped)).toEqual({
      language: { count: 1, example: { place: { file, line: 5 }, value: '"en . <x> <y> <z>"' } },
    })
    const stated = statements(batches)
    const readBack = new Parser({ format: 'N-Quads' }).parse(stated.join('\n'))
    expect(readBack).toHaveLength(stated.length)
    expect(
      readBack.flatMap(({ subject, predicate, object }) => [subject, predicate, object]).filter(({ value }) => /^[xyz]$/.test(value)),
    ).toEqual([])
  })

  test('hostile 24: twenty thousand levels deep, or with the names of what every object has, hold up and pollute nothing', async () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
    const file = write(
      'hostile.jsonl',
      [
        `{"id":"a/b","x":${deep}}`,
        `{"id":"a/c","license":${deep}}`,
        '{"id":"a/d","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"license":"__proto__"}',
      ].join('\n'),
    )
    const { batches, summary } = await read(file)
    expect(problemsIn(batches)).toEqual([['bad-record', '2', 'license', 'license: a text or a list of at most 10,000 texts is needed']])
    expect([...summary.dropped.keys()]).toEqual(['x', '__proto__', 'constructor'])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test('in any number are counted, and the first of each batch told', async () => {
    const { batches, summary } = await read(write('bad.jsonl', '5\n'.repeat(3_000)), { stretch: 2_400 })
    expect(batches.map(({ problems }) => problems.length)).toEqual([1_001, 1_001, 600])
    expect(batches[1]!.problems.at(-1)).toMatchObject({
      code: 'more-problems',
      message: '200 more problems from here on',
      place: { line: 2_201 },
    })
    expect(summary.files[0]).toMatchObject({ records: 3_000, skipped: 3_000, problems: 3_000, statements: 0 })
  })
})

/** Eighty mebibytes of spaces in 2,560 bytes. */
const zstdBomb = frameOf([...Array.from({ length: 640 }, () => repeated(1 << 17)), repeated(1, true)])

describe('files that cannot be used', () => {
  test('are all told', async () => {
    mkdirSync(join(folder, 'inner'), { recursive: true })
    const fifo = join(folder, 'pipe.jsonl')
    execFileSync('mkfifo', [fifo])
    const files = ['none.jsonl', 'inner', 'pipe.jsonl'].map((name) => join(folder, name))
    expect(await refusal(read(files))).toEqual(['input', 'file-enoent', 'file-eisdir', 'not-a-file'])
  })

  test('that are packed are read as what they hold; what is packed badly, twice or out of all measure is told', async () => {
    const text = lines(...records.slice(0, 50))
    const plainFile = await read(write('plain.jsonl', text))
    const wanted = statements(plainFile.batches).map((line) => line.replace('document/plain', 'document/packed'))
    for (const [ending, pack] of [
      ['gz', gzipSync],
      ['zst', zstdOf],
    ] as const) {
      const good = write(`packed.jsonl.${ending}`, pack(text))
      const bad = [
        write(`cut.jsonl.${ending}`, pack(text).subarray(0, -9)),
        write(`twice.jsonl.${ending}`, pack(gzipSync(text))),
        write(`bomb.jsonl.${ending}`, ending === 'gz' ? gzipSync(Buffer.alloc(80 * 2 ** 20)) : zstdBomb),
      ]
      const { batches, summary } = await read([...bad, good])
      expect(statements(batches)).toEqual(wanted)
      const name = ending === 'gz' ? 'gzip' : 'zstd'
      expect(summary.refused.map(({ message: _, ...problem }) => problem)).toEqual([
        { code: 'bad-packing', place: { file: bad[0] }, hint: 'fetch it again: it is damaged, or was cut off' },
        { code: 'packed-twice', place: { file: bad[1] }, hint: `unpack it once: ${name} -d` },
        { code: 'packed-too-tight', place: { file: bad[2] }, hint: `unpack it first, if it is what it should be: ${name} -d` },
      ])
    }
    expect(readdirSync(tmpdir()).filter((name) => existsSync(join(tmpdir(), name, 'records')))).toEqual([])
  })

  test('two that would be one document, and one that is named twice', async () => {
    const file = write('hub.jsonl', lines({ id: 'gpt2' }))
    const same = join(folder, 'inner', 'hub.jsonl')
    mkdirSync(join(folder, 'inner'), { recursive: true })
    copyFileSync(file, same)
    const link = join(folder, 'link.jsonl')
    symlinkSync(file, link)
    expect(await refusal(read([file, same]))).toEqual(['input', 'same-source'])
    expect((await read([file, same], { source: 'hub' })).summary.files).toHaveLength(2)
    expect((await read([file, link, file])).files).toEqual([file])
  })

  test.each([
    ['is cut', (file: string) => truncateSync(file, 900)],
    ['grows', (file: string) => appendFileSync(file, '\n')],
    ['is written anew', (file: string) => (writeFileSync(file, lines(...records)), utimesSync(file, 1, 1))],
  ])('one that %s while it is read', async (_, change) => {
    for (const workers of [0, 2]) {
      const file = write('changing.jsonl', lines(...records))
      let batches = 0
      const onBatch = (): void => {
        if (++batches === 3) change(file)
      }
      expect(await refusal(readBatches([file], { workers, workerFile, stretch: 500, onBatch }))).toEqual(['input', 'file-changed'])
    }
  })
})

describe('the end before the end', () => {
  const file = (): string => write('long.jsonl', lines(...records))

  test.each([0, 1, 3])('by a signal, with %i workers', async (workers) => {
    const controller = new AbortController()
    let batches = 0
    const reading = readBatches([file()], {
      workers,
      workerFile,
      stretch: 500,
      signal: controller.signal,
      onBatch: () => {
        if (++batches === 2) controller.abort(new Error('enough'))
      },
    })
    await expect(reading).rejects.toThrow('enough')
    expect(batches).toBe(2)
    await expect(read(file(), { signal: AbortSignal.abort(new Error('too late')) })).rejects.toThrow('too late')
  })

  test('by a signal while a batch takes its time', async () => {
    const controller = new AbortController()
    let done = false
    const onBatch = async (): Promise<void> => {
      controller.abort()
      await new Promise((later) => setTimeout(later, 50))
      done = true
    }
    const reading = readBatches([file()], { workers: 2, workerFile, stretch: 500, signal: controller.signal, onBatch })
    await expect(reading).rejects.toThrow('aborted')
    expect(done).toBe(true)
  })

  test.each([0, 2])('by whoever uses the batches, with %i workers', async (workers) => {
    const onBatch = (batch: Batch): void => {
      if (batch.records > 0) throw new RangeError('no room')
    }
    await expect(readBatches([file()], { workers, workerFile, stretch: 500, onBatch })).rejects.toThrow(new RangeError('no room'))
  })

  test.each([
    ['throws', 'throw new Error("broken")'],
    ['ends by itself', 'process.exit(7)'],
    ['has read nothing', ''],
    ['cannot be loaded', 'require("./nowhere.cjs")'],
  ])('by a worker that %s', async (_, program) => {
    const broken = write('broken.cjs', program)
    expect(await refusal(read(file(), { workers: 2, workerFile: broken, stretch: 500 }))).toEqual(['outside', 'worker-failed'])
  })
})
