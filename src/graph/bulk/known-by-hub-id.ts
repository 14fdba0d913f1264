import type { Claim } from '../../model/claim.ts'
import { hubKey, idOf, mint } from '../../model/iri.ts'
import { st } from '../../model/vocabulary.ts'
import type { HubClass, KnownIds } from '../../sources/hub/things.ts'

const kept: readonly HubClass[] = ['Model', 'Dataset']

/** A claim that gives something a hub id, or may. */
export type HubIdClaim = Pick<Claim, 'subject' | 'property' | 'value' | 'rank'>

/**
 * The models and datasets that have other ids than their hub ids make: records that name them by hub id speak of them.
 *
 * @param claims those of sources that know more of them; of two that have one hub id the first keeps it
 * @returns their ids by hub id, as the hub compares those; and the IRIs that they do not have
 */
export function knownByHubId(
  base: string,
  ...claims: readonly Iterable<HubIdClaim>[]
): { readonly known: KnownIds; readonly retired: ReadonlyMap<string, string> } {
  const known = new Map(kept.map((of) => [of, new Map<string, string>()]))
  const retired = new Map<string, string>()
  for (const { subject, property, value, rank } of chained(claims)) {
    if (property !== st('hubId') || value === undefined || rank === 'deprecated') continue
    const of = kept.find((name) => subject.startsWith(mint(base, name, '')))
    const own = of && mint(base, of, hubKey(value.value))
    // The first that has a hub id keeps it, as where names are resolved.
    if (own === undefined || own === subject || known.get(of!)!.has(value.value.toLowerCase())) continue
    known.get(of!)!.set(value.value.toLowerCase(), idOf(subject, base))
    retired.set(own, subject)
  }
  return { known: Object.fromEntries(known), retired }
}

function* chained<Item>(lists: readonly Iterable<Item>[]): Generator<Item> {
  for (const list of lists) yield* list
}
