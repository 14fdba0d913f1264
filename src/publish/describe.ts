/** How things and values are put into words. */
import { wordFor } from '../counted.ts'
import { nameOf, valueOf, type Graph } from '../graph/graph.ts'
import { choiceText } from '../model/choices.ts'
import type { Claim, Value } from '../model/claim.ts'
import { labelOf, prefixes, propertyOf, st } from '../model/vocabulary.ts'
import { oneLine } from '../quote.ts'

const scales: readonly [number, string][] = [
  [1e24, ' septillion'],
  [1e21, ' sextillion'],
  [1e18, ' quintillion'],
  [1e15, ' quadrillion'],
  [1e12, ' trillion'],
  [1e9, ' billion'],
  [1e6, ' million'],
]

/** The name of a thing, safe to print. */
export function nameText(graph: Graph, iri: string, language: 'en' | 'zh' = 'en'): string {
  return oneLine(nameOf(graph, iri, language))
}

/** The first of some names, and how many more there are: `DeepMind, Google +3`; names with commas in them are kept apart by semicolons. */
export function listText(names: readonly string[], most = Infinity): string {
  const shown = names.slice(0, most)
  const joint = shown.some((name) => /[,，]/.test(name)) ? '; ' : ', '
  return `${shown.join(joint)}${names.length > shown.length ? ` +${names.length - shown.length}` : ''}`
}

/** A value in words: a thing by its name, a number with its unit, a large one as people say it, a choice in the language. */
export function valueText(graph: Graph, value: Value, property: string, language: 'en' | 'zh' = 'en'): string {
  if (value.termType === 'NamedNode') return nameText(graph, value.value, language)
  const { unit, kind } = propertyOf(property) ?? {}
  const text = oneLine(value.value)
  if (unit) return (language === 'zh' ? chineseQuantity(plain(text), unit) : undefined) ?? quantity(plain(text), unit)
  return kind === 'decimal' ? plain(text) : choiceText(property, text, language)
}

/** A value beside the label of its property, which may say the unit already: `tasks  1,616`. */
export function valueBeside(graph: Graph, value: Value, property: string, language: 'en' | 'zh' = 'en'): string {
  const text = valueText(graph, value, property, language)
  if (language === 'zh') return text
  const unit = unitInLabel(property)
  const word = unit && value.termType === 'Literal' ? ` ${wordFor(Number(value.value), unit)}` : ''
  return word !== '' && text.endsWith(word) ? text.slice(0, -word.length) : text
}

/** A number of a list in words, with what it counts: `8 devices per node`, `1 epoch`, `1.4 trillion tokens seen`, `weight 30%`. */
export function factText(graph: Graph, value: Value, property: string, language: 'en' | 'zh' = 'en'): string {
  const text = valueBeside(graph, value, property, language)
  const label = labelOf(property, language)
  const unit = language === 'en' ? unitInLabel(property) : undefined
  if (unit === undefined) return `${label} ${text}`
  const words = label.split(' ').map((word) => (word === unit ? wordFor(Number(value.value), unit) : word))
  return `${text} ${words.join(' ')}`
}

/** The unit of a property whose label has it. */
function unitInLabel(property: string): string | undefined {
  const { unit } = propertyOf(property) ?? {}
  return unit && labelOf(property).split(' ').includes(unit) ? unit : undefined
}

/** A decimal without the point that only says that it is one. */
export const plain = (lexical: string): string => lexical.replace(/^(-?\d+)\.0+$/, '$1')

/** `70000000000`, `parameters` as `70 billion parameters`; bytes and speeds with their usual prefixes. */
function quantity(lexical: string, unit: string): string {
  const number = Number(lexical)
  if (unit === 'percent') return `${lexical}%`
  if (unit === 'unknown') return `${grouped(lexical)} (unit not stated)`
  if (unit === 'bytes')
    return (
      scaled(number, [
        [1e15, ' PB'],
        [1e12, ' TB'],
        [1e9, ' GB'],
        [1e6, ' MB'],
        [1e3, ' kB'],
      ]) ?? `${lexical} ${wordFor(number, unit)}`
    )
  if (unit === 'FLOP/s')
    return (
      scaled(number, [
        [1e15, ' PFLOP/s'],
        [1e12, ' TFLOP/s'],
        [1e9, ' GFLOP/s'],
      ]) ?? `${lexical} FLOP/s`
    )
  if (unit === 'FLOP') return `${number.toExponential().replace('e+', 'e')} FLOP`
  return `${scaled(number, scales) ?? grouped(lexical)} ${wordFor(number, unit)}`
}

/** What is counted, as it stands behind a number in Chinese. */
const chineseUnits: Readonly<Record<string, string>> = {
  parameters: '参数',
  tokens: '词元',
  'tokens of context': '词元',
  words: '词',
  characters: '字符',
  documents: '篇文档',
  examples: '个样本',
  languages: '种语言',
  layers: '层',
  heads: '个头',
  dimensions: '维',
  models: '个模型',
  devices: '个设备',
  nodes: '个节点',
  tasks: '个任务',
  types: '种',
  rules: '条规则',
  sources: '个来源',
  people: '人',
  hours: '小时',
  epochs: '轮',
}

const chineseScales: readonly [number, string][] = [
  [1e16, ' 亿亿'],
  [1e12, ' 万亿'],
  [1e8, ' 亿'],
  [1e4, ' 万'],
]

/** `1760 亿参数`; nothing for units that are written the same in Chinese as in English. */
function chineseQuantity(lexical: string, unit: string): string | undefined {
  if (unit === 'unknown') return `${grouped(lexical)}（单位未说明）`
  const word = chineseUnits[unit]
  if (word === undefined) return undefined
  const number = scaled(Number(lexical), chineseScales)
  return number === undefined ? `${grouped(lexical)} ${word}` : `${number}${word}`
}

function scaled(number: number, table: readonly [number, string][]): string | undefined {
  const fit = table.find(([size]) => Math.abs(number) >= size)
  return fit && `${Number((number / fit[0]).toPrecision(6))}${fit[1]}`
}

const grouped = (lexical: string): string => lexical.replace(/^\d+/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','))

/** The value that a claim states as its source writes it, or the status in its place. */
export function claimText(graph: Graph, claim: Claim, language: 'en' | 'zh' = 'en'): string {
  if (!claim.value) return `(${choiceText(st('status'), claim.status!, language)})`
  const text = valueText(graph, claim.value, claim.property, language)
  const written = claim.written && oneLine(claim.written)
  return written && written !== text && written !== plain(claim.value.value) ? `${text}, written "${written}"` : text
}

/** The year, month or day on which a thing was released, if the best view has one. */
export function releasedText(graph: Graph, iri: string): string | undefined {
  return valueOf(graph, iri, `${prefixes.dct}issued`)?.value
}
