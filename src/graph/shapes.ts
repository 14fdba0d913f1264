/** The ontology's SHACL shapes, applied to the best view by shacl-engine. */
import { readFileSync } from 'node:fs'
import { DataFactory, Parser, Store } from 'n3'
import { prefixes, propertyOf } from '../model/vocabulary.ts'
import { packageFile } from '../package-files.ts'
import { datasetOf } from './dataset.ts'
import type { Finding } from './findings.ts'
import type { Graph } from './graph.ts'
import { bestQuads, claimQuads } from './quads.ts'

interface Result {
  readonly severity: { readonly value: string }
  readonly focusNode: { readonly term: { readonly value: string } }
  readonly path?: readonly { readonly predicates: readonly { readonly value: string }[] }[]
  readonly value?: { readonly term: { readonly value: string } }
  readonly constraintComponent: { readonly value: string }
  readonly message: readonly { readonly value: string }[]
}

/**
 * Validates the best view and the claims of a graph (https://www.w3.org/TR/shacl/).
 *
 * @returns findings, sorted by thing and property
 */
export async function checkShapes(graph: Graph): Promise<Finding[]> {
  const { default: Validator } = await import('shacl-engine/Validator.js')
  const ontology = new Parser().parse(readFileSync(packageFile('ontology/stemma.ttl'), 'utf8'))
  const validator = new Validator(datasetOf(ontology), { factory: { ...DataFactory, dataset: (quads?: never[]) => new Store(quads) } })
  const report = (await validator.validate({ dataset: datasetOf([...bestQuads(graph), ...claimQuads(graph.claims, graph.base)]) })) as {
    results: Result[]
  }
  return report.results
    .filter((result) => !isMistaken(result))
    .map(findingOf)
    .sort((a, b) => (`${a.subject} ${a.property} ${a.rule}` < `${b.subject} ${b.property} ${b.rule}` ? -1 : 1))
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
