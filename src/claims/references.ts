/** References of fact sheets that lead to nothing, or to a thing of another class. */
import type { Place, Problem } from '../errors.ts'
import type { Claim } from '../model/claim.ts'
import type { Lost } from '../sources/source.ts'
import type { Elsewhere } from './elsewhere.ts'
import { unread, type FactSheet, type Sheet } from '../model/sheet.ts'
import { classInIri, idOf, mint } from '../model/iri.ts'
import { classNames, classOf, type Class, type ClassName } from '../model/vocabulary.ts'
import { didYouMean } from '../nearest.ts'

interface Reference {
  readonly iri: string
  readonly key: string
  readonly place?: Place
}

/**
 * A problem for each reference to a thing that no claim is about. One that may be to a thing that could not be read is
 * none, unless it looks like a slip of the name of another.
 *
 * @param sheets where the references stand
 * @param claims what is known
 * @param base base IRI of instances
 * @param lost what may be described where nothing could be read
 * @param elsewhere what is known already
 */
export function danglingReferences(
  sheets: readonly FactSheet[],
  claims: readonly Claim[],
  base: string,
  lost: readonly Lost[],
  elsewhere?: Elsewhere,
): Problem[] {
  const known = new Set(claims.map(({ subject }) => subject))
  const isKnown = (iri: string): boolean => known.has(iri) || elsewhere?.kindOf(iri) !== undefined
  const idsOf = idsByClass(known, base)
  return sheets.flatMap((sheet) =>
    [...referencesOf(sheet, classOf(sheet.kind))].flatMap(({ iri, key, place }): Problem[] => {
      const className = classInIri(iri, base)
      const id = idOf(iri, base)
      if (!className || isKnown(iri) || id.startsWith(unread)) return []
      const kind = classOf(className)
      const stands = { key, ...(place && { place }) }
      const other = classNames.find((name) => isKnown(mint(base, name, id)))
      if (other)
        return [
          {
            code: 'wrong-class',
            message: `"${id}" is ${article(classOf(other).label.en)}, and ${key} takes ${article(kind.label.en)}`,
            ...stands,
            hint:
              didYouMean(id, idsOf(className)) ??
              `name ${article(kind.label.en)}, or describe one: a document with id: ${id} and kind: ${kind.name}`,
          },
        ]
      if (lost.some((thing) => thing.id === id && mayBe([thing], className, id))) return []
      const near = didYouMean(id, idsOf(className))
      if (!near && mayBe(lost, className, id)) return []
      const hint = near ?? `describe it: a document with id: ${id} and kind: ${kind.name}`
      return [{ code: 'unknown-reference', message: `there is no ${kind.label.en} "${id}"`, ...stands, hint }]
    }),
  )
}

/** Whether a thing may be one of those that could not be read. */
export const mayBe = (lost: readonly Lost[], className: ClassName, id: string): boolean =>
  lost.some((thing) => (thing.kind ?? className) === className && (thing.id ?? id) === id)

/** Everything that a sheet refers to, what is nested in it included; a default is looked at once, where it stands. */
function* referencesOf({ values, nested, ...own }: Sheet, of: Class): Generator<Reference> {
  yield* defaultsOf(own)
  for (const [key, evidences] of values)
    for (const { reading, ...evidence } of evidences) {
      const place = evidence.places?.get('value') ?? evidence.place
      if (reading && of.properties.get(key)!.kind === 'reference') yield { iri: reading.term.value, key, ...(place && { place }) }
      yield* defaultsOf(evidence)
    }
  for (const [key, sheets] of nested) for (const sheet of sheets) yield* referencesOf(sheet, classOf(of.properties.get(key)!.classes![0]!))
}

function* defaultsOf(item: Pick<Sheet, 'source' | 'citing' | 'place' | 'places'>): Generator<Reference> {
  for (const key of ['source', 'citing'] as const) {
    const place = item.places?.get(key) ?? item.place
    if (item[key]) yield { iri: item[key], key, ...(place && { place }) }
  }
}

/** The ids of each class, listed when they are first asked for. */
function idsByClass(known: ReadonlySet<string>, base: string): (className: ClassName) => readonly string[] {
  const lists = new Map<ClassName, readonly string[]>()
  return (className) => {
    const list = lists.get(className) ?? [...known].filter((iri) => classInIri(iri, base) === className).map((iri) => idOf(iri, base))
    lists.set(className, list)
    return list
  }
}

const article = (noun: string): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`
