/**
 * What a model is to a model that it names as its base (docs/sources.md has this as a table). A hub calls nearly everything a fine-tune:
 * where the files, the name or the marks of a model say better,
 * they are believed, and why is kept.
 */

/** What is known of a model that says what it was made of. */
export interface Signs {
  /** Its hub id. */
  readonly id: string
  /** The hub ids of its bases, each once. */
  readonly bases: readonly string[]
  readonly tags: readonly string[]
  readonly library?: string | undefined
  /** Names of the files of its repository, where they are known. */
  readonly files?: readonly string[] | undefined
  /** What its card or its record says it is: a word of the hub. */
  readonly said?: string | undefined
}

/** What a model is to a base: the key of a property, and what was seen where it is not just as somebody says. */
export interface Derivation {
  readonly key: string
  readonly seen?: string
}

const relations: ReadonlyMap<string, string> = new Map([
  ['finetune', 'fineTunedFrom'],
  ['adapter', 'adaptedFrom'],
  ['merge', 'mergedFrom'],
  ['quantized', 'quantizedFrom'],
])
/** What is surely true of every base. */
const anyDerivation = 'derivedFrom'

/** The property of a hub's word, if it is one. */
export const keyOfRelation = (word: string): string | undefined => relations.get(word)

/** Between parts of a name. */
const [before, after] = ['(?<![a-z0-9])', '(?![a-z0-9])']
const words = (...all: readonly string[]): RegExp => new RegExp(`${before}(?:${all.join('|')})${after}`, 'i')

/** Formats and widths that only quantised weights have. */
const quantized = words(
  'gguf|ggml|llamafile|gptq|awq|aqlm|exl[23]?|hqq|quanto|bnb|nf4|quanti[sz]ed',
  '(?:int|float|fp)?[1-8](?:\\.\\d+)?[-_]?bits?',
  'int[2348]|fp[48]|w[48]a(?:8|16)',
  '\\d\\.\\d+bpw',
  'i?q[2-8]_(?:[0-9k]|xxs|xs|s|m)(?:_[a-z]{1,2})?',
)
/** Formats of other programs, and widths that lose nothing, or next to nothing. */
const converted = words('mlx|openvino|ov|onnx|coreml|ctranslate2|ct2|tflite|bf16|fp16|fp32')
/** Those who keep conversions alone. */
const converters = /^(?:mlx-community|onnx-community|openvino)\//i

const adapterFiles = new Set(['adapter_config.json', 'adapter_model.safetensors', 'adapter_model.bin'])
const adapterTags = new Set(['lora', 'peft'])
const mergeTags = new Set(['merge', 'mergekit', 'lazymergekit'])

/** What any of the marks of a name has in it: nearly all names have nothing of the kind, and that is soon seen. */
const anyMark =
  /gg|llamafile|gptq|awq|aqlm|exl|hqq|quant|bnb|nf4|\d[-_]?bit|int\d|fp\d|w\da|bpw|q\d_|mlx|openvino|onnx|coreml|ct2|ctranslate|tflite|bf16|ov/i

const nameIn = (hubId: string): string => hubId.slice(hubId.indexOf('/') + 1)

/** What a name has of some words and the other name has not. */
function mark(of: RegExp, name: string, other: string): string | undefined {
  const [found] = of.exec(name) ?? []
  return found !== undefined && !of.test(other) ? found : undefined
}

const first = (all: readonly string[] | undefined, those: ReadonlySet<string>): string | undefined =>
  all && all.length > 0 ? all.find((one) => those.has(one)) : undefined

/** Whether a tag may say what a model is to its bases. */
export function isSign(tag: string): boolean {
  // Sets look at every letter, and few tags are as long as these.
  const { length } = tag
  return (length === 4 || length === 5 || length === 8 || length === 12) && (adapterTags.has(tag) || mergeTags.has(tag))
}

type Rule = (base: string, signs: Signs) => Derivation | undefined

const byFiles: Rule = (_, { files }) => {
  const file = first(files, adapterFiles)
  return file === undefined ? undefined : { key: 'adaptedFrom', seen: `its files are an adapter's: ${file}` }
}

const byWidth: Rule = (base, { id }) => {
  const width = mark(quantized, nameIn(id), nameIn(base))
  return width === undefined ? undefined : { key: 'quantizedFrom', seen: `its name says that it is a quantisation: ${width}` }
}

const byAdapterMark: Rule = (_, { tags, library }) => {
  const adapter = library === 'peft' ? 'the library peft' : first(tags, adapterTags)
  return adapter === undefined ? undefined : { key: 'adaptedFrom', seen: `it is marked as an adapter: ${adapter}` }
}

const byMerge: Rule = (_, { tags, bases }) => {
  const merge = first(tags, mergeTags)
  if (merge === undefined) return undefined
  if (bases.length > 1) return { key: 'mergedFrom', seen: `it is marked as a merge and has several bases: ${merge}` }
  return { key: anyDerivation, seen: `it is marked as a merge, and only one model of it is named: ${merge}` }
}

const byFormat: Rule = (base, { id }) => {
  const owner = converters.test(id) && !converters.test(base) ? id.slice(0, id.indexOf('/')) : undefined
  const format = mark(converted, nameIn(id), nameIn(base)) ?? owner
  return format === undefined ? undefined : { key: anyDerivation, seen: `its name says that it is a conversion: ${format}` }
}

/** The first that finds something holds. */
const rules: readonly Rule[] = [byWidth, byAdapterMark, byMerge, byFormat]
const withoutName: readonly Rule[] = [byAdapterMark, byMerge]

/**
 * What a model is to one of its bases.
 *
 * @param tagged the hub's own word for it, as its tags have it
 */
export function derivationFrom(base: string, signs: Signs, tagged?: string): Derivation {
  const files = byFiles(base, signs)
  if (files) return files
  const { said } = signs
  const word = (said === undefined ? undefined : relations.get(said)) ?? (tagged === undefined ? undefined : relations.get(tagged))
  // Any other word somebody has chosen, or the hub has found out; a fine-tune is also what nobody has thought about.
  if (word !== undefined && word !== 'fineTunedFrom') return { key: word }
  for (const rule of anyMark.test(signs.id) ? rules : withoutName) {
    const found = rule(base, signs)
    if (found) return found
  }
  return { key: word ?? anyDerivation }
}
