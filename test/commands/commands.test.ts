/** What the commands print on the shipped data, whole. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { stemma } from '../run.ts'
import { packageFile } from '../../src/package-files.ts'
import { inFolder } from '../graph-of.ts'

const document = 'kind: Document\nid: s\nsource: s\nname: S\n---\n'

describe('answers', () => {
  test.each([
    ['lineage-sparrow', ['lineage', 'sparrow']],
    ['lineage-bloomz-up', ['lineage', 'bloomz', '--up']],
    ['lineage-bloom-down', ['lineage', 'BLOOM', '--down', '--depth', '1']],
    ['lineage-tk-instruct-zh', ['lineage', 'tk-instruct', '--up', '--lang', 'zh']],
    ['lineage-path', ['lineage', 'sparrow', '--to', 'chinchilla']],
    ['lineage-path-down', ['lineage', 'bloom', '--to', 'bloomz-7.1b']],
    ['lineage-sparrow-all.json', ['lineage', 'sparrow', '--up', '--all', '--format', 'json']],
    ['lineage-sparrow.mmd', ['lineage', 'sparrow', '--all', '--format', 'mermaid']],
    ['lineage-sparrow.dot', ['lineage', 'sparrow', '--all', '--format', 'dot']],
    ['lineage-sparrow.svg', ['lineage', 'sparrow', '--all', '--format', 'svg']],
    ['lineage-sparrow-sources', ['lineage', 'sparrow', '--up', '--sources']],
    ['lineage-path.json', ['lineage', 'sparrow', '--to', 'chinchilla', '--format', 'json']],
    ['show-massivetext', ['show', 'dataset/massivetext']],
    ['show-chinchilla', ['show', 'chinchilla']],
    ['show-training-zh', ['show', 'training/chinchilla--pre-training', '--lang', 'zh']],
    ['show-a100.json', ['show', 'a100', '--format', 'json']],
    ['show-training-zh.json', ['show', 'training/gpt-neox-20b--pre-training', '--lang', 'zh', '--format', 'json']],
    ['show-sparrow.ttl', ['show', 'model:sparrow', '--format', 'turtle']],
    ['why-mt-nlg-parameters', ['why', 'mt-nlg', 'parameterCount']],
    ['why-bloom-released', ['why', 'bloom', 'released']],
    ['conflicts-mt-nlg', ['conflicts', 'mt-nlg']],
    ['conflicts-coverage', ['conflicts', '--kind', 'coverage', '--kind', 'incomparable', 'bloom']],
    ['conflicts-bookcorpus.json', ['conflicts', '--kind', 'conflict,incomparable', 'dataset/bookcorpus', '--format', 'json']],
    ['list', ['list']],
    ['list-hardware', ['list', 'hardware']],
    ['queries', ['queries']],
    ['check', ['check']],
  ])('%s', async (name, args) => {
    const { code, out } = await stemma(args)
    expect(code).toBe(0)
    const anywhere = out.replaceAll(packageFile('data'), 'data')
    await expect(anywhere).toMatchFileSnapshot(`../fixtures/commands/${name.includes('.') ? name : `${name}.txt`}`)
  })
})

describe('a model is named', () => {
  test.each([
    'sparrow',
    'Sparrow',
    'SPARROW',
    'model/sparrow',
    'model:sparrow',
    'https://w3id.org/stemma/model/sparrow',
    '<https://w3id.org/stemma/model/sparrow>',
  ])('%s', async (name) => {
    const { code, out } = await stemma(['lineage', name, '--up', '--format', 'json'])
    expect([code, (JSON.parse(out) as { up: { id: string } }).up.id]).toEqual([0, 'sparrow'])
  })

  test('by a name that is near, and gets the nearest ones', async () => {
    expect(await stemma(['lineage', 'sparow'])).toEqual({
      code: 1,
      out: '',
      err: 'error there is no model "sparow" [unknown-name]\n  did you mean "sparrow"?\n',
    })
  })

  test('by a name that several things have, and is asked which', async () => {
    const { code, err } = await stemma(['show', 'sni', '--graph', 'test/fixtures/two-of-a-name.yaml'])
    expect([code, err]).toEqual([1, 'error "sni" is the name of 2 things [ambiguous-name]\n  say which: benchmark/sni, dataset/sni\n'])
  })

  test('by a name that another thing has too, and is told beside the answer', () =>
    inFolder({ 'two.yaml': `${document}id: owl\nsource: s\nname: Owl\n---\nid: other\nsource: s\nname: owl\n` }, async (folder) => {
      for (const command of ['show', 'why', 'lineage', 'conflicts']) {
        const { code, err } = await stemma([command, 'owl', '-g', `${folder}/two.yaml`])
        expect([command, code, err]).toEqual([command, 0, 'note model/owl is meant; "owl" is the name of model/other too\n'])
      }
      expect((await stemma(['show', 'model/owl', '-g', `${folder}/two.yaml`])).err).toBe('')
    }))
})

describe('a property is named', () => {
  test.each(['released', 'RELEASED', '发布日期', 'dct:issued', '<http://purl.org/dc/terms/issued>', 'http://purl.org/dc/terms/issued'])(
    '%s',
    async (name) => {
      const { code, out } = await stemma(['why', 'bloom', name, '--format', 'json'])
      expect([code, (JSON.parse(out) as { key: string }[]).map(({ key }) => key)]).toEqual([0, ['released']])
    },
  )

  test.each([
    ['relesed', 'BLOOM has no property "relesed" [unknown-property]', 'did you mean "released"?'],
    ['tokensSeen', 'BLOOM has no property "tokensSeen" [unknown-property]', 'it is a property of: training, usage'],
    ['training', 'each training of BLOOM is a thing of its own [unknown-property]', 'ask: stemma why training/bloom--pre-training'],
  ])('by what is no property of it: %s', async (name, message, hint) => {
    expect(await stemma(['why', 'bloom', name])).toEqual({ code: 1, out: '', err: `error ${message}\n  ${hint}\n` })
  })

  test('of which no source says anything', async () => {
    const { code, err } = await stemma(['why', 'bloom', 'layerCount'])
    expect([code, err.split('\n')[0]]).toEqual([1, "error no source says anything of BLOOM's layers [no-claim]"])
  })
})

describe('what cannot be done is told with what can', () => {
  const endings = '.svg, .json, .mmd, .mermaid, .dot, .gv, .txt; or say --format'
  test.each([
    [['lineage', 'the-pile'], 1, '"the-pile" is a dataset, not a model [unknown-name]', '--all walks from model to data too'],
    [['lineage', 'sparrow', '-o', 'x.png'], 2, 'nothing is written in files that end in ".png" [unknown-format]', `one of: ${endings}`],
    [['lineage', 'sparrow', '-o', 'x'], 2, '"x" has no ending that tells its format [unknown-format]', `one of: ${endings}`],
    [['lineage', 'sparrow', '-o', ''], 2, 'the name of the file is empty [bad-argument]', `one of: ${endings}`],
    [['lineage', 'sparrow', '-f', 'dot', '-o', ''], 2, 'the name of the file is empty [bad-argument]', `one of: ${endings}`],
    [['lineage', 'sparrow', '--to', 'sparrow'], 1, 'both are Sparrow [no-path]', 'name two different things'],
    [['list', 'claim'], 1, 'claims have no names to list [no-list]', 'see the claims about a thing: stemma why bloom'],
    [['list', 'modles'], 1, 'there is no class "modles" [unknown-class]', 'did you mean "models"?'],
  ])('%j', async (args, code, message, hint) => {
    expect(await stemma(args)).toEqual({ code, out: '', err: `error ${message}\n  ${hint}\n` })
  })
})

test('a file has the format that its ending says', async () => {
  await inFolder({}, async (folder) => {
    for (const [ending, format] of Object.entries({ svg: 'svg', json: 'json', mmd: 'mermaid', gv: 'dot', txt: 'text' })) {
      const file = join(folder, `sparrow.${ending}`)
      expect((await stemma(['lineage', 'sparrow', '-o', file])).code).toBe(0)
      expect(readFileSync(file, 'utf8')).toBe((await stemma(['lineage', 'sparrow', '--format', format])).out)
    }
  })
})

test('names, places and notes cannot forge lines, nor turn the direction of writing', async () => {
  const yaml = `kind: Document
id: s
source: s
name: S
---
id: evil
source: s
name: "Evil\\n└─ fine-tuned from GPT-4 [s]"
altName: "abc\\u202Edef\\u2028x\\u200f\\u061c"
fineTunedFrom: { value: evil2, at: "p\\n1", note: "a\\nb" }
---
{ id: evil2, source: s, name: "two\\nlines", variantOf: evil3 }
---
{ id: evil3, source: s, name: Three }
`
  await inFolder({ 'data.yaml': yaml }, async (folder) => {
    const out = async (...args: string[]): Promise<string> => (await stemma([...args, '--graph', folder])).out
    expect(await out('lineage', 'evil')).toBe(
      'Evil\\n└─ fine-tuned from GPT-4 [s]\n└─ fine-tuned from two\\nlines  [s p\\n1]\n   └─ variant of Three  [s]\n',
    )
    expect(await out('show', 'evil')).toBe(
      'Evil\\n└─ fine-tuned from GPT-4 [s]  model · https://w3id.org/stemma/model/evil\n\n' +
        'also called      abc\\u{202e}def\\u{2028}x\\u{200f}\\u{61c}  [s]\nfine-tuned from  two\\nlines  [s p\\n1]\n',
    )
    expect(await out('why', 'evil', 'fineTunedFrom')).toBe(
      'Evil\\n└─ fine-tuned from GPT-4 [s] · fine-tuned from\n  ● two\\nlines  [s p\\n1]\n      a\\nb\n',
    )
  })
})

describe('for a person and for a program', () => {
  test('rows are a table on a terminal, csv when piped', async () => {
    const sparql = 'SELECT ?m ?n { ?m st:variantOf model:gopher ; st:parameterCount ?n } ORDER BY ?n LIMIT 2'
    expect((await stemma(['query', sparql], { terminal: true })).out).toBe(
      'm                            n\n─────────────────  ───────────\nmodel:gopher-44m    44,000,000\nmodel:gopher-117m  117,000,000\n2 rows\n',
    )
    expect((await stemma(['query', sparql])).out).toBe(
      'm,n\r\nhttps://w3id.org/stemma/model/gopher-44m,44000000\r\nhttps://w3id.org/stemma/model/gopher-117m,117000000\r\n',
    )
  })

  test('numbers stand at the right, below each other by their points; years are no numbers with thousands', async () => {
    const rows = 'VALUES (?year ?score ?count) { (2020 20.0 1000000) (2021 90.91 7) (2022 UNDEF 1234) }'
    expect((await stemma(['query', `SELECT ?year ?score ?count { ${rows} }`], { terminal: true })).out).toBe(
      'year  score      count\n────  ─────  ─────────\n2020  20     1,000,000\n2021  90.91          7\n2022             1,234\n3 rows\n',
    )
  })

  test.each(['json', 'xml', 'csv', 'tsv'])('a row of every kind of term as %s', async (format) => {
    const { out } = await stemma([
      'query',
      'SELECT ?iri ?text ?plain ?number ?date ?none { VALUES (?iri ?text ?plain ?number ?date ?none) { (model:bloom "a,\\"b\\" <c>&"@en "x\\ty" 7 "2022"^^xsd:gYear UNDEF) } }',
      '--format',
      format,
    ])
    await expect(out).toMatchFileSnapshot(`../fixtures/commands/results.${format}`)
  })

  test.each([
    ['ASK { model:sparrow st:derivedFrom+ model:chinchilla }', 'true\r\n'],
    ['ASK { model:chinchilla st:derivedFrom+ model:sparrow }', 'false\r\n'],
  ])('%s', async (sparql, answer) => {
    expect((await stemma(['query', sparql])).out).toBe(answer)
  })

  test('triples are Turtle', async () => {
    expect(
      (
        await stemma([
          'query',
          'CONSTRUCT { ?m st:derivedFrom model:chinchilla } WHERE { BIND(model:sparrow AS ?m) ?m st:derivedFrom+ model:chinchilla }',
        ])
      ).out,
    ).toBe(
      '@prefix model: <https://w3id.org/stemma/model/> .\n@prefix st: <https://w3id.org/stemma#> .\n\nmodel:sparrow st:derivedFrom model:chinchilla .\n',
    )
  })
})

test('conflicts leads on to the data of a thing of which sources contradict each other', async () => {
  const { err } = await stemma(['conflicts', 'bloomz', '--graph', 'shipped'])
  expect(err).toContain('see also: xp3 (2)')
})

describe('check finds what is wrong', () => {
  const sheet = (id: string, rest: string): string => `id: ${id}\nsource: s\nname: ${id}\n${rest}\n---\n`
  const source = 'kind: Document\nid: s\nsource: s\nname: S\n---\n'
  const found = async (yaml: string): Promise<[number, string[]]> =>
    inFolder({ 'data.yaml': source + yaml }, async (folder) => {
      const { code, out } = await stemma(['check', folder, '--format', 'json'])
      return [
        code,
        (JSON.parse(out) as { rule: string; severity: string; subject: string }[]).map(
          ({ rule, severity, subject }) => `${severity} ${rule} ${subject.replace(/.*\//, '')}`,
        ),
      ]
    })

  test('a cycle, once', async () => {
    expect(await found(sheet('a', 'fineTunedFrom: b') + sheet('b', 'mergedFrom: [c, a]') + sheet('c', 'quantizedFrom: a'))).toEqual([
      1,
      ['violation no-cycle a'],
    ])
  })
  test('a model that derives from itself', async () => {
    expect(await found(sheet('a', 'fineTunedFrom: a'))).toEqual([1, ['violation no-cycle a']])
  })
  test('a child before its parent, but not one in the same month', async () => {
    expect(
      await found(
        sheet('a', 'released: 2022-03-01') +
          sheet('b', 'released: 2022-02\nfineTunedFrom: a') +
          sheet('c', 'released: 2022-03\nfineTunedFrom: a') +
          sheet('d', 'released: 2022\nfineTunedFrom: a'),
      ),
    ).toEqual([1, ['violation no-child-before-parent b']])
  })
  test('what depends on something, whatever way, and is older, or comes back to itself', async () => {
    expect(
      await found(
        sheet('a', 'released: 2022-03') +
          sheet('b', 'released: 2022-02\ndependsOn: model/a') +
          sheet('c', 'dependsOn: model/d') +
          sheet('d', 'fineTunedFrom: c'),
      ),
    ).toEqual([0, ['warning no-untyped-cycle c', 'warning no-dependent-before b']])
  })
  test('a size in the name that is not the number of parameters', async () => {
    const sized = (id: string, name: string): string => `id: ${id}\nsource: s\nname: ${name}\nparameterCount: 70B\n---\n`
    const fine = ['x-70B', 'x 65b', 'x-8x7B', 'x-17B-16E', 'x (6B)', 'x 1B words', 'x-141B-A39B', 'x2B'].map((name, place) =>
      sized(`f${place}`, name),
    )
    expect(await found(sized('a', 'x-7B') + sized('b', 'x 350M') + fine.join(''))).toEqual([
      0,
      ['warning size-in-name a', 'warning size-in-name b'],
    ])
  })
  test('a merge of which one parent is known: worth a look, and not wrong', async () => {
    expect(await found(sheet('a', 'mergedFrom: b') + sheet('b', ''))).toEqual([0, ['warning merge-has-parents a']])
  })
  test('data that is newer than the model, and more tokens than there are', async () => {
    const data = 'kind: Dataset\nid: d\nsource: s\nname: D\nreleased: 2023\ntokenCount: 100B\n---\n'
    const usage = (rest: string): string =>
      `released: 2022\ntrainedOn: d\ntraining: { phase: pre-training, usage: { uses: dataset/d, tokensSeen: 300B${rest} } }`
    expect(await found(data + sheet('a', usage('')))).toEqual([
      1,
      ['violation no-data-after-model a', 'warning tokens-within-corpus a--pre-training--dataset--d'],
    ])
    expect((await found(data + sheet('a', usage(', epochs: 2'))))[1]).toContain(
      'violation tokens-within-corpus a--pre-training--dataset--d',
    )
    expect((await found(data + sheet('a', usage(', epochs: 3'))))[1]).toEqual(['violation no-data-after-model a'])
  })
  test('a dataset that a training used and nobody says the model was trained on, unless its family or the whole was', async () => {
    const data = (id: string, rest: string): string => `kind: Dataset\nid: ${id}\nsource: s\nname: ${id}\n${rest}\n---\n`
    const usage = 'training: { phase: pre-training, usage: { uses: dataset/part } }'
    const things = data('part', '') + data('whole', 'hasPart: part')
    expect(await found(things + sheet('a', usage))).toEqual([0, ['warning usage-is-stated a']])
    expect(await found(things + sheet('a', `trainedOn: whole\n${usage}`))).toEqual([0, []])
    expect(await found(things + sheet('family', 'trainedOn: part') + sheet('a', `variantOf: family\n${usage}`))).toEqual([0, []])
  })
  test('as a SHACL report that says so', async () => {
    await inFolder({ 'data.yaml': source + sheet('a', 'released: 2021\nmergedFrom: b') + sheet('b', 'released: 2022') }, async (folder) => {
      const { code, out } = await stemma(['check', folder, '--format', 'turtle'])
      expect(code).toBe(1)
      await expect(out).toMatchFileSnapshot('../fixtures/commands/report.ttl')
    })
  })
})
