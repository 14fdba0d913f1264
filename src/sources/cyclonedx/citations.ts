/** Who says which part of a CycloneDX bill (1.7): by JSON Pointers, each of which holds for all that stands below it. */
import { child, elsewhere, isObject, listOf, objectsOf, readFields, textOf, type Json } from '../bills/bill.ts'
import { referred, type Bom } from './bom.ts'

/**
 * Reads the citations of a bill.
 *
 * @returns who states what stands at a JSON Pointer; and the pointers that lead to nothing that was asked for
 */
export function readCitations(bom: Bom, root: Json): { readonly cited: Bom['cited']; readonly unused: () => readonly Json[] } {
  const notes = new Map<string, { readonly note: string; readonly cite: Json }[]>()
  const used = new Set<string>()
  for (const citation of objectsOf(bom, child(root, 'citations'))) {
    readFields(bom, citation, readers, undefined)
    const note = noteOf(bom, citation)
    for (const one of listOf(bom, child(citation, 'pointers'))) {
      const pointer = textOf(bom, one)
      if (pointer === undefined) continue
      if (!leadsSomewhere(root, pointer))
        bom.problem('dangling-ref', one.pointer, `nothing stands at ${pointer}`, 'the citation was left out')
      else notes.set(pointer, [...(notes.get(pointer) ?? []), { note, cite: one }])
    }
  }
  const cited = (pointer: string): string | undefined => {
    const all: string[] = []
    for (let at = pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
      for (const { note, cite } of notes.get(at) ?? []) {
        all.push(note)
        used.add(cite.pointer)
      }
      if (!at.includes('/')) return all.length > 0 ? [...new Set(all)].join('; ') : undefined
    }
  }
  const unused = (): Json[] => [...notes.values()].flat().flatMap(({ cite }) => (used.has(cite.pointer) ? [] : [cite]))
  return { cited: notes.size === 0 ? () => undefined : cited, unused }
}

const readers = {
  'bom-ref': elsewhere,
  pointers: elsewhere,
  timestamp: elsewhere,
  attributedTo: elsewhere,
  process: elsewhere,
  note: elsewhere,
}

function noteOf(bom: Bom, citation: Json): string {
  const [attributedTo, process, day] = [
    child(citation, 'attributedTo'),
    child(citation, 'process'),
    textOf(bom, child(citation, 'timestamp')),
  ]
  const parts = [
    attributedTo.value === undefined ? undefined : `attributed to ${nameOf(bom, attributedTo)}`,
    process.value === undefined ? undefined : `by ${nameOf(bom, process)}`,
    day?.slice(0, 10),
  ]
  const note = textOf(bom, child(citation, 'note'))
  return [parts.filter((one) => one !== undefined).join(', '), note].filter((one) => one !== undefined && one !== '').join(': ')
}

/** What a reference of a citation leads to, for people. */
function nameOf(bom: Bom, ref: Json): string {
  const found = referred(bom, ref)
  const named = found && ['name', 'description', 'uid'].map((key) => child(found, key).value).find((one) => typeof one === 'string')
  return typeof named === 'string' ? named : String(ref.value)
}

function leadsSomewhere(root: Json, pointer: string): boolean {
  if (pointer !== '' && !pointer.startsWith('/')) return false
  let value: unknown = root.value
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    if (Array.isArray(value)) value = /^\d+$/.test(key) ? value[Number(key)] : undefined
    else value = isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
    if (value === undefined) return false
  }
  return true
}
