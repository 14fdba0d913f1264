/**
 * A question with its head: comment lines that say what it answers and which parameters it takes.
 *
 *   # The models that a model was made from, through any number of steps.
 *   #
 *   # @topic lineage
 *   # @param model Model the model to start from
 *   # @param lang language = en the language of the names
 *   # @example model=sparrow
 *
 * docs/queries.md says what may stand there.
 */
import { StemmaError, type Problem } from '../errors.ts'
import { isVariable } from './arguments.ts'
import { typeHint, typeOf, type ParameterType } from './parameter-type.ts'
import { plainText } from './plain-text.ts'

/** A parameter of a question: a variable that is bound beforehand. */
export interface Parameter {
  readonly name: string
  readonly type: ParameterType
  /** Without a value its variable is as free as any other. */
  readonly optional?: true
  /** What stands for a value that is not given. */
  readonly default?: string
  readonly help: string
}

/** A question with its help. */
export interface SavedQuery {
  readonly name: string
  /** What it answers: the first paragraph of its comment. */
  readonly help: string
  /** What it is about, in a word; questions are listed by it. */
  readonly topic?: string
  readonly parameters: readonly Parameter[]
  /** Arguments to try it with. */
  readonly examples: readonly string[]
  readonly sparql: string
  /** The file that it was read from. */
  readonly file?: string
}

/**
 * Reads a question with its head comment.
 *
 * @param name what messages call it
 * @param file the file that it was read from, for errors
 * @throws StemmaError `bad-parameter` for each parameter that cannot be understood, with its line
 */
export function readQuery(name: string, text: string, file?: string): SavedQuery {
  const sparql = plainText(text)
  const head = (/^(?:#.*(?:\n|$))*/.exec(sparql)?.[0] ?? '').split('\n').map((line) => line.replace(/^# ?/, ''))
  const body = sparql
    .split('\n')
    .slice(head.length - 1)
    .join('\n')
  const problems: Problem[] = []
  const parameters: Parameter[] = []
  head.forEach((line, index) => {
    if (!/^@param\b/.test(line)) return
    const wrong = (message: string, hint: string): void =>
      void problems.push({
        code: 'bad-parameter',
        message: file === undefined ? `line ${index + 1}: ${message}` : message,
        ...(file !== undefined && { place: { file, line: index + 1 } }),
        hint,
      })
    const match = /^@param (\S+) (\S+?)(\?)?(?: = (\S+))? +(\S.*)$/.exec(line)
    if (!match) return wrong('this is no parameter', 'write # @param name Type the help, or # @param name Type = default the help')
    const [, own, written, optional, fallback, help] = match as unknown as [string, string, string, ...(string | undefined)[]]
    const type = typeOf(written)
    if (!isVariable(own)) return wrong(`"${own}" cannot name a parameter`, nameHint(own))
    if (own === 'why')
      return wrong('no parameter can be called why', 'it stands for the sources of each row where questions are put over HTTP')
    if (parameters.some((parameter) => parameter.name === own)) return wrong(`parameter ${own} is there twice`, 'take one away')
    if (!type) return wrong(`parameter ${own} has the unknown type ${written}`, typeHint(written))
    if (optional && fallback !== undefined) return wrong(`parameter ${own} is optional and has a default`, 'take the ? or the default away')
    if (!new RegExp(`[?$]${own}(?![A-Za-z0-9_])`).test(body))
      return wrong(`the query has no variable $${own}`, 'name the parameter as the query does, or take it away')
    parameters.push({
      name: own,
      type,
      help: help!,
      ...(optional && { optional: true }),
      ...(fallback !== undefined && { default: fallback }),
    })
  })
  if (problems.length > 0) throw new StemmaError(problems)
  const end = head.findIndex((line) => line.trim() === '' || line.startsWith('@'))
  const tagged = (tag: string): string[] =>
    head.flatMap((line) => (line === `@${tag}` || line.startsWith(`@${tag} `) ? [line.slice(tag.length + 1).trim()] : []))
  const [topic] = tagged('topic')
  return {
    name,
    help: head.slice(0, end === -1 ? undefined : end).join(' '),
    ...(topic !== undefined && { topic }),
    parameters,
    examples: tagged('example'),
    sparql,
    ...(file !== undefined && { file }),
  }
}

function nameHint(name: string): string {
  const bare = name.replace(/^[?$]/, '')
  return bare !== name && isVariable(bare) ? `write # @param ${bare}` : 'a name has letters and digits only, a letter first, such as model'
}
