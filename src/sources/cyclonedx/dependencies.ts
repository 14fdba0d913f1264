/** What depends on what in a CycloneDX bill. */
import { child, elsewhere, listOf, objectsOf, readFields, type Json } from '../bills/bill.ts'
import { circlesIn, circleText } from '../bills/circles.ts'
import { referred, thingOf, type Bom } from './bom.ts'
import { linkTo } from './reading.ts'

/** Reads the graph of dependencies. What leads to a file is of the component that holds it. */
export function readDependencies(bom: Bom, json: Json): void {
  const edges = new Map<string, Set<string>>()
  const components = new Map<string, Json>()
  for (const dependency of objectsOf(bom, json)) {
    readFields(bom, dependency, { ref: elsewhere, dependsOn: elsewhere }, undefined)
    const from = componentAt(bom, child(dependency, 'ref'))
    const targets = listOf(bom, child(dependency, 'dependsOn')).map((one) => ({ one, to: componentAt(bom, one) }))
    if (!from) continue
    const thing = thingOf(bom, from)
    for (const { one, to } of targets) {
      if (!to) continue
      components.set(from.pointer, from).set(to.pointer, to)
      edges.set(from.pointer, (edges.get(from.pointer) ?? new Set()).add(to.pointer))
      const target = thingOf(bom, to)
      if (!thing || !target) bom.drop({ ...one, field: 'dependencies (what is no thing of its own)' })
      else if (to.value !== from.value) linkTo({ bom, thing, entry: entryOf(bom, from) }, 'dependsOn', target, one)
    }
  }
  const nameAt = (pointer: string): string => thingOf(bom, components.get(pointer)!)?.called.name ?? pointer
  for (const circle of circlesIn(edges)) {
    bom.problem(
      'circle',
      circle[0]!,
      `it depends on itself: ${circleText(circle, nameAt)}`,
      'a thing is not made of itself; mend one of the steps',
    )
  }
}

function componentAt(bom: Bom, ref: Json): Json | undefined {
  const found = referred(bom, ref)
  const isFile = found !== undefined && child(found, 'type').value === 'file'
  return isFile ? (bom.holders.get(found.value) ?? found) : found
}

function entryOf(bom: Bom, json: Json): ReturnType<Bom['writer']['thing']> {
  const known = bom.entries.get(json.value)
  if (known) return known
  const { called } = thingOf(bom, json)!
  const entry = bom.writer.thing(called, called.name, bom.place(json.pointer))
  bom.entries.set(json.value, entry)
  return entry
}
