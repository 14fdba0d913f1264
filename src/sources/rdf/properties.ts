/** Writes down what one source says of a thing, each property by the paths that the ontology reads it from. */
import type { Place } from '../../errors.ts'
import type { Mention } from '../../model/mention.ts'
import { quote } from '../../quote.ts'
import { classOf, type Class, type ClassName, type Property } from '../../model/vocabulary.ts'
import { brief } from '../brief.ts'
import type { SourceNotes } from '../notes.ts'
import type { Beside, Entry, SheetWriter } from '../sheet-writer.ts'
import { digestOf } from '../weights.ts'
import { isOwn, isReadType, pathsOf, type Path } from './alignments.ts'
import type { ClaimTable } from './claims.ts'
import { keyOf, type Arrival, type Fact, type Facts } from './facts.ts'
import { longestText } from './given.ts'
import { identifierPredicates, nodeKey, typePredicate, type Things } from './things.ts'
import { sayValue } from './values.ts'

/** A source, and what it says. */
export interface Saying {
  /** IRI of its Document. */
  readonly source: string
  /** Whether it is the file itself: then the place in it is the node. */
  readonly isFile: boolean
  readonly facts: Facts
  readonly writer: SheetWriter
}

/** What is the same for all sources of a file. */
export interface Setting {
  readonly things: Things
  readonly claims: ClaimTable
  readonly notes: SourceNotes
  readonly file: string
}

/** What is written down: a thing, or what belongs to one and has no name of its own. */
export interface Subject extends Saying, Setting {
  /** The node of the thing, its class, how it is called, and what catalogues call it, in lower case. */
  readonly thing: string
  readonly kind: ClassName
  readonly called: Mention
  readonly identified: readonly string[]
  readonly entry: Entry
  readonly node: string
  readonly of: Class
  /** Whether its IRI is one of ours, which says it in our own words. */
  readonly isOurs: boolean
}

/** Parts of a whole that is one of them: what is in another part is no part of its own. */
const containedIn = /[/#]containedIn$/
const isOfPart = ({ length }: Path, { many }: Property): boolean => length > 1 && !many
const ofPart = 'said of the only thing that it is distributed as'

/** Where a statement stands. */
export const placeOf = (file: string, { line }: Pick<Fact, 'line'> = {}): Place => ({ file, ...(line !== undefined && { line }) })

/** Writes down all properties of a thing, and what is said in place of their values. */
export function writeProperties(subject: Subject): void {
  const { facts, claims, source, entry, node, of, isOurs } = subject
  for (const property of of.properties.values()) {
    if (property.inverse) nest(subject, property)
    else if (property.name === 'name' && !isOurs) writeNames(subject, property)
    else if (property.name !== of.key?.[0])
      for (const path of pathsOf(of.name, property))
        for (const arrival of wholes(subject, facts.walk(node, path), path, property)) write(subject, property, path, arrival)
  }
  for (const { predicate, status, beside } of claims.statusesOf(source, node)) {
    const property = [...of.properties.values()].find(({ path, inverse }) => path === predicate && !inverse)
    if (property) entry.status(property.name, status!, beside)
  }
}

function write(subject: Subject, property: Property, path: Path, { term, way }: Arrival): void {
  const { facts, things, claims, notes, file, source, identified, entry, of, isOurs } = subject
  const last = way.at(-1)!
  const isExact = isOurs && isOwn(path, property)
  const field = things.short(way[0].predicate)
  const value = property.name === 'weightsDigest' && !isExact ? digest(facts, term.value, keyOf(last.subject)) : term
  const besides: readonly Beside[] = isExact ? claims.of(source, last) : [isOfPart(path, property) ? { note: ofPart } : {}]
  for (const beside of besides) {
    const given = {
      term: value,
      predicate: last.predicate,
      own: isExact,
      of: of.name,
      identified,
      beside: { field, place: placeOf(file, last), ...beside },
    }
    const outcome = sayValue(entry, property, given, things)
    if (outcome === 'left') return
    if (outcome !== 'used') notes.dropped(field, placeOf(file, last), { value: valueText(subject, term), why: outcome.why })
  }
  way.forEach((fact) => facts.use(fact))
  const named = nodeKey(term)
  if (named !== undefined && things.kindOf(named) === undefined) useNames(facts, named)
}

function valueText({ things, kind }: Subject, term: Arrival['term']): string {
  return term.termType === 'Literal'
    ? quote(brief(term.value, longestText))
    : things.nameOf(keyOf(term), [kind]) || things.short(keyOf(term))
}

/** What was said of a thing that is not described itself was how it is called. */
function useNames(facts: Facts, named: string): void {
  const { properties } = classOf('Document')
  const paths = ['name', 'homepage', 'sameAs'].flatMap((key) => pathsOf('Document', properties.get(key)!))
  const known = new Set([typePredicate, ...identifierPredicates, ...paths.map(([first]) => first!.predicate)])
  for (const fact of facts.of(named)) if (known.has(fact.predicate)) facts.use(fact)
}

/** A checksum with its algorithm, which stands beside it. */
function digest(facts: Facts, value: string, checksum: string): Arrival['term'] {
  const algorithm = facts.of(checksum).find(({ predicate }) => /[/#]algorithm$/.test(predicate))
  if (algorithm) facts.use(algorithm)
  const name = algorithm?.object.value.replace(/^.*[/#](?:checksumAlgorithm_)?/, '')
  return { termType: 'Literal', value: name === undefined ? `?:${value}` : digestOf(name, value) } as Arrival['term']
}

/** The first name is how the thing is called; names in other languages are names, more in one language are others that it has. */
function writeNames({ facts, things, file, called, entry, node, of }: Subject, property: Property): void {
  const languages = new Set<string>(['en'])
  for (const path of pathsOf(of.name, property))
    for (const { term, way } of facts.walk(node, path)) {
      if (term.termType !== 'Literal') continue
      facts.use(way[0])
      const text = term.value.trim()
      if (text === '' || text === called.name) continue
      const language = term.language || 'en'
      const key = languages.has(language.toLowerCase()) ? 'altName' : 'name'
      languages.add(language.toLowerCase())
      entry.say(key, text, { field: things.short(path[0]!.predicate), place: placeOf(file, way[0]), language })
    }
}

/** What belongs to the thing and has no name: a training, a usage, an evaluation. */
function nest(subject: Subject, property: Property): void {
  const { facts, things, notes, file, entry, isOurs } = subject
  const inner = classOf(property.classes![0]!)
  const before = new Set<string>()
  for (const path of pathsOf(subject.of.name, property))
    for (const { term, way } of facts.walk(subject.node, path)) {
      const part = nodeKey(term)
      if (part === undefined || before.has(part)) continue
      const is = things.kindOf(part)
      if (is === undefined ? isOwn(path, property) : is !== inner.name) continue
      before.add(part)
      way.forEach((fact) => facts.use(fact))
      useIdentity(facts, part, inner)
      const missing = missingKey(facts, part, inner)
      if (missing === undefined)
        writeProperties({
          ...subject,
          entry: entry.nest(property.name),
          node: part,
          of: inner,
          isOurs: isOurs && things.ownIri(part) !== undefined,
        })
      else {
        const why = `it does not tell its ${missing}, by which one ${inner.label.en} is told from another`
        notes.dropped(things.short(way[0].predicate), placeOf(file, way[0]), { value: things.placeOf(part) ?? inner.label.en, why })
      }
    }
}

/** To what a part belongs, and of which class it is, is known by where it stands. */
function useIdentity(facts: Facts, part: string, { name, properties, key }: Class): void {
  for (const fact of facts.of(part)) {
    const isOwner = pathsOf(name, properties.get(key![0]!)!).some(([first]) => first!.predicate === fact.predicate)
    if (isOwner || (fact.predicate === typePredicate && isReadType(fact.object.value))) facts.use(fact)
  }
}

/** The property by which a part is told from others, and of which nothing is said. */
const missingKey = (facts: Facts, part: string, { name, properties, key }: Class): string | undefined =>
  key!.slice(1).find((own) => {
    const wanted = properties.get(own)!
    return wanted.required && pathsOf(name, wanted).every((one) => facts.walk(part, one).length === 0)
  })

/** What is said of a part is said of the whole where it has only one. */
function wholes({ facts, thing }: Subject, arrivals: readonly Arrival[], path: Path, property: Property): readonly Arrival[] {
  if (!isOfPart(path, property) || arrivals.length === 0) return arrivals
  const parts = new Set(facts.walk(thing, path.slice(0, 1)).map(({ term }) => keyOf(term)))
  const outer = [...parts].filter((part) => !facts.of(part).some(({ predicate }) => containedIn.test(predicate)))
  return outer.length === 1 ? arrivals.filter(({ way }) => keyOf(way[0].object) === outer[0]) : []
}
