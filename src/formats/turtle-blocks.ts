/** How a block of Turtle is laid out: what fits stands on one line, what does not goes one value a line. */
import type { Term } from '@rdfjs/types'
import { prefixes } from '../model/vocabulary.ts'
import type { Block, Row } from './outline.ts'
import { isNumeral, literalText } from './terms.ts'

const columns = 100
const step = 4
const type = `${prefixes.rdf}type`
const boolean = `${prefixes.xsd}boolean`
const spaces = (count: number): string => ' '.repeat(count)

/** What the blocks of a graph need to know of the document. */
export interface Layout {
  /** An IRI as the document spells it. */
  readonly iri: (value: string) => string
  /** Labels of the blank nodes that stand in the place where they are used. */
  readonly inlined: ReadonlySet<string>
  /** How far the blocks will be moved in. */
  readonly margin: number
}

/**
 * The blocks of one graph.
 *
 * @param subjects its subjects, in order
 */
export function blocks(subjects: readonly Block[], { iri, inlined, margin }: Layout): string {
  const width = columns - margin
  const standsInPlace = ({ termType, value }: Term): boolean => termType === 'BlankNode' && inlined.has(value)
  const nested = new Map(subjects.filter(([subject]) => standsInPlace(subject)).map(([{ value }, own]) => [value, own]))

  const term = (value: Term): string => {
    if (value.termType === 'NamedNode') return iri(value.value)
    if (value.termType === 'Literal') return literal(value, iri)
    if (!standsInPlace(value)) return `_:${value.value}`
    const own = nested.get(value.value)
    return own ? `[ ${own.map(flat).join(' ; ')} ]` : '[]'
  }
  const name = (predicate: string): string => (predicate === type ? 'a' : iri(predicate))
  const flat = ([predicate, objects]: Row): string => `${name(predicate)} ${objects.map(term).join(' , ')}`

  /** A value that begins at a column; a nested node that is too long for the line has a line for each of its statements. */
  const value = (object: Term, column: number, indent: number): string => {
    const text = term(object)
    const own = standsInPlace(object) ? nested.get(object.value) : undefined
    if (!own || column + text.length + 2 <= width) return text
    return `[\n${statements(own, indent + step)
      .map((line) => `${spaces(indent + step)}${line}`)
      .join(' ;\n')}\n${spaces(indent)}]`
  }
  /** The statements of a subject; the first begins at a column of its own, behind the subject. */
  const statements = (own: readonly Row[], indent: number, column = indent): string[] =>
    own.map((statement, index) => {
      const [predicate, objects] = statement
      const text = flat(statement)
      const start = index === 0 ? column : indent
      if (start + text.length + 2 <= width) return text
      const head = name(predicate)
      if (objects.length === 1) return `${head} ${value(objects[0]!, start + head.length + 1, indent)}`
      const deeper = indent + step
      return `${head}\n${objects.map((object) => `${spaces(deeper)}${value(object, deeper, deeper)}`).join(' ,\n')}`
    })

  return subjects
    .filter(([subject]) => !standsInPlace(subject))
    .map(([subject, own]) => {
      const head = term(subject)
      return `${head} ${statements(own, step, head.length + 1).join(` ;\n${spaces(step)}`)} .\n`
    })
    .join('\n')
}

/** A literal, bare where Turtle reads it back as the same term. */
function literal(value: Extract<Term, { termType: 'Literal' }>, iri: (value: string) => string): string {
  const bare = isNumeral(value) || (value.datatype.value === boolean && /^(true|false)$/.test(value.value))
  return bare ? value.value : literalText(value, iri)
}
