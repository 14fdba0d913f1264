/** Which names mean which things, as a person has decided: the alias table (docs/sources.md). */
import type { Problem } from '../../errors.ts'
import type { Alias, Named } from '../../model/alias.ts'
import { mint, pathIn, slug } from '../../model/iri.ts'
import { decidedName, type Mention } from '../../model/mention.ts'
import type { ClassName } from '../../model/vocabulary.ts'
import { normalName } from '../../model/normal-name.ts'
import { quote } from '../../quote.ts'
import { rememberFew } from '../../remember.ts'
import type { Elsewhere } from '../elsewhere.ts'

/** The decisions, by name. */
export interface Aliases {
  /** What was decided of a name that a source uses for a thing of some class; the most special decision first. */
  find(called: Mention, source: string): { readonly iri: string; readonly kind: ClassName } | 'apart' | undefined
  /** The things that a source does not mean by a name, as was decided. */
  notMeant(called: Mention, source: string): readonly string[]
  /** Whether a thing, of a graph that was saved, is what another source alone means by the name, as was decided. */
  isApart(iri: string, called: Mention, source: string): boolean
}

/** The IRI of what one source alone means by a name, or one maker: the plain one is for what others mean by it. */
export const apartIri = (base: string, kind: ClassName, name: string, by: string): string => mint(base, kind, slug(`${name} ${by}`))

/** Prepares decisions for looking up. Of two that are equally special, the later one holds: a team's own table comes after the shipped one. */
export function aliasesOf(table: readonly Alias[], base: string): Aliases {
  const byName = new Map<string, Alias[]>()
  for (const alias of table) {
    const key = normalName(alias.name)
    byName.set(key, [...(byName.get(key) ?? []), alias])
  }
  // One name is asked about several times, one after the other.
  const decisionsOn = rememberFew((name) => byName.get(normalName(name)) ?? [])
  /** Whether a decision is about what a source names, which is of some class. */
  const holds = ({ kind, source: own }: Alias, kinds: readonly ClassName[], source: string): boolean =>
    (own === undefined || mint(base, 'Document', own) === source) && (kind === undefined || kinds.includes(kind))
  const special = ({ kind, source }: Alias): number => (source === undefined ? 0 : 2) + (kind === undefined ? 0 : 1)
  return {
    find(called, source) {
      const { kinds } = called
      let best: { readonly is: Named | 'apart'; readonly weight: number } | undefined
      for (const alias of decisionsOn(decidedName(called))) {
        const { is } = alias
        if (!holds(alias, kinds, source) || (is !== 'apart' && ('not' in is || !kinds.includes(is.kind)))) continue
        if (special(alias) >= (best?.weight ?? 0)) best = { is, weight: special(alias) }
      }
      if (!best) return undefined
      return best.is === 'apart' ? 'apart' : { iri: mint(base, best.is.kind, best.is.id), kind: best.is.kind }
    },
    notMeant: (called, source) =>
      decisionsOn(decidedName(called)).flatMap((alias) =>
        alias.is !== 'apart' && 'not' in alias.is && holds(alias, called.kinds, source)
          ? [mint(base, alias.is.not.kind, alias.is.not.id)]
          : [],
      ),
    isApart: (iri, { name, kinds }, source) =>
      decisionsOn(name).some(
        ({ is, source: own }) =>
          is === 'apart' &&
          own !== undefined &&
          mint(base, 'Document', own) !== source &&
          kinds.some((kind) => iri === apartIri(base, kind, name, own)),
      ),
  }
}

/** The problems of decisions on names of what is known elsewhere by them: what was saved as two things stays two. */
export function tooLate(table: readonly Alias[], elsewhere: Elsewhere, base: string): Problem[] {
  return table.flatMap(({ name, kind, source, is }) => {
    // What one source means by a name need not be what was saved under it.
    if (source !== undefined || is === 'apart' || 'not' in is) return []
    const [own, meant] = [mint(base, kind ?? is.kind, slug(name)), mint(base, is.kind, is.id)]
    if (own === meant || elsewhere.kindOf(own) === undefined) return []
    return [
      {
        code: 'alias-too-late',
        message: `${quote(name)} is ${pathIn(own, base)} in a graph that was saved, which an alias to ${pathIn(meant, base)} does not change`,
        hint: 'build that graph from its sources again, together with the table',
      },
    ]
  })
}
