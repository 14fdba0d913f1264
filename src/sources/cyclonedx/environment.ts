/** What the training of a model took of energy, and what it emitted (CycloneDX 1.6 and later). */
import { child, elsewhere, objectsOf, readFields, textOf, type Json } from '../bills/bill.ts'
import type { Reading } from './reading.ts'
import { hasAncestors } from './pedigree.ts'

/** Reads the energy and emissions of each activity; those of training are kept. */
export function readEnvironment(json: Json, reading: Reading): void {
  const { bom } = reading
  readFields(bom, json, { energyConsumptions: (inner) => objectsOf(bom, inner).forEach((one) => readConsumption(one, reading)) }, undefined)
}

function readConsumption(json: Json, reading: Reading): void {
  const { bom, entry } = reading
  const activity = textOf(bom, child(json, 'activity')) ?? 'none'
  const phase = phaseOf(activity, reading)
  if (phase === undefined) {
    const why = activity === 'training' ? 'the model is made from another, and which training is meant is not stated' : undefined
    bom.drop({ ...json, field: `${json.field} (${activity.slice(0, 40)})`, value: activity }, why)
    return
  }
  readFields(bom, json, readers, undefined)
  const training = entry.nest('training')
  training.say('phase', phase, { ...bom.beside(child(json, 'activity')), written: activity })
  for (const [field, key] of Object.entries(measures)) {
    const measure = child(json, field)
    const [value, unit] = [textOf(bom, child(measure, 'value')), textOf(bom, child(measure, 'unit'))]
    // A figure without its unit is none.
    if (value !== undefined && unit === undefined) bom.drop({ ...child(measure, 'value') }, 'its unit is not stated')
    else if (value !== undefined) training.say(key, `${value} ${unit!}`, bom.beside(measure))
  }
}

const measures = { activityEnergyCost: 'energy', co2CostEquivalent: 'carbonEmissions' }
const readers = { activity: elsewhere, activityEnergyCost: elsewhere, co2CostEquivalent: elsewhere }

/** CycloneDX tells training from fine-tuning; of what is made from another model, either may be called training. */
const phaseOf = (activity: string, reading: Reading): string | undefined =>
  activity === 'fine-tuning' ? activity : activity === 'training' && !hasAncestors(reading) ? 'pre-training' : undefined
