/** What is learnt of a thing while names are resolved: its names and identifiers. */
import type { Place } from '../../errors.ts'
import { literal } from '../../model/claim.ts'
import { isAddressed, type Identifier, type Mention } from '../../model/mention.ts'
import type { Evidence, Sheet } from '../../model/sheet.ts'
import { classOf, type ClassName } from '../../model/vocabulary.ts'
import type { KnownThings } from './known-things.ts'

/** Of what is described, where: the ways in which names of its properties become identifiers. */
const identifying: Readonly<Record<string, Identifier['scheme']>> = { hubId: 'hub', arxivId: 'arxiv', doi: 'doi', spdxId: 'spdx' }

/**
 * Notes by what names and identifiers a thing goes. What a source knows from a hub goes by its address there alone, unless a person
 * described it.
 *
 * @param isNamed whether others that use its name may mean it
 */
export function learn(
  known: KnownThings,
  { called, values }: Pick<Sheet, 'values'> & { readonly called?: Mention },
  iri: string,
  kind: ClassName,
  isNamed = true,
): void {
  if (!known.has(iri)) known.add(iri, kind)
  for (const identifier of called?.identifiers ?? []) known.identify(iri, identifier)
  const held = (key: string): string[] =>
    (values.get(key) ?? []).flatMap(({ reading, rank }) => (reading && rank !== 'deprecated' ? [reading.term.value] : []))
  for (const [key, scheme] of Object.entries(identifying)) for (const value of held(key)) known.identify(iri, { scheme, value })
  const isFound = isNamed && !(called && isAddressed(called))
  for (const name of [...held('name'), ...held('altName')]) {
    known.call(iri, name)
    if (isFound) known.name(iri, name)
  }
}

/** A text as what a source says. */
export const textEvidence = (value: string, kind: ClassName, key: string, place: Place | undefined): Evidence => ({
  reading: { term: classOf(kind).properties.get(key)!.kind === 'text' ? literal(value, 'en') : literal(value) },
  ...(place && { place }),
})

/** The identifiers of a thing as values of its class's properties. */
export function identifierValues({ identifiers = [] }: Mention, kind: ClassName, place: Place | undefined): [string, Evidence[]][] {
  return identifiers.flatMap(({ scheme, value }): [string, Evidence[]][] => {
    const key = Object.keys(identifying).find((own) => identifying[own] === scheme)
    return key !== undefined && classOf(kind).properties.has(key) ? [[key, [textEvidence(value, kind, key, place)]]] : []
  })
}
