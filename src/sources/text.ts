import type { Problem } from '../errors.ts'

/** The largest file that is read. */
export const megabytes = 16

/** The problem of a file that is larger. */
export const tooLarge = (file: string): Problem => ({
  code: 'file-too-large',
  message: `the file is larger than ${megabytes} MiB`,
  place: { file },
  hint: 'split it: one file a thing',
})

/** The text of a file in UTF-8, a byte order mark taken off; undefined, with a problem noted, when it is none. */
export function textOf(bytes: Uint8Array, file: string, problems: Problem[]): string | undefined {
  if (bytes.length > megabytes * 2 ** 20) {
    problems.push(tooLarge(file))
    return undefined
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  // What is no UTF-8 was replaced while decoding, so the first byte that differs when encoded again is the first bad one.
  const again = new TextEncoder().encode(text)
  const bad =
    again.length === bytes.length && Buffer.compare(again, bytes) === 0 ? -1 : bytes.findIndex((byte, index) => byte !== again[index])
  const nul = text.indexOf('\0')
  if (bad === -1 && nul === -1) return text.replace(/^\ufeff/, '')
  const before = bad === -1 ? text.slice(0, nul) : new TextDecoder('utf-8').decode(bytes.subarray(0, bad))
  const lines = before.split('\n')
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || bytes[0] === 0 || bytes[1] === 0
  problems.push({
    code: 'bad-encoding',
    message: bad === -1 ? 'the file holds a NUL byte' : `the file is not UTF-8: byte 0x${bytes[bad]!.toString(16)}`,
    place: { file, line: lines.length, column: lines.at(-1)!.length + 1 },
    hint: utf16 ? 'it looks like UTF-16; save it as UTF-8' : 'save it as UTF-8',
  })
  return undefined
}
