/** Things whose names are one but for how they are written, and one source that means two of them (`CALM` and `CaLM`). */
import type { Mention } from '../../model/mention.ts'
import type { NamedSheet } from '../../model/sheet.ts'
import type { ClassName } from '../../model/vocabulary.ts'
import type { KnownThings } from './known-things.ts'

/** Chooses among the things that have a name, however it is written. */
export interface SameWriting {
  /**
   * Those that the name means: what is written just so before others, and nothing that the source describes under the other name beside
   * this one.
   *
   * @param describing IRI of the source where it describes the thing; where it only names one, how that is written is not looked at so closely
   */
  among(found: readonly string[], called: Mention, describing: string | undefined): readonly string[]
}

const keyOf = (source: string, kind: ClassName, name: string): string => `${source} ${kind} ${name}`

/** @param named all that sources describe */
export function sameWriting(named: readonly NamedSheet[], known: KnownThings): SameWriting {
  const described = new Set(named.map(({ called, source }) => keyOf(source, called.kinds[0], called.name)))
  return {
    among(found, { kinds, name }, describing) {
      const written = found.filter((iri) => known.namesOf(iri)?.has(name))
      if (written.length > 0) return written
      if (describing === undefined) return found
      return found.filter((iri) => ![...(known.namesOf(iri) ?? [])].some((other) => described.has(keyOf(describing, kinds[0], other))))
    },
  }
}
