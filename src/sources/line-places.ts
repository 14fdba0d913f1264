/** Lines and columns, found out only where they are asked for, in texts of which few places are. */

/** Where the places of a text are: lines and columns, from 1. Asking in rising order is quick. */
export function linePlaces(text: string): (offset: number) => { readonly line: number; readonly column: number } {
  let line = 1
  let start = 0
  return (offset) => {
    if (offset < start) [line, start] = [1, 0]
    for (let end = text.indexOf('\n', start); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
      line += 1
      start = end + 1
    }
    return { line, column: offset - start + 1 }
  }
}
