/** The most characters of a text that a note keeps. */
const longest = 300

/** A text in one line of at most some so many characters, cut at a word. */
export function brief(text: string, most = longest): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const end = line.lastIndexOf(' ', most)
  return `${line.slice(0, end > most / 2 ? end : most).replace(/[\ud800-\udbff]$/, '')}…`
}
