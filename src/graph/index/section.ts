/** A stretch of the graph in memory: typed, shared between threads where these can share, and read from its file only where it is needed. */

/** The typed arrays that a graph is made of. */
export type Items = Uint8Array | Uint16Array | Uint32Array

/** Reads the bytes from one place to another into a section's memory, if they are not there yet. */
export type Loader = (from: number, to: number) => void

/** Items of one kind, of which those that were asked for by `need` are in memory. */
export class Section<A extends Items = Uint32Array> {
  readonly items: A
  #load: Loader | undefined

  /**
   * @param items the memory
   * @param load reads what is not in memory yet; without it, all is there
   */
  constructor(items: A, load?: Loader) {
    this.items = items
    this.#load = load
  }

  /** Whether all of it is in memory. */
  get isWhole(): boolean {
    return this.#load === undefined
  }

  /** Sees to it that the items from one place up to another are in memory; throws as the loader does. */
  need(from: number, to: number): void {
    this.#load?.(from * this.items.BYTES_PER_ELEMENT, to * this.items.BYTES_PER_ELEMENT)
  }

  /** Reads all that is missing; from then on `need` costs nothing. */
  needAll(): void {
    this.need(0, this.items.length)
    this.#load = undefined
  }
}

/** Bytes of a stretch for each time that it is needed before it is read whole. */
const bytesPerNeed = 1 << 14

/** A part of a section that belongs together: needed often, it is read whole, and from then on `need` costs nothing. */
export class Stretch<A extends Items = Uint32Array> {
  readonly #section: Section<A>
  readonly #from: number
  readonly #to: number
  /** How often it will be read in parts before it is read whole; 0 when it was. */
  #left: number

  constructor(section: Section<A>, from: number, length: number) {
    this.#section = section
    this.#from = from
    this.#to = from + length
    this.#left = section.isWhole ? 0 : 16 + Math.ceil((length * section.items.BYTES_PER_ELEMENT) / bytesPerNeed)
  }

  /** As `Section.need`, for a part of this stretch. */
  need(from: number, to: number): void {
    if (this.#left === 0) return
    if (this.#left > 1) this.#section.need(from, to)
    else this.#section.need(this.#from, this.#to)
    this.#left -= 1
  }
}

/** Memory that threads share. Large ones cost nothing until they are written to, so a bound may stand for a size. */
export const bytes = (length: number): Uint8Array<SharedArrayBuffer> => new Uint8Array(new SharedArrayBuffer(length))
export const shorts = (length: number): Uint16Array<SharedArrayBuffer> => new Uint16Array(new SharedArrayBuffer(2 * length))
export const words = (length: number): Uint32Array<SharedArrayBuffer> => new Uint32Array(new SharedArrayBuffer(4 * length))
