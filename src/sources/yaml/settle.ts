/** From the plain form of a document to a checked fact sheet, whatever is wrong with it. */
import { formatPlace, type Place, type Problem } from '../../errors.ts'
import { factSchema } from '../../model/fact.ts'
import { unread, type FactSheet } from '../../model/sheet.ts'
import { mint } from '../../model/iri.ts'
import type { ClassName } from '../../model/vocabulary.ts'

/** What was read of a mapping: its values by key, with `place` and `places` beside them. */
export type Plain = Record<string, unknown>

interface Issue {
  readonly code: string
  readonly message: string
  readonly path: readonly PropertyKey[]
  readonly params?: { readonly code?: string; readonly hint?: string }
}

/** Each round takes at least one thing out, and what depends on it can be wrong in no more ways than these. */
const rounds = 16

/**
 * Checks a document against the schema of its kind. What is wrong is reported and taken out, and the rest checked
 * again: a schema that finds a wrong field looks no further into what holds it, and every problem is to be seen at once.
 *
 * @param plain the document; it is changed
 * @param excused keys whose absence was explained already
 * @param problems what is wrong is added here
 * @returns what is left; an id or a source that is missing has a stand-in
 */
export function settle(
  plain: Plain,
  kind: ClassName,
  base: string,
  excused: ReadonlySet<string>,
  problems: Problem[],
): FactSheet | undefined {
  const standIns: { id?: string; source?: string } = {}
  for (let round = 0; round < rounds; round++) {
    const parsed = factSchema(kind, base).safeParse(plain)
    if (parsed.success) return { ...parsed.data, ...standIns }
    for (const issue of parsed.error.issues as Issue[]) {
      const problem = problemOf(issue, plain)
      if (problem.code !== 'missing-key' || !excused.has(problem.key!)) problems.push(problem)
    }
    // Paths hold positions in lists, so these are closed up only when all is taken out.
    const lists = new Set<unknown[]>()
    for (const { path } of parsed.error.issues) {
      takeOut(plain, path, lists)
      if (path.length > 1) continue
      if (path[0] === 'id') standIns.id = unread + formatPlace(plain['place'] as Place)
      if (path[0] === 'source') standIns.source = mint(base, 'Document', unread)
    }
    for (const list of lists) closeUp(list)
  }
  return undefined
}

/** A zod issue becomes a problem at the nearest place that is known on its path. */
function problemOf({ code: kind, message, path, params }: Issue, plain: Plain): Problem {
  const key = path.findLast((part) => typeof part === 'string' && part !== 'value') as string | undefined
  const place = placeOf(plain, path)
  const named = { ...(place && { place }), ...(key !== undefined && { key }) }
  if (kind === 'invalid_type' && valueAt(plain, path) === undefined)
    return {
      code: 'missing-key',
      message: `${key} is missing`,
      ...named,
      hint: key === 'source' ? 'every statement has a source: name the Document that was read' : `add ${key}:`,
    }
  return {
    code: params?.code ?? 'bad-value',
    message: key && !message.includes(key) ? `${key}: ${message}` : message,
    ...named,
    ...(params?.hint && { hint: params.hint }),
  }
}

/** Takes out what a path leads to; what may not be missing gets a harmless content instead. */
function takeOut(plain: Plain, path: readonly PropertyKey[], lists: Set<unknown[]>): void {
  const key = path.at(-1)!
  const parent = valueAt(plain, path.slice(0, -1)) as Record<PropertyKey, unknown> | undefined
  if (parent === undefined) return
  if (Array.isArray(parent)) {
    parent[key as number] = undefined
    lists.add(parent)
  } else if (key === 'value') takeOut(plain, path.slice(0, -1), lists)
  else if (key === 'status') parent[key] = 'unknown'
  else if (key === 'reason' || (path.length === 1 && (key === 'id' || key === 'source'))) parent[key] = 'unread'
  else if (parent[key] === undefined) parent[key] = []
  else parent[key] = undefined
}

/** Moves what is left of a list to its front. */
function closeUp(list: unknown[]): void {
  let length = 0
  for (const item of list) if (item !== undefined) list[length++] = item
  list.length = length
}

function valueAt(plain: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, part) => (value as Record<PropertyKey, unknown> | undefined)?.[part], plain)
}

function placeOf(plain: Plain, path: readonly PropertyKey[]): Place | undefined {
  for (let length = path.length; length >= 0; length--) {
    const { place, places } = (valueAt(plain, path.slice(0, length)) ?? {}) as { place?: Place; places?: ReadonlyMap<unknown, Place> }
    if (place) return places?.get(path[length]) ?? place
  }
  return undefined
}
