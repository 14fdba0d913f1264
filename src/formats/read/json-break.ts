/** Where a text breaks off or stops being JSON. */
export interface JsonBreak {
  /** What the engine says of it. */
  readonly message: string
  readonly line: number
  readonly column: number
}

/** Where a text is no JSON any more; undefined where it is JSON. */
export function jsonBreak(text: string): JsonBreak | undefined {
  try {
    JSON.parse(text)
    return undefined
  } catch (error) {
    const { message } = error as Error
    const lines = text.slice(0, positionIn(message, text)).split('\n')
    return { message: message.split('\n', 1)[0]!, line: lines.length, column: lines.at(-1)!.length + 1 }
  }
}

/** Where JSON breaks off, by what the engine says of it: a position, the end, or the ten characters on both sides. */
function positionIn(message: string, text: string): number {
  const position = /at position (\d+)/.exec(message)
  if (position) return Number(position[1])
  if (/end of JSON/.test(message)) return text.length
  const [, cut, around] = /, (\.\.\.)?"([^]+?)"(?:\.\.\.)? is not valid JSON$/.exec(message) ?? []
  const found = around === undefined ? -1 : text.indexOf(around)
  return found < 0 || text.indexOf(around!, found + 1) >= 0 ? 0 : found + (cut === undefined ? 0 : 10)
}
