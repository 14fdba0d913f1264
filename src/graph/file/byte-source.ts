/** What a graph is opened from: a file of which stretches are read, or bytes that are all in memory. */
export interface ByteSource {
  /** What messages call it. */
  readonly name: string
  /** How many bytes there are. */
  readonly length: number
  /** Memory for a stretch; what it holds is what stands there once `fill` was called for it. */
  memory(at: number, length: number): Uint8Array
  /**
   * Sees to it that a part of such memory, from one place to another, holds what stands in the source.
   *
   * @param at where the memory's stretch begins in the source
   * @returns whether the source is that long
   */
  fill(memory: Uint8Array, from: number, to: number, at: number): boolean
  /** CRC-32 as in gzip and PNG. */
  checksum(bytes: Uint8Array): number
}
