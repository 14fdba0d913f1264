/** Which things certainly satisfy the shape of their class: nearly all of a good graph, told without a validator. */
import type { Term } from '@rdfjs/types'
import { namedNode } from '../../model/claim.ts'
import { prefixes } from '../../model/vocabulary.ts'
import { absent } from '../index/terms.ts'
import type { CheckedTriples } from './checked-triples.ts'
import { all, ofValue, ofValues, type Shapes, type Test } from './constraints.ts'
import type { ReadOnlyDataset } from './dataset.ts'

const sh = (local: string): ReturnType<typeof namedNode> => namedNode(prefixes.sh + local)
const rdf = (local: string): ReturnType<typeof namedNode> => namedNode(prefixes.rdf + local)
const subClassOf = namedNode(`${prefixes.rdfs}subClassOf`)

/** What a shape says of itself and not of data. */
const unasked: ReadonlySet<string> = new Set(['path', 'name', 'description', 'message'])

/** A class that is a shape, and those of its things that a validator has to look at. */
export interface Unsettled {
  readonly shape: Term
  readonly things: readonly number[]
}

/**
 * Finds the things that may violate the shape of their class.
 *
 * @param ontology classes that are node shapes; what their constraints say beyond those of `constraints.ts` leaves all things open
 */
export function unsettled(ontology: ReadOnlyDataset, triples: CheckedTriples): Unsettled[] {
  const shapes = shapesOf(ontology, triples)
  const instances = triples.step(rdf('type').value, 'backward')
  return [...ontology.match(null, rdf('type'), sh('NodeShape'))].map(({ subject: shape }) => {
    const test = shapes.testOf(shape)
    const things = new Set([...shapes.classes(shape)].flatMap((type) => instances(type)))
    return { shape, things: [...things].filter((thing) => test(thing) !== true) }
  })
}

function shapesOf(ontology: ReadOnlyDataset, triples: CheckedTriples): Shapes {
  const objects = (subject: Term, predicate: Term): Term[] => [...ontology.match(subject, predicate)].map(({ object }) => object)
  const tests = new Map<string, Test>()

  const shapes: Shapes = {
    triples,
    list: (head) => (head.equals(rdf('nil')) ? [] : [...objects(head, rdf('first')), ...objects(head, rdf('rest')).flatMap(shapes.list)]),
    classes(iri) {
      const found = new Map([[iri.value, iri]])
      for (const one of found.values()) for (const { subject } of ontology.match(null, subClassOf, one)) found.set(subject.value, subject)
      return new Set([...found.values()].map((one) => triples.terms.find(one)).filter((number) => number !== absent))
    },
    testOf(shape) {
      const known = tests.get(shape.value) ?? made(shape)
      tests.set(shape.value, known)
      return known
    },
  }

  /** The test of a node shape or a property shape. */
  function made(shape: Term): Test {
    const parameters = [...ontology.match(shape)].flatMap(({ predicate, object }) => {
      const name = predicate.value.startsWith(prefixes.sh) ? predicate.value.slice(prefixes.sh.length) : 'name'
      return unasked.has(name) ? [] : [{ name, object }]
    })
    const each = parameters.flatMap(({ name, object }) => ofValue[name]?.(object, shapes) ?? [])
    const together = parameters.flatMap(({ name, object }) => ofValues[name]?.(object, shapes) ?? [])
    if (each.length + together.length < parameters.length) return () => undefined
    const [path] = objects(shape, sh('path'))
    if (!path) return together.length > 0 ? () => undefined : (node) => all(each.map((test) => test(node)))
    const step = stepOf(path)
    if (!step) return () => undefined
    return (thing) => {
      const values = step(thing)
      return all([...together.map((test) => test(values, thing)), ...values.flatMap((node) => each.map((test) => test(node)))])
    }
  }

  /** Where a path leads: a predicate, or one the other way round. */
  function stepOf(path: Term): ((thing: number) => readonly number[]) | undefined {
    if (path.termType === 'NamedNode') return triples.step(path.value, 'forward')
    const [inverse] = objects(path, sh('inversePath'))
    return inverse?.termType === 'NamedNode' ? triples.step(inverse.value, 'backward') : undefined
  }

  return shapes
}
