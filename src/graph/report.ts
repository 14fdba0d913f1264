/** Findings as a SHACL validation report, so that other tools can read them. */
import type { Quad } from '@rdfjs/types'
import { blankNode, literal, namedNode, quad } from '../model/claim.ts'
import { prefixes, st } from '../model/vocabulary.ts'
import type { Finding } from './findings.ts'

const sh = (local: string): ReturnType<typeof namedNode> => namedNode(prefixes.sh + local)
const type = namedNode(`${prefixes.rdf}type`)

/** An sh:ValidationReport; a lineage rule stands as its constraint component, in our namespace. */
export function reportQuads(findings: readonly Finding[]): Quad[] {
  const report = blankNode('report')
  const conforms = !findings.some(({ severity }) => severity === 'violation')
  return [
    quad(report, type, sh('ValidationReport')),
    quad(report, sh('conforms'), literal(String(conforms), namedNode(`${prefixes.xsd}boolean`))),
    ...findings.flatMap(({ rule, severity, subject, property, value, message }, index) => {
      const result = blankNode(`result${index}`)
      const component = rule.startsWith('sh:') ? sh(rule.slice(3)) : namedNode(st(rule))
      return [
        quad(report, sh('result'), result),
        quad(result, type, sh('ValidationResult')),
        quad(result, sh('resultSeverity'), sh(severity === 'violation' ? 'Violation' : 'Warning')),
        quad(result, sh('focusNode'), namedNode(subject)),
        ...(property ? [quad(result, sh('resultPath'), namedNode(property))] : []),
        ...(value ? [quad(result, sh('value'), literal(value))] : []),
        quad(result, sh('sourceConstraintComponent'), component),
        quad(result, sh('resultMessage'), literal(message)),
      ]
    }),
  ]
}
