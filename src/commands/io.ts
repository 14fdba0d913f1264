/** What a command sees of the world outside: where it prints, and what sort of terminal that is. */
import { writeSync } from 'node:fs'
import { fileError } from '../errors.ts'
import { printable } from '../printable.ts'

/** The streams of a run; tests hand in their own. */
export interface Io {
  /** Prints an answer. */
  out(text: string): void
  /** Prints what is beside the answer: summaries, errors. */
  err(text: string): void
  /** Shows on a terminal how far long work is, in place of what it showed before; nothing where nobody watches. */
  status?(text: string): void
  /** Whether a person reads the answer on a terminal. */
  readonly terminal: boolean
  readonly color: boolean
}

/** Nobody reads the answer any more, as behind `| head`: the rest of it is not wanted. */
export class ClosedPipe extends Error {}

/** The process's own streams. Writing is synchronous, so that nothing is lost when the process ends. */
export function processIo(): Io {
  const env = process.env
  const forced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0'
  const terminal = process.stdout.isTTY
  return {
    out: (text) => write(1, text),
    err: (text) => {
      try {
        write(2, text)
      } catch {
        // Nobody can be told; the exit code still says how it went.
      }
    },
    ...(process.stderr.isTTY && { status: (text: string) => write(2, `\r\u001b[K${text.slice(0, process.stderr.columns - 1)}`) }),
    terminal,
    color: !env['NO_COLOR'] && env['TERM'] !== 'dumb' && (forced || terminal),
  }
}

function write(descriptor: number, text: string): void {
  const bytes = Buffer.from(text)
  for (let written = 0; written < bytes.length;)
    try {
      written += writeSync(descriptor, bytes, written)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EPIPE') throw new ClosedPipe()
      if (code !== 'EAGAIN') throw fileError(error, descriptor === 1 ? 'standard output' : 'standard error')
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
}

/**
 * Prints what programs read. It is exact where one does; on a terminal its control characters are escaped, whatever format it is in.
 */
export function printData(io: Io, text: string): void {
  io.out(io.terminal ? printable(text.replaceAll('\r\n', '\n')) : text)
}

/** Prints a value as JSON. */
export const printJson = (io: Io, value: unknown): void => printData(io, `${JSON.stringify(value, null, 2)}\n`)

const codes = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, cyan: 36 } as const

/** Colours, or plain text where colours are off. */
export function painter({ color }: Io): (style: keyof typeof codes, text: string) => string {
  return (style, text) => (color ? `\u001b[${codes[style]}m${text}\u001b[0m` : text)
}
