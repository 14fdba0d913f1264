/** Lists of names in one cell of a table. */

/** Whether a space follows a comma: between the names of a list nobody writes one. */
type Comma = 'tight' | 'loose'

/** The parts of a text between commas outside parentheses, from the end on, since what closes tells what is inside. */
function parts(text: string, between: Comma): string[] {
  const found: string[] = []
  let [end, isInside] = [text.length, false]
  for (let at = text.length - 1; at >= 0; at--) {
    const character = text.charAt(at)
    if (character === '(' || character === ')') isInside = character === ')'
    if (character !== ',' || isInside || (/\s/.test(text.charAt(at + 1)) ? 'loose' : 'tight') !== between) continue
    found.push(text.slice(at + 1, end))
    end = at
  }
  return [...found, text.slice(0, end)].reverse()
}

/**
 * The names in a cell. A comma without a space divides names; a comma with one is part of a name (`Systems, Inc`), unless what is on
 * both sides of it is known as a name. A cell that is itself a known name is that name, whatever it holds.
 *
 * @param known names that the table has elsewhere
 */
export function namesIn(cell: string, known: ReadonlySet<string>): string[] {
  const whole = plain(cell)
  if (known.has(whole)) return whole === '' ? [] : [whole]
  return parts(whole, 'tight').flatMap((part) => {
    const name = part.trim()
    const pieces = parts(name, 'loose').map((piece) => piece.trim())
    return (pieces.every((piece) => known.has(piece)) ? pieces : [name]).filter((piece) => piece !== '')
  })
}

/** The names that stand in a column alone or in lists without a doubt. */
export const namesOfColumn = (cells: Iterable<string>): Set<string> =>
  new Set(
    [...cells].flatMap((cell) => parts(plain(cell), 'tight')).flatMap((part) => (parts(part, 'loose').length > 1 ? [] : [part.trim()])),
  )

/** A text of a cell in one line. */
export const plain = (cell: string): string => cell.replace(/\s+/g, ' ').trim()
