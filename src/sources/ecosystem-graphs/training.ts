/** What the catalogue says of how a model was trained: on what, how long, at what cost. */
import { brief } from '../brief.ts'
import type { Entry } from '../sheet-writer.ts'
import { quote } from '../../quote.ts'
import type { Context } from './context.ts'
import { isUnknown, type Field } from './field.ts'
import { devicesOf } from './hardware.ts'

/** The fields that are read here. */
export const trainingFields: ReadonlySet<string> = new Set(['training_hardware', 'training_emissions', 'training_time'])

/** Names that only data has. */
const namesData =
  /\b(?:data|datasets?|corpus|corpora|Common ?Crawl|Wikipedia|Reddit|GitHub|arXiv|StackExchange|RedPajama|ShareGPT|The Pile|The Stack|C4|Books?Corpus|OpenWebText|OpenWebMath|RefinedWeb|SlimPajama|FinPile|SkyPile|OPUS|Dolma|HowTo100M|AudioSet|LAION-\w+)\b/i

/** Words of a description for training that a model had after its first one. */
const tuned = /\bfine-?\s?tun|\binstruction[- ]tun|\bRLHF\b|\bfinetun/i

/**
 * The phase of the training that is spoken of, by rule, for the catalogue does not tell it: fine-tuning where the description has the
 * word and something is depended on, pre-training where all that is depended on is data.
 *
 * @returns nothing, where neither is so
 */
function phaseOf({ fields, datasets }: Context): string | undefined {
  const bases = (fields.get('dependencies')?.values ?? []).filter((name) => !isUnknown(name))
  const isTuned = tuned.test(fields.get('description')?.values.join(' ') ?? '')
  const onlyData = bases.every((name) => datasets.has(name) || namesData.test(name))
  if (onlyData) return isTuned ? undefined : 'pre-training'
  return isTuned ? 'fine-tuning' : undefined
}

/** States what is said of the training of a model. */
export function readTraining(context: Context): void {
  const phase = phaseOf(context)
  const { entry, notes } = context
  let training: Entry | undefined
  /** The training, which is there as soon as something is to be said of it. */
  const begun = (field: Field): Entry | undefined => {
    if (phase === undefined)
      notes.dropped(field.key, field.beside.place, {
        value: quote(brief(field.values.join('; '))),
        why: 'the phase of the training is not told',
      })
    else if (!training) {
      training = entry.nest('training')
      training.say('phase', phase, { place: field.beside.place, note: 'by the words of the description and what the asset depends on' })
    }
    return training
  }
  const silent: Field[] = []
  for (const key of trainingFields) {
    const field = context.fields.get(key)
    if (!field) continue
    for (const value of field.values)
      if (isUnknown(value)) silent.push(field)
      else if (key === 'training_hardware') readHardware(value, field, context, begun)
      else readFigure(value, field, context, begun)
  }
  for (const field of silent) sayUnknown(field, training, context)
}

/** That a figure is not known is said of a training that is spoken of. Of others there is nothing to say. */
function sayUnknown({ key, beside }: Field, training: Entry | undefined, { entry, notes }: Context): void {
  if (key === 'training_hardware') entry.status('ranOn', 'unknown', beside)
  else if (training) training.status(key === 'training_time' ? 'duration' : 'carbonEmissions', 'unknown', beside)
  else notes.dropped(`${key} said to be unknown`, beside.place)
}

function readHardware(value: string, field: Field, { entry, notes }: Context, begun: (field: Field) => Entry | undefined): void {
  const all = devicesOf(value)
  if (all.length === 0) return notUnderstood(value, field, notes, 'no hardware that is known by its name')
  for (const { name, counts } of all) {
    const called = { kinds: ['Hardware'], name } as const
    const beside = { ...field.beside, ...(name !== value && { written: brief(value) }) }
    entry.link('ranOn', called, beside)
    if (Object.keys(counts).length === 0) continue
    const usage = begun(field)?.nest('usage')
    if (!usage) continue
    usage.link('uses', called, { place: field.beside.place })
    for (const [key, count] of Object.entries(counts)) usage.say(key, count, { ...field.beside, written: brief(value) })
  }
  if (all.every(({ counts }) => Object.keys(counts).length === 0) && /\d\s*x?\s*(?:\S+\s+)*(?:GPU|TPU|A100|H100|V100)/i.test(value))
    notUnderstood(value, field, notes, 'how many devices there were is in no pattern that is read')
}

const figure = String.raw`(\d[\d,]*(?:\.\d+)?)`
const hoursIn: Readonly<Record<string, number>> = { minute: 1 / 60, hour: 1, day: 24, week: 168 }
const lasts = new RegExp(String.raw`^${figure} (minute|hour|day|week)s?(?: on (?:\d+|a \d+x\d+) TPU.*|,? according to .*)?$`, 'i')
const petaflopDays = new RegExp(String.raw`^${figure} ?petaflop/s-days?$`, 'i')
const emits = new RegExp(String.raw`^${figure} ?(t|tons|metric tons|kg)(?: of)? ?(?:CO2(?:eq?)?|carbon dioxide)$`, 'i')

/** FLOP of a petaFLOP/s for a day. */
const flopOfPetaflopDay = 8.64e19

function readFigure(value: string, field: Field, { notes }: Context, begun: (field: Field) => Entry | undefined): void {
  const said = field.key === 'training_time' ? timeOf(value) : emissionsOf(value)
  if (!said)
    return notUnderstood(value, field, notes, field.key === 'training_time' ? 'no duration or compute' : 'no mass of carbon dioxide')
  begun(field)?.say(said[0], said[1], { ...field.beside, written: value })
}

function timeOf(value: string): readonly [key: string, value: string] | undefined {
  const [, time, unit] = lasts.exec(value) ?? []
  if (time !== undefined) return ['duration', decimal(number(time) * hoursIn[unit!.toLowerCase()]!)]
  const [, days] = petaflopDays.exec(value) ?? []
  if (days === undefined) return undefined
  // As exact as it is written: zeros at the end of a whole number only fill it up.
  const digits = (days.includes('.') ? days : days.replace(/0+$/, '')).replace(/\D/g, '')
  return ['compute', (number(days) * flopOfPetaflopDay).toPrecision(Math.max(digits.length, 1))]
}

function emissionsOf(value: string): readonly [key: string, value: string] | undefined {
  const [, mass, unit] = emits.exec(value) ?? []
  return mass === undefined ? undefined : ['carbonEmissions', `${mass} ${unit!.toLowerCase() === 'kg' ? 'kg' : 't'}`]
}

const number = (text: string): number => Number(text.replaceAll(',', ''))
const decimal = (value: number): string => String(Number(value.toFixed(4)))

const notUnderstood = (value: string, { key, beside }: Field, notes: Context['notes'], why: string): void =>
  notes.dropped(key, beside.place, { value: quote(brief(value)), why })
