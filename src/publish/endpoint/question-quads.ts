/**
 * The saved questions as RDF: SHACL's executables (https://www.w3.org/TR/shacl-af/#SPARQLExecutable) as query editors read them, in the
 * way of https://github.com/sib-swiss/sparql-examples, and their parameters as those of SHACL's functions.
 */
import type { NamedNode, Quad, Quad_Object, Quad_Subject } from '@rdfjs/types'
import type { Graph } from '../../graph/graph.ts'
import { blankNode, literal, namedNode } from '../../model/claim.ts'
import { prefixesFor } from '../../model/iri.ts'
import { classOf, prefixes } from '../../model/vocabulary.ts'
import { termOf, type ParameterType } from '../../query/parameter-type.ts'
import type { Parameter, SavedQuery } from '../../query/question.ts'
import { kindOf, type QuestionKind } from '../../query/question-kind.ts'
import { endpointPath, questionsPath } from './path.ts'
import { examplePaths, questionPath } from './question-path.ts'
import { statementsWith, type Said } from './statements.ts'

const { owl, rdf, sh, xsd } = prefixes
/** What SHACL has no name for has one in the vocabulary of those examples. */
const spex = 'https://purl.expasy.org/sparql-examples/ontology#'

/** The class and the property of each kind of questions. */
const executables: Readonly<Record<QuestionKind, readonly [className: string, property: string]>> = {
  select: [`${sh}SPARQLSelectExecutable`, 'sh:select'],
  ask: [`${sh}SPARQLAskExecutable`, 'sh:ask'],
  construct: [`${sh}SPARQLConstructExecutable`, 'sh:construct'],
  describe: [`${spex}SPARQLDescribeExecutable`, `${spex}describe`],
}

const dates = ['date', 'gYearMonth', 'gYear']

/** Describes questions; their list declares the prefixes. */
export function questionQuads(graph: Graph, questions: readonly SavedQuery[]): Quad[] {
  const { base } = graph
  const list = namedNode(base + questionsPath)
  const say = statementsWith(base)
  const en = (text: string): Quad_Object => literal(text, 'en')

  const declared = Object.entries(prefixesFor(base)).flatMap(([prefix, namespace]) => {
    const node = blankNode(`prefix.${prefix}`)
    return [
      ...say(list, { 'sh:declare': [node] }),
      ...say(node, { 'sh:prefix': [literal(prefix)], 'sh:namespace': [literal(namespace, namedNode(`${xsd}anyURI`))] }),
    ]
  })

  function question(query: SavedQuery): Quad[] {
    const { name, help, topic, parameters, sparql } = query
    const self = namedNode(base + questionPath(query))
    const [className, property] = executables[kindOf(sparql)!]
    return [
      ...say(self, {
        'rdf:type': [namedNode(`${sh}SPARQLExecutable`), namedNode(className)],
        'rdfs:label': [literal(name)],
        'rdfs:comment': [en(help)],
        'schema:keywords': topic === undefined ? [] : [literal(topic)],
        'schema:target': [namedNode(base + endpointPath)],
        'rdfs:seeAlso': examplePaths(query).map((path) => namedNode(base + path)),
        'sh:prefixes': [list],
        [property]: [literal(sparql)],
        'sh:parameter': parameters.map((parameter) => blankNode(`${name}.${parameter.name}`)),
      }),
      ...parameters.flatMap((one, place) => parameter(self, name, one, place)),
    ]
  }

  function parameter(of: NamedNode, question: string, { name, type, optional, default: fallback, help }: Parameter, place: number): Quad[] {
    const node = blankNode(`${question}.${name}`)
    const [values, lists] = valuesOf(type, node.value)
    return [
      ...say(node, {
        'rdf:type': [namedNode(`${sh}Parameter`)],
        // The name of a variable is the local name of the path.
        'sh:path': [namedNode(`${of.value}#${name}`)],
        'sh:name': [literal(name)],
        'sh:description': [en(help)],
        'sh:order': [literal(String(place), namedNode(`${xsd}integer`))],
        'sh:optional': [literal(String(Boolean(optional) || fallback !== undefined), namedNode(`${xsd}boolean`))],
        'sh:defaultValue': fallback === undefined || type.kind === 'thing' ? [] : [termOf(graph, type, fallback) as Quad_Object],
        ...values,
      }),
      ...lists,
    ]
  }

  /** What a parameter takes, with the lists that it is said by. */
  function valuesOf(type: ParameterType, label: string): [Said, Quad[]] {
    const oneOf = (key: string, values: readonly string[]): [Said, Quad[]] => {
      const nodes = values.map((_, index) => blankNode(`${label}.${key}.${index}`))
      const choices = values.flatMap((value, index) => say(nodes[index]!, { [key]: [namedNode(value)] }))
      const [head, quads] = listOf(`${label}.or`, nodes)
      return [{ 'sh:or': [head] }, [...choices, ...quads]]
    }
    switch (type.kind) {
      case 'thing': {
        const [only, ...others] = (type.classes ?? []).map((name) => classOf(name).iri)
        if (only === undefined) return [{ 'sh:nodeKind': [namedNode(`${sh}IRI`)] }, []]
        return others.length === 0 ? [{ 'sh:class': [namedNode(only)] }, []] : oneOf('sh:class', [only, ...others])
      }
      case 'property':
        return [{ 'sh:nodeKind': [namedNode(`${sh}IRI`)] }, []]
      case 'choice': {
        const [head, quads] = listOf(
          `${label}.in`,
          type.words.map((word) => literal(word)),
        )
        return [{ 'sh:in': [head] }, quads]
      }
      case 'date':
        return oneOf(
          'sh:datatype',
          dates.map((name) => xsd + name),
        )
      case 'integer':
        return [{ 'sh:datatype': [namedNode(`${xsd}integer`)] }, []]
      default:
        return [{ 'sh:datatype': [namedNode(`${xsd}string`)] }, []]
    }
  }

  function listOf(label: string, items: readonly Quad_Object[]): [Quad_Subject & Quad_Object, Quad[]] {
    const nodes = items.map((_, index) => blankNode(`${label}.${index}`))
    const quads = items.flatMap((item, index) =>
      say(nodes[index]!, { 'rdf:first': [item], 'rdf:rest': [nodes[index + 1] ?? namedNode(`${rdf}nil`)] }),
    )
    return [nodes[0]!, quads]
  }

  return [...say(list, { 'rdf:type': [namedNode(`${owl}Ontology`)] }), ...declared, ...questions.flatMap(question)]
}
