/** What models are to their bases: by the rule, and as judged against what a person read of 200 of them. */
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { build } from '../../../src/graph/build.ts'
import { st } from '../../../src/model/vocabulary.ts'
import { derivationFrom, type Signs } from '../../../src/sources/hub/derivation.ts'

const signs = (id: string, more: Partial<Signs> = {}): Signs => ({ id, bases: ['a/base-7b'], tags: [], ...more })

test.each<[string, Signs, string]>([
  ['the files of an adapter', signs('b/x', { files: ['README.md', 'adapter_config.json'], said: 'finetune' }), 'adaptedFrom'],
  ['an adapter in some folder', signs('b/x', { files: ['checkpoint/adapter_config.json'], said: 'finetune' }), 'fineTunedFrom'],
  ...['x-GGUF', 'x.Q4_K_M', 'x-AWQ', 'x-4bit', 'x-bnb-4bit', 'x-MLX-8Bit', 'x-3.0bpw-h6-exl2', 'x-W4A16', 'x_hqq', 'x-fp8'].map(
    (name): [string, Signs, string] => [name, signs(`b/${name}`, { said: 'finetune' }), 'quantizedFrom'],
  ),
  ['an adapter of a quantised base', { ...signs('b/base-7b-4bit-ft'), bases: ['a/base-7b-4bit'] }, 'fineTunedFrom'],
  ['letters inside of a word', signs('b/gguffaw-4bitter', { said: 'finetune' }), 'fineTunedFrom'],
  ['the library peft', signs('b/x', { library: 'peft' }), 'adaptedFrom'],
  ['the tag lora', signs('b/x', { tags: ['lora'] }), 'adaptedFrom'],
  ['a merge of several', signs('b/x', { tags: ['mergekit'], bases: ['a/base-7b', 'c/d'] }), 'mergedFrom'],
  ['a merge of which one is named', signs('b/x', { tags: ['merge'], said: 'finetune' }), 'derivedFrom'],
  ['a merge, as its card says', signs('b/x', { tags: ['merge'], said: 'merge' }), 'mergedFrom'],
  ['a conversion', signs('b/x-openvino-fp16', { said: 'finetune' }), 'derivedFrom'],
  ['one by who converts', signs('mlx-community/x', { said: 'finetune' }), 'derivedFrom'],
  ['a conversion to fewer bits, as its card says', signs('b/x-onnx', { said: 'quantized' }), 'quantizedFrom'],
  ['a word that the hub has not', signs('b/x', { said: 'distill' }), 'derivedFrom'],
])('%s', (_, own, key) => {
  expect(derivationFrom(own.bases[0]!, own, own.said === undefined && own.id.endsWith('-ft') ? 'finetune' : undefined).key).toBe(key)
})

test('what the card says goes before what the hub tags', () => {
  expect(derivationFrom('a/b', signs('b/x', { said: 'adapter' }), 'finetune')).toEqual({ key: 'adaptedFrom' })
  expect(derivationFrom('a/b', signs('b/x'), 'quantized')).toEqual({ key: 'quantizedFrom' })
  expect(derivationFrom('a/b', signs('b/ppo-quantized'), 'adapter')).toEqual({ key: 'adaptedFrom' })
})

const dumps = new URL('../../../../shared/data/hf-model-trees', import.meta.url).pathname
const haveDumps = existsSync(dumps)
if (!haveDumps)
  console.warn('The dumps of the hub are not here (../shared/data/hf-model-trees), so what was labelled by hand is not looked at.')

describe.skipIf(!haveDumps)('the nine dumps', () => {
  const graph = haveDumps ? build([dumps]) : undefined!
  const lineage = (haveDumps ? graph.claims : []).filter(
    ({ property, value }) => value && property.startsWith(st('')) && property.endsWith('From'),
  )
  const byHubId = new Map(
    (haveDumps ? graph.claims : []).flatMap(({ subject, property, value }) => (property === st('hubId') ? [[value!.value, subject]] : [])),
  )

  test('precision and recall of each kind, against 200 edges that were labelled by hand', () => {
    const said = new Map<string, Set<string>>()
    for (const { subject, property, value, rank } of lineage) {
      if (rank === 'deprecated') continue
      const edge = `${subject} ${value!.value}`
      said.set(edge, (said.get(edge) ?? new Set()).add(property.slice(st('').length)))
    }
    const labels = readFileSync(new URL('../labels/hub-derivations.csv', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
    const counts: Record<string, { right: number; wrong: number; missed: number }> = {}
    const of = (kind: string): { right: number; wrong: number; missed: number } => (counts[kind] ??= { right: 0, wrong: 0, missed: 0 })
    for (const [model, base, kind] of labels.map((line) => line.split(',') as [string, string, string])) {
      if (kind === 'unclear') continue
      const found = [...(said.get(`${byHubId.get(model)} ${byHubId.get(base)}`) ?? ['none'])].join(' ')
      if (found === kind) of(kind).right += 1
      else {
        of(kind).missed += 1
        of(found).wrong += 1
      }
    }
    expect(counts).toEqual({
      quantizedFrom: { right: 35, wrong: 6, missed: 0 },
      fineTunedFrom: { right: 87, wrong: 12, missed: 1 },
      adaptedFrom: { right: 33, wrong: 0, missed: 4 },
      derivedFrom: { right: 19, wrong: 8, missed: 12 },
      mergedFrom: { right: 0, wrong: 0, missed: 4 },
      continuedFrom: { right: 0, wrong: 0, missed: 5 },
    })
  })

  test('quantisations and conversions that the hub calls fine-tunes are found, and its word is kept', () => {
    const overruled = lineage.filter(({ property, rank }) => rank === 'deprecated' && property === st('fineTunedFrom'))
    const models = (reason: RegExp): number =>
      new Set(overruled.filter((claim) => reason.test(claim.reason!)).map(({ subject }) => subject)).size
    expect([models(/quantisation/), models(/conversion/), models(/adapter's/)]).toEqual([56, 15, 498])
  })

  test('every base of every card that names several is there', () => {
    const several = lineage.filter(({ subject, rank }) => subject.includes('/model/') && rank !== 'deprecated')
    const bases = (id: string): string[] =>
      [
        ...new Set(several.filter(({ subject }) => subject === byHubId.get(id)).map(({ value }) => value!.value.slice(graph.base.length))),
      ].sort()
    expect(bases('TencentARC/VideoPainter')).toEqual([
      'model/thudm--cogvideox-5b',
      'model/thudm--cogvideox-5b-i2v',
      'model/thudm--cogvideox1.5-5b',
      'model/thudm--cogvideox1.5-5b-i2v',
    ])
    expect(bases('ConicCat/MistralSmallV3R')).toEqual(['model/arcee-ai--arcee-blitz', 'model/mistralai--mistral-small-24b-base-2501'])
  })
})
