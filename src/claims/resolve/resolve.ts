/**
 * From names to things: what several sources call differently becomes one thing where an identifier, a person's decision (the alias
 * table) or the same name within a class says so, and never by guess. What is not resolved is kept as a thing of its own.
 */
import type { Place } from '../../errors.ts'
import type { Alias } from '../../model/alias.ts'
import { namedNode } from '../../model/claim.ts'
import { classInIri, hubKey, idOf, isMinted, mint, slug } from '../../model/iri.ts'
import type { Mention } from '../../model/mention.ts'
import type { Evidence, FactSheet, NamedSheet, Sheet } from '../../model/sheet.ts'
import type { ClassName } from '../../model/vocabulary.ts'
import type { Elsewhere } from '../elsewhere.ts'
import { aliasesOf } from './aliases.ts'
import { KnownThings } from './known-things.ts'
import { identifierValues, learn, textEvidence } from './learn.ts'
import { normalName } from './normal-name.ts'
import { sameWriting } from './same-writing.ts'

/** How it was found out what a name means; `new` where a source describes a thing that nothing else was known of, `stub` where it only names one. */
export type Rule = 'identifier' | 'alias' | 'own-name' | 'name' | 'new' | 'stub' | 'ambiguous' | 'apart'

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
}

/** What a name means, and of what is ambiguous: the things that it may be. */
interface Found {
  readonly iri?: string
  readonly rule: Rule
  readonly among?: readonly string[]
}

/** Sheets whose names are resolved, those that are curated first, and how. */
export interface Resolution {
  readonly sheets: readonly FactSheet[]
  readonly decisions: readonly Decision[]
  /** IRIs that a decision of the alias table took out of use, and what stands in their place. */
  readonly retired: ReadonlyMap<string, string>
}

/** What was found under a name, if anything was, and by which rule. */
interface Found {
  readonly iri?: string
  readonly rule: Rule
  readonly among?: readonly string[]
}

/** The class of a name of which the source does not tell what it names. */
const untold = 'Mention'

/**
 * Resolves the names of sheets.
 *
 * @param named what sources say that know nothing of our ids, in an order that does not change: the first that describes a thing names it
 * @param curated what is known by id, and may name things of a hub
 * @param table decisions of people
 * @param base base IRI of instances
 * @param elsewhere what is known already
 */
export function resolve(
  named: readonly NamedSheet[],
  curated: readonly FactSheet[],
  table: readonly Alias[],
  base: string,
  elsewhere?: Elsewhere,
): Resolution {
  const known = new KnownThings(elsewhere)
  const writing = sameWriting(named, known)
  const aliases = aliasesOf(table, base)
  const decisions: Decision[] = []
  const retired = new Map<string, string>()
  const stubs: FactSheet[] = []
  /** What a decision keeps apart is one thing in each source. */
  const apart = new Map<string, string>()
  const apartKey = (called: Mention, source: string): string => `${source} ${classFor(called)} ${normalName(called.name)}`

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

  /** What is known by that name, by the first rule that says so. */
  function find(called: Mention, source: string, isDescribed: boolean): Found {
    const identified = identify(called)
    if (identified) return identified
    // What a hub keeps is known by its address: a copy of BLOOM that somebody calls bloom is another thing.
    if (called.identifiers?.some(({ scheme }) => scheme === 'hub')) return { rule: 'new' }
    return decide(called, source) ?? recognise(called, source, isDescribed)
  }

  function identify(called: Mention): Found | undefined {
    // Whoever writes an IRI of ours means that thing, described or not, and no other of its name.
    const ours = ownIri(called)
    if (ours !== undefined) return { iri: ours, rule: known.has(ours) ? 'identifier' : 'new' }
    const [iri] = known.identified(called)
    return iri === undefined ? undefined : { iri, rule: 'identifier' }
  }

  const ownIri = ({ kinds, identifiers = [] }: Mention): string | undefined =>
    identifiers.find(({ scheme, value }) => scheme === 'iri' && isOurs(value, kinds, base))?.value

  /** What a person decided. */
  function decide(called: Mention, source: string): Found | undefined {
    const decided = aliases.find(called.name, called.kinds, source)
    if (decided === 'apart') {
      const iri = apart.get(apartKey(called, source))
      return { ...(iri !== undefined && { iri }), rule: 'apart' }
    }
    if (!decided) return undefined
    if (!known.has(decided.iri)) known.add(decided.iri, decided.kind)
    retired.set(mint(base, classFor(called), idFor(called)), decided.iri)
    return { iri: decided.iri, rule: 'alias' }
  }

  /** The one thing that has the name. */
  function recognise(called: Mention, source: string, isDescribed: boolean): Found {
    const mayBe = (iri: string): boolean => !known.isKnownOtherwise(source, iri, called)
    const own = known.ownNamed(called, source).filter(mayBe)
    const typed = own.length > 0 ? own : writing.among(known.named(called), called, isDescribed ? source : undefined).filter(mayBe)
    // What others have named before without telling what it is.
    const found = typed.length === 0 && called.kinds.length > 1 ? known.named({ ...called, kinds: [untold] }) : typed
    if (found.length > 1) return { rule: 'ambiguous', among: found }
    const [iri] = found
    return iri === undefined ? { rule: 'new' } : { iri, rule: own.length > 0 ? 'own-name' : 'name' }
  }

  /** An IRI for what a person keeps apart: the plain one is for what others mean by the name. */
  function keptApart(called: Mention, source: string): string {
    const iri = mint(base, classFor(called), slug(`${called.name} ${idOf(source, base)}`))
    apart.set(apartKey(called, source), iri)
    return iri
  }

  /** An IRI for what nothing is known of. */
  function fresh({ kinds, ...called }: Mention): string {
    const kind = classFor({ kinds, ...called })
    const id = idFor({ kinds, ...called })
    const iri = mint(base, kind, id)
    if (!known.has(iri)) return iri
    // The id is taken by what has another name: this one is told apart by all of its own.
    return mint(base, kind, slug(`${id} ${called.name}+`))
  }

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
    const { iri: found, rule, among } = find(called, source, true)
    const iri = found ?? (rule === 'apart' ? keptApart(called, source) : fresh(called))
    const kind = known.kindOf(iri) ?? classInIri(iri, base) ?? called.kinds[0]
    decisions.push({ ...decisionOf(sheet, called, iri, rule), described: true, ...(among && { among }) })
    known.knowIn(source, iri, called)
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
    const { iri: found, rule, among } = find(called, source, false)
    const iri = found ?? (rule === 'apart' ? keptApart(called, source) : fresh(called))
    known.knowIn(source, iri, called)
    const place = evidence.place ?? sheet.place
    const at = evidence.at ?? sheet.at
    const stands = { source, ...(at !== undefined && { at }), ...(place && { place }) }
    const isStub = known.namesOf(iri) === undefined
    decisions.push({
      ...decisionOf(stands, called, iri, isStub && rule === 'new' ? 'stub' : rule),
      described: false,
      ...(among && { among }),
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
    return {
      values: new Map(
        [...sheet.values].map(([key, all]) => [
          key,
          all.map(({ mention, ...evidence }) => (mention ? mentioned(mention, evidence, context, of.foreign === true) : evidence)),
        ]),
      ),
      nested: new Map([...sheet.nested].map(([key, all]) => [key, all.map((inner) => ({ ...inner, ...withReferences(inner, of) }))])),
    }
  }

  // Another thing may have come by such an IRI, or it is the very one that was decided for.
  for (const iri of retired.keys()) if (known.has(iri)) retired.delete(iri)
  return { sheets: [...sheets, ...stubs], decisions, retired }
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

/** The id of a thing by what it is called. */
function idFor({ name, identifiers = [] }: Mention): string {
  const hub = identifiers.find(({ scheme }) => scheme === 'hub')
  return hub ? hubKey(hub.value) : slug(name)
}

/** Whether an IRI is one that a thing of some class here may have. */
function isOurs(iri: string, kinds: readonly ClassName[], base: string): boolean {
  const kind = classInIri(iri, base)
  return kind !== undefined && kinds.includes(kind) && isMinted(idOf(iri, base))
}

const classFor = ({ kinds }: Mention): ClassName => (kinds.length === 1 ? kinds[0] : untold)
