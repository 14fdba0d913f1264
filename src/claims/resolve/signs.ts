/** The signs by which two things may be one: what their names have in common. */
import type { ClassName } from '../../model/vocabulary.ts'
import { normalName } from '../../model/normal-name.ts'
import { bareName, nearlyEqual, plainNames, wordsOf } from './near-names.ts'
import type { Decision } from './resolve.ts'

/** A thing, and how it is called. */
export interface Thing {
  readonly iri: string
  readonly kind: ClassName
  readonly names: ReadonlySet<string>
  /** Its id at a hub. */
  readonly hub: string | undefined
  /** Whether it goes by its address there alone: copies have the name too. */
  readonly isAddressed: boolean
  /** How sources that know nothing of our ids call it. */
  readonly calls: readonly Decision[]
  /** Nobody here has described it: it has its IRI by its name alone. */
  readonly isForeign: boolean
}

/** Takes two things that may be one, and why. */
type Offer = (one: Thing, other: Thing, why: string) => void

/** The signs between things of one class. */
export function within(all: readonly Thing[], offer: Offer): void {
  const { kind } = all[0]!
  const things = all.filter(({ isAddressed }) => !isAddressed)
  const byName = by(things, named)
  const byBare = by(
    things,
    otherwise((name) => [bareName(name, kind)]),
  )
  const byPlain = by(
    things,
    otherwise((name) => plainNames(name, kind)),
  )
  for (const [name, ofName] of byName) {
    // Of several sizes none is what the name without a size means: which of several is meant, nobody can see.
    const [longer, ...sizes] = byBare.get(name) ?? []
    for (const thing of ofName) {
      if (longer && sizes.length === 0) offer(longer, thing, 'the same name but for a size, an owner or a remark')
      for (const other of byPlain.get(name) ?? []) offer(other, thing, `the same name${nearly}`)
    }
  }
  onHub(kind, things, all, offer)
  const byWords = by(things, (name) => [wordsOf(name)])
  for (const [one, other] of nearlyEqual([...byWords.keys()]))
    for (const a of byWords.get(one)!) for (const b of byWords.get(other)!) offer(a, b, 'their names differ in one letter')
}

const nearly = ' but for an article or a word for what it is'

/** The one repository of a thing's name. Copies have the name too, and of several nobody can see which is meant. */
function onHub(kind: ClassName, things: readonly Thing[], all: readonly Thing[], offer: Offer): void {
  const repositories = all.flatMap(({ hub, ...thing }) =>
    hub === undefined ? [] : [{ ...thing, hub, names: new Set([hub.slice(hub.indexOf('/') + 1)]) }],
  )
  const byIri = new Map(all.map((thing) => [thing.iri, thing]))
  const plain = otherwise((name) => plainNames(name, kind))
  const [byName, byPlain] = [by(repositories, named), by(repositories, plain)]
  for (const thing of things) {
    const names = [...thing.names]
    const found = (keys: readonly string[], among: typeof byName): string[] =>
      keys.flatMap((key) => [...(among.get(key) ?? [])].map(({ iri }) => iri))
    const exact = new Set(found(names.flatMap(named), byName))
    const near = new Set([...found(names.flatMap(plain), byName), ...found(names.flatMap(named), byPlain)])
    const [iri, ...copies] = exact.size > 0 ? exact : near
    if (iri !== undefined && copies.length === 0)
      offer(thing, byIri.get(iri)!, `its repository on the hub has this name${exact.size > 0 ? '' : nearly}`)
  }
}

/** A name in the form in which names are compared. */
const named = (name: string): string[] => [normalName(name)]

/** What is made of a name, in that form; nothing where it is the name itself. */
const otherwise =
  (make: (name: string) => readonly string[]) =>
  (name: string): string[] =>
    make(name)
      .map(normalName)
      .filter((made) => made !== '' && made !== normalName(name))

/** A name of which the source does not tell what it names, and that a thing has of a class which the source did not mean. */
export function acrossClasses(things: readonly Thing[], offer: Offer): void {
  for (const same of by(things, named).values())
    for (const stub of same)
      if (stub.kind === 'Mention') {
        // A licence is called as what it is for.
        const others = [...same].filter(({ kind }) => kind !== stub.kind && kind !== 'License')
        // What a hub keeps goes by its address: a thing that goes by its name is meant before it.
        const byName = others.filter(({ isAddressed }) => !isAddressed)
        for (const thing of byName.length > 0 ? byName : others) offer(stub, thing, 'a thing of another class has this name')
      }
}

/** Things by what is made of their names, each once. */
function by<T extends Pick<Thing, 'names'>>(
  things: readonly T[],
  keysOf: (name: string) => readonly string[],
): Map<string, ReadonlySet<T>> {
  const found = new Map<string, Set<T>>()
  for (const thing of things)
    for (const name of thing.names) for (const key of keysOf(name)) found.set(key, (found.get(key) ?? new Set()).add(thing))
  return found
}
