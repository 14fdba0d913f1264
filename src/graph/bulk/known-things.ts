/**
 * The things that a source has named, by the numbers of the texts that it names them by. Nearly always the text came first and
 * the thing next, so a bit tells; only the others are kept by number.
 */
export class KnownThings {
  /** Of each kind of thing, a bit for each number: whether the text names the thing with the next number. */
  readonly #next: Uint32Array[] = []
  /** Of each kind of thing, what other texts name. */
  readonly #others: Map<number, number>[] = []

  /** The thing that a text names. */
  thing(kind: number, text: number): number | undefined {
    if (((this.#next[kind]?.[text >>> 5] ?? 0) >>> (text & 31)) & 1) return text + 1
    return this.#others[kind]?.get(text)
  }

  /** Notes what a text names. */
  add(kind: number, text: number, thing: number): void {
    if (thing === text + 1) this.#mark(kind, text)
    else (this.#others[kind] ??= new Map()).set(text, thing)
  }

  #mark(kind: number, text: number): void {
    const word = text >>> 5
    let bits = (this.#next[kind] ??= new Uint32Array(1 << 10))
    if (word >= bits.length) {
      const larger = new Uint32Array(2 ** Math.ceil(Math.log2(word + 1)))
      larger.set(bits)
      bits = this.#next[kind] = larger
    }
    bits[word]! |= 1 << (text & 31)
  }
}
