/** The ontology's SHACL shapes, applied to the best view and the claims: shacl-engine looks at what is not certainly right. */
import { readFileSync } from 'node:fs'
import { DataFactory, Parser, Store } from 'n3'
import { compareText, termKey, type Value } from '../../model/claim.ts'
import { prefixes, propertyOf } from '../../model/vocabulary.ts'
import { packageFile } from '../../package-files.ts'
import type { Finding } from '../findings.ts'
import type { Graph } from '../graph.ts'
import { checkedTriples, type CheckedTriples } from './checked-triples.ts'
import { datasetOf, type ReadOnlyDataset } from './dataset.ts'
import { unsettled, type Unsettled } from './settled.ts'

interface Result {
  readonly severity: { readonly value: string }
  readonly focusNode: { readonly term: { readonly value: string } }
  readonly path?: readonly { readonly predicates: readonly { readonly value: string }[] }[]
  readonly value?: { readonly term: Value }
  readonly constraintComponent: { readonly value: string }
  readonly message: readonly { readonly value: string }[]
}

/** So many things are looked at together: the validator remembers all that it has looked at. */
const together = 1000

/**
 * Validates the best view and the claims of a graph (https://www.w3.org/TR/shacl/).
 *
 * @returns findings, sorted by thing and property
 */
export async function checkShapes(graph: Graph): Promise<Finding[]> {
  const ontology = datasetOf(new Parser().parse(readFileSync(packageFile('ontology/stemma.ttl'), 'utf8')))
  const triples = checkedTriples(graph.index)
  const open = unsettled(ontology, triples).filter(({ things }) => things.length > 0)
  const results = open.length > 0 ? await validated(ontology, triples, open) : []
  // What is of two classes is looked at for each, and some shapes are of both.
  const found = new Map(results.filter((result) => !isMistaken(result)).map((result) => [keyOf(result), findingOf(result)]))
  return [...found].sort(([a], [b]) => compareText(a, b)).map(([, finding]) => finding)
}

/** The same for two results exactly when they say the same: by thing, property, constraint, value. */
function keyOf(result: Result): string {
  const { subject, property, rule, message } = findingOf(result)
  return [subject, property, rule, result.value?.term ? termKey(result.value.term) : '', message].join(' ')
}

/** What the validator says of the things that are to be looked at. */
async function validated(ontology: ReadOnlyDataset, { terms, dataset }: CheckedTriples, open: readonly Unsettled[]): Promise<Result[]> {
  const { default: Validator } = await import('shacl-engine/Validator.js')
  const validator = new Validator(ontology, { factory: { ...DataFactory, dataset: (quads?: never[]) => new Store(quads) } })
  const results: Result[] = []
  for (const { shape, things } of open)
    for (let from = 0; from < things.length; from += together) {
      const focus = things.slice(from, from + together).map((thing) => terms.term(thing))
      const report = (await validator.validate({ dataset, terms: focus }, [{ terms: [shape] }])) as { results: Result[] }
      for (const result of report.results) results.push(result)
    }
  return results
}

const astral = /[\u{10000}-\u{10FFFF}]/u

/** The library takes no text with a character beyond U+FFFF for a string. */
function isMistaken({ constraintComponent, path, value }: Result): boolean {
  const property = propertyOf(path?.[0]?.predicates[0]?.value ?? '')
  return (
    constraintComponent.value === `${prefixes.sh}DatatypeConstraintComponent` &&
    property?.kind === 'string' &&
    astral.test(value?.term.value ?? '')
  )
}

function findingOf({ severity, focusNode, path, value, constraintComponent, message }: Result): Finding {
  const property = path?.[0]?.predicates[0]?.value
  return {
    rule: constraintComponent.value.replace(prefixes.sh, 'sh:'),
    severity: severity.value === `${prefixes.sh}Violation` ? 'violation' : 'warning',
    subject: focusNode.term.value,
    message: message[0]?.value ?? constraintComponent.value,
    ...(property && { property }),
    ...(value?.term && { value: value.term.value }),
  }
}
