/** From what a person writes to the property that is meant. */
import { StemmaError } from '../errors.ts'
import { nameOf, partsOf, type Graph } from '../graph/graph.ts'
import { fromCurie, pathIn, prefixesFor } from '../model/iri.ts'
import { classNames, classOf, labelOf, propertyOf, type ClassName, type Property } from '../model/vocabulary.ts'
import { didYouMean } from '../nearest.ts'
import { quote } from '../quote.ts'

/**
 * The property of a thing that is meant by a key, a label in either language, a CURIE or an IRI.
 *
 * @returns its IRI, whether or not a source says anything by it
 * @throws StemmaError `unknown-property` when things of this class have none of that name
 */
export function propertyOfThing(graph: Graph, iri: string, written: string): string {
  const { className } = graph.entity(iri)!
  const name = written.trim()
  const own = [...classOf(className).properties.values()]
  const nested = own.find((property) => property.inverse && isNamed(property, name))
  if (nested) throw nestedError(graph, iri, nested)
  const path = fromCurie(name, prefixesFor(graph.base))
  const found = own.find((property) => !property.inverse && (property.path === path || isNamed(property, name)))
  if (found) return found.path
  // What is said of a thing against the ontology is shown too.
  if (path !== undefined && graph.claimsOf(iri).some(({ property }) => property === path)) return path
  throw new StemmaError({
    code: 'unknown-property',
    message: `${nameOf(graph, iri)} has no property ${quote(name)}`,
    hint: hintFor(name, path, own),
  })
}

function isNamed({ name, path }: Property, written: string): boolean {
  const wanted = written.toLowerCase()
  return [name, labelOf(path, 'en'), labelOf(path, 'zh')].some((one) => one.toLowerCase() === wanted)
}

/** Keys of the thing itself that are near; else the classes that have such a property. */
function hintFor(written: string, path: string | undefined, own: readonly Property[]): string {
  const keys = own.filter(({ inverse }) => !inverse).map(({ name }) => name)
  const elsewhere = classNames.filter((name) => hasProperty(name, written, path))
  if (elsewhere.length > 0) return `it is a property of: ${elsewhere.map((name) => classOf(name).label.en).join(', ')}`
  const near = didYouMean(written, [...keys, ...keys.map((key) => labelOf(own.find(({ name }) => name === key)!.path))])
  return near ?? `there is: ${keys.join(', ')}`
}

const hasProperty = (name: ClassName, written: string, path: string | undefined): boolean =>
  [...classOf(name).properties.values()].some((property) => !property.inverse && (property.path === path || isNamed(property, written)))

/** A training or an evaluation is a thing of its own, with claims of its own. */
function nestedError(graph: Graph, iri: string, { name, classes }: Property): StemmaError {
  const parts = partsOf(graph, iri).filter((part) => classes?.includes(graph.entity(part)!.className))
  const [first] = parts.map((part) => pathIn(part, graph.base))
  return new StemmaError({
    code: first ? 'unknown-property' : 'no-claim',
    message: first
      ? `each ${name} of ${nameOf(graph, iri)} is a thing of its own`
      : `no source says anything of ${nameOf(graph, iri)}'s ${propertyOf(name)?.name ?? name}`,
    ...(first && {
      hint: `ask: stemma why ${first}${parts.length > 1 ? `, or one of the ${parts.length - 1} others that stemma show tells` : ''}`,
    }),
  })
}
