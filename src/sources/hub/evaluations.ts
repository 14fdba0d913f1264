/** The results that a card tells: `model-index` in its head, and files in a folder `.eval_results` beside it. */
import type { Place } from '../../errors.ts'
import type { SourceNotes } from '../notes.ts'
import type { Entry } from '../sheet-writer.ts'
import { isLoose, textsOf, type Loose } from './forms.ts'

/** Where results stand. */
export interface ResultsAt {
  readonly field: string
  readonly at: string
  readonly place: Place
}

const listOf = (content: unknown): readonly unknown[] => (Array.isArray(content) ? content : [])
/** A text or number; a list is none. */
const textOf = (content: unknown): string | undefined => (Array.isArray(content) ? undefined : textsOf(content)[0])

/** `IFEval (0-Shot)` */
const shots = /\((\d+[- ]shots?)\)$/i

/**
 * States the results of a `model-index`. What a score counts is not told there, so its unit is unknown. Where a card has several scores of
 * one benchmark and metric, what it calls the metric tells them apart (`0-shot`, `Average accuracy`).
 */
export function stateModelIndex(entry: Entry, index: unknown, notes: SourceNotes, at: ResultsAt): void {
  const all = listOf(index).flatMap((model) =>
    (isLoose(model) ? listOf(model['results']) : []).flatMap((result) => resultsOf(result, notes, at)),
  )
  const counts = new Map<string, number>()
  const keyOf = ({ benchmark, metric, setting }: Result): string => [benchmark, metric, setting].join('\n')
  for (const result of all) counts.set(keyOf(result), (counts.get(keyOf(result)) ?? 0) + 1)
  for (const { called, ...result } of all)
    stateResult(entry, counts.get(keyOf(result))! > 1 ? { ...result, setting: joined(result.setting, called) } : result, at)
}

function resultsOf(result: unknown, notes: SourceNotes, { field, place }: ResultsAt): (Result & { readonly called: string | undefined })[] {
  const dataset = isLoose(result) ? result['dataset'] : undefined
  const name = isLoose(dataset) ? (textOf(dataset['name']) ?? textOf(dataset['type'])) : undefined
  if (!isLoose(result) || !isLoose(dataset) || name === undefined) {
    notes.dropped(`${field}: a result without a dataset`, place)
    return []
  }
  const setting = joined(shotsOf(dataset, name), dataset['config'], dataset['split'])
  const source = isLoose(result['source']) ? textOf(result['source']['name']) : undefined
  const note = source && `the card cites ${source}`
  return listOf(result['metrics']).flatMap((metric) => {
    const type = isLoose(metric) ? (textOf(metric['type']) ?? textOf(metric['name'])) : undefined
    const value = isLoose(metric) ? textOf(metric['value']) : undefined
    if (type !== undefined && value !== undefined)
      return {
        benchmark: name.trimEnd().replace(shots, '').trimEnd(),
        metric: type,
        setting,
        value,
        note,
        called: textOf((metric as Loose)['name']),
      }
    notes.dropped(`${field}: a metric without type or value`, place)
    return []
  })
}

function shotsOf({ args }: Loose, name: string): string | undefined {
  const count = isLoose(args) ? textOf(args['num_few_shot']) : undefined
  return count === undefined ? shots.exec(name.trimEnd())?.[1]?.toLowerCase() : `${count}-shot`
}

const joined = (...parts: readonly unknown[]): string => parts.flatMap((part) => textOf(part) ?? []).join(', ')

/** States the results of a file of `.eval_results`: what a benchmark measures is its own matter there, and has no name. */
export function stateResults(entry: Entry, results: unknown, notes: SourceNotes, at: ResultsAt): void {
  for (const result of listOf(results)) {
    const dataset = isLoose(result) ? result['dataset'] : undefined
    const id = isLoose(dataset) ? textOf(dataset['id']) : undefined
    const value = isLoose(result) ? textOf(result['value']) : undefined
    if (!isLoose(result) || !isLoose(dataset) || id === undefined || value === undefined)
      notes.dropped(`${at.field}: a result without a dataset or value`, at.place)
    else {
      const setting = joined(dataset['task_id'], result['notes'])
      stateResult(entry, { benchmark: id.slice(id.indexOf('/') + 1), metric: 'score', setting, value, note: undefined }, at)
    }
  }
}

interface Result {
  readonly benchmark: string
  readonly metric: string
  readonly setting: string
  readonly value: string
  readonly note: string | undefined
}

function stateResult(entry: Entry, { benchmark, metric, setting, value, note }: Result, at: ResultsAt): void {
  const evaluation = entry.nest('evaluation')
  evaluation.link('benchmark', { kinds: ['Benchmark'], name: benchmark }, at)
  evaluation.say('metric', metric, at)
  if (setting !== '') evaluation.say('setting', setting, at)
  evaluation.say('score', value, { ...at, ...(note !== undefined && { note }) })
}
