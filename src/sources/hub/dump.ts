/** A list of records, and what it says of models that have none in it. */
import type { Place, Problem } from '../../errors.ts'
import { keptAt } from '../../model/hub-mention.ts'
import { quote } from '../../quote.ts'
import { hubId } from '../addresses.ts'
import type { SourceNotes } from '../notes.ts'
import type { SheetWriter } from '../sheet-writer.ts'
import { frontMatter } from './front-matter.ts'
import { isLoose, plainId, textsOf, type Formed, type Loose } from './forms.ts'
import { linkBase } from './lineage.ts'
import { factsOfTags } from './tags.ts'

/** The records of a dump, each of one model. */
export interface Dump {
  readonly records: readonly { readonly id: string; readonly record: Loose }[]
  readonly troubles: readonly { readonly code: string; readonly message: string; readonly hint: string }[]
  /** Links what the dump lists under a model to it, where its own record does not name that model as its base. */
  describeChildren(writer: SheetWriter, notes: SourceNotes, place: Place): void
}

/** Puts the records of a dump in order; of a model that is there twice the record that says more is kept. */
export function readDump(formed: readonly Formed[]): Dump {
  const byId = new Map<string, { id: string; record: Loose; children: Formed['children'] }>()
  const troubles: { code: string; message: string; hint: string }[] = []
  for (const { record: own, troubles: told, children } of formed) {
    const called = own['id'] ?? own['modelId']
    const id = typeof called === 'string' ? plainId(called) : undefined
    if (id === undefined || !hubId.test(id)) {
      const message = id === undefined ? 'the id of a record is no text' : `${quote(id)} is not a hub id`
      troubles.push({ code: 'bad-id', message, hint: 'it was not read' })
      continue
    }
    const { record, problems } = withCard(own)
    troubles.push(
      ...told.map((message) => ({ code: 'bad-record', message: `${id}: ${message}`, hint: 'the rest of it was read' })),
      ...problems.map(({ code, message }) => ({ code, message: `${id}: ${message}`, hint: 'the rest of the record was read' })),
    )
    const before = byId.get(id)
    const more = before && Object.keys(before.record).length > Object.keys(record).length ? before.record : record
    byId.set(id, { id, record: more, children: [...(before?.children ?? []), ...children] })
  }
  const records = [...byId.values()]
  return {
    records,
    troubles,
    describeChildren(writer, notes, place) {
      const linked = new Set(records.flatMap(({ id, record }) => basesOf(record).map((base) => `${id} ${base}`)))
      for (const { id, children } of records)
        for (const [relation, ids] of children)
          for (const child of ids) {
            if (linked.has(`${child} ${id}`)) continue
            linked.add(`${child} ${id}`)
            if (!hubId.test(child) || !child.includes('/')) {
              notes.dropped(`ids under ${relation}`, place, { value: child, why: 'it is no hub id' })
              continue
            }
            const entry = writer.thing(keptAt('Model', child), `model ${id}, list of what was made of it`, place)
            entry.say('hubId', child)
            linkBase(entry, id, { id: child, bases: [id], tags: [] }, relation, { named: {}, said: {}, tags: {} })
          }
    },
  }
}

/** A record whose card was not taken apart by the hub has it as text. */
function withCard(record: Loose): { readonly record: Loose; readonly problems: readonly Problem[] } {
  if (isLoose(record['cardData']) || typeof record['card'] !== 'string') return { record, problems: [] }
  const { data, problems } = frontMatter(record['card'], '')
  return { record: data ? { ...record, cardData: data } : record, problems }
}

/** The ids of the bases that a record, its card and its tags name. */
export function basesOf(record: Loose): string[] {
  const card = isLoose(record['cardData']) ? record['cardData'] : {}
  return [...textsOf(record['base_model']), ...textsOf(card['base_model']), ...factsOfTags(textsOf(record['tags'])).bases.keys()].map(
    plainId,
  )
}
