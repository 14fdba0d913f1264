/** Bytes that are coded as they come. */
import { pipeline, type Readable } from 'node:stream'
import { constants, createBrotliCompress, createGzip } from 'node:zlib'
import type { Encoding } from './preferences.ts'

/** Each piece can be read when it has come. The lowest levels that are worth while: what is found once is coded once. */
const coders = {
  br: () => createBrotliCompress({ flush: constants.BROTLI_OPERATION_FLUSH, params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  gzip: () => createGzip({ flush: constants.Z_SYNC_FLUSH, level: 1 }),
} as const

/** A stream of bytes in a coding; where it fails or is ended, the other does and is too. */
export const coded = (source: Readable, encoding: Encoding): Readable =>
  encoding === 'identity' ? source : pipeline(source, coders[encoding](), () => {})
