/** Domains and ranges held against shapes, which say what the data may have. */
import type { Term } from '@rdfjs/types'
import { classesIn, isOurs, type Ontology } from './check.ts'

/** Whether one of some classes is the class or stands above it. */
const covers = ({ objects }: Ontology, wide: readonly string[], narrow: string): boolean =>
  wide.includes(narrow) || objects(narrow, 'rdfs:subClassOf').some(({ value }) => wide.includes(value))

/** The classes that a property shape allows as value, its alternatives included. */
function valuesOf({ objects, list }: Ontology, shape: Term): string[] {
  const alternatives = objects(shape, 'sh:or').flatMap(list)
  return [shape, ...alternatives].flatMap((one) => objects(one, 'sh:class').map(({ value }) => value))
}

/** Properties of a shape that their domain or range leaves out, each as text. */
export function tooNarrow(ontology: Ontology): string[] {
  const { classes, objects } = ontology
  return classes.flatMap((owner) =>
    objects(owner, 'sh:property').flatMap((shape) => {
      const path = objects(shape, 'sh:path')[0]!
      const [inverse] = objects(path, 'sh:inversePath')
      const property = (inverse ?? path).value
      if (!isOurs(property)) return []
      const allowed = (predicate: string): string[] => objects(property, predicate).flatMap((term) => classesIn(ontology, term))
      const [subjects, values] = inverse ? ['rdfs:range', 'rdfs:domain'] : ['rdfs:domain', 'rdfs:range']
      return [
        ...(covers(ontology, allowed(subjects), owner) ? [] : [`${property} of ${owner}`]),
        ...valuesOf(ontology, shape).flatMap((value) => (covers(ontology, allowed(values), value) ? [] : [`${property} to ${value}`])),
      ]
    }),
  )
}
