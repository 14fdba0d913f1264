/** Opens a `.stemma` file: of it is read what a question needs, and every block is checked when it is first read. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { fileError, StemmaError, type Problem } from '../../errors.ts'
import { QuadIndex } from '../index/quad-index.ts'
import { bytes, Section, type Items, type Loader } from '../index/section.ts'
import { checksum } from './checksum.ts'
import { blockLength, footLength, headLength, magic, partsFrom, version, type Directory, type SectionPlace } from './layout.ts'

/** So much is read at once where much is needed. */
const mostAtOnce = 1 << 23

/**
 * The graph of a file. The file stays open as long as the process lives: a file that takes its name is another one.
 *
 * @throws StemmaError `not-a-graph` for a foreign file, `newer-graph` for one of another version, `broken-graph` for one that
 *   is cut or damaged, also later, by whatever first needs the damaged part; `file-…` where it cannot be read
 */
export function openIndex(file: string): QuadIndex {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch (error) {
    throw fileError(error, file)
  }
  try {
    return new Opening(file, handle).index()
  } catch (error) {
    closeSync(handle)
    throw error instanceof StemmaError ? error : fileError(error, file)
  }
}

/** A file that is being opened. */
class Opening {
  readonly #file: string
  readonly #handle: number

  constructor(file: string, handle: number) {
    this.#file = file
    this.#handle = handle
  }

  index(): QuadIndex {
    const length = fstatSync(this.#handle).size
    this.#checkHead(length)
    const { directory, sums } = this.#directory(length)
    const places = new Map(directory.sections.map((place) => [place.name, place]))
    const firstSum = new Map<string, number>()
    let blocks = 0
    for (const { name, length: own } of directory.sections) {
      firstSum.set(name, blocks)
      blocks += Math.ceil(own / blockLength)
    }
    const parts = partsFrom(directory, (name) => this.#section(places.get(name)!, sums.subarray(firstSum.get(name))))
    return new QuadIndex(parts)
  }

  #checkHead(length: number): void {
    const head = this.#read(0, Math.min(headLength, length))
    if (!head.subarray(0, magic.length).equals(magic))
      throw this.#error('not-a-graph', 'this is no saved graph', 'stemma build … -o graph.stemma makes one')
    if (length < headLength + footLength) throw this.#cut()
    const found = head.readUInt32LE(12)
    if (found !== version)
      throw this.#error(
        'newer-graph',
        `the graph is of version ${found}, and this release reads version ${version}`,
        found > version ? 'take a newer release, or build the graph again' : 'build the graph again',
      )
  }

  #directory(length: number): { directory: Directory; sums: Uint32Array } {
    const foot = this.#read(length - footLength, footLength)
    if (!foot.subarray(footLength - magic.length).equals(magic)) throw this.#cut()
    if (foot.readUInt32LE(24) !== checksum(foot.subarray(0, 24))) throw this.#damaged('foot')
    if (foot.readBigUInt64LE(16) !== BigInt(length)) throw this.#cut()
    const directory = this.#read(Number(foot.readBigUInt64LE(0)), foot.readUInt32LE(8))
    if (foot.readUInt32LE(12) !== checksum(directory)) throw this.#damaged('directory')
    const end = 4 + directory.readUInt32LE(0)
    const sums = new Uint8Array(directory.length - end)
    sums.set(directory.subarray(end))
    return { directory: JSON.parse(directory.toString('utf8', 4, end)) as Directory, sums: new Uint32Array(sums.buffer) }
  }

  #section({ name, at, length, width }: SectionPlace, sums: Uint32Array): Section<Items> {
    const memory = bytes(length)
    const loaded = bytes(Math.ceil(length / blockLength))
    let left = loaded.length
    const load: Loader = (from, to) => {
      if (left === 0) return
      const last = Math.ceil(to / blockLength)
      for (let block = Math.floor(from / blockLength); block < last; block++) {
        if (loaded[block]) continue
        let end = block + 1
        while (end < last && !loaded[end] && (end - block) * blockLength < mostAtOnce) end += 1
        this.#readBlocks(memory, at, block, end, sums, name)
        loaded.fill(1, block, end)
        left -= end - block
      }
    }
    const items = width === 1 ? memory : width === 2 ? new Uint16Array(memory.buffer) : new Uint32Array(memory.buffer)
    return new Section<Items>(items, load)
  }

  #readBlocks(memory: Uint8Array, at: number, block: number, end: number, sums: Uint32Array, name: string): void {
    const [from, to] = [block * blockLength, Math.min(end * blockLength, memory.length)]
    this.#readInto(memory, from, at + from, to - from)
    for (let one = block; one < end; one++) {
      const stretch = memory.subarray(one * blockLength, Math.min((one + 1) * blockLength, to))
      if (checksum(stretch) === sums[one]) continue
      // What is wrong must not be taken for right by whoever asks again.
      memory.fill(0, from, to)
      throw this.#damaged(`part ${name}, at byte ${at + one * blockLength}`)
    }
  }

  #read(at: number, length: number): Buffer {
    const buffer = Buffer.alloc(length)
    this.#readInto(buffer, 0, at, length)
    return buffer
  }

  #readInto(target: Uint8Array, offset: number, at: number, length: number): void {
    for (let done = 0; done < length;) {
      const read = readSync(this.#handle, target, offset + done, length - done, at + done)
      if (read === 0) throw this.#cut()
      done += read
    }
  }

  #cut(): StemmaError {
    return this.#error('broken-graph', 'the graph is not whole: its end is missing', 'copy or build it again')
  }

  #damaged(what: string): StemmaError {
    return this.#error('broken-graph', `the graph is damaged: the checksum of its ${what} is wrong`, 'copy or build it again')
  }

  #error(code: string, message: string, hint: string): StemmaError {
    const problem: Problem = { code, message, place: { file: this.#file }, hint }
    return new StemmaError(problem)
  }
}
