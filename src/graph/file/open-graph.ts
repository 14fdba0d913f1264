/** Opens the bytes of a `.stemma` file: of them is read what a question needs, and every block is checked when it is first read. */
import { StemmaError } from '../../errors.ts'
import { readText } from '../../utf8.ts'
import { QuadIndex } from '../index/quad-index.ts'
import { Section, type Items, type Loader } from '../index/section.ts'
import type { ByteSource } from './byte-source.ts'
import { blockLength, footLength, headLength, magic, partsFrom, version, type Directory, type SectionPlace } from './layout.ts'

/** So much is read at once where much is needed. */
const mostAtOnce = 1 << 23

/**
 * The graph of some bytes.
 *
 * @throws StemmaError `not-a-graph` for foreign ones, `newer-graph` for those of another version, `broken-graph` for what
 *   is cut or damaged, also later, by whatever first needs the damaged part; and as the source does
 */
export const indexOf = (source: ByteSource): QuadIndex => new Opening(source).index()

/** Bytes that are being opened. */
class Opening {
  readonly #source: ByteSource

  constructor(source: ByteSource) {
    this.#source = source
  }

  index(): QuadIndex {
    const { length } = this.#source
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
    if (!isMagic(head, 0)) throw this.#error('not-a-graph', 'this is no saved graph', 'stemma build … -o graph.stemma makes one')
    if (length < headLength + footLength) throw this.#cut()
    const found = viewOf(head).getUint32(12, true)
    if (found !== version)
      throw this.#error(
        'newer-graph',
        `the graph is of version ${found}, and this release reads version ${version}`,
        found > version ? 'take a newer release, or build the graph again' : 'build the graph again',
      )
  }

  #directory(length: number): { directory: Directory; sums: Uint32Array } {
    const { checksum } = this.#source
    const bytes = this.#read(length - footLength, footLength)
    const foot = viewOf(bytes)
    if (!isMagic(bytes, footLength - magic.length)) throw this.#cut()
    if (foot.getUint32(24, true) !== checksum(bytes.subarray(0, 24))) throw this.#damaged('foot')
    if (foot.getBigUint64(16, true) !== BigInt(length)) throw this.#cut()
    const directory = this.#read(Number(foot.getBigUint64(0, true)), foot.getUint32(8, true))
    if (foot.getUint32(12, true) !== checksum(directory)) throw this.#damaged('directory')
    const end = 4 + viewOf(directory).getUint32(0, true)
    const sums = new Uint8Array(directory.length - end)
    sums.set(directory.subarray(end))
    return { directory: JSON.parse(readText(directory, 4, end)) as Directory, sums: new Uint32Array(sums.buffer) }
  }

  #section({ name, at, length, width }: SectionPlace, sums: Uint32Array): Section<Items> {
    const memory = this.#source.memory(at, length)
    const loaded = new Uint8Array(Math.ceil(length / blockLength))
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
    return new Section<Items>(numbersIn(memory, width), load)
  }

  #readBlocks(memory: Uint8Array, at: number, block: number, end: number, sums: Uint32Array, name: string): void {
    const [from, to] = [block * blockLength, Math.min(end * blockLength, memory.length)]
    if (!this.#source.fill(memory, from, to, at)) throw this.#cut()
    for (let one = block; one < end; one++) {
      const stretch = memory.subarray(one * blockLength, Math.min((one + 1) * blockLength, to))
      if (this.#source.checksum(stretch) === sums[one]) continue
      // What is wrong must not be taken for right by whoever asks again.
      memory.fill(0, from, to)
      throw this.#damaged(`part ${name}, at byte ${at + one * blockLength}`)
    }
  }

  #read(at: number, length: number): Uint8Array {
    const memory = this.#source.memory(at, length)
    if (!this.#source.fill(memory, 0, length, at)) throw this.#cut()
    return memory
  }

  #cut(): StemmaError {
    return this.#error('broken-graph', 'the graph is not whole: its end is missing', 'copy or build it again')
  }

  #damaged(what: string): StemmaError {
    return this.#error('broken-graph', `the graph is damaged: the checksum of its ${what} is wrong`, 'copy or build it again')
  }

  #error(code: string, message: string, hint: string): StemmaError {
    return new StemmaError({ code, message, place: { file: this.#source.name }, hint })
  }
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView => new DataView(buffer, byteOffset, byteLength)

const isMagic = (bytes: Uint8Array, at: number): boolean => magic.every((byte, index) => bytes[at + index] === byte)

/** Sections begin at multiples of 8, so their bytes can be taken for numbers where they lie. */
function numbersIn(memory: Uint8Array, width: SectionPlace['width']): Items {
  const { buffer, byteOffset, byteLength } = memory
  if (width === 1) return memory
  return width === 2 ? new Uint16Array(buffer, byteOffset, byteLength / 2) : new Uint32Array(buffer, byteOffset, byteLength / 4)
}
