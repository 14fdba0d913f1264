/** Where a hub keeps what a bill tells of. */
import { hubPackage, hubRepository, isCommit, type HubRepository } from '../addresses.ts'
import type { Entry } from '../sheet-writer.ts'
import type { Bill, Json } from './bill.ts'

/** What a bill tells of where something is kept. */
interface Told {
  readonly purls: readonly string[]
  /** Addresses that lead to the thing itself. */
  readonly pages: readonly string[]
  readonly version: string | undefined
}

/** The repository of something: by its package URL; else by the pages that it names, if they are of one repository. */
export function hubOf(
  bill: Bill,
  json: Json,
  kind: HubRepository['kind'],
  { purls, pages, version = '' }: Told,
): HubRepository | undefined {
  const withRevision = (hub: HubRepository): HubRepository =>
    hub.revision === undefined && isCommit(version) ? { ...hub, revision: version } : hub
  const [own] = purls.flatMap((purl) => hubPackage(purl) ?? [])
  if (own) return withRevision({ ...own, kind })
  const repositories = pages.flatMap((address) => hubRepository(address) ?? []).filter((one) => one.kind === kind)
  const ids = new Set(repositories.map(({ id }) => id.toLowerCase()))
  if (ids.size > 1)
    bill.problem(
      'several-repositories',
      json.pointer,
      `the component has pages of ${ids.size} repositories: ${[...ids].join(', ')}`,
      'it goes by its name; give it a purl to say which one it is',
    )
  return ids.size === 1 ? withRevision(repositories.find(({ revision }) => revision !== undefined) ?? repositories[0]!) : undefined
}

/**
 * States the place of something at the hub, and the commit there. What has no owner is known by its name there, which is no hub id.
 *
 * @param json what tells the place
 * @param version of the thing, which may be the commit
 */
export function sayHub(bill: Bill, entry: Entry, { id, revision }: HubRepository, json: Json, version: Json): void {
  if (id.includes('/')) entry.say('hubId', id, bill.beside(json))
  if (revision !== undefined) entry.say('revision', revision, bill.beside(version.value === revision ? version : json))
}
