/** The head of a card: YAML between two lines of dashes, at the start of a Markdown file. */
import { LineCounter } from 'yaml'
import type { Problem } from '../../errors.ts'
import { isExcess, parseWhole } from '../yaml/whole.ts'

/** What a file has at its head. */
export interface FrontMatter {
  /** Its keys and values; undefined where it has no such head, or one that cannot be used, which `problems` tells. */
  readonly data: Record<string, unknown> | undefined
  readonly problems: readonly Problem[]
  /** What follows the head. */
  readonly text: string
  /** In which line each key stands. */
  readonly lines: ReadonlyMap<string, number>
}

/** The head with its borders; a hub wants it at the very start. */
const head = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\r?\n|$)/
/** What begins like a head: a line of dashes, and a key. */
const open = /^\ufeff?---[ \t]*\r?\n[\w-]+:/
/** So many times at most an alias may be written out: each may double what the ones before made. */
const mostAliases = 100
/** More no head has that a person wrote. */
const longest = 1_000_000

const hint = 'mend it; of this card nothing was read'

const endless = (file: string): Problem => ({
  code: 'bad-card',
  message: 'the head of the card has no end',
  place: { file, line: 1 },
  hint: 'write a line --- behind it, or fetch it again if it was cut off; of this card nothing was read',
})

/** Reads the head of a card. What is wrong with it is told, not thrown. */
export function frontMatter(text: string, file: string): FrontMatter {
  const found = head.exec(text)
  if (!found) return { data: undefined, problems: open.test(text) ? [endless(file)] : [], text, lines: new Map() }
  const rest = text.slice(found[0].length)
  const { data, problems, lines } = cardData(found[1]!.replaceAll('\r\n', '\n').replace(/\r$/, ''), file, 1)
  return { data, problems, text: rest, lines }
}

/**
 * Reads the YAML of a card.
 *
 * @param before how many lines of the file are before it
 */
export function cardData(yaml: string, file: string, before = 0): Pick<FrontMatter, 'data' | 'problems' | 'lines'> {
  const nothing = (message: string, line = before + 1): Pick<FrontMatter, 'data' | 'problems' | 'lines'> => ({
    data: undefined,
    problems: [{ code: 'bad-card', message, place: { file, line }, hint }],
    lines: new Map(),
  })
  if (yaml.length > longest) return nothing(`the head of the card is longer than ${longest.toLocaleString('en')} characters`)
  const counter = new LineCounter()
  const document = parseWhole(yaml, { lineCounter: counter, uniqueKeys: false, logLevel: 'silent', schema: 'core' })
  if (isExcess(document)) return nothing(`the head of the card cannot be read: ${document.message}`)
  const [error] = document.errors
  if (error)
    return nothing(
      `the head of the card is not YAML: ${error.message.split('\n', 1)[0]!.replace(/(?: at line \d+, column \d+)?:?$/, '')}`,
      before + counter.linePos(error.pos[0]).line,
    )
  let data: unknown
  try {
    data = document.toJS({ maxAliasCount: mostAliases })
  } catch (error) {
    return nothing(`the head of the card cannot be written out: ${(error as Error).message}`)
  }
  if (data === null) return { data: {}, problems: [], lines: new Map() }
  if (typeof data !== 'object' || Array.isArray(data)) return nothing('the head of the card is no mapping of keys to values')
  // `{{ card_data }}` is the key of a mapping, to YAML.
  if (Object.keys(data).some((key) => key.startsWith('{'))) return nothing('the head of the card is a template that was not filled in')
  const lines = new Map(
    (document.contents as { items?: { key: { value?: unknown; range?: [number] } }[] }).items?.map(({ key }) => [
      String(key.value),
      before + counter.linePos(key.range?.[0] ?? 0).line,
    ]),
  )
  return { data: data as Record<string, unknown>, problems: [], lines }
}
