/** The content of a file, as formats look at it to see whether it is theirs: text and JSON are made of it once. */
import { basename } from 'node:path'
import type { Problem } from '../errors.ts'
import { jsonBreak, type JsonBreak } from '../formats/read/json-break.ts'
import { oneLine } from '../quote.ts'
import { unpackedName } from './packing/endings.ts'
import { textOf } from './text.ts'

/** A file that was read. */
export interface Content {
  readonly file: string
  /** The name of the file, without the ending of what it may be packed in. */
  readonly name: string
  readonly bytes: Uint8Array
  /** Its text; undefined where it is none, which `problems` tells. */
  readonly text: string | undefined
  /** Its text as far as anybody can tell, whatever its encoding: good for knowing what it is, not for reading it. */
  readonly glimpse: string
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
    name: basename(unpackedName(file)),
    bytes,
    get text() {
      return read().value
    },
    get glimpse() {
      return read().value ?? Buffer.from(bytes.filter((byte) => byte > 0 && byte < 0xfe)).toString('latin1')
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

/** What is wrong with a file that no format recognises, where it is no text, or JSON that breaks off. */
export function brokenContent({ file, text, json, problems }: Content): readonly Problem[] {
  if (text === undefined) return problems
  const at = json === undefined && looksLikeJson(text) ? jsonBreak(text) : undefined
  return at ? [badJson(file, at)] : []
}

const looksLikeJson = (text: string): boolean => /^\s*[[{]/.test(text)

/** The problem of JSON that breaks off, of which nothing is read. */
const badJson = (file: string, { message, line, column }: JsonBreak): Problem => ({
  code: 'bad-json',
  message: `the file is no JSON: ${oneLine(message)}`,
  place: { file, line, column },
  hint: 'mend it, or fetch it again if it was cut off: nothing of it was read',
})

function jsonOf(text: string | undefined): unknown {
  if (text === undefined || !looksLikeJson(text)) return undefined
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
