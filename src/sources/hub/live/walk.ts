/** From what a person named, up to the roots that it was made from and down to what was made of it. */
import { hubId } from '../../addresses.ts'
import { basesOf } from '../dump.ts'
import { isLoose, textsOf } from '../forms.ts'
import { isDatasetId } from '../named.ts'
import { factsOfTags } from '../tags.ts'
import { childrenAddress, recordAddress } from './addresses.ts'
import type { HubClient } from './client.ts'
import { collection, type Collected, type Collection, type Had, type Most } from './collection.ts'
import { distinct, nameOf, type HubName } from './names.ts'
import { badRecord, isTrouble, type Trouble } from './trouble.ts'

/** How far to go. */
export interface WalkOptions {
  /** Levels of children. */
  readonly down: number
  readonly most: Most
  /** Requests at the same time. */
  readonly together: number
  /** Told how many records there are, and how many are known of. */
  readonly onProgress: (read: number, known: number) => void
}

/** What came of a walk. */
export interface Walked extends Collected {
  /** What a person named and could not be had. */
  readonly missing: readonly { readonly name: HubName; readonly trouble: Trouble }[]
}

/** Walks. When something that a person named cannot be had, it ends there. */
export async function walk(
  names: readonly HubName[],
  client: HubClient,
  { down, most, together, onProgress }: WalkOptions,
): Promise<Walked> {
  const all = collection(client, most)
  const missing: Walked['missing'][number][] = []
  const seen = new Set<string>()
  let level = distinct(names, seen)
  let known = level.length
  const record = async (name: HubName): Promise<Had | Trouble> => {
    const one = await recordOf(name, all)
    onProgress(all.size, known)
    return one
  }

  const roots = await inParallel(level, together, record)
  for (const [index, trouble] of roots.entries()) if (isTrouble(trouble)) missing.push({ name: level[index]!, trouble })
  const found = good(roots)
  for (let from: Had[] = missing.length > 0 ? [] : found; from.length > 0;) {
    level = distinct(from.flatMap(namedBy), seen)
    known += level.length
    const came = await inParallel(level, together, record)
    for (const [index, trouble] of came.entries()) if (isTrouble(trouble)) all.note(nameOf(level[index]!), trouble)
    from = good(came)
  }

  let parents: HubName[] = missing.length > 0 ? [] : found.filter(({ kind }) => kind === 'Model')
  const before = new Set<string>()
  for (let depth = 0; depth < down && parents.length > 0; depth += 1) {
    const children = await inParallel(distinct(parents, before), together, (parent) =>
      childrenOf(parent, all, () => onProgress(all.size, (known = Math.max(known, all.size)))),
    )
    parents = children.flat()
  }
  return { ...all.take(), missing }
}

async function recordOf(name: HubName, all: Collection): Promise<Had | Trouble> {
  const answer = await all.ask(nameOf(name), recordAddress(name))
  return isTrouble(answer) ? answer : all.keep(name.kind, answer.json, { id: name.id, isMoved: answer.isMoved ?? false })
}

/** The models that name one as their base, page by page. */
async function childrenOf({ id }: HubName, all: Collection, onPage: () => void): Promise<HubName[]> {
  const children: HubName[] = []
  const before = new Set<string>()
  for (let [page, address] = [1, childrenAddress(id) as string | undefined]; address !== undefined; page += 1) {
    const file = `hf:${id}, children, page ${page}`
    const answer = await all.ask(file, address)
    if (isTrouble(answer) || !Array.isArray(answer.json)) {
      all.note(file, isTrouble(answer) ? answer : badRecord('what came is no list'))
      break
    }
    const listed = (answer.json as unknown[]).map((json) => all.keep('Model', json))
    for (const trouble of listed) if (isTrouble(trouble)) all.note(file, trouble)
    const fresh = distinct(good(listed), before)
    children.push(...fresh)
    onPage()
    // A list that says nothing new has no end.
    address = fresh.length > 0 ? answer.next : undefined
  }
  return children
}

/** The bases and datasets that a model names. */
function namedBy({ kind, record }: Had): HubName[] {
  if (kind === 'Dataset') return []
  const card = isLoose(record['cardData']) ? record['cardData'] : {}
  const datasets = [...textsOf(card['datasets']), ...factsOfTags(textsOf(record['tags'])).dataset]
  return [
    ...basesOf(record).flatMap((id): HubName[] => (hubId.test(id) ? [{ kind: 'Model', id }] : [])),
    ...datasets.flatMap((id): HubName[] => (isDatasetId(id) ? [{ kind: 'Dataset', id }] : [])),
  ]
}

const good = (all: readonly (Had | Trouble)[]): Had[] => all.filter((one): one is Had => !isTrouble(one))

/** Does the same with all, so many at a time; the answers are in the order of what was given. */
async function inParallel<T, R>(all: readonly T[], together: number, run: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const work = async (): Promise<void> => {
    for (let index = next++; index < all.length; index = next++) results[index] = await run(all[index]!)
  }
  await Promise.all(Array.from({ length: Math.min(together, all.length) }, work))
  return results
}
