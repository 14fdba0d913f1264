/** What a question is told when it is none, when it names what is not there, and what the library takes. */
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../src/graph/build.ts'
import type { Graph } from '../../src/graph/graph.ts'
import { literal } from '../../src/model/claim.ts'
import { packageFile } from '../../src/package-files.ts'
import { StemmaError, type Problem } from '../../src/errors.ts'
import type { Parameters } from '../../src/query/answer.ts'
import { bind } from '../../src/query/bind.ts'
import { ask } from '../../src/query/engine.ts'
import { lint } from '../../src/query/lint.ts'
import { readQuery, type SavedQuery } from '../../src/query/question.ts'
import { results } from '../../src/query/results.ts'
import { savedQueries } from '../../src/query/saved.ts'

let graph: Graph
beforeAll(() => {
  graph = build([packageFile('data')])
})

/** What was wrong, and whose fault it is. */
async function problemsOf(run: () => unknown): Promise<[failure: string, ...problems: Problem[]]> {
  try {
    await run()
  } catch (error) {
    if (error instanceof StemmaError) return [error.failure, ...error.problems]
    throw error
  }
  throw new Error('nothing was wrong')
}

const csv = async (sparql: string, parameters: Parameters = {}): Promise<string> => {
  const answer = await ask(graph, sparql, parameters)
  if (answer.type === 'quads') throw new Error('triples')
  return results.csv(answer).replaceAll('\r\n', '\n').replaceAll(graph.base, '')
}

describe('a text that is no question', () => {
  const examples = 'see the saved questions for examples: stemma queries'

  test.each<[string, string, string, string]>([
    [
      'without its last brace',
      'SELECT ?m { ?m a st:Model ',
      'line 1 of the query is not SPARQL: the query ends too early, } is expected',
      '  SELECT ?m { ?m a st:Model \n  -------------------------^',
    ],
    [
      'that ends within a clause, on a line of its own',
      'SELECT ?m {\n  ?m a st:Model }\nORDER\n\n',
      'line 3 of the query is not SPARQL: the query ends too early, BY is expected',
      '  ORDER\n  -----^',
    ],
    ['of one word', 'SELECT', 'line 1 of the query is not SPARQL: the query ends too early', '  SELECT\n  ------^'],
    [
      'with a slip in its second line, of Windows',
      'SELECT ?m {\r\n  ?m a st:Model ;; ,\r\n}',
      'line 2 of the query is not SPARQL, at ,',
      '    ?m a st:Model ;; ,\n  -------------------^',
    ],
    ['with a byte order mark and a slip', '\ufeffSELEKT', 'line 1 of the query is not SPARQL', '  SELEKT\n  ^'],
  ])('%s', async (_, sparql, message, excerpt) => {
    expect(await problemsOf(() => ask(graph, sparql))).toEqual(['input', { code: 'bad-query', message, excerpt, hint: examples }])
  })

  test('of a file is told with its place', async () => {
    expect(await problemsOf(() => ask(graph, 'ASK {\n  ?m a }', {}, 'my.rq'))).toEqual([
      'input',
      {
        code: 'bad-query',
        message: 'this is not SPARQL, at }',
        place: { file: 'my.rq', line: 2, column: 8 },
        excerpt: '    ?m a }\n  -------^',
        hint: examples,
      },
    ])
  })

  test.each(['', ' ', '# only a comment', 'PREFIX a: <urn:a>'])('is empty: "%s"', async (sparql) => {
    expect(await problemsOf(() => ask(graph, sparql))).toMatchObject(['input', { code: 'empty-query', message: 'the question is empty' }])
  })

  test.each([
    ['braces', `SELECT * { ${'{'.repeat(3000)}${'}'.repeat(3000)} }`],
    ['parentheses', `SELECT * { FILTER(${'('.repeat(3000)}1${')'.repeat(3000)}) }`],
  ])('is nested too deeply, in %s', async (_, sparql) => {
    expect(await problemsOf(() => ask(graph, sparql))).toMatchObject([
      'input',
      { code: 'bad-query', message: 'the query is nested too deeply' },
    ])
  })
})

describe('what the engine says is said in plain words, with the place where it is known', () => {
  test.each<[string, string, string?]>([
    ['SELECT (<x:none>(1) AS ?x) {}', 'there is no function x:none', '  SELECT (<x:none>(1) AS ?x) {}\n  --------^'],
    ['ASK {\n  FILTER(st:none(1)) }', 'there is no function https://w3id.org/stemma#none', '    FILTER(st:none(1)) }\n  ---------^'],
    [
      'SELECT (xsd:integer(1, 2) AS ?x) {}',
      'http://www.w3.org/2001/XMLSchema#integer does not take so many arguments',
      '  SELECT (xsd:integer(1, 2) AS ?x) {}\n  --------^',
    ],
    ['SELECT * { ?x a <relative> }', '<relative> is no whole IRI', '  SELECT * { ?x a <relative> }\n  ----------------^'],
    ['SELECT ?x (1 AS ?x) {}', '?x is selected twice', '  SELECT ?x (1 AS ?x) {}\n  ----------------^'],
    [
      'SELECT * { BIND(1 AS ?x) BIND(2 AS ?x) }',
      '?x has a value already where it is given one',
      `  SELECT * { BIND(1 AS ?x) BIND(2 AS ?x) }\n  ${'-'.repeat(35)}^`,
    ],
    [
      'SELECT * { _:a ?p ?o OPTIONAL { _:a ?q ?r } }',
      '_:a stands in two groups of patterns, where it would mean two things',
      `  SELECT * { _:a ?p ?o OPTIONAL { _:a ?q ?r } }\n  ${'-'.repeat(32)}^`,
    ],
    ['SELECT ?a ?b { ?a ?b ?c } GROUP BY ?a', 'a variable is selected that is not grouped by'],
    ['SELECT * { ?a ?b ?c } GROUP BY ?a', 'SELECT * cannot be grouped'],
    ['SELECT * { VALUES (?a ?b) { (1) } }', 'a row of VALUES has not as many values as there are variables'],
    ['SELECT * { ?a ?b ?c FILTER(COUNT(?a) > 1) }', 'COUNT, MIN and other aggregates stand in SELECT, HAVING and ORDER BY only'],
    ['SELECT (COUNT(COUNT(?a)) AS ?n) { ?a ?b ?c }', 'an aggregate stands within another'],
    ['SELECT (REGEX("a", "(") AS ?x) {}', 'this is no regular expression: /(/u: Unterminated group'],
    ['SELECT (REGEX("a", "a", "zz") AS ?x) {}', 'a flag of REGEX or REPLACE is none'],
    ['SELECT * { <<?a ?b ?c>> ?p ?o }', 'the engine cannot answer this form of question'],
  ])('%s', async (sparql, message, excerpt) => {
    const [failure, ...problems] = await problemsOf(() => ask(graph, sparql))
    expect([failure, problems.length]).toEqual(['input', 1])
    const { hint, ...said } = problems[0]!
    expect(said).toEqual({ code: 'bad-query', message, ...(excerpt !== undefined && { excerpt }) })
    expect(hint).not.toContain('stemma')
  })
})

describe('prefixes', () => {
  test.each(['# PREFIX st: is built in\nASK { model:bloom a st:Model }', 'ASK { model:bloom a st:Model . FILTER("prefix st:" != "") }'])(
    'are declared whatever comments and strings say: %s',
    async (sparql) => {
      expect(await ask(graph, sparql)).toEqual({ type: 'boolean', value: true })
    },
  )
  test('may be declared anew', async () => {
    expect(await ask(graph, 'PREFIX st: <urn:x:> ASK { model:bloom a st:Model }')).toEqual({ type: 'boolean', value: false })
  })
  test('that are slips get the nearest', async () => {
    expect(await problemsOf(() => ask(graph, 'ASK { datset:c4 a ?x }'))).toEqual([
      'input',
      { code: 'unknown-prefix', message: 'unknown prefix: datset', hint: 'did you mean "dataset"?' },
    ])
  })
})

test('variables may be called as what every object has', async () => {
  expect(await csv('SELECT ?constructor ?toString { BIND(1 AS ?constructor) OPTIONAL { model:bloom st:no ?toString } }')).toBe(
    'constructor,toString\n1,\n',
  )
})

describe('texts go by code points, whatever the language of the machine', () => {
  test.each([
    ['"a" < "B"', false],
    ['"B" < "a"', true],
    ['"B" >= "a"', false],
    ['"ab" < "abc"', true],
    ['"abc" < "ab"', false],
    ['"" < "a"', true],
    ['"a" < "a"', false],
    ['"a" <= "a"', true],
    ['"z" < "é"', true],
    // The same to a reader, and to a dictionary.
    ['"\\u00E9" = "e\\u0301"', false],
    ['"co\\u00ADop" != "coop"', true],
    ['"a" IN ("A", "a\\u200B")', false],
    // Beyond the first plane, where UTF-16 has another order.
    ['"\\uFFFD" < "\\U0001F600"', true],
    ['"\\U0001F600" < "\\U0001F601"', true],
    ['"\\U0001F600" < "\\uFFFD"', false],
  ])('%s is %s', async (comparison, holds) => {
    expect(await ask(graph, `ASK { FILTER(${comparison}) }`)).toEqual({ type: 'boolean', value: holds })
  })
  test('in an order, and as the least', async () => {
    const values = 'VALUES ?text { "b" "A" "a" "B" "Ä" }'
    expect(await csv(`SELECT ?text { ${values} } ORDER BY ?text`)).toBe('text\nA\nB\na\nb\nÄ\n')
    expect(await csv(`SELECT (MIN(?text) AS ?least) (MAX(?text) AS ?most) { ${values} }`)).toBe('least,most\nA,Ä\n')
  })
})

test('a path in GRAPH with a variable is walked within each source, which is named', async () => {
  const way = '(st:fineTunedFrom|st:promptedFrom)+'
  const alone = await csv('SELECT ?g { GRAPH ?g { ?m a st:Model } } GROUP BY ?g ORDER BY ?g')
  const each = await Promise.all(
    alone
      .trim()
      .split('\n')
      .slice(1)
      .map(async (name) => {
        const rows = (await csv(`SELECT ?o { GRAPH <${graph.base}${name}> { model:sparrow ${way} ?o } } ORDER BY ?o`))
          .trim()
          .split('\n')
          .slice(1)
        return rows.map((row) => `${name},${row}\n`)
      }),
  )
  expect(each.flat().length).toBeGreaterThan(3)
  expect(await csv(`SELECT ?g ?o { GRAPH ?g { model:sparrow ${way} ?o } } ORDER BY ?g ?o`)).toBe(`g,o\n${each.flat().join('')}`)
})

describe('a dataset', () => {
  test('is one source', async () => {
    const says = await csv('SELECT ?n FROM document:gen2-gen3-survey { model:mt-nlg st:parameterCount ?n } ORDER BY ?n')
    expect(says).toBe(await csv('SELECT ?n { GRAPH document:gen2-gen3-survey { model:mt-nlg st:parameterCount ?n } } ORDER BY ?n'))
    expect(says.split('\n').length).toBeGreaterThan(2)
  })
  test('of graphs that are not there is refused, each of them', async () => {
    expect(
      await problemsOf(() => ask(graph, 'ASK FROM document:bloom-papr FROM NAMED <file:///etc/passwd> FROM graph:best { ?s ?p ?o }')),
    ).toEqual([
      'input',
      {
        code: 'unknown-graph',
        message: 'there is no graph "https://w3id.org/stemma/document/bloom-papr" to ask',
        hint: expect.stringMatching(/^did you mean document:bloom-paper or /) as string,
      },
      {
        code: 'unknown-graph',
        message: 'there is no graph "https://w3id.org/stemma/graph/best" to ask',
        hint: 'the best view is the default graph: ask it without naming a graph',
      },
      {
        code: 'unknown-graph',
        message: 'there is no graph "file:///etc/passwd" to ask',
        hint: 'a graph is named by its source, such as document:bloom-paper, or is graph:claims or graph:about; nothing is ever fetched',
      },
    ])
  })
})

describe('slips are told', () => {
  const told = async (sparql: string): Promise<string[]> => (await lint(sparql, graph)).map(({ code, message }) => `${code}: ${message}`)

  test('of terms, things and graphs, each once', async () => {
    expect(
      await told(
        'SELECT * { ?m st:traindOn dataset:the-pil ; a st:Modle . ?n st:traindOn ?d . GRAPH document:chinchila-paper { ?m ?p ?o } }',
      ),
    ).toEqual([
      'unknown-term: st:traindOn is no term of the ontology; did you mean st:trainedOn?',
      expect.stringMatching(/^unknown-name: dataset:the-pil is no dataset of this graph; did you mean dataset:the-pile or /),
      'unknown-term: st:Modle is no term of the ontology; did you mean st:Model?',
      expect.stringMatching(/^unknown-graph: document:chinchila-paper is no graph; did you mean document:chinchilla-paper/),
    ])
  })
  test('of what is described', async () => {
    expect(await told('DESCRIBE model:chinchila')).toEqual([
      'unknown-name: model:chinchila is no model of this graph; did you mean model:chinchilla?',
    ])
  })
  test('but not of what a question makes', async () => {
    expect(await told('CONSTRUCT { model:mine st:derivedFrom ?m } WHERE { ?m st:variantOf model:bloom }')).toEqual([])
  })
  test.each(savedQueries().map(({ name, sparql }) => [name, sparql]))('and there is none in %s', async (_, sparql) => {
    expect(await told(sparql)).toEqual([])
  })
})

describe('the library refuses', () => {
  test.each<[string, () => unknown, string]>([
    ['a question that is no text', () => ask(graph, 42 as never), 'ask needs a query in SPARQL, as a text'],
    ['what is no graph', () => ask({} as never, 'ASK {}'), 'ask needs a graph first'],
    ['parameters that are none', () => ask(graph, 'ASK {}', null as never), 'ask needs its parameters as an object'],
    ['a text for a term', () => ask(graph, 'ASK {}', { v: 'x' as never }), 'ask needs an RDF term for "v"'],
    ['a variable with its mark', () => ask(graph, 'ASK {}', { '?v': literal('x') }), 'ask needs another name than "?v" for a variable'],
    [
      'a variable that the engine cannot bind',
      () => ask(graph, 'ASK {}', { constructor: literal('x') }),
      'ask needs another name than "constructor" for a variable',
    ],
    ['no question to bind', () => bind(graph, undefined as never, {}), 'bind needs a question'],
    ['no arguments', () => bind(graph, savedQueries()[0]!, null as never), 'bind needs an object of arguments'],
    ['an argument that is no text', () => bind(graph, savedQueries()[0]!, { model: 7 as never }), 'bind needs a text for "model"'],
  ])('%s', async (_, run, message) => {
    expect(await problemsOf(run)).toMatchObject(['usage', { code: 'bad-argument', message }])
  })
})

describe('the head of a question', () => {
  const head = (...lines: string[]): string => `${['# Help.', '#', ...lines].join('\n')}\nSELECT ?v ?w { FILTER($v != $w) }\n`

  test('is read whole, with the line ends of Windows and a byte order mark', () => {
    const text = head('# @topic odds', '# @param v Model|Dataset? a thing', '# @param w up|down = up a word', '# @example w=down')
    expect(readQuery('q', `\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual({
      name: 'q',
      help: 'Help.',
      topic: 'odds',
      parameters: [
        { name: 'v', type: { kind: 'thing', classes: ['Model', 'Dataset'] }, optional: true, help: 'a thing' },
        { name: 'w', type: { kind: 'choice', words: ['up', 'down'] }, default: 'up', help: 'a word' },
      ],
      examples: ['w=down'],
      sparql: text,
    })
  })

  test.each<[string, string, string, string | RegExp]>([
    ['an unknown type', '# @param v boolean a flag', 'parameter v has the unknown type boolean', /^a class such as Model, /],
    ['a type that is nearly one', '# @param v Modle a model', 'parameter v has the unknown type Modle', 'did you mean "Model"?'],
    ['a variable for a name', '# @param ?v text a value', '"?v" cannot name a parameter', 'write # @param v'],
    ['a name of prototypes', '# @param __proto__ text x', '"__proto__" cannot name a parameter', /^a name has letters and digits only/],
    [
      'a name of every object',
      '# @param constructor text x',
      '"constructor" cannot name a parameter',
      /^a name has letters and digits only/,
    ],
    [
      'a parameter that the query lacks',
      '# @param value text x',
      'the query has no variable $value',
      /^name the parameter as the query does/,
    ],
    ['no type and no help', '# @param v', 'this is no parameter', /^write # @param name Type the help/],
    ['both a default and a question mark', '# @param v text? = x a value', 'parameter v is optional and has a default', /^take the \? or/],
  ])('with %s is refused, with its place', async (_, line, message, hint) => {
    const [failure, problem] = await problemsOf(() => readQuery('q', head('# @param w text ok', line), 'q.rq'))
    expect([failure, problem]).toEqual([
      'input',
      {
        code: 'bad-parameter',
        message,
        place: { file: 'q.rq', line: 4 },
        hint: typeof hint === 'string' ? hint : (expect.stringMatching(hint) as string),
      },
    ])
  })

  test('tells all that is wrong, and a name that is there twice', async () => {
    const [, ...problems] = await problemsOf(() => readQuery('q', head('# @param v text a', '# @param v text b', '# @param w foo c')))
    expect(problems.map(({ message }) => message)).toEqual([
      'line 4: parameter v is there twice',
      'line 5: parameter w has the unknown type foo',
    ])
  })
})

describe('a value', () => {
  const question = (type: string): SavedQuery => readQuery('q', `# H.\n#\n# @param v ${type} a value\nSELECT ?v {}\n`)
  const bound = (type: string, v: string): unknown => {
    const { v: term } = bind(graph, question(type), { v })
    return term?.termType === 'Literal' ? [term.value, term.datatype.value.replace(/.*#/, '')] : term?.value.replace(graph.base, '')
  }

  test.each<[string, string, unknown]>([
    ['Model', 'Sparrow', 'model/sparrow'],
    ['Thing', 'the-pile', 'dataset/the-pile'],
    ['Property', 'parameterCount', 'https://w3id.org/stemma#parameterCount'],
    ['Property', 'released', 'http://purl.org/dc/terms/issued'],
    ['Property', 'Licence', 'http://purl.org/dc/terms/license'],
    ['Property', '发布日期', 'http://purl.org/dc/terms/issued'],
    ['Property', 'st:trainedOn', 'https://w3id.org/stemma#trainedOn'],
    ['Property', 'https://w3id.org/stemma#trainedOn', 'https://w3id.org/stemma#trainedOn'],
    ['Property(derivedFrom)', 'fineTunedFrom', 'https://w3id.org/stemma#fineTunedFrom'],
    ['up|down', 'down', ['down', 'string']],
    ['integer', '70B', ['70000000000', 'integer']],
    ['date', '2022-03', ['2022-03', 'gYearMonth']],
    ['language', 'pt-BR', ['pt-br', 'string']],
    ['text', '") } #', ['") } #', 'string']],
  ])('of %s: %s', (type, written, term) => {
    expect(bound(type, written)).toEqual(term)
  })

  test.each<[string, string, string, string, string, string]>([
    ['Property', 'paramterCount', 'usage', 'unknown-property', 'v: there is no property "paramterCount"', 'did you mean "parameterCount"?'],
    [
      'Property(derivedFrom)',
      'fineTuned',
      'usage',
      'unknown-property',
      'v: there is no property "fineTuned" under derivedFrom',
      'did you mean "fineTunedFrom"?',
    ],
    ['up|down', 'dwn', 'usage', 'bad-choice', 'v: "dwn" is not one of up, down', 'did you mean "down"?'],
    ['language', 'en"', 'usage', 'bad-language', 'v: "en"" is not a language tag', 'write a BCP 47 tag such as en, zh or pt-BR'],
    ['integer', 'ten', 'usage', 'bad-number', 'v: "ten" is not a number', 'write digits, or a number with K, M, B or T'],
    [
      'Model',
      'the-pile',
      'input',
      'unknown-name',
      'v: there is no model "the-pile"; it is a dataset',
      'see it: stemma show dataset/the-pile',
    ],
  ])('of %s cannot be %s', async (type, written, failure, code, message, hint) => {
    expect(await problemsOf(() => bound(type, written))).toEqual([failure, { code, message, hint, key: 'v' }])
  })

  test('that is missing or of no parameter is told with an example', async () => {
    expect(await problemsOf(() => bind(graph, question('Model'), { model: 'x' }))).toEqual([
      'usage',
      { code: 'unknown-parameter', message: 'q has no parameter "model"', hint: 'its parameters: v' },
      { code: 'missing-parameter', message: 'q needs v: a value', hint: 'for example: stemma query q v=…' },
    ])
  })
  test('may be left out of an optional parameter', () => {
    expect(bind(graph, question('Model?'), {})).toEqual({})
  })
})

describe('docs/queries.md', () => {
  const text = readFileSync(packageFile('docs/queries.md'), 'utf8')
  const examples = [...text.matchAll(/```sparql\n([^]*?)```/g)].map(([, sparql]) => sparql!)

  test('has a file and four examples', () => {
    expect(examples).toHaveLength(5)
  })
  test.each(examples)('%s', async (sparql) => {
    const question = readQuery('example', sparql)
    for (const example of question.examples.length > 0 ? question.examples : ['']) {
      const args = Object.fromEntries(example.split(' ').flatMap((pair) => (pair === '' ? [] : [pair.split('=') as [string, string]])))
      const answer = await ask(graph, sparql, bind(graph, question, args))
      expect(answer.type === 'bindings' ? answer.rows.length : answer.type === 'quads' ? answer.quads.length : 0).toBeGreaterThan(0)
      expect(await lint(sparql, graph)).toEqual([])
    }
  })
  test('is right about large integers', async () => {
    expect(await csv('SELECT (9007199254740993 + 0 AS ?sum) (9007199254740993 AS ?read) {}')).toBe(
      'sum,read\n9007199254740992,9007199254740993\n',
    )
  })
})
