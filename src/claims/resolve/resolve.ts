/**
 * From names to things: what several sources call differently becomes one thing where an identifier, a person's decision (the alias
 * table) or the same name within a class says so, and never by guess. What is not resolved is kept as a thing of its own.
 */
import type { Place, Problem } from '../../errors.ts'
import type { Alias } from '../../model/alias.ts'
import { namedNode } from '../../model/claim.ts'
import { classInIri, idOf, mint } from '../../model/iri.ts'
import type { Mention } from '../../model/mention.ts'
import type { Evidence, FactSheet, NamedSheet, Sheet } from '../../model/sheet.ts'
import type { ClassName } from '../../model/vocabulary.ts'
import type { Elsewhere } from '../elsewhere.ts'
import { aliasesOf } from './aliases.ts'
import { classFor, finder, untold, type Rule } from './finder.ts'
import { KnownThings } from './known-things.ts'
import { identifierValues, learn, textEvidence } from './learn.ts'
import { sameWriting } from './same-writing.ts'
import { distinct } from './twice-described.ts'

/** What was decided of one name in one source. */
export interface Decision {
  readonly called: Mention
  readonly iri: string
  readonly rule: Rule
  /** IRI of the Document that names it so. */
  readonly source: string
  readonly at?: string
  readonly place?: Place
  /** Whether the source describes the thing, and does not only name it. */
  readonly described: boolean
  /** Of what is ambiguous: the things that it may be. */
  readonly among?: readonly string[]
  /** The things that the name does not mean, as a person decided. */
  readonly not?: readonly string[]
}

/** Sheets whose names are resolved, those that are curated first, and how. */
export interface Resolution {
  readonly sheets: readonly FactSheet[]
  readonly decisions: readonly Decision[]
  /** IRIs that a merge took out of use, and what stands in their place. */
  readonly retired: ReadonlyMap<string, string>
  /** What is to be told of what sources describe twice. */
  readonly noted: readonly Problem[]
}

/**
 * Resolves the names of sheets.
 *
 * @param read what sources say that know nothing of our ids, in an order that does not change: the first that describes a thing names it
 * @param curated what is known by id, and may name things of a hub
 * @param table decisions of people
 * @param base base IRI of instances
 * @param elsewhere what is known already
 */
export function resolve(
  read: readonly NamedSheet[],
  curated: readonly FactSheet[],
  table: readonly Alias[],
  base: string,
  elsewhere?: Elsewhere,
): Resolution {
  const { sheets: named, noted } = distinct(read, base)
  const known = new KnownThings(elsewhere)
  const { find, ownIri, retired } = finder(known, sameWriting(named, known), aliasesOf(table, base), base)
  const decisions: Decision[] = []
  const stubs: FactSheet[] = []

  for (const sheet of curated) {
    const iri = mint(base, sheet.kind, sheet.id)
    learn(known, sheet, iri, sheet.kind)
    known.name(iri, sheet.id)
  }
  // What is known by our IRI keeps it, wherever in the input it stands.
  for (const sheet of named) if (sheet.own) learn(known, sheet, sheet.own.iri, sheet.called.kinds[0])
  const labelled = new Set([
    ...curated.flatMap(({ values, kind, id }) => (values.has('name') ? [mint(base, kind, id)] : [])),
    ...named.flatMap(({ values, own }) => (own && values.has('name') ? [own.iri] : [])),
  ])

  const idIn = (iri: string, kind: ClassName): string => iri.slice(mint(base, kind, '').length)

  /** The things that are described come first, so that a name leads to what is said of it further on. */
  const described = named.map((sheet): FactSheet => {
    const { called, source, own, ...rest } = sheet
    if (own) {
      const kind = called.kinds[0]
      decisions.push({ ...decisionOf(sheet, called, own.iri, 'identifier'), described: true })
      known.nameIn(source, own.iri, called.name)
      // Where nobody names it, it goes by its id.
      const values = labelled.has(own.iri)
        ? sheet.values
        : new Map([['name', [textEvidence(called.name, kind, 'name', sheet.place)]], ...sheet.values])
      labelled.add(own.iri)
      learn(known, { values }, own.iri, kind)
      return { ...rest, values, source, kind, id: idIn(own.iri, kind), foreign: true, ...(!own.isTyped && { untyped: true }) }
    }
    const { iri, rule, among, not } = find(called, source, true)
    const kind = known.kindOf(iri) ?? classInIri(iri, base) ?? called.kinds[0]
    decisions.push({ ...decisionOf(sheet, called, iri, rule), described: true, ...(among && { among }), ...(not && { not }) })
    const values = withName(withOwnHubId(sheet.values, iri, kind), called, iri, kind, sheet.place)
    learn(known, { called, values }, iri, kind, rule !== 'apart')
    known.nameIn(source, iri, called.name)
    return { ...rest, values, source, kind, id: idIn(iri, kind), foreign: true }
  })

  /** What a hub keeps is one thing: another that claims its id is not believed. */
  function withOwnHubId(values: Sheet['values'], iri: string, kind: ClassName): Sheet['values'] {
    const claimed = values.get('hubId')
    if (!claimed) return values
    const believed = claimed.map((evidence): Evidence => {
      const value = evidence.reading?.term.value ?? ''
      const [holder = iri] = known.identified({ kinds: [kind], name: value, identifiers: [{ scheme: 'hub', value }] })
      return holder === iri ? evidence : { ...evidence, rank: 'deprecated', reason: `it is the hub id of ${idOf(holder, base)}` }
    })
    return new Map([...values, ['hubId', believed]])
  }

  /** The values with the name by which the source calls the thing: its first name is its name, others it has beside. */
  function withName(values: Sheet['values'], { name }: Mention, iri: string, kind: ClassName, place: Place | undefined): Sheet['values'] {
    const before = known.namesOf(iri)
    const key = before === undefined || before.has(name) ? 'name' : 'altName'
    return new Map([
      [key, [...(values.get(key) ?? []), textEvidence(name, kind, key, place)]],
      ...[...values].filter(([own]) => own !== key),
    ])
  }

  /** The thing that a value names, which gets a sheet with its name where nothing else is known of it. */
  function mentioned(called: Mention, evidence: Evidence, sheet: Sheet & { readonly source: string }, isForeign: boolean): Evidence {
    const source = evidence.source ?? sheet.source
    const { iri, rule, among, not } = find(called, source, false)
    const place = evidence.place ?? sheet.place
    const at = evidence.at ?? sheet.at
    const stands = { source, ...(at !== undefined && { at }), ...(place && { place }) }
    const isStub = known.namesOf(iri) === undefined
    decisions.push({
      ...decisionOf(stands, called, iri, isStub && rule === 'new' ? 'stub' : rule),
      described: false,
      ...(among && { among }),
      ...(not && { not }),
    })
    if (isStub) addStub(called, iri, stands, rule, among)
    const written = evidence.written ?? (isForeign ? ownWord(called, iri) : undefined)
    return { ...evidence, reading: { term: namedNode(iri) }, ...(written !== undefined && { written }) }
  }

  /** The name of a thing where the source has one of its own for it. What we write by a hub's id is no word of the source. */
  const ownWord = (called: Mention, iri: string): string | undefined =>
    ownIri(called) !== undefined || known.namesOf(iri)!.has(called.name) ? undefined : called.name

  /** Notes a thing that a source only names. */
  function addStub(
    called: Mention,
    iri: string,
    stands: Pick<FactSheet, 'source' | 'at' | 'place'>,
    rule: Rule,
    among: readonly string[] = [],
  ): void {
    const kind = known.kindOf(iri) ?? classInIri(iri, base) ?? classFor(called)
    const values = new Map<string, Evidence[]>([
      ['name', [textEvidence(called.name, kind, 'name', stands.place)]],
      ...identifierValues(called, kind, stands.place),
    ])
    // Which of them is meant is for a person to say.
    if (kind === untold && among.length > 0)
      values.set(
        'mayBe',
        among.map((one) => ({ reading: { term: namedNode(one) } })),
      )
    learn(known, { called, values }, iri, kind, rule !== 'apart')
    stubs.push({ kind, id: idIn(iri, kind), foreign: true, ...stands, values, nested: new Map() })
  }

  const sheets = [...curated, ...described].map((sheet) => ({ ...sheet, ...withReferences(sheet, sheet) }))

  function withReferences(sheet: Sheet, of: FactSheet): Pick<Sheet, 'values' | 'nested'> {
    const context = { ...sheet, source: sheet.source ?? of.source, ...(sheet.at === undefined && of.at !== undefined && { at: of.at }) }
    // Nearly all that is said names nothing: it stays the very thing that it was, of which there may be a great many.
    const named = [...sheet.values].filter(([, all]) => all.some(({ mention }) => mention !== undefined))
    const resolved = named.map(([key, all]): [string, Evidence[]] => [
      key,
      all.map(({ mention, ...evidence }) => (mention ? mentioned(mention, evidence, context, of.foreign === true) : evidence)),
    ])
    return {
      values: resolved.length === 0 ? sheet.values : new Map([...sheet.values, ...resolved]),
      nested:
        sheet.nested.size === 0
          ? sheet.nested
          : new Map([...sheet.nested].map(([key, all]) => [key, all.map((inner) => ({ ...inner, ...withReferences(inner, of) }))])),
    }
  }

  // Another thing may have come by such an IRI, or it is the very one that was decided for.
  for (const iri of retired.keys()) if (known.has(iri)) retired.delete(iri)
  return { sheets: [...sheets, ...stubs], decisions, retired, noted }
}

function decisionOf(
  sheet: Pick<NamedSheet, 'source' | 'at' | 'place'>,
  called: Mention,
  iri: string,
  rule: Rule,
): Omit<Decision, 'described'> {
  const { source, at, place } = sheet
  return { called, iri, rule, source, ...(at !== undefined && { at }), ...(place && { place }) }
}
