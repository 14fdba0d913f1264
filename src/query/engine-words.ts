/** What the parser and the engine say of a question, in plain words. */

/** What is wrong, and what to do about it. */
export interface Words {
  readonly message: string
  readonly hint: string
  /** What of the question it is about, as it may be written there; the last is meant where it stands there twice. */
  readonly about?: RegExp
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
const variable = (name: string): RegExp => new RegExp(`[?$]${escaped(name)}(?![\\w-])`, 'g')
/** An IRI in full, or its last part behind a prefix. */
const iri = (text: string): RegExp => new RegExp(`<${escaped(text)}>|[\\w.-]*:${escaped(/[^/#:]*$/.exec(text)![0])}(?![\\w-])`, 'g')

const beyond: Words = { message: 'the engine cannot answer this form of question', hint: 'it knows SPARQL 1.1; ask in another way' }

const table: readonly (readonly [pattern: RegExp, words: (...found: string[]) => Words])[] = [
  [
    /no configured actor was able to evaluate function (\S+)/,
    (name) => ({
      message: `there is no function ${name}`,
      hint: 'there are the functions of SPARQL 1.1, and casts such as xsd:integer(?x), xsd:decimal(?x), xsd:dateTime(?x)',
      about: iri(name),
    }),
  ],
  [
    /does not match the arity of the operator '"?(.*?)"?'/,
    (name) => ({
      message: `${name} does not take so many arguments`,
      hint: 'a cast takes one; what a function takes stands in SPARQL 1.1, 17.4',
      about: iri(name),
    }),
  ],
  [
    /^Variable (\S+) used more than once in SELECT/,
    (name) => ({ message: `?${name} is selected twice`, hint: 'give one of the two another name', about: variable(name) }),
  ],
  [
    /^Variable not allowed in projection/,
    () => ({
      message: 'a variable is selected that is not grouped by',
      hint: 'name it in GROUP BY, or put it in COUNT, SAMPLE or another aggregate',
    }),
  ],
  [/^GROUP BY not allowed with wildcard/, () => ({ message: 'SELECT * cannot be grouped', hint: 'name what is wanted in place of *' })],
  [
    /^Illegal binding to variable '(\S+)'/,
    (name) => ({ message: `?${name} has a value already where it is given one`, hint: 'give it another name', about: variable(name) }),
  ],
  [
    /^Number of dataBlockValues does not match/,
    () => ({ message: 'a row of VALUES has not as many values as there are variables', hint: 'write UNDEF where there is no value' }),
  ],
  [
    /^Aggregates are only allowed in/,
    () => ({
      message: 'COUNT, MIN and other aggregates stand in SELECT, HAVING and ORDER BY only',
      hint: 'put a condition on them in HAVING, or count in a sub-select',
    }),
  ],
  [
    /^An aggregate function is not allowed within/,
    () => ({ message: 'an aggregate stands within another', hint: 'put the inner one in a sub-select' }),
  ],
  [
    /reuse of blank node.*\((_:\S+)\)/,
    (name) => ({
      message: `${name} stands in two groups of patterns, where it would mean two things`,
      hint: `write a variable in its place`,
      about: new RegExp(`${escaped(name)}(?![\\w-])`, 'g'),
    }),
  ],
  [
    /^Invalid regular expression: (.*)/,
    (text) => ({
      message: `this is no regular expression: ${text}`,
      hint: 'write "\\\\(" for a parenthesis that is meant as such, and so for . * + ? [ ] { } | ^ $',
    }),
  ],
  [/^Invalid (regular expression )?flags/, () => ({ message: 'a flag of REGEX or REPLACE is none', hint: 'there are i, s, m, x and q' })],
  [/^Cannot (destructure|read) prop|^.{0,80} is not (a function|iterable)$|none of the configured actors/, () => beyond],
  [
    /^Cannot resolve relative IRI (\S+)/,
    (name) => ({
      message: `<${name}> is no whole IRI`,
      hint: 'write the whole of it, use a prefix such as model:bloom, or declare BASE',
      about: new RegExp(`<${escaped(name)}>`, 'g'),
    }),
  ],
]

/** The plain words for a message, where there are any. */
export function inPlainWords(message: string): Words | undefined {
  for (const [pattern, words] of table) {
    const found = pattern.exec(message)
    if (found) return words(...found.slice(1))
  }
  return undefined
}
