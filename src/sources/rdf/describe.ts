/** Writes down what one source says of the things of a file. */
import { classOf, type ClassName } from '../../model/vocabulary.ts'
import type { Entry } from '../sheet-writer.ts'
import { isReadType } from './alignments.ts'
import { identifiersIn, onlyIdentifies } from './identifiers.ts'
import { placeOf, writeProperties, type Saying, type Setting } from './properties.ts'
import { identifierPredicates, typePredicate } from './things.ts'

/** Writes down what a source says of a thing. */
export function describe(node: string, kind: ClassName, saying: Saying, setting: Setting): void {
  const { things, notes } = setting
  const { facts, writer, isFile } = saying
  const own = things.ownIri(node)
  const identified = things.identifiersOf(node, [kind]).map(({ value }) => value.toLowerCase())
  const called = things.mentionOf(node, [kind])
  const place = placeOf(setting.file, facts.of(node)[0])
  if (called.name === '') return notes.dropped(`a ${classOf(kind).label.en} without a name`, place)
  const at = things.placeOf(node) ?? `${classOf(kind).label.en} ${called.name}`
  const says = (all: readonly string[]): boolean => all.includes(classOf(kind).iri)
  const isTyped =
    says(facts.of(node).flatMap(({ predicate, object }) => (predicate === typePredicate ? [object.value] : []))) ||
    !says(things.typesOf(node))
  const known = own === undefined ? undefined : { iri: own, isTyped }
  const entry = writer.thing(called, isFile ? at : undefined, place, known)
  for (const fact of facts.of(node))
    if (fact.predicate === typePredicate && isTypeOf(fact.object.value, kind, own !== undefined)) facts.use(fact)
  if (own === undefined) sayIdentity(entry, node, kind, saying, setting)
  writeProperties({
    ...saying,
    ...setting,
    thing: node,
    kind,
    called,
    identified,
    entry,
    node,
    of: classOf(kind),
    isOurs: own !== undefined,
  })
}

/** Whether a type says no more of a thing than is known by its class. */
const isTypeOf = (type: string, kind: ClassName, isOurs: boolean): boolean => (isOurs ? type === classOf(kind).iri : isReadType(type))

/** The identifiers of a thing, and the address under which others know it. */
function sayIdentity(entry: Entry, node: string, kind: ClassName, { facts }: Saying, { things, file }: Setting): void {
  const keys = { hub: 'hubId', arxiv: 'arxivId', doi: 'doi', spdx: 'spdxId', iri: 'sameAs' } as const
  const place = placeOf(file, facts.of(node)[0])
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
