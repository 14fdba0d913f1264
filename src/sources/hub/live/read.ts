/** What was fetched of a hub becomes what any other source is: a document, and what it says. */
import { mint, slug } from '../../../model/iri.ts'
import type { DocumentFile, DocumentFacts } from '../../document.ts'
import { sourceNotes } from '../../notes.ts'
import { sheetWriter, type SheetWriter } from '../../sheet-writer.ts'
import { nothing, type Reading, type ReadOptions } from '../../source.ts'
import { describe } from '../describe.ts'
import type { Had } from './collection.ts'
import type { HubSnapshot } from './fetch.ts'
import { nameOf } from './names.ts'

/** Reads a snapshot. Each answer of the hub counts as a file of the document. */
export function readHub(
  snapshot: HubSnapshot,
  { base, source }: ReadOptions,
): { readonly reading: Reading; readonly files: readonly DocumentFile[] } {
  const notes = sourceNotes('hub')
  for (const problem of snapshot.problems) notes.problem(problem)
  const document = documentOf(snapshot, source)
  const writer = sheetWriter(mint(base, 'Document', document.id), base, notes)
  for (const one of snapshot.had) {
    const place = { file: nameOf(one) }
    for (const message of one.troubles) notes.problem({ code: 'bad-record', message, place, hint: 'the rest of it was read' })
    if (one.formerly.size > 0) sayFormerNames(writer, one)
    describe(writer, { ...one, place }, notes)
  }
  const { noted, dropped } = notes.take()
  return {
    reading: { ...nothing, named: writer.sheets, noted, dropped, document },
    files: snapshot.answers.map(({ file, sha256 }) => ({ document, file, sha256 })),
  }
}

/** A renamed model goes by its old ids as well, before anything is said of it: who knows it by one of these means the same. */
function sayFormerNames(writer: SheetWriter, { kind, id, formerly }: Had): void {
  const old = [...formerly].sort()
  const identifiers = [id, ...old].map((value) => ({ scheme: 'hub' as const, value }))
  const at = `${kind.toLowerCase()} ${id}, as renamed`
  const entry = writer.thing({ kinds: [kind], name: id.slice(id.indexOf('/') + 1), identifiers }, at, { file: nameOf({ kind, id }) })
  for (const one of old) entry.say(one.includes('/') ? 'hubId' : 'altName', one)
}

const home = 'huggingface.co'

/** The day is that on which the hub last answered something new: answers that have not changed since are the same snapshot. */
function documentOf({ endpoint, answers }: HubSnapshot, source: string | undefined): DocumentFacts {
  const { hostname } = new URL(endpoint)
  const isHome = hostname === home
  const day = answers
    .flatMap((answer) => answer.day ?? [])
    .sort()
    .at(-1)
  return {
    id: source ?? (isHome ? 'hugging-face-hub' : slug(`hub ${hostname}`)),
    name: isHome ? 'Hugging Face Hub' : `Model hub at ${hostname}`,
    type: 'snapshot',
    values: [['homepage', endpoint], ...(day === undefined ? [] : [['retrieved', day] as const])],
  }
}
