/** A component of a CycloneDX bill while it is read, and what several of its readers state. */
import type { Mention } from '../../model/mention.ts'
import { classOf, type ClassName } from '../../model/vocabulary.ts'
import { child, objectsOf, type Json } from '../bills/bill.ts'
import { sayHub } from '../bills/hub.ts'
import { sayDigest, takes } from '../bills/say.ts'
import type { Entry } from '../sheet-writer.ts'
import type { Bom, Thing } from './bom.ts'

/** A component while it is read. */
export interface Reading {
  readonly bom: Bom
  readonly json: Json
  readonly entry: Entry
  readonly thing: Thing
  readonly level: number
  readonly elsewhere: Elsewhere
}

/** What the bill says of the component that it is of, outside of that. */
export interface Elsewhere {
  readonly makers?: Json
  readonly supplier?: Json
}

/** States checksums of weights. */
export function sayHashes(bom: Bom, entry: Entry, json: Json, note?: string): void {
  for (const hash of objectsOf(bom, json)) sayDigest(bom, entry, hash, [child(hash, 'alg'), child(hash, 'content')], note)
}

/** States that one thing is the value of a property of another, where such things may be. */
export function linkTo(
  { bom, entry, thing: { kind } }: Pick<Reading, 'bom' | 'entry' | 'thing'>,
  key: string,
  to: Thing,
  json: Json,
  note?: string,
): void {
  if (takes(kind, key, to.kind)) entry.link(key, to.called, bom.beside(json, note))
  else bom.drop({ ...json, field: `${json.field || 'components'} (${labelOf(to.kind)} of ${labelOf(kind)})` })
}

const labelOf = (kind: ClassName): string => classOf(kind).label.en

/** States its place at the hub and the commit there; of a benchmark, where its data is kept. */
export function sayWhereKept({ bom, json, entry, thing }: Pick<Reading, 'bom' | 'json' | 'entry' | 'thing'>): void {
  const { hub, kind, called } = thing
  if (!hub) return
  const [purl, version] = [child(json, 'purl'), child(json, 'version')]
  const field = purl.value === undefined ? json : purl
  if (kind === 'Benchmark') {
    const dataset: Mention = { kinds: ['Dataset'], name: called.name, identifiers: [{ scheme: 'hub', value: hub.id }] }
    return entry.link('usesDataset', dataset, bom.beside(field))
  }
  sayHub(bom, entry, hub, field, version)
}
