/** References of fact sheets that lead to nothing, or to a thing of another class. */
import type { Place, Problem } from '../errors.ts'
import type { Claim } from '../model/claim.ts'
import { unread, type FactSheet, type Sheet } from '../model/sheet.ts'
import { classInIri, idOf, mint } from '../model/iri.ts'
import { classNames, classOf, type ClassName } from '../model/vocabulary.ts'
import { didYouMean } from '../nearest.ts'

interface Reference {
  readonly iri: string
  readonly key: string
  readonly place?: Place
}

/**
 * A problem for each reference to a thing that no claim is about.
 *
 * @param sheets where the references stand
 * @param claims what is known
 */
export function danglingReferences(sheets: readonly FactSheet[], claims: readonly Claim[], base: string): Problem[] {
  const known = new Set(claims.map(({ subject }) => subject))
  const idsOf = idsByClass(known, base)
  return sheets.flatMap((sheet) =>
    [...referencesOf(sheet)].flatMap(({ iri, key, place }): Problem[] => {
      const className = classInIri(iri, base)
      const id = idOf(iri, base)
      if (!className || known.has(iri) || id.startsWith(unread)) return []
      const kind = classOf(className)
      const stands = { key, ...(place && { place }) }
      const other = classNames.find((name) => known.has(mint(base, name, id)))
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
      return [
        {
          code: 'unknown-reference',
          message: `there is no ${kind.label.en} "${id}"`,
          ...stands,
          hint: didYouMean(id, idsOf(className)) ?? `describe it: a document with id: ${id} and kind: ${kind.name}`,
        },
      ]
    }),
  )
}

/** Everything that a sheet refers to, what is nested in it included; a default is looked at once, where it stands. */
function* referencesOf({ values, nested, ...own }: Sheet): Generator<Reference> {
  yield* defaultsOf(own)
  for (const [key, evidences] of values)
    for (const { reading, ...evidence } of evidences) {
      const place = evidence.places?.get('value') ?? evidence.place
      if (reading?.term.termType === 'NamedNode') yield { iri: reading.term.value, key, ...(place && { place }) }
      yield* defaultsOf(evidence)
    }
  for (const sheets of nested.values()) for (const sheet of sheets) yield* referencesOf(sheet)
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
