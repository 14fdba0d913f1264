/** The nodes of a YAML document as data has them: plain ones, each with its place; what is not so is told. */
import { isAlias, isMap, isScalar, isSeq, type LineCounter, type Node, type YAMLMap } from 'yaml'
import type { Place, Problem } from '../../errors.ts'
import { quote } from '../../quote.ts'
import { isEmpty, keyOf, scalarText, startOf } from './node.ts'

export const noValue = 'leave the key out when nothing is known'

/** Looks at nodes of a file; what is wrong with them is added to the problems. */
export class PlainNodes {
  readonly #file: string
  readonly #lines: LineCounter
  readonly #problems: Problem[]

  constructor(file: string, lines: LineCounter, problems: Problem[]) {
    this.#file = file
    this.#lines = lines
    this.#problems = problems
  }

  /** Adds to the problems what is wrong at some place of the text. */
  report(code: string, message: string, offset: number, key?: string, hint?: string): undefined {
    this.#problems.push({ code, message, place: this.place(offset), ...(key !== undefined && { key }), ...(hint && { hint }) })
  }

  /** Where an offset stands. */
  place(offset: number): Place {
    const { line, col } = this.#lines.linePos(offset)
    return { file: this.#file, line, column: col }
  }

  /** The pairs of a mapping with a plain key each, none twice. */
  pairs(node: YAMLMap): { key: string; value: Node | null; place: Place; offset: number }[] {
    const first = new Map<string, Place>()
    this.isPlain(node)
    return node.items.flatMap((pair) => {
      const keyNode = pair.key as Node | null
      const value = pair.value as Node | null
      const offset = keyNode?.range?.[0] ?? value?.range?.[0] ?? startOf(node)
      const key = keyOf(pair)
      const place = this.place(offset)
      if (key === undefined || !this.isPlain(keyNode)) {
        if (key === undefined)
          this.report('bad-key', 'a key is a plain word', offset, undefined, isAlias(keyNode) ? 'write the key out' : 'write key: value')
        return []
      }
      const before = first.get(key)
      if (before)
        this.report(
          'duplicate-key',
          `${quote(key)} stands here a second time, first in line ${before.line}`,
          offset,
          key,
          'put both into one: several values are a list',
        )
      else first.set(key, place)
      return before ? [] : [{ key, value, place, offset }]
    })
  }

  /** The text of a scalar; what is none is told. */
  scalar(node: Node, key: string): string | undefined {
    if (!this.isPlain(node, key)) return undefined
    if (isEmpty(node)) return this.report('empty-value', `${key} has no value`, startOf(node), key, noValue)
    if (isScalar(node)) return scalarText(node)
    return this.report(
      'not-a-scalar',
      `${key} takes one text or number here`,
      startOf(node),
      key,
      `write ${key}: and one word, number or text`,
    )
  }

  /** Whether a node is no alias and has neither anchor nor tag; all are reported. Data is written out, so that reading it is all there is to it. */
  isPlain(node: Node | null, key?: string): boolean {
    const { anchor } = (node ?? {}) as { anchor?: string }
    if (isAlias(node))
      this.report('alias', `*${node.source} is an alias, which data does not use`, startOf(node), key, 'write the value out')
    else if (anchor !== undefined)
      this.report('anchor', `&${anchor} is an anchor, which data does not use`, startOf(node), key, 'leave the anchor out')
    else if (node?.tag !== undefined && (isScalar(node) || isMap(node) || isSeq(node)))
      this.report('tag', `${quote(node.tag)} is a tag, which data does not use`, startOf(node), key, 'leave the tag out')
    else return true
    return false
  }
}
