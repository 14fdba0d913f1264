/** What the training of a model took of energy, in an SPDX document. */
import { decimalText } from '../../model/number.ts'
import { child, elsewhere, objectsOf, readFields, textOf, type Json } from '../bills/bill.ts'
import { numberOf } from '../table/figures.ts'
import { idOf, type Graph, type Thing } from './graph.ts'

/** Kilowatt-hours of a megajoule. */
const megajoule = 1 / 3.6

/** Reads the energy of training; of a model that descends from another, which training is meant is not stated. */
export function readEnergy(graph: Graph, thing: Thing, json: Json): void {
  const isDescendant = graph.descendants.has(idOf(thing.json) ?? '')
  const training = child(json, 'ai_trainingEnergyConsumption')
  if (isDescendant && training.value !== undefined)
    graph.drop(training, 'the model descends from another, and which training is meant is not stated')
  readFields(graph, json, readers, undefined)
  if (!isDescendant) say(graph, thing, training, 'pre-training')
  say(graph, thing, child(json, 'ai_finetuningEnergyConsumption'), 'fine-tuning')
}

const readers = { type: elsewhere, '@type': elsewhere, ai_trainingEnergyConsumption: elsewhere, ai_finetuningEnergyConsumption: elsewhere }

function say(graph: Graph, { entry }: Thing, json: Json, phase: string): void {
  const all = objectsOf(graph, json, true)
  if (all.length > 1) return graph.drop(json, 'there are several figures, and what each of them is of is not stated')
  const [one] = all
  const [quantity, unit] = one ? [textOf(graph, child(one, 'ai_energyQuantity')), textOf(graph, child(one, 'ai_energyUnit'))] : []
  if (!one || quantity === undefined) return
  const number = numberOf(quantity)
  if (number === undefined) return graph.drop({ ...json, value: quantity }, 'its quantity is no number')
  if (unit !== 'kilowattHour' && unit !== 'megajoule')
    return graph.drop({ ...json, value: quantity }, `its unit is ${unit ?? 'not stated'}`)
  const energy = unit === 'megajoule' ? decimalText(Number((number * megajoule).toPrecision(6))) : quantity
  const training = entry.nest('training')
  training.say('phase', phase, graph.beside(one))
  training.say('energy', energy, { ...graph.beside(one), written: `${quantity} ${unit}` })
}
