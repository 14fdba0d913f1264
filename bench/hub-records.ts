/**
 * A model hub that never was: seeded records that are spread as those of a real one. Three in five models have a base, one in twenty
 * has several; 12% of all are made from one base directly; chains reach ten steps; a few datasets are used by very many.
 */
import { random, scattered } from './random.ts'

/** What the hub says of one model. */
export interface HubRecord {
  readonly id: string
  readonly author: string
  readonly base_model?: readonly string[]
  readonly base_model_relation?: string
  readonly datasets?: readonly string[]
  readonly license?: string
  readonly tags: readonly string[]
  readonly createdAt: string
  readonly params?: number
  readonly pipeline_tag?: string
  readonly language?: readonly string[]
}

/** What questions about the records start from. */
export interface HubFacts {
  readonly models: number
  /** The model with the most children. */
  readonly topBase: string
  readonly topBaseChildren: number
  /** The first model of those with the longest way up. */
  readonly deepest: string
  readonly depth: number
  /** The dataset that most models are trained on. */
  readonly heavyDataset: string
  readonly heavyUses: number
  /** A dataset that few models are trained on, at least one of which has children. */
  readonly lightDataset: string
  readonly lightUses: number
}

const families = ['llama', 'mistral', 'qwen', 'gemma', 'phi', 'bert', 'roberta', 't5', 'whisper', 'sdxl', 'falcon', 'gpt2']
const sizes = ['0.5b', '1b', '2b', '3b', '7b', '8b', '13b', '14b', '32b', '70b']
/** Repeated as often as they are more frequent than others. */
const licenses = [
  ...['apache-2.0', 'apache-2.0', 'apache-2.0', 'mit', 'mit', 'llama3', 'llama2', 'cc-by-4.0', 'cc-by-nc-4.0'],
  ...['openrail', 'gemma', 'other', 'gpl-3.0', 'bsd-3-clause'],
]
const tasks = [
  ...['text-generation', 'text-generation', 'text-generation', 'text-classification', 'fill-mask', 'image-classification'],
  ...['text-to-image', 'automatic-speech-recognition', 'feature-extraction', 'translation'],
]
const languages = ['en', 'en', 'en', 'zh', 'fr', 'de', 'ja', 'ko', 'es', 'ru']
const relations = ['finetune', 'finetune', 'adapter', 'adapter', 'quantized', 'quantized', 'quantized']
const deepestChain = 10
const firstDay = Date.UTC(2022, 2, 1)
const days = 1400 * 86_400_000

const pickBy = <T>(list: readonly T[], number: number): T => list[number % list.length]!
const at = (list: Uint32Array | Uint8Array, index: number): number => list[index]!

/** The place of the highest number, the first of several. */
function highest(numbers: Uint32Array | Uint8Array): number {
  let best = 0
  for (let index = 1; index < numbers.length; index++) if (at(numbers, index) > at(numbers, best)) best = index
  return best
}

/** What says nothing of lineage: some of a model's tags, its day, size, task and languages. */
function detailsOf(family: string, age: number, language: string, next: () => number) {
  const sometimes = (chance: number, tag: string): string[] => (next() < chance ? [tag] : [])
  return {
    tags: ['transformers', 'safetensors', family, ...sometimes(0.3, 'endpoints_compatible'), ...sometimes(0.2, 'region:us')],
    createdAt: new Date(firstDay + Math.floor(age * days)).toISOString(),
    ...(next() < 0.8 && { params: Math.floor(1e6 * 10 ** (next() * 5)) }),
    pipeline_tag: tasks[Math.floor(next() * tasks.length)]!,
    language: language !== 'en' && next() < 0.5 ? [language, 'en'] : [language],
  }
}

/** The records, one after the other, and in the end the facts about them. */
export function* hubRecords(models: number, seed = 42): Generator<HubRecord, HubFacts> {
  const next = random(seed)
  const below = (end: number): number => Math.floor(next() * end)
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!
  /** An index below the end, low ones far more often. */
  const skewed = (end: number, power: number): number => Math.floor(end * next() ** power)

  const bases = Math.max(20, Math.floor(models / 1000))
  const authors = Math.max(50, Math.floor(models / 6))
  const corpora = Math.max(50, Math.floor(models / 25))
  const author = (index: number): string =>
    index < bases ? `lab-${pickBy(families, scattered(index))}` : `user${Math.floor(authors * (scattered(index) / 2 ** 32) ** 2)}`
  const family = (index: number): string => pickBy(families, scattered(index) >>> 5)
  const id = (index: number): string => `${author(index)}/${family(index)}-${pickBy(sizes, scattered(index) >>> 9)}-${index.toString(36)}`
  const corpus = (index: number): string => `data/corpus-${index.toString(36)}`

  const depths = new Uint8Array(models)
  const children = new Uint32Array(models)
  const licenseOf = new Uint8Array(models)
  const uses = new Uint32Array(corpora)
  const lastUser = new Uint32Array(corpora)
  /** Models that have a base, and those that are one, once for each time, so that much used ones are used more. */
  const taken: number[] = []

  const parentOf = (index: number): number => {
    const way = next()
    if (way < 0.17) return 0
    if (way < 0.42) return 1 + skewed(bases - 1, 3)
    if (way < 0.87 && taken.length > 0) return pick(taken)
    return below(index)
  }
  const parentsOf = (index: number): number[] => {
    if (index < bases || next() >= 0.6) return []
    const wanted = next() < 0.083 ? 2 + below(3) : 1
    const parents = new Set<number>()
    for (let count = 0; count < wanted; count++) {
      const parent = parentOf(index)
      if (at(depths, parent) < deepestChain) parents.add(parent)
    }
    return [...parents]
  }
  const datasetsOf = (index: number): number[] => {
    if (next() >= 0.2) return []
    // What a base was trained on says something of many models; the most used corpora are for the models below.
    const chosen = () => (index < bases ? below(corpora) : skewed(corpora, 3))
    return [...new Set(Array.from({ length: 1 + below(3) }, chosen))]
  }

  for (let index = 0; index < models; index++) {
    const parents = parentsOf(index)
    for (const parent of parents) {
      children[parent]!++
      depths[index] = Math.max(at(depths, index), at(depths, parent) + 1)
      if (parent !== 0) taken.push(parent)
    }
    if (parents.length > 0) taken.push(index)
    licenseOf[index] = parents.length > 0 && next() < 0.75 ? at(licenseOf, parents[0]!) : below(licenses.length)
    const datasets = datasetsOf(index)
    for (const dataset of datasets) {
      uses[dataset]!++
      lastUser[dataset] = index
    }
    const language = pick(languages)
    yield {
      id: id(index),
      author: author(index),
      ...(parents.length > 0 && { base_model: parents.map(id), base_model_relation: parents.length > 1 ? 'merge' : pick(relations) }),
      ...(datasets.length > 0 && { datasets: datasets.map(corpus) }),
      ...(next() < 0.85 && { license: licenses[at(licenseOf, index)]! }),
      ...detailsOf(family(index), index / models, language, next),
    }
  }

  const topBase = highest(children)
  const deepest = highest(depths)
  const heavy = highest(uses)
  const light = lightOf(uses, (dataset) => at(children, at(lastUser, dataset)) > 0)
  return {
    models,
    topBase: id(topBase),
    topBaseChildren: at(children, topBase),
    deepest: id(deepest),
    depth: at(depths, deepest),
    heavyDataset: corpus(heavy),
    heavyUses: at(uses, heavy),
    lightDataset: corpus(light),
    lightUses: at(uses, light),
  }
}

/** The least used of the datasets that are used at all and fit. */
function lightOf(uses: Uint32Array, fits: (dataset: number) => boolean): number {
  let light = -1
  for (const [dataset, count] of uses.entries()) if (count > 0 && (light < 0 || count < at(uses, light)) && fits(dataset)) light = dataset
  return light
}
