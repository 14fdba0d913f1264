/** A saved graph is the one that was saved, or an error: never a part of it, never another one. */
import {
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { StemmaError } from '../../src/errors.ts'
import { graphBytes } from '../../src/graph/file/write-graph.ts'
import { openIndex } from '../../src/graph/file/file-bytes.ts'
import { datasetOf } from '../../src/graph/index/rdfjs.ts'
import { openSaved } from '../../src/graph/saved.ts'
import { lineage } from '../../src/query/lineage.ts'
import { nTriplesTerm } from '../../src/formats/terms.ts'
import { graphOf } from '../graph-of.ts'

const yaml = Array.from(
  { length: 60 },
  (_, n) =>
    `id: m${n}\nsource: paper\nname: M${n}\nparameterCount: { value: ${n + 1}B, at: table ${n} }${n > 0 ? `\nfineTunedFrom: m${n - 1}` : ''}`,
).join('\n---\n')
const graph = graphOf(yaml)
const bytes = Buffer.concat([...graphBytes(graph.index)])
let folder: string
let file: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stemma-'))
  file = join(folder, 'graph.stemma')
  writeFileSync(file, bytes)
})
afterAll(() => rmSync(folder, { recursive: true }))

const contentOf = (path: string): string =>
  [...datasetOf(openIndex(path))]
    .map(({ subject, predicate, object, graph: name }) =>
      [subject, predicate, object, name].map((term) => (term.value === '' ? '' : nTriplesTerm(term))).join(' '),
    )
    .join('\n')

/** What a damaged copy of the file comes to: its content, or the code of the error. */
function outcomeOf(content: Uint8Array): string {
  const copy = join(folder, 'copy.stemma')
  writeFileSync(copy, content)
  try {
    // Everything is read, lest a damaged part be one that nobody asked for.
    for (const piece of graphBytes(openIndex(copy))) expect(piece.length).toBeGreaterThan(0)
    return contentOf(copy)
  } catch (error) {
    if (!(error instanceof StemmaError)) throw error
    expect(error.message).toContain(copy)
    return error.code
  }
}

describe('a saved graph', () => {
  const whole = (): string => contentOf(file)

  test('has all that was saved, and is the same bytes each time', () => {
    expect(whole().split('\n').sort()).toEqual(
      [...datasetOf(graph.index)]
        .map(({ subject, predicate, object, graph: name }) =>
          [subject, predicate, object, name].map((term) => (term.value === '' ? '' : nTriplesTerm(term))).join(' '),
        )
        .sort(),
    )
    expect(Buffer.concat([...graphBytes(graphOf(yaml).index)]).equals(bytes)).toBe(true)
    expect(Buffer.concat([...graphBytes(openIndex(file))]).equals(bytes)).toBe(true)
  })
  test('tells the same claims and the same lineage', () => {
    const saved = openSaved(file)
    const plain = (claims: typeof graph.claims): unknown[] =>
      claims.map(({ place: _, ...claim }) => ({ ...claim, value: claim.value && nTriplesTerm(claim.value) }))
    expect(plain(saved.claims)).toEqual(plain(graph.claims))
    const iri = `${graph.base}model/m59`
    const chain = (one: typeof graph): string =>
      JSON.stringify(lineage(one, iri, 'up'), (key, value: unknown) => (key === 'step' || key === 'statement' ? undefined : value))
    expect(chain(saved)).toBe(chain(graph))
  })
  test('with any one byte changed is refused, or it was a byte that says nothing', () => {
    const expected = whole()
    const outcomes = new Map<string, number>()
    for (let n = 0; n < 1000; n++) {
      const place = Math.floor((n / 1000) * bytes.length)
      const damaged = Buffer.from(bytes)
      damaged[place]! ^= 1 << (n % 8)
      const outcome = outcomeOf(damaged)
      const name = outcome === expected ? 'the same' : outcome
      outcomes.set(name, (outcomes.get(name) ?? 0) + 1)
    }
    expect([...outcomes.keys()].filter((name) => !['the same', 'broken-graph', 'not-a-graph', 'newer-graph'].includes(name))).toEqual([])
    expect(outcomes.get('broken-graph')).toBeGreaterThan(950)
  })
  test('that is cut short anywhere is refused when it is opened', () => {
    for (const length of [0, 1, 11, 15, 16, 63, 64, 1000, bytes.length >> 1, bytes.length - 49, bytes.length - 48, bytes.length - 1]) {
      const copy = join(folder, 'cut.stemma')
      writeFileSync(copy, bytes.subarray(0, length))
      expect(() => openIndex(copy), `${length}`).toThrow(/\[(not-a-graph|broken-graph)\]/)
    }
  })
  test('of a newer form, or no graph at all, is refused with what to do', () => {
    const newer = Buffer.from(bytes)
    newer.writeUInt32LE(9, 12)
    expect(() => openIndex(copyOf(newer))).toThrow(
      /the graph is of version 9, and this release reads version 1 \[newer-graph\]\n {2}take a newer release/,
    )
    expect(() => openIndex(copyOf(Buffer.from('id: m\nname: M\n')))).toThrow(/this is no saved graph \[not-a-graph\]\n {2}stemma build/)
    expect(() => openIndex(copyOf(Buffer.concat([bytes, Buffer.from('x')])))).toThrow(/\[broken-graph\]/)
    expect(() => openIndex(join(folder, 'none.stemma'))).toThrow(/does not exist \[file-enoent\]/)
    expect(() => openIndex(folder)).toThrow(/is a directory, a file is needed/)
  })
  test('that another one takes the place of answers as before', () => {
    const copy = join(folder, 'swapped.stemma')
    copyFileSync(file, copy)
    const open = openIndex(copy)
    const other = join(folder, 'other.stemma')
    writeFileSync(other, Buffer.concat([...graphBytes(graphOf('id: x\nsource: paper\nname: X').index)]))
    renameSync(other, copy)
    expect([...datasetOf(open)]).toHaveLength([...datasetOf(graph.index)].length)
  })
  test('that is overwritten or cut while it is open is never half believed', () => {
    for (const harm of [
      (copy: string) => {
        const handle = openSync(copy, 'r+')
        writeSync(handle, Buffer.alloc(bytes.length - 100, 7), 0, bytes.length - 100, 50)
        closeSync(handle)
      },
      (copy: string) => truncateSync(copy, 500),
    ]) {
      const copy = copyOf(bytes)
      const open = openIndex(copy)
      harm(copy)
      expect(() => [...datasetOf(open)]).toThrow(/\[broken-graph\]/)
      // And what was wrong once is not taken for right when it is asked for again.
      expect(() => [...datasetOf(open)]).toThrow(/\[broken-graph\]/)
    }
  })
  const copyOf = (content: Uint8Array): string => {
    const copy = join(folder, 'copy.stemma')
    writeFileSync(copy, content)
    return copy
  }
  test('is not changed by being read', () => {
    expect(readFileSync(file).equals(bytes)).toBe(true)
  })
})
