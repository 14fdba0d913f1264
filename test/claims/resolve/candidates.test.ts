/** What a person is offered to decide, and what becomes of the decision. */
import { expect, test } from 'vitest'
import { collect } from '../../../src/claims/collect.ts'
import { candidatesAmong } from '../../../src/claims/resolve/candidates.ts'
import { resolve } from '../../../src/claims/resolve/resolve.ts'
import type { Alias } from '../../../src/model/alias.ts'
import { defaultBase, mint } from '../../../src/model/iri.ts'
import type { Mention } from '../../../src/model/mention.ts'
import type { ClassName } from '../../../src/model/vocabulary.ts'
import { sourceNotes } from '../../../src/sources/notes.ts'
import { sheetWriter, type SheetWriter } from '../../../src/sources/sheet-writer.ts'

const document = (id: string): string => mint(defaultBase, 'Document', id)
const model = (name: string): Mention => ({ kinds: ['Model'], name })
const repository = (id: string): Mention => ({ kinds: ['Model'], name: id, identifiers: [{ scheme: 'hub', value: id }] })

/** What some sources say, each in its own names. */
function said(sources: Record<string, (writer: SheetWriter) => void>, table: readonly Alias[] = []) {
  const named = Object.entries(sources).flatMap(([id, write]) => {
    const writer = sheetWriter(document(id), defaultBase, sourceNotes(id))
    write(writer)
    return writer.sheets
  })
  const resolution = resolve(named, [], table, defaultBase)
  const { claims } = collect(resolution.sheets, defaultBase)
  const candidates = candidatesAmong(claims, resolution.decisions, defaultBase)
  const short = (iri: string): string => iri.slice(defaultBase.length)
  return { ...resolution, candidates, pairs: candidates.map(({ from, to, why }) => [short(from), short(to), why]) }
}

const models =
  (...names: string[]) =>
  (writer: SheetWriter) =>
    names.forEach((name) => void writer.thing(model(name), undefined, { file: 'f' }))

test('names that differ in a size, an owner, a remark or one letter are offered, each with why', () => {
  const { pairs } = said({
    a: models('Falcon', 'Claudius', 'Granite', 'Solitary'),
    b: models('Falcon-40B', 'Claudious', 'IBM/Granite', 'Solitary (preview)'),
  })
  expect(pairs).toEqual([
    ['model/claudius', 'model/claudious', 'their names differ in one letter'],
    ['model/falcon-40b', 'model/falcon', 'the same name but for a size, an owner or a remark'],
    ['model/ibm-granite', 'model/granite', 'the same name but for a size, an owner or a remark'],
    ['model/solitary-preview', 'model/solitary', 'the same name but for a size, an owner or a remark'],
  ])
})

const things =
  (kind: ClassName, ...names: string[]) =>
  (writer: SheetWriter) =>
    names.forEach((name) => void writer.thing({ kinds: [kind], name }, undefined, { file: 'f' }))

test('names that differ in an article or a word for what they name are offered, the repository of a hub too', () => {
  const { pairs } = said({
    a: things('Dataset', 'The Heap', 'Clip', 'The Mountain Corpus', 'Aya Collection', 'The data'),
    b: things('Dataset', 'CLIP dataset', 'Mountain corpus', 'Aya Dataset', 'Data'),
    hub: (writer) => {
      for (const id of ['acme/heap', 'acme/the-clip', 'else/clip_data'])
        writer.thing({ kinds: ['Dataset'], name: id, identifiers: [{ scheme: 'hub', value: id }] }, undefined, { file: 'f' })
    },
  })
  const nearly = 'but for an article or a word for what it is'
  expect(pairs).toEqual([
    ['dataset/the-heap', 'dataset/acme--heap', `its repository on the hub has this name ${nearly}`],
    ['dataset/clip-dataset', 'dataset/clip', `the same name ${nearly}`],
    ['dataset/the-data', 'dataset/data', `the same name ${nearly}`],
    ['dataset/the-mountain-corpus', 'dataset/mountain-corpus', `the same name ${nearly}`],
  ])
})

test.each<readonly [ClassName, string, string]>([
  ['Hardware', 'NVIDIA A100 80GB', 'NVIDIA H100 80GB'],
  ['Hardware', 'NVIDIA Tesla K40m', 'NVIDIA Tesla K40c'],
  ['Hardware', 'AMD Instinct MI250', 'AMD Instinct MI250X'],
  ['Hardware', 'NVIDIA GTX TITAN', 'NVIDIA GTX TITAN X'],
  ['Hardware', 'NVIDIA Tesla V100 PCIe 16GB', 'NVIDIA Tesla P100 PCIe 16GB'],
  ['Model', 'Jurassic-1', 'Jurassic-X'],
  ['Model', 'MADALINE II', 'MADALINE III'],
  ['Dataset', 'Training data of LBL', 'Training data of HLBL'],
  ['Dataset', 'LAION', 'LAION-400M'],
  ['Dataset', 'ImageNet', 'ImageNet-1k'],
  ['Dataset', 'The Heap', 'The Heap (NoPos subset)'],
  ['Dataset', 'Common Crawl', 'Common Crawl (ja)'],
  ['Organization', 'Northeastern University', 'Northeastern University (China)'],
])('a %s %s is not %s, and nobody is asked', (kind, one, other) => {
  expect(said({ a: things(kind, one), b: things(kind, other) }).pairs).toEqual([])
})

test.each<readonly [ClassName, string, string]>([
  ['Organization', 'Zhejiang Lab', 'Zhijiang Lab'],
  ['Organization', 'Columbia University', 'Colombia University'],
  ['Organization', 'Bin Zayed University of Artificial Intelligence', 'Bin Zayed University of Artificial Intelligence (BZUAI)'],
  ['Organization', 'OpenBMB', 'OpenBMB (Open Lab for Big Model Base)'],
  ['Dataset', 'RedPajama', 'RedPajama (1T)'],
  ['Model', 'PaLM', 'PaLM (540B)'],
])('a %s %s may be %s', (kind, one, other) => {
  expect(said({ a: things(kind, one), b: things(kind, other) }).pairs).toHaveLength(1)
})

test('sizes, versions, short names, what one source tells apart and what a claim connects are none', () => {
  const { pairs } = said({
    a: (writer) => {
      models('Falcon', 'Version-2.5', 'Owl', 'Together', 'Togethers')(writer)
      writer.thing(model('Tuned-base'), undefined, { file: 'f' }).link('fineTunedFrom', model('Tuned-bases'))
    },
    b: models('Falcon-40B', 'Falcon-7B', 'Version-2.6', 'Owls', 'Tuned-bases'),
  })
  expect(pairs).toEqual([])
})

test('a repository of the name is offered where there is one, and copies are not', () => {
  const hub =
    (...ids: string[]) =>
    (writer: SheetWriter) =>
      ids.forEach((id) => void writer.thing(repository(id), undefined, { file: 'f' }))
  expect(said({ table: models('Owl-7B'), hub: hub('acme/owl-7b') }).pairs).toEqual([
    ['model/owl-7b', 'model/acme--owl-7b', 'its repository on the hub has this name'],
  ])
  expect(said({ table: models('Owl-7B'), hub: hub('acme/owl-7b', 'else/owl-7b') }).pairs).toEqual([])
})

test('what may be of a class that the source did not mean is offered, and a name cannot decide it', () => {
  const { candidates, pairs } = said({
    a: (writer) => {
      writer.thing({ kinds: ['Organization'], name: 'LAION' }, undefined, { file: 'f' })
      writer.thing(model('Owl'), undefined, { file: 'f' }).link('dependsOn', { kinds: ['Model', 'Dataset'], name: 'Laion' })
    },
  })
  expect(pairs).toEqual([['mention/laion', 'organization/laion', 'a thing of another class has this name']])
  expect(candidates[0]!.accepted).toEqual([])
})

test('what a hub keeps is not asked for where a thing goes by the name, and a licence is never what is meant', () => {
  const { pairs } = said({
    a: (writer) => {
      writer.thing(model('Owl'), undefined, { file: 'f' }).link('dependsOn', { kinds: ['Model', 'Dataset'], name: 'Heap' })
      writer.thing({ kinds: ['Organization'], name: 'Heap' }, undefined, { file: 'f' })
      writer.thing({ kinds: ['License'], name: 'heap' }, undefined, { file: 'f' })
    },
    hub: (writer) => void writer.thing({ ...repository('acme/heap'), name: 'Heap' }, undefined, { file: 'f' }),
  })
  expect(pairs.map(([from, to]) => [from, to])).toEqual([['mention/heap', 'organization/heap']])
})

test('who accepts makes them one and retires an IRI; who rejects is not asked again, and nothing else is lost', () => {
  const sources = {
    a: models('Falcon'),
    b: (writer: SheetWriter) => writer.thing(model('Falcon-40B'), undefined, { file: 'f' }).link('fineTunedFrom', model('Owl')),
    c: (writer: SheetWriter) => writer.thing(model('Falcon 40B'), undefined, { file: 'f' }),
  }
  const before = said(sources)
  const [candidate] = before.candidates.filter(({ from }) => from.endsWith('/falcon-40b'))
  const iris = (ids: ReturnType<typeof said>): string[] => [
    ...new Set(ids.sheets.map(({ kind, id }: { kind: ClassName; id: string }) => mint(defaultBase, kind, id))),
  ]

  const accepted = said(sources, candidate!.accepted)
  expect(iris(accepted)).toEqual(iris(before).filter((iri) => iri !== candidate!.from))
  expect([...accepted.retired]).toEqual([[candidate!.from, candidate!.to]])

  const rejected = said(sources, candidate!.rejected)
  expect(rejected.candidates.some(({ from, to }) => from === candidate!.from && to === candidate!.to)).toBe(false)
  expect(rejected.retired.size).toBe(0)
  expect(iris(rejected)).toEqual(iris(before))
})

test('of the things that have a name, it means the one that was not ruled out', () => {
  const owls = (writer: SheetWriter): void => {
    for (const id of ['one', 'two'])
      writer.thing({ ...model('Owl'), identifiers: [{ scheme: 'iri', value: `https://e.example/${id}` }] }, undefined, { file: 'f' })
  }
  const named = (writer: SheetWriter): void => writer.thing(model('Owlet'), undefined, { file: 'f' }).link('fineTunedFrom', model('Owl'))
  const not = (id: string): Alias => ({ name: 'owl', kind: 'Model', source: 'b', is: { not: { kind: 'Model', id } } })
  const meant = (table: readonly Alias[]): unknown[] =>
    said({ a: owls, b: named }, table).decisions.flatMap(({ called, source, rule, iri }) =>
      called.name === 'Owl' && source === document('b') ? [rule, iri.replace(/.*\//, '')] : [],
    )
  const [first, second] = said({ a: owls }).decisions.map(({ iri }) => iri.replace(/.*\//, '')) as [string, string]
  expect(meant([])[0]).toBe('ambiguous')
  expect(meant([not(first)])).toEqual(['name', second])
  expect(meant([not(second)])).toEqual(['name', first])
})

test('a name that is kept apart is one thing in each source, described and named alike', () => {
  const apart: Alias = { name: 'Owl', is: 'apart' }
  const both = (writer: SheetWriter): void => {
    writer.thing(model('Owl'), undefined, { file: 'f' })
    writer.thing(model('Owlet'), undefined, { file: 'f' }).link('fineTunedFrom', model('OWL'))
  }
  const { decisions } = said({ a: both, b: both }, [apart])
  const owls = decisions.filter(({ called }) => called.name.toLowerCase() === 'owl')
  expect(new Set(owls.map(({ iri }) => iri)).size).toBe(2)
  expect(new Set(owls.map(({ iri, source }) => `${iri} ${source}`)).size).toBe(2)
  expect(owls.every(({ rule }) => rule === 'apart')).toBe(true)
})

test('what is kept apart takes neither name nor IRI from what others call so', () => {
  const apart: Alias = { name: 'Owl', source: 'a', is: 'apart' }
  const owl = (writer: SheetWriter): void => void writer.thing(model('Owl'), undefined, { file: 'f' })
  const { decisions } = said({ a: owl, b: owl, c: owl }, [apart])
  expect(decisions.map(({ iri, rule }) => [iri.replace(/.*\//, ''), rule])).toEqual([
    ['owl-a', 'apart'],
    ['owl', 'new'],
    ['owl', 'name'],
  ])
})

test('an IRI by which another thing goes is not retired', () => {
  const { retired } = said({ a: models('Owl'), b: models('Owl') }, [{ name: 'Owl', source: 'b', is: { kind: 'Model', id: 'eagle' } }])
  expect([...retired]).toEqual([])
})
