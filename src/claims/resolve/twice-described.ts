/**
 * What one source describes twice under one name. A catalogue that lists two things of a name by makers that have nobody in common means two
 * (the Dragonfly of OpenAI and that of Together); else it has told one thing twice. Either way it is told, and each description has a place of
 * its own.
 */
import { basename } from 'node:path'
import { formatPlace, type Problem } from '../../errors.ts'
import { groupBy } from '../../group.ts'
import { idOf } from '../../model/iri.ts'
import { decidedName, isAddressed } from '../../model/mention.ts'
import { normalName } from '../../model/normal-name.ts'
import type { NamedSheet } from '../../model/sheet.ts'
import { quote } from '../../quote.ts'

/** Sheets that can be told from others of their name, in their order, and what is to be told of them. */
export interface Distinct {
  readonly sheets: readonly NamedSheet[]
  readonly noted: readonly Problem[]
}

/**
 * Tells apart what sources describe under names that they use twice.
 *
 * @param base base IRI of instances
 */
export function distinct(named: readonly NamedSheet[], base: string): Distinct {
  const noted: Problem[] = []
  const changed = new Map<NamedSheet, NamedSheet>()
  const byName = groupBy(
    named.filter((sheet) => goesByItsName(sheet)),
    ({ source, called }) => `${source} ${called.kinds[0]} ${called.name}`,
  )
  for (const same of byName.values()) {
    // What a source says of cards and benchmarks beside its entries is said twice without a second thought.
    if (same.length < 2 || !same.some(({ values }) => values.has('producer'))) continue
    const makers = makersOf(same)
    const places = placesOf(same)
    for (const [number, sheet] of same.entries()) {
      const madeBy = makers[number]
      const { at } = sheet
      const called = { ...sheet.called, ...(madeBy !== undefined && { madeBy }) }
      const own = { ...sheet, called, ...(at !== undefined && { at: `${at}${places[number]}` }) }
      changed.set(sheet, own)
      if (number > 0) noted.push(toldOf(own, same[0]!, base))
    }
  }
  return { sheets: changed.size === 0 ? named : named.map((sheet) => changed.get(sheet) ?? sheet), noted }
}

/** Whether nothing but its name says which thing is meant. */
const goesByItsName = ({ called, own }: NamedSheet): boolean =>
  !own && !isAddressed(called) && !called.identifiers?.some(({ scheme }) => scheme === 'iri')

/** For each description who made what it describes, by one name for all makers that made something of it together; none where all is one. */
function makersOf(same: readonly NamedSheet[]): readonly (string | undefined)[] {
  const all = same.map(({ values }) => (values.get('producer') ?? []).flatMap(({ mention }) => mention?.name ?? []))
  const together = new Map<string, string>()
  const first = (maker: string): string => {
    let found = maker
    for (let next = together.get(found); next !== undefined; next = together.get(found)) found = next
    if (found !== maker) together.set(maker, found)
    return found
  }
  for (const [one, ...others] of all)
    for (const other of others) {
      const [a, b] = [first(normalName(one!)), first(normalName(other))]
      if (a !== b) together.set(b, a)
    }
  const groups = groupBy(all, ([one]) => (one === undefined ? undefined : first(normalName(one))))
  // Of which it is not told who made it, that may be any of them.
  if (groups.size === 1 || groups.has(undefined)) return same.map(() => undefined)
  return all.map(([one]) => groups.get(first(normalName(one!)))![0]![0])
}

/** What tells the places of descriptions in their source apart where nothing does: their files, or their lines. */
function placesOf(same: readonly NamedSheet[]): string[] {
  if (new Set(same.map(({ at }) => at)).size === same.length) return same.map(() => '')
  const files = same.map(({ place }) => (place?.file === undefined ? undefined : basename(place.file)))
  const inFiles = new Set(files).size === same.length
  return same.map(({ place }, number) => {
    if (inFiles) return files[number] === undefined ? '' : ` of ${files[number]}`
    return place?.line === undefined ? '' : ` at line ${place.line}`
  })
}

function toldOf({ called, place, source }: NamedSheet, first: NamedSheet, base: string): Problem {
  const before = first.place ? ` at ${formatPlace(first.place)}` : ''
  const isSame = called.madeBy === undefined
  return {
    code: 'described-twice',
    message: `${quote(called.name)} was described${before} already, and ${isSame ? 'is taken for the same' : 'by who made it this is another'}`,
    ...(place && { place }),
    hint: isSame
      ? 'stemma conflicts shows where the two descriptions differ'
      : `in an alias table, { name: ${JSON.stringify(decidedName(called))}, source: ${idOf(source, base)}, is: … } says what it is`,
  }
}
