/** What came of a hub, and what did not: bounded, and in an order that does not depend on what came first. */
import type { Problem } from '../../../errors.ts'
import { compareText } from '../../../model/claim.ts'
import { quote } from '../../../quote.ts'
import { hubId } from '../../addresses.ts'
import { inApiForm, isLoose, type Loose } from '../forms.ts'
import type { Answer, HubClient } from './client.ts'
import { keyOf, nameOf, type HubName } from './names.ts'
import { badRecord, enough, isDown, isTrouble, problemOf, type Trouble } from './trouble.ts'

/** A record that was had. */
export interface Had extends HubName {
  readonly record: Loose
  /** What is wrong with parts of it. */
  readonly troubles: readonly string[]
  /** The ids by which it was asked for, where the hub has renamed it. */
  readonly formerly: ReadonlySet<string>
}

/** All that came. */
export interface Collected {
  readonly had: readonly Had[]
  /** The answers that it all comes from. */
  readonly answers: readonly (Pick<Answer, 'sha256' | 'day'> & { readonly file: string })[]
  /** What could not be had. */
  readonly problems: readonly Problem[]
}

/** Records and bytes at most. */
export interface Most {
  readonly records: number
  readonly bytes: number
}

/** Where what comes is put. */
export interface Collection {
  /** What an address gives. */
  ask(file: string, address: string): Promise<Answer | Trouble>
  /**
   * Keeps a record under the name that the hub has for it now. One of a list says less than the one that is asked for by itself.
   *
   * @param by as what it was asked for, and whether the hub has renamed it; of a record in a list there is none
   */
  keep(kind: HubName['kind'], json: unknown, by?: { readonly id: string; readonly isMoved: boolean }): Had | Trouble
  /** Notes what could not be had. */
  note(file: string, trouble: Trouble): void
  readonly size: number
  take(): Collected
}

/** A collection that is empty. */
export function collection(client: HubClient, most: Most): Collection {
  const had = new Map<string, Had>()
  const answers = new Map<string, Collected['answers'][number]>()
  const problems: Problem[] = []
  /** What was not asked for, by the reason. */
  const unasked = new Map<Trouble, number>()
  let bytes = 0
  return {
    async ask(file, address) {
      if (had.size >= most.records || bytes >= most.bytes) return enough
      const answer = await client.get(address)
      if (isTrouble(answer)) return answer
      bytes += answer.bytes
      answers.set(file, { file, sha256: answer.sha256, ...(answer.day !== undefined && { day: answer.day }) })
      return answer
    },
    keep(kind, json, by) {
      const { record, troubles } = isLoose(json) ? inApiForm(json) : { record: {} as Loose, troubles: [] }
      const id = record['id']
      if (typeof id !== 'string' || !hubId.test(id)) return badRecord('what came is no record: it has no id')
      const key = keyOf({ kind, id })
      const before = had.get(key)
      const isRenamed = by !== undefined && keyOf({ kind, id: by.id }) !== key
      // A hub that is mistaken does not make two models one.
      if (isRenamed && !by.isMoved) return badRecord(`what came is the record of ${quote(id)}`)
      if (!by && before) return before
      if (!before && had.size >= most.records) return enough
      const formerly = new Set(before?.formerly)
      if (isRenamed) formerly.add(by.id)
      const one: Had = { kind, id, record, troubles, formerly }
      had.set(key, one)
      return one
    },
    note(file, trouble) {
      if (trouble === isDown || trouble === enough) unasked.set(trouble, (unasked.get(trouble) ?? 0) + 1)
      else problems.push(problemOf(trouble, file))
    },
    get size() {
      return had.size
    },
    take: () => ({
      had: inOrder(had.values(), nameOf),
      answers: inOrder(answers.values(), ({ file }) => file),
      problems: [
        ...inOrder(problems, ({ place }) => place!.file),
        ...[...unasked].map(([{ code, message, hint }, count]) => ({
          code,
          message: `${message}: ${count.toLocaleString('en')} more that follow were not read`,
          hint,
        })),
      ],
    }),
  }
}

const inOrder = <T>(all: Iterable<T>, text: (one: T) => string): T[] => [...all].sort((a, b) => compareText(text(a), text(b)))
