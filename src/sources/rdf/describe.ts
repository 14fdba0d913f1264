/** Writes down what one source says of the things of a file: each property by the paths that the ontology reads it from. */
import type { Place } from '../../errors.ts'
import { quote } from '../../quote.ts'
import { classOf, type Class, type ClassName, type Property } from '../../model/vocabulary.ts'
import { brief } from '../brief.ts'
import type { SourceNotes } from '../notes.ts'
import type { Beside, Entry, SheetWriter } from '../sheet-writer.ts'
import { digestOf } from '../weights.ts'
import { isOwn, pathsOf, isReadType, type Path } from './alignments.ts'
import type { ClaimTable } from './claims.ts'
import { keyOf, type Arrival, type Fact, type Facts } from './facts.ts'
import { identifierPredicates, nodeKey, typePredicate, type Things } from './things.ts'
import { identifiersIn, onlyIdentifies } from './identifiers.ts'
import { longestText } from './given.ts'
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

/** Parts of a whole that is one of them: what is in another part is no part of its own. */
const containedIn = /[/#]containedIn$/
const isOfPart = ({ length }: Path, { many }: Property): boolean => length > 1 && !many
const ofPart = 'said of the only thing that it is distributed as'

/** Writes down what a source says of a thing. */
export function describe(node: string, kind: ClassName, saying: Saying, setting: Setting): void {
  const { things, file } = setting
  const { facts, writer, isFile, source } = saying
  const placeOf = ({ line }: Pick<Fact, 'line'>): Place => ({ file, ...(line !== undefined && { line }) })
  const own = things.ownIri(node)
  const identified = things.identifiersOf(node, [kind]).map(({ value }) => value.toLowerCase())
  const called = things.mentionOf(node, [kind])
  if (called.name === '') {
    setting.notes.dropped(`a ${classOf(kind).label.en} without a name`, placeOf(facts.of(node)[0] ?? {}))
    return
  }
  const at = things.placeOf(node) ?? `${classOf(kind).label.en} ${called.name}`
  const says = (all: readonly string[]): boolean => all.includes(classOf(kind).iri)
  const isTyped =
    says(facts.of(node).flatMap(({ predicate, object }) => (predicate === typePredicate ? [object.value] : []))) ||
    !says(things.typesOf(node))
  const known = own === undefined ? undefined : { iri: own, isTyped }
  const entry = writer.thing(called, isFile ? at : undefined, placeOf(facts.of(node)[0] ?? {}), known)
  for (const fact of facts.of(node))
    if (fact.predicate === typePredicate && isTypeOf(fact.object.value, kind, own !== undefined)) facts.use(fact)
  if (own === undefined) sayIdentity(entry, node, kind, saying, setting)
  writeProperties(entry, node, classOf(kind), own !== undefined)

  function writeProperties(to: Entry, of: string, className: Class, isOurs: boolean): void {
    for (const property of className.properties.values()) {
      if (property.inverse) nest(to, of, className, property, isOurs)
      else if (property.name === 'name' && !isOurs) writeNames(to, of, className, property)
      else if (property.name !== className.key?.[0])
        for (const path of pathsOf(className.name, property))
          for (const arrival of wholes(facts.walk(of, path), path, property)) write(to, of, className, property, path, arrival, isOurs)
    }
    for (const { predicate, status, beside } of setting.claims.statusesOf(source, of)) {
      const property = [...className.properties.values()].find(({ path, inverse }) => path === predicate && !inverse)
      if (property) to.status(property.name, status!, beside)
    }
  }

  function write(to: Entry, of: string, className: Class, property: Property, path: Path, { term, way }: Arrival, isOurs: boolean): void {
    const last = way.at(-1)!
    const isExact = isOurs && isOwn(path, property)
    const field = things.short(way[0].predicate)
    const value = property.name === 'weightsDigest' && !isExact ? digest(term.value, keyOf(last.subject)) : term
    const besides: readonly Beside[] = isExact ? setting.claims.of(source, last) : [isOfPart(path, property) ? { note: ofPart } : {}]
    for (const beside of besides) {
      const given = {
        term: value,
        predicate: last.predicate,
        own: isExact,
        of: className.name,
        identified,
        beside: { field, place: placeOf(last), ...beside },
      }
      const outcome = sayValue(to, property, given, things)
      if (outcome === 'left') return
      if (outcome !== 'used') setting.notes.dropped(field, placeOf(last), { value: valueText(term), why: outcome.why })
    }
    way.forEach((fact) => facts.use(fact))
    const named = nodeKey(term)
    if (named !== undefined && things.kindOf(named) === undefined) useNames(named)
  }

  function valueText(term: Arrival['term']): string {
    return term.termType === 'Literal'
      ? quote(brief(term.value, longestText))
      : things.nameOf(keyOf(term), [kind]) || things.short(keyOf(term))
  }

  /** What was said of a thing that is not described itself was how it is called. */
  function useNames(named: string): void {
    const { properties } = classOf('Document')
    const paths = ['name', 'homepage', 'sameAs'].flatMap((key) => pathsOf('Document', properties.get(key)!))
    const known = new Set([typePredicate, ...identifierPredicates, ...paths.map(([first]) => first!.predicate)])
    for (const fact of facts.of(named)) if (known.has(fact.predicate)) facts.use(fact)
  }

  /** A checksum with its algorithm, which stands beside it. */
  function digest(value: string, checksum: string): Arrival['term'] {
    const algorithm = facts.of(checksum).find(({ predicate }) => /[/#]algorithm$/.test(predicate))
    if (algorithm) facts.use(algorithm)
    const name = algorithm?.object.value.replace(/^.*[/#](?:checksumAlgorithm_)?/, '')
    return { termType: 'Literal', value: name === undefined ? `?:${value}` : digestOf(name, value) } as Arrival['term']
  }

  /** The first name is how the thing is called; names in other languages are names, more in one language are others that it has. */
  function writeNames(to: Entry, of: string, className: Class, property: Property): void {
    const languages = new Set<string>(['en'])
    for (const path of pathsOf(className.name, property))
      for (const { term, way } of facts.walk(of, path)) {
        if (term.termType !== 'Literal') continue
        facts.use(way[0])
        const text = term.value.trim()
        if (text === '' || text === called.name) continue
        const language = term.language || 'en'
        const key = languages.has(language.toLowerCase()) ? 'altName' : 'name'
        languages.add(language.toLowerCase())
        to.say(key, text, { field: things.short(path[0]!.predicate), place: placeOf(way[0]), language })
      }
  }

  /** What belongs to the thing and has no name: a training, a usage, an evaluation. */
  function nest(to: Entry, of: string, className: Class, property: Property, isOurs: boolean): void {
    const inner = classOf(property.classes![0]!)
    const before = new Set<string>()
    for (const path of pathsOf(className.name, property))
      for (const { term, way } of facts.walk(of, path)) {
        const part = nodeKey(term)
        if (part === undefined || before.has(part)) continue
        const is = things.kindOf(part)
        if (is === undefined ? isOwn(path, property) : is !== inner.name) continue
        before.add(part)
        way.forEach((fact) => facts.use(fact))
        for (const fact of facts.of(part)) {
          const isOwner = pathsOf(inner.name, inner.properties.get(inner.key![0]!)!).some(([first]) => first!.predicate === fact.predicate)
          if (isOwner || (fact.predicate === typePredicate && isReadType(fact.object.value))) facts.use(fact)
        }
        const missing = inner.key!.slice(1).find((key) => {
          const wanted = inner.properties.get(key)!
          return wanted.required && pathsOf(inner.name, wanted).every((one) => facts.walk(part, one).length === 0)
        })
        if (missing === undefined) writeProperties(to.nest(property.name), part, inner, isOurs && things.ownIri(part) !== undefined)
        else {
          const why = `it does not tell its ${missing}, by which one ${inner.label.en} is told from another`
          setting.notes.dropped(things.short(way[0].predicate), placeOf(way[0]), { value: things.placeOf(part) ?? inner.label.en, why })
        }
      }
  }

  /** What is said of a part is said of the whole where it has only one. */
  function wholes(arrivals: readonly Arrival[], path: Path, property: Property): readonly Arrival[] {
    if (!isOfPart(path, property) || arrivals.length === 0) return arrivals
    const parts = new Set(facts.walk(node, path.slice(0, 1)).map(({ term }) => keyOf(term)))
    const outer = [...parts].filter((part) => !facts.of(part).some(({ predicate }) => containedIn.test(predicate)))
    return outer.length === 1 ? arrivals.filter(({ way }) => keyOf(way[0].object) === outer[0]) : []
  }
}

/** Whether a type says no more of a thing than is known by its class. */
const isTypeOf = (type: string, kind: ClassName, isOurs: boolean): boolean => (isOurs ? type === classOf(kind).iri : isReadType(type))

/** The identifiers of a thing, and the address under which others know it. */
function sayIdentity(entry: Entry, node: string, kind: ClassName, { facts }: Saying, { things, file }: Setting): void {
  const keys = { hub: 'hubId', arxiv: 'arxivId', doi: 'doi', spdx: 'spdxId', iri: 'sameAs' } as const
  const [first] = facts.of(node)
  const place = { file, ...(first?.line !== undefined && { line: first.line }) }
  const { identifiers = [] } = things.mentionOf(node, [kind])
  const { properties } = classOf(kind)
  for (const { scheme, value } of identifiers)
    // The address of what a catalogue knows says no more than its identifier.
    if (properties.has(keys[scheme]) && (scheme !== 'iri' || !onlyIdentifies(value, kind))) entry.say(keys[scheme], value, { place })
  for (const fact of facts.of(node))
    if (identifierPredicates.includes(fact.predicate)) {
      const { value } = fact.object
      const isKnown = identifiersIn(value, [kind]).length > 0 || identifiers.some((one) => one.value.toLowerCase() === value.toLowerCase())
      if (isKnown) facts.use(fact)
    }
}
