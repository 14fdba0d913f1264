/** The things that can be searched for, with their names and weights, read on numbers. */
import { identifiers, names as nameProperties } from '../../graph/claim-store.ts'
import { defaultGraph } from '../../graph/index/graph-sets.ts'
import type { QuadIndex } from '../../graph/index/quad-index.ts'
import { statedFrom } from '../../graph/index/stated-from.ts'
import { idOf } from '../../model/iri.ts'
import { classNames, documentClasses, prefixes } from '../../model/vocabulary.ts'
import { heads } from '../../model/term-key.ts'
import { languages, nameAt } from '../address.ts'
import type { Contents } from '../contents.ts'
import type { Entry } from './format.ts'

/** Things by place. */
export interface Searchable {
  readonly count: number
  /** How much comes from a thing or points to it. */
  readonly weights: Uint32Array
  /** The place of its class among `searchedClasses`. */
  readonly classes: Uint8Array
  entry(place: number): Entry
}

/** So many names are kept of a thing, the first ones, beside its id and what it is called in each language of the site. */
const mostOthers = 40

/** The classes whose things have names of their own. */
export const searchedClasses = classNames.filter((name) => documentClasses.includes(name))

/** Reads what can be searched for; names are read when they are asked for. */
export function searchableThings(index: QuadIndex, { things, families }: Contents): Searchable {
  const { base } = index.parts
  const inBest = index.mask(defaultGraph)
  const all = searchedClasses.flatMap((name, place) =>
    (things.get(name) ?? []).flatMap((iri) => (nameAt(iri, base) === undefined ? [] : [[index.predicate(iri), place] as const])),
  )
  const numbers = Uint32Array.from(all, ([number]) => number)
  const classes = Uint8Array.from(all, ([, place]) => place)
  const pointing = incomingCounts(index)
  for (const [rank, number] of families.models.entries()) pointing[number]! += families.descendants[rank]!
  const weights = numbers.map((number) => pointing[number]!)
  const label = index.predicate(`${prefixes.rdfs}label`)
  // Identifiers first, so that they are among those that are kept.
  const relations = [...identifiers, ...nameProperties].flatMap((iri) => index.relations.get(index.predicate(iri)) ?? [])

  function entry(place: number): Entry {
    const id = idOf(index.terms.term(numbers[place]!).value, base)
    const names = { en: '', zh: '' }
    const others = new Set<string>()
    for (const { predicate, forward, uniform } of relations)
      for (const value of statedFrom(forward, uniform, inBest, numbers[place]!)) {
        const { head, local } = index.terms.key(value)
        const language = predicate === label ? languages.find((tag) => head === heads.language + tag) : undefined
        if (language) names[language] = local
        else others.add(local)
      }
    for (const own of [id, names.en, names.zh]) others.delete(own)
    const kept = [...others].slice(0, mostOthers)
    return [classes[place]!, id, weights[place]!, names.en === id ? '' : names.en, names.zh === names.en ? '' : names.zh, ...kept]
  }

  return { count: numbers.length, weights, classes, entry }
}

/** Of each term, how many statements of the best view point to it. */
function incomingCounts(index: QuadIndex): Uint32Array {
  const counts = new Uint32Array(index.terms.size)
  const type = index.predicate(`${prefixes.rdf}type`)
  for (const { predicate, backward, inDefault } of index.relations.values()) {
    if (inDefault === 0 || predicate === type) continue
    let rank = 0
    for (const key of backward.keys.members()) {
      counts[key]! += backward.end(rank) - backward.start(rank)
      rank += 1
    }
  }
  return counts
}
