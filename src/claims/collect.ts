/** From fact sheets to claims: identities are minted, defaults handed down, references and duplicates checked. */
import { formatPlace, type Place, type Problem } from '../errors.ts'
import { namedNode, sortedClaims, type Claim } from '../model/claim.ts'
import { unread, type Evidence, type FactSheet, type Sheet } from '../model/sheet.ts'
import { classInIri, idOf, mint, mintKeyed, slug } from '../model/iri.ts'
import { canonicalText } from '../model/setting.ts'
import type { Lost } from '../sources/source.ts'
import { classOf, prefixes, type Class } from '../model/vocabulary.ts'
import type { Elsewhere } from './elsewhere.ts'
import { curationClaims, sayer } from './curation.ts'
import { withoutDuplicates } from './duplicates.ts'
import { plainUnlessStated } from './stated.ts'
import { danglingReferences, mayBe } from './references.ts'

const type = `${prefixes.rdf}type`
const label = `${prefixes.rdfs}label`

/** The claims of some sheets, in an order of their own, and what is wrong with them. */
export interface Collection {
  readonly claims: readonly Claim[]
  readonly problems: readonly Problem[]
}

interface Context {
  /** Whether it was written elsewhere: what its source says twice is no mistake that could be mended here. */
  readonly isForeign: boolean
  readonly source: string
  readonly at?: string
  readonly citing?: string
  readonly note?: string
}

/**
 * Turns fact sheets into claims.
 *
 * @param sheets from any number of sources
 * @param base base IRI of instances
 * @param lost what may be described where nothing could be read: a reference to it is no mistake of its own
 * @param elsewhere what is known already
 * @returns claims sorted by subject, property and value, whatever the order of the sheets
 */
export function collect(sheets: readonly FactSheet[], base: string, lost: readonly Lost[] = [], elsewhere?: Elsewhere): Collection {
  const claims: Claim[] = []
  const problems: Problem[] = []
  const described = new Map<string, Sheet>()
  const twice = new Set<string>()
  /** What people read, by thing, property, source and place in it. */
  const read = new Set<string>()

  function describe(sheet: Sheet, of: Class, subject: string, { isForeign, ...context }: Context): void {
    const own = {
      ...context,
      ...(sheet.source && { source: sheet.source }),
      ...(sheet.at && { at: sheet.at }),
      ...(sheet.citing && { citing: sheet.citing }),
      ...(sheet.note && { note: sheet.note }),
    }
    const before = described.get(`${subject} ${own.source}`)
    const source = idOf(own.source, base)
    if (before || isForeign) twice.add(`${subject} ${own.source}`)
    if (before && !isForeign && !source.startsWith(unread)) problems.push(duplicate(idOf(subject, base), source, of, sheet, before))
    described.set(`${subject} ${own.source}`, sheet)
    claims.push(...typeClaims(sheet, of, subject, own.source))
    state(sheet, of, subject, own, isForeign)
    for (const [name, nested] of sheet.nested) {
      const link = of.properties.get(name)!
      for (const inner of nested) nest(inner, classOf(link.classes![0]!), link.path, subject, { ...own, isForeign })
    }
  }

  /** The claims of a sheet's values; what a person read of the same cell stands in place of what a reader of files makes of it. */
  function state(sheet: Sheet, of: Class, subject: string, own: Omit<Context, 'isForeign'>, isForeign: boolean): void {
    for (const [name, evidences] of sheet.values) {
      const property = of.properties.get(name)!
      const source = sayer(name, subject, own.source, base)
      for (const evidence of evidences) {
        const claim = claimOf(subject, property.path, evidence, source === own.source ? own : { source })
        if (isForeign && !property.many && read.has(cellOf(claim))) continue
        if (!isForeign) read.add(cellOf(claim))
        claims.push(claim)
      }
    }
  }

  /** A nested sheet's identity is what its class's key says, the link to what it is nested in first. */
  function nest(sheet: Sheet, of: Class, link: string, parent: string, context: Context): void {
    const parts = [idOf(parent, base)]
    for (const name of of.key!.slice(1)) {
      const values = (sheet.values.get(name) ?? []).flatMap(({ reading }) => reading?.term ?? [])
      if (values.length > 1)
        problems.push({
          code: 'ambiguous-key',
          message: `${name} has ${values.length} values, but it says which ${of.label.en} this is`,
          ...placed(sheet, name),
          key: name,
          hint: `write one ${of.label.en} for each`,
        })
      const value = values[0]
      if (value?.termType === 'NamedNode')
        parts.push(
          of.properties.get(name)!.classes!.length > 1
            ? `${classInIri(value.value, base)!.toLowerCase()}--${idOf(value.value, base)}`
            : idOf(value.value, base),
        )
      else if (value) parts.push(slug(canonicalText(of.properties.get(name)!.path, value.value)))
      // Its key could not be read, so it is like no other.
      else if (of.properties.get(name)!.required) parts.push(slug(`${unread}${problems.length} ${claims.length}`))
    }
    const subject = mintKeyed(base, of.name, parts)
    const source = sheet.source ?? context.source
    claims.push({ subject, property: link, value: namedNode(parent), source, rank: 'normal', ...(sheet.place && { place: sheet.place }) })
    describe(sheet, of, subject, context)
  }

  for (const sheet of sheets)
    describe(sheet, classOf(sheet.kind), mint(base, sheet.kind, sheet.id), { source: sheet.source, isForeign: sheet.foreign === true })
  claims.push(...curationClaims(claims, base))
  const once = withoutDuplicates(claims, base)
  return {
    claims: sortedClaims(plainUnlessStated(once.claims)),
    problems: [
      ...problems,
      // Of what is described twice that is told already.
      ...once.problems.flatMap(({ claim, problem }) => (twice.has(`${claim.subject} ${claim.source}`) ? [] : [problem])),
      ...danglingReferences(sheets, claims, base, lost, elsewhere),
      ...nameless(sheets, claims, base, lost, elsewhere),
    ],
  }
}

const cellOf = ({ subject, property, source, at }: Claim): string => [subject, property, source, at].join('\n')

/** Of which class the thing is, unless its source leaves that to others. */
function typeClaims(sheet: Sheet | FactSheet, of: Class, subject: string, source: string): Claim[] {
  if ('untyped' in sheet) return []
  const { place } = sheet
  return [{ subject, property: type, value: namedNode(of.iri), source, rank: 'normal', ...(place && { place }) }]
}

function claimOf(
  subject: string,
  property: string,
  { reading, source, place, places: _, mention: __, ...rest }: Evidence,
  context: Omit<Context, 'isForeign'>,
): Claim {
  return {
    subject,
    property,
    ...(reading && { value: reading.term }),
    ...(reading?.range && { range: reading.range }),
    ...context,
    ...rest,
    source: source ?? context.source,
    rank: rest.rank ?? 'normal',
    ...(place && { place }),
  }
}

function duplicate(id: string, source: string, of: Class, sheet: Sheet, before: Sheet): Problem {
  const key = of.key?.[1] ?? 'id'
  const first = before.place ? ` at ${formatPlace(before.place)}` : ''
  const hint = of.key ? `put both into one ${of.label.en}` : 'put both into one document, or give this one its own id'
  return { code: 'duplicate-id', message: `"${id}" was already described from "${source}"${first}`, ...placed(sheet, key), key, hint }
}

/** A thing has a name as soon as one document says so, even if that name could not be read. */
function nameless(
  sheets: readonly FactSheet[],
  claims: readonly Claim[],
  base: string,
  lost: readonly Lost[],
  elsewhere: Elsewhere | undefined,
): Problem[] {
  const named = new Set(claims.filter(({ property }) => property === label).map(({ subject }) => subject))
  for (const sheet of sheets)
    if (sheet.values.has('name') || sheet.id.startsWith(unread) || mayBe(lost, sheet.kind, sheet.id))
      named.add(mint(base, sheet.kind, sheet.id))
  const unnamed = new Map(
    sheets
      .map((sheet) => [mint(base, sheet.kind, sheet.id), sheet] as const)
      .filter(([subject]) => !named.has(subject) && !elsewhere?.namesOf(subject)),
  )
  return [...unnamed.values()].map((sheet) => ({
    code: 'no-name',
    message: `"${sheet.id}" has no name`,
    ...placed(sheet, 'id'),
    key: 'name',
    hint: 'add name:',
  }))
}

const placed = ({ place, places }: Sheet, key: string): { place?: Place } => {
  const at = places?.get(key) ?? place
  return at ? { place: at } : {}
}
