/** What a component was made from, and what was made from it. */
import { child, objectsOf, readFields, type FieldReaders, type Json } from '../bills/bill.ts'
import { takes } from '../bills/say.ts'
import { linkTo, type Reading } from './reading.ts'

type Read = (json: Json) => Reading | undefined

/** Reads the pedigree of a component; its ancestors, descendants and variants are components themselves. */
export const readPedigree = (json: Json, reading: Reading, read: Read): void => readFields(reading.bom, json, readers, { reading, read })

const readers: FieldReaders<{ readonly reading: Reading; readonly read: Read }> = {
  ancestors: (json, { reading, read }) => {
    for (const ancestor of each(json, reading, read)) madeFrom(reading, ancestor, ancestor.json)
  },
  descendants: (json, { reading, read }) => {
    for (const descendant of each(json, reading, read)) madeFrom(descendant, reading, descendant.json)
  },
  // How a variant is related is not known, says the specification: neither need be made from the other.
  variants: (json, { reading, read }) => {
    for (const variant of each(json, reading, read)) {
      const text = `A variant of it is ${variant.thing.called.name}; how the two are related is not stated.`
      reading.entry.say('finding', text, {
        ...reading.bom.beside({ ...variant.json, field: json.field }),
        written: variant.thing.called.name,
      })
    }
  },
}

function each(json: Json, { bom }: Reading, read: Read): Reading[] {
  return objectsOf(bom, json).flatMap((one) => read({ ...one, field: '' }) ?? [])
}

function madeFrom(child: Reading, parent: Reading, json: Json): void {
  const key = takes(child.thing.kind, 'derivedFrom', parent.thing.kind) ? 'derivedFrom' : 'dependsOn'
  linkTo(child, key, parent.thing, { ...json, field: 'pedigree' })
}

/** Whether a component is said to be made from another. */
export const hasAncestors = ({ bom, json }: Reading): boolean => objectsOf(bom, child(child(json, 'pedigree'), 'ancestors')).length > 0
