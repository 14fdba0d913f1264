/**
 * Terms for the parameters of a saved question, put into its text: the filled-in text asks what the question asks with these
 * terms, and can be read, changed and passed on.
 */

/** What a question is made of, as far as variables go: comments, texts, IRIs and names with prefixes have none. */
const pieces =
  /#[^\n]*|"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|<[^<>"{}|^`\\\s]*>|\bBOUND\s*\(\s*[?$]\w+\s*\)|[?$]\w+|[A-Za-z][\w-]*:[\w.-]*|[A-Za-z]\w*|[{}()]|\s+|./giu

/** Where in a question a piece stands. */
interface Place {
  /** In how many braces. */
  depth: number
  /** Which list is being read: the columns of a SELECT, what it groups by, or what it orders by. */
  list: 'columns' | 'groups' | 'order' | undefined
  /** In how many parentheses within the list. */
  brackets: number
}

const listEnds = new Set(['WHERE', 'FROM', 'HAVING', 'LIMIT', 'OFFSET', 'VALUES', '{', '}'])
const lists: Readonly<Record<string, Place['list']>> = { SELECT: 'columns', GROUP: 'groups', ORDER: 'order' }

/**
 * The question with terms for some variables, as `putParameters` has it: wherever the variable stands, the term stands after it;
 * a column stays one.
 *
 * @param terms by name, as SPARQL writes them
 */
export function fill(sparql: string, terms: Readonly<Record<string, string>>): string {
  const grouped = groupedBy(sparql)
  const place: Place = { depth: 0, list: undefined, brackets: 0 }
  let text = ''
  for (const piece of sparql.match(pieces) ?? []) {
    move(place, piece)
    const [, call, name = ''] = /^(BOUND\s*\(\s*)?[?$](\w+)/i.exec(piece) ?? []
    if (!Object.hasOwn(terms, name)) text += piece
    else if (call) text += 'true'
    else if (isColumnWithin(place)) text = text.trimEnd()
    else text += termAt(place, piece, terms[name]!, grouped.has(name))
  }
  return text
}

function move(place: Place, piece: string): void {
  const word = piece.toUpperCase()
  if (word === '{') place.depth += 1
  else if (word === '}') place.depth -= 1
  else if (word === '(') place.brackets += 1
  else if (word === ')') place.brackets -= 1
  const begun = Object.hasOwn(lists, word) ? lists[word] : undefined
  if (begun) [place.list, place.brackets] = [begun, 0]
  else if (place.brackets === 0 && listEnds.has(word)) place.list = undefined
}

/** Whether a variable here is a column of a question within the question: there, the term is wherever the column would be joined. */
const isColumnWithin = ({ list, brackets, depth }: Place): boolean => list === 'columns' && brackets === 0 && depth > 0

function termAt({ list, brackets }: Place, variable: string, term: string, isGrouped: boolean): string {
  if (list === undefined || brackets > 0) return term
  if (list === 'order') return `(${term})`
  return list === 'columns' && isGrouped ? variable : `(${term} AS ${variable})`
}

/** The variables that the outermost question groups by, and which have their values there. */
function groupedBy(sparql: string): ReadonlySet<string> {
  const [, groups = ''] = /\bGROUP\s+BY\b([^()]*)/i.exec(sparql.slice(sparql.lastIndexOf('}'))) ?? []
  return new Set(groups.split(/\b(?:HAVING|ORDER|LIMIT|OFFSET|VALUES)\b/i)[0]!.match(/(?<=[?$])\w+/g))
}

/** A question without the head that names its parameters, which are filled in. */
export const withoutHead = (sparql: string): string => sparql.replace(/^(?:#.*(?:\n|$))+\n*/, '')
