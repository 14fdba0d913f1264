/** The model card in a CycloneDX bill. */
import { child, elsewhere, objectsOf, readFields, textOf, type FieldReaders, type Json } from '../bills/bill.ts'
import { architectureIn } from '../bills/say.ts'
import { brief } from '../brief.ts'
import { propertyOf, referred, thingOf, usedFor, type Bom } from './bom.ts'
import { linkTo, sayWhereKept, type Reading } from './reading.ts'
import { readInline } from './data.ts'
import { readEnvironment } from './environment.ts'

/** Reads the model card of a component. */
export const readModelCard = (json: Json, reading: Reading): void => readFields(reading.bom, json, cardReaders, reading)

const cardReaders: FieldReaders<Reading> = {
  'bom-ref': elsewhere,
  modelParameters: (json, reading) => readFields(reading.bom, json, parameterReaders, reading),
  quantitativeAnalysis: (json, reading) =>
    readFields(reading.bom, json, { performanceMetrics: (metrics) => readMetrics(metrics, reading) }, undefined),
  considerations: (json, reading) =>
    readFields(reading.bom, json, { environmentalConsiderations: (inner) => readEnvironment(inner, reading) }, undefined),
}

const parameterReaders: FieldReaders<Reading> = {
  task: (json, { bom, entry }) => {
    const text = textOf(bom, json)
    if (text !== undefined) entry.say('task', text, bom.beside(json))
  },
  approach: (json, reading) =>
    readFields(reading.bom, json, { type: (type) => sayFinding(reading, 'Approach to learning', type) }, undefined),
  architectureFamily: (json, reading) => sayArchitecture(reading, json),
  modelArchitecture: (json, reading) => sayFinding(reading, 'Architecture', json),
  datasets: (json, reading) => {
    for (const one of objectsOf(reading.bom, json)) readDataset(one, reading)
  },
}

/** What has no property of its own is kept as a finding, in the words of the source. */
function sayFinding({ bom, entry }: Reading, what: string, json: Json): void {
  const text = textOf(bom, json)
  if (text !== undefined)
    entry.say('finding', `${what}: ${brief(text)}`, { ...bom.beside(json), ...(text.length <= 300 && { written: text }) })
}

/** A word for the architecture, where the family is one; else it is kept as it is. */
function sayArchitecture(reading: Reading, json: Json): void {
  const { bom, entry } = reading
  const text = textOf(bom, json)
  if (text === undefined) return
  const word = architectureIn(text)
  if (word !== undefined) entry.say('architecture', word, { ...bom.beside(json), ...(word !== text && { written: text }) })
  else sayFinding(reading, 'Architecture family', json)
}

/** A dataset of the card, by reference or written out. The card lists what the model was trained on; another use is told by a property. */
function readDataset(json: Json, reading: Reading): void {
  const { bom } = reading
  const ref = child(json, 'ref')
  const target = ref.value === undefined ? json : referred(bom, ref)
  if (!target) return
  const thing = thingOf(bom, target)
  if (!thing || (thing.kind !== 'Dataset' && thing.kind !== 'Benchmark')) {
    if (ref.value !== undefined) bom.problem('bad-ref', ref.pointer, 'this leads to no data', 'it was left out')
    else bom.drop({ ...json, field: `${json.field} (${String(child(json, 'type').value).slice(0, 40)})` })
    return
  }
  if (target === json) {
    const entry = bom.writer.thing(thing.called, textOf(bom, child(json, 'name')) ?? thing.called.name, bom.place(json.pointer))
    bom.entries.set(json.value, entry)
    sayWhereKept({ bom, json, entry, thing })
    readInline({ bom, entry, thing }, json)
  }
  linkTo(reading, thing.kind === 'Benchmark' ? 'evaluatedOn' : 'trainedOn', thing, json)
}

/** What says on which data a figure was measured: a part of data that has a name of its own. */
const unnamedPart =
  /^(?:all|overall|default|total|(?:the )?(?:train(?:ing)?|test(?:ing)?|valid(?:ation)?|dev(?:elopment)?|eval(?:uation)?|holdout|hold-out)(?:[ -]?(?:set|split|data|dataset))?)$/i

/** Figures of performance become evaluations where it is known on what they were measured; else they are kept as findings. */
function readMetrics(json: Json, reading: Reading): void {
  const { bom, entry } = reading
  const tested = testedOn(reading)
  for (const one of objectsOf(bom, json)) {
    const [type, value, slice] = [textOf(bom, child(one, 'type')), textOf(bom, child(one, 'value')), textOf(bom, child(one, 'slice'))]
    readFields(bom, one, metricReaders, undefined)
    const note = intervalOf(bom, child(one, 'confidenceInterval'))
    const figure = /^([+-]?[\d.,]+(?:e[+-]?\d+)?)\s*(%)?$/i.exec(value ?? '')
    const benchmark = tested ?? (slice !== undefined && !unnamedPart.test(slice) ? slice : undefined)
    if (type === undefined || value === undefined) bom.drop(one, 'a metric needs type and value')
    else if (!figure || benchmark === undefined) {
      const text = [`${type}: ${value}`, slice === undefined ? undefined : `on ${slice}`, note]
        .filter((part) => part !== undefined)
        .join(', ')
      entry.say('finding', brief(text), { ...bom.beside(one), written: brief(value) })
    } else {
      const evaluation = entry.nest('evaluation')
      const why = tested === undefined ? undefined : 'the one thing that the model is said to be evaluated on'
      evaluation.link('benchmark', { kinds: ['Benchmark'], name: benchmark }, bom.beside(child(one, 'slice'), why))
      evaluation.say('metric', type, bom.beside(child(one, 'type')))
      if (slice !== undefined && slice !== benchmark) evaluation.say('setting', slice, bom.beside(child(one, 'slice')))
      evaluation.say('score', figure[1]!, { ...bom.beside(child(one, 'value'), note), written: value })
      if (figure[2] !== undefined) evaluation.say('unit', 'percent', bom.beside(child(one, 'value')))
    }
  }
}

function intervalOf(bom: Bom, json: Json): string | undefined {
  const [lower, upper] = [textOf(bom, child(json, 'lowerBound')), textOf(bom, child(json, 'upperBound'))]
  return lower !== undefined && upper !== undefined ? `confidence interval from ${lower} to ${upper}` : undefined
}

const metricReaders = { type: elsewhere, value: elsewhere, slice: elsewhere, confidenceInterval: elsewhere }

/** The name of the one thing that the component is evaluated on, where there is just one. */
function testedOn({ bom, json }: Reading): string | undefined {
  const datasets = objectsOf(bom, child(child(child(json, 'modelCard'), 'modelParameters'), 'datasets')).map((one) => {
    const ref = child(one, 'ref').value
    return typeof ref === 'string' ? bom.refs.get(ref) : one
  })
  const all = [...objectsOf(bom, child(json, 'components')), ...datasets]
  const tested = all.filter((one): one is Json => one !== undefined && usedFor(usageOf(bom, one)) === 'evaluation')
  const names = new Set(tested.flatMap((one) => thingOf(bom, one)?.called.name ?? []))
  return names.size === 1 ? [...names][0] : undefined
}

const usageOf = (bom: Bom, json: Json): string | undefined => propertyOf(bom, json, 'usage')
