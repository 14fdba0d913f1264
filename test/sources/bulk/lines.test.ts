import { closeSync, openSync, statSync, writeFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { StretchReader, type OpenFile } from '../../../src/sources/lines.ts'
import { refusal, write } from './common.ts'

/** What a reader finds in a file that is read in stretches of so many bytes: the lines by number, or what is wrong with them. */
function linesOf(file: string, stretch: number, longest = 1 << 20, size = statSync(file).size): { count: number; lines: string[] } {
  const open: OpenFile = { file, handle: openSync(file, 'r'), size }
  const reader = new StretchReader(longest)
  const lines: string[] = []
  let count = 0
  try {
    for (let from = 0; from < size; from += stretch)
      count += reader.read(open, from, Math.min(from + stretch, size), {
        line: (text, number) => lines.push(`${count + number} ${text}`),
        notUtf8: (number) => lines.push(`${count + number} NOT UTF-8`),
        tooLong: (number) => lines.push(`${count + number} TOO LONG`),
      })
  } finally {
    closeSync(open.handle)
  }
  return { count, lines }
}

/** The same, in the plainest way. */
function plainly(bytes: Buffer, longest: number): { count: number; lines: string[] } {
  const mark = bytes.subarray(0, 3).equals(Buffer.from('\ufeff')) ? 3 : 0
  const all: Buffer[] = []
  for (let from = mark; from < bytes.length || (from === mark && bytes.length > 0);) {
    const end = bytes.indexOf(10, from)
    all.push(bytes.subarray(from, end < 0 ? bytes.length : end))
    from = end < 0 ? bytes.length + 1 : end + 1
  }
  const text = (line: Buffer): string => {
    if (line.length > longest) return 'TOO LONG'
    const decoded = line.toString()
    return Buffer.from(decoded).equals(line) ? decoded : 'NOT UTF-8'
  }
  return { count: all.length, lines: all.map((line, index) => `${index + 1} ${text(line)}`) }
}

const piece = fc.oneof(
  fc.constantFrom('\n', '\r\n', '\n\n', ' ', '', 'é', '漢', '😀', '\ufeff', '{}', 'x'.repeat(70)),
  fc.constantFrom(Buffer.from([0xff]), Buffer.from([0xe6, 0xbc]), Buffer.from([0xf0])),
  fc.string({ maxLength: 12 }),
)
const content = fc
  .tuple(fc.boolean(), fc.array(piece, { maxLength: 30 }))
  .map(([mark, pieces]) => Buffer.concat([Buffer.from(mark ? '\ufeff' : ''), ...pieces.map((one) => Buffer.from(one as string))]))

describe('the lines of a file', () => {
  test('are the same whatever the stretches are', () => {
    fc.assert(
      fc.property(content, fc.integer({ min: 1, max: 64 }), fc.integer({ min: 0, max: 64 }), (bytes, stretch, more) => {
        const file = write('lines.txt', bytes)
        for (const longest of [stretch + more, 1 << 20]) {
          const wanted = plainly(bytes, longest)
          expect(linesOf(file, stretch, longest)).toEqual(wanted)
          if (longest >= bytes.length) expect(linesOf(file, bytes.length + 1, longest)).toEqual(wanted)
        }
      }),
      { numRuns: 1_000 },
    )
  })

  test('of several hundred kilobytes are found from a stretch of one', () => {
    const long = '漢'.repeat(200_000)
    const file = write('lines.txt', `a\n${long}\nb\n${long}`)
    const lines = ['1 a', `2 ${long}`, '3 b', `4 ${long}`]
    expect(linesOf(file, 1 << 19)).toEqual({ count: 4, lines })
    expect(linesOf(file, 1_000)).toEqual({ count: 4, lines })
    expect(linesOf(file, 1_000, 600_000)).toEqual({ count: 4, lines })
    expect(linesOf(file, 1_000, 599_999)).toEqual({ count: 4, lines: ['1 a', '2 TOO LONG', '3 b', '4 TOO LONG'] })
  })

  test('of an empty file, of one line feed and of a mark alone', () => {
    expect(linesOf(write('lines.txt', ''), 4)).toEqual({ count: 0, lines: [] })
    expect(linesOf(write('lines.txt', '\n'), 4)).toEqual({ count: 1, lines: ['1 '] })
    expect(linesOf(write('lines.txt', '\ufeff'), 1)).toEqual({ count: 1, lines: ['1 '] })
  })
})

test('a file that was cut is not taken for a shorter one', async () => {
  const file = write('lines.txt', 'a\nb\n')
  const { size } = statSync(file)
  writeFileSync(file, 'a\n')
  const reading = async (): Promise<unknown> => linesOf(file, 8, 8, size)
  expect(await refusal(reading())).toEqual(['input', 'file-changed'])
})
