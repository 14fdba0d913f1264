/** Bytes that are coded as they come. */
import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { createBrotliDecompress, createGunzip } from 'node:zlib'
import { expect, test } from 'vitest'
import { coded } from '../../../src/publish/server/coded-stream.ts'

const decoders = { gzip: createGunzip, br: createBrotliDecompress }

test.each(['gzip', 'br'] as const)('in %s a piece can be read before the next has come', async (encoding) => {
  const source = new PassThrough()
  const read = coded(source, encoding).pipe(decoders[encoding]())
  for (const piece of ['first', 'second']) {
    source.write(piece)
    const [bytes] = (await once(read, 'data')) as [Buffer]
    expect(bytes.toString()).toBe(piece)
  }
})

test.each(['gzip', 'br'] as const)('in %s what fails never looks whole, and who stops reading ends the source', async (encoding) => {
  const [failing, left] = [new PassThrough(), new PassThrough()]
  const failed = once(coded(failing, encoding).resume(), 'end')
  failing.write('some')
  failing.destroy(new Error('cut'))
  await expect(failed).rejects.toThrow('cut')
  coded(left, encoding)
    .on('error', () => {})
    .destroy()
  await expect.poll(() => left.destroyed).toBe(true)
})
