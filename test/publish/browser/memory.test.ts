/** A graph that is opened from memory, as a browser opens it. */
import { readFileSync } from 'node:fs'
import { crc32 as ofNode } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { StemmaError } from '../../../src/errors.ts'
import { memoryBytes } from '../../../src/graph/file/memory-bytes.ts'
import { indexOf } from '../../../src/graph/file/open-graph.ts'
import { graphBytes } from '../../../src/graph/file/write-graph.ts'
import { packageFile } from '../../../src/package-files.ts'
import { crc32 } from '../../../src/publish/browser/worker/crc32.ts'

const file = readFileSync(packageFile('dist/graph.stemma'))
/** Memory of its own, beginning at 0 as fetched bytes do. */
const copy = (): Uint8Array => Uint8Array.from(file)
const open = (bytes: Uint8Array): Uint8Array => Buffer.concat([...graphBytes(indexOf(memoryBytes('graph', bytes, crc32)))])

test('checksums are those of zlib', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => crc32(bytes) === ofNode(bytes)))
})

test('is the graph of the file', () => {
  expect(Buffer.compare(open(copy()), file)).toBe(0)
})

test('is refused where it is damaged or cut', () => {
  const refused = (bytes: Uint8Array): void => expect(() => open(bytes)).toThrow(StemmaError)
  fc.assert(
    fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const bytes = copy()
      bytes[at]! ^= change
      // Between sections stand zeros that nobody reads.
      if (file[at] !== 0) refused(bytes)
    }),
    { numRuns: 30 },
  )
  for (const length of [0, 5, 40, file.length - 1]) refused(copy().slice(0, length))
})
