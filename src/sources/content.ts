/** The content of a file, as formats look at it to see whether it is theirs: text and JSON are made of it once. */
import type { Problem } from '../errors.ts'
import { textOf } from './text.ts'

/** A file that was read. */
export interface Content {
  readonly file: string
  readonly bytes: Uint8Array
  /** Its text; undefined where it is none, which `problems` tells. */
  readonly text: string | undefined
  /** Its JSON; undefined where it is none. */
  readonly json: unknown
  /** What is wrong with the text, whatever the format. */
  readonly problems: readonly Problem[]
}

/** The content of a file. */
export function contentOf(bytes: Uint8Array, file: string): Content {
  let text: { readonly value: string | undefined; readonly problems: Problem[] } | undefined
  let json: { readonly value: unknown } | undefined
  const read = (): { readonly value: string | undefined; readonly problems: Problem[] } => {
    if (!text) {
      const problems: Problem[] = []
      text = { value: textOf(bytes, file, problems), problems }
    }
    return text
  }
  return {
    file,
    bytes,
    get text() {
      return read().value
    },
    get problems() {
      return read().problems
    },
    get json() {
      json ??= { value: jsonOf(read().value) }
      return json.value
    },
  }
}

function jsonOf(text: string | undefined): unknown {
  if (text === undefined || !/^\s*[[{]/.test(text)) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
