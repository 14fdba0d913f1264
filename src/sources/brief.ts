/** The most characters of a text that a note keeps. */
const longest = 300

/** A text in one line of at most some 300 characters, cut at a word. */
export function brief(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= longest) return line
  const end = line.lastIndexOf(' ', longest)
  return `${line.slice(0, end > longest / 2 ? end : longest)}…`
}
