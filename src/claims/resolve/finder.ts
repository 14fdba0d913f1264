/** By which rules a name leads to a thing, and which IRI what nobody knows is given. */
import { classInIri, hubIdOf, hubKey, idOf, isMinted, mint, slug } from '../../model/iri.ts'
import { decidedName, isAddressed, type Mention } from '../../model/mention.ts'
import type { ClassName } from '../../model/vocabulary.ts'
import { apartIri, type Aliases } from './aliases.ts'
import type { KnownThings } from './known-things.ts'
import { normalName } from '../../model/normal-name.ts'
import type { SameWriting } from './same-writing.ts'

/** How it was found out what a name means; `new` where a source describes a thing that nothing else was known of, `stub` where it only names one. */
export type Rule = 'identifier' | 'alias' | 'own-name' | 'name' | 'new' | 'stub' | 'ambiguous' | 'apart'

/** What a name means, and by which rule; of what is ambiguous, the things that it may be. */
interface Found {
  readonly iri?: string
  readonly rule: Rule
  readonly among?: readonly string[]
  /** The things that it does not mean, as was decided. */
  readonly not?: readonly string[]
}

/** Finds what names mean. */
interface Finder {
  /**
   * The thing that a source calls so, or an IRI for it where nothing is known of it.
   *
   * @param isDescribed whether the source describes it, and does not only name it
   */
  find(called: Mention, source: string, isDescribed: boolean): Found & { readonly iri: string }
  /** The IRI of ours by which a source knows a thing. */
  ownIri(called: Mention): string | undefined
  /** IRIs that a merge took out of use, and what stands in their place. */
  readonly retired: Map<string, string>
}

/** The rules that make one thing of two. */
const merging: ReadonlySet<Rule> = new Set(['identifier', 'own-name', 'name'])

/** The class of a name of which the source does not tell what it names. */
export const untold = 'Mention'

/** @param base base IRI of instances */
export function finder(known: KnownThings, writing: SameWriting, aliases: Aliases, base: string): Finder {
  const retired = new Map<string, string>()
  /** What a decision keeps apart is one thing in each source. */
  const apart = new Map<string, string>()
  const apartKey = (called: Mention, source: string): string => `${source} ${classFor(called)} ${normalName(decidedName(called))}`

  /** What is known by that name, by the first rule that says so. */
  function search(called: Mention, source: string, isDescribed: boolean): Found {
    const { goesByName, identifiers = [], ...named } = called
    if (goesByName) {
      // The name of a family is often that of one repository too, which is one of its sizes.
      const found = search({ ...named, identifiers: identifiers.filter(({ scheme }) => scheme !== 'hub') }, source, isDescribed)
      return found.rule === 'new' ? (identify(called) ?? found) : found
    }
    const identified = identify(called)
    if (identified) return identified
    // What a hub keeps is known by its address: a copy of BLOOM that somebody calls bloom is another thing.
    if (isAddressed(called)) return { rule: 'new' }
    return decide(called, source) ?? recognise(called, source, isDescribed)
  }

  function identify(called: Mention): Found | undefined {
    // Whoever writes an IRI of ours means that thing, described or not, and no other of its name.
    const ours = ownIri(called)
    if (ours !== undefined) return { iri: ours, rule: known.has(ours) ? 'identifier' : 'new' }
    const [iri] = known.identified(called)
    return iri === undefined ? undefined : { iri, rule: 'identifier' }
  }

  const ownIri = ({ kinds, identifiers = [] }: Mention): string | undefined =>
    identifiers.find(({ scheme, value }) => scheme === 'iri' && isOurs(value, kinds, base))?.value

  /** What a person decided, or the source itself where it has two of a name. */
  function decide(called: Mention, source: string): Found | undefined {
    const decided = aliases.find(called, source)
    if (decided === 'apart' || (!decided && called.madeBy !== undefined)) {
      const iri = apart.get(apartKey(called, source))
      return { ...(iri !== undefined && { iri }), rule: 'apart' }
    }
    if (!decided) return undefined
    if (!known.has(decided.iri)) {
      known.add(decided.iri, decided.kind)
      known.name(decided.iri, idOf(decided.iri, base))
      // A record of what a hub keeps there may come later.
      const hubId = hubIdOf(idOf(decided.iri, base))
      if (hubId !== undefined) known.identify(decided.iri, { scheme: 'hub', value: hubId })
    }
    retire(called, decided.iri)
    return { iri: decided.iri, rule: 'alias' }
  }

  /** Notes the IRI that what a source describes or a person decided on would have had alone. */
  function retire(called: Mention, iri: string): void {
    const alone = ownIri(called) ?? mint(base, classFor(called), idFor(called))
    if (alone !== iri) retired.set(alone, iri)
  }

  /** The one thing that has the name. */
  function recognise(called: Mention, source: string, isDescribed: boolean): Found {
    const not = aliases.notMeant(called, source)
    const mayBe = (iri: string): boolean =>
      !not.includes(iri) && !known.isKnownOtherwise(source, iri, called) && !aliases.isApart(iri, called, source)
    const own = known.ownNamed(called, source).filter(mayBe)
    const typed = own.length > 0 ? own : writing.among(known.named(called), called, isDescribed ? source : undefined).filter(mayBe)
    // What others have named before without telling what it is.
    const found = typed.length === 0 && called.kinds.length > 1 ? known.named({ ...called, kinds: [untold] }) : typed
    if (found.length > 1) return { rule: 'ambiguous', among: found }
    const [iri] = found
    return iri === undefined ? { rule: 'new' } : { iri, rule: own.length > 0 ? 'own-name' : 'name' }
  }

  /** An IRI for what is kept apart. */
  function keptApart(called: Mention, source: string): string {
    const iri = apartIri(base, classFor(called), called.name, called.madeBy ?? idOf(source, base))
    apart.set(apartKey(called, source), iri)
    return iri
  }

  /** An IRI for what nothing is known of. */
  function fresh({ kinds, ...called }: Mention): string {
    const kind = classFor({ kinds, ...called })
    const id = idFor({ kinds, ...called })
    const iri = mint(base, kind, id)
    if (!known.has(iri)) return iri
    // The id is taken by what has another name: this one is told apart by all of its own.
    return mint(base, kind, slug(`${id} ${called.name}+`))
  }

  return {
    find(called, source, isDescribed) {
      const found = search(called, source, isDescribed)
      const iri = found.iri ?? (found.rule === 'apart' ? keptApart(called, source) : fresh(called))
      if (isDescribed && found.iri !== undefined && merging.has(found.rule)) retire(called, iri)
      known.knowIn(source, iri, called)
      const not = aliases.notMeant(called, source)
      return { ...found, iri, ...(not.length > 0 && { not }) }
    },
    ownIri,
    retired,
  }
}

/** The id of a thing by what it is called. */
function idFor(called: Mention): string {
  const hub = called.identifiers?.find(({ scheme }) => scheme === 'hub')
  return hub && isAddressed(called) ? hubKey(hub.value) : slug(called.name)
}

/** Whether an IRI is one that a thing of some class here may have. */
function isOurs(iri: string, kinds: readonly ClassName[], base: string): boolean {
  const kind = classInIri(iri, base)
  return kind !== undefined && kinds.includes(kind) && isMinted(idOf(iri, base))
}

/** The class of what a name names; where the source does not tell it, that is what is known of it. */
export const classFor = ({ kinds }: Mention): ClassName => (kinds.length === 1 ? kinds[0] : untold)
