/** Lists of names in one cell of a table. */

/** Commas outside parentheses that no space follows: between the names of a list nobody writes one. */
const tight = /,(?!\s)(?![^()]*\))/
const loose = /,\s+(?![^()]*\))/

/**
 * The names in a cell. A comma without a space divides names; a comma with one is part of a name (`Systems, Inc`), unless what is on
 * both sides of it is known as a name. A cell that is itself a known name is that name, whatever it holds.
 *
 * @param known names that the table has elsewhere
 */
export function namesIn(cell: string, known: ReadonlySet<string>): string[] {
  const whole = plain(cell)
  if (known.has(whole)) return whole === '' ? [] : [whole]
  return whole.split(tight).flatMap((part) => {
    const name = part.trim()
    const pieces = name.split(loose).map((piece) => piece.trim())
    return (pieces.every((piece) => known.has(piece)) ? pieces : [name]).filter((piece) => piece !== '')
  })
}

/** The names that stand in a column alone or in lists without a doubt. */
export const namesOfColumn = (cells: Iterable<string>): Set<string> =>
  new Set([...cells].flatMap((cell) => plain(cell).split(tight)).flatMap((part) => (loose.test(part) ? [] : [part.trim()])))

/** A text of a cell in one line. */
export const plain = (cell: string): string => cell.replace(/\s+/g, ' ').trim()
