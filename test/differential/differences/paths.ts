/** Property paths that engines walk differently. */
import type { Quad, Term } from '@rdfjs/types'
import { allOf, bagSteps, has, isZeroLength, pathsOf, variablesIn, within, type Node, type Path, type Question } from '../algebra.ts'
import { isSilent } from '../answers.ts'
import { termText } from '../terms.ts'
import type { KnownDifference } from './difference.ts'

export const pathDifferences: readonly KnownDifference[] = [
  {
    name: 'alternatives that arrive twice',
    right: 'Comunica',
    reason: 'An alternative is the union of its sides, and a union keeps duplicates (18.4, 18.5). Oxigraph gives each pair once.',
    data: ':a :p :b .',
    query: 'SELECT ?o { :a (:p|:p) ?o }',
    applies: (question) =>
      pathsOf(question).some(({ predicate }) => bagSteps(predicate).some((step) => step.type === 'alt' && mayMeet(step, question.quads))),
  },
  {
    name: 'a path of no steps from what is not in the data',
    right: 'Comunica',
    reason: 'A path of no steps leads from any term to itself, whether the graph has it or not (18.4). Oxigraph drops it.',
    data: '',
    query: 'SELECT ?o { :nobody :p* ?o }',
    applies: (question) =>
      pathsOf(question).some(
        ({ predicate, subject, object, graph }) =>
          isZeroLength(predicate) && [subject, object].some((end) => isNoNode(end, graph, question)),
      ),
  },
  {
    name: 'a path of no steps in OPTIONAL, from what is not in the graph',
    right: 'Oxigraph',
    reason:
      'Between two variables it leads from each subject and object of the graph to itself (18.4). Comunica puts in what the other side has, be it in the graph or not.',
    data: ':a :p :b .',
    query: 'SELECT * { :a ?p :b OPTIONAL { ?s :q? ?p } }',
    applies: ({ nodes }) => nodes.some((node) => node.type === 'leftjoin' && within((node['input'] as Node[])[1]).some(isZeroLengthPath)),
  },
  {
    name: 'a path of no steps in EXISTS, from what is not in the graph',
    right: 'Comunica',
    reason:
      'EXISTS has the values of its surroundings in place of the variables (18.6, Substitute), so the path has a constant at its end. Oxigraph joins.',
    data: ':a :p :b .',
    query: 'SELECT * { :a ?p :b FILTER EXISTS { ?s :q? ?p } }',
    applies: ({ nodes }) => nodes.some(({ subType, input }) => subType === 'existence' && within(input).some(isZeroLengthPath)),
  },
  {
    name: 'a closure from something to itself',
    right: 'Oxigraph',
    reason: 'One variable at both ends is one term at both ends (18.4). Comunica gives other pairs too, or none.',
    data: ':a :p :b . :b :p :b .',
    query: 'SELECT ?x { ?x (^:p)+ ?x }',
    applies: (question) =>
      pathsOf(question).some(
        ({ subject, predicate, object }) =>
          subject.termType === 'Variable' &&
          subject.equals(object) &&
          within(predicate).some(({ type }) => type === 'ZeroOrMorePath' || type === 'OneOrMorePath'),
      ),
  },
  {
    name: 'a path that Comunica never answers',
    right: 'Oxigraph',
    reason:
      'The iterators of a path within a path now and then wait for one another, and the promise of an answer is not kept (https://github.com/comunica/comunica/issues/1555).',
    data: ':a :p :b .',
    query: 'SELECT * { ?x (:p/:q)* ?y }',
    applies: (_, { comunica }) => isSilent(comunica),
  },
  {
    name: 'alternatives of which the data has none',
    right: 'Oxigraph',
    reason:
      'Comunica takes away patterns and steps that the default graph has no triples for, and then everything around them: paths of no steps, MINUS, NOT EXISTS, COUNT, GRAPH.',
    data: ':a :p :b .',
    query: 'SELECT * { :a (:q|:r)* ?o }',
    applies: isPruned,
  },
  {
    name: 'a negated property set beside ?b, or another one',
    right: 'Oxigraph',
    reason: 'Comunica names the predicate ?b and does not hide that name from a join.',
    data: ':a :p :b . :b :p :c .',
    query: 'SELECT * { ?b :p ?o . ?o !:r ?x }',
    applies: (question) =>
      has(question, 'nps') && (allOf(question, 'nps').length > 1 || variablesIn(question.nodes[0]).some((name) => /^b+$/.test(name))),
  },
  {
    name: 'two triples between the ends of a negated property set',
    right: 'both',
    reason: 'Its definition is a set and says nothing of duplicates (18.4, https://github.com/w3c/sparql-query/issues/395).',
    data: ':a :p :b ; :q :b .',
    query: 'SELECT * { :a !:r :b }',
    applies: (question) => has(question, 'nps') && haveTwins(question.quads),
  },
  {
    name: 'one or more steps in any graph',
    right: 'Oxigraph',
    reason: 'One or more steps are not none (18.4). In GRAPH with a variable Comunica leads from each term to itself, too.',
    data: ':g { :a :p :b }',
    query: 'SELECT * { GRAPH ?g { :b :p+ ?o } }',
    applies: (question) =>
      pathsOf(question).some(
        ({ predicate, graph }) => graph.termType === 'Variable' && within(predicate).some(({ type }) => type === 'OneOrMorePath'),
      ),
  },
  {
    name: 'a path of no steps in any graph',
    right: 'neither',
    byPlan: true,
    reason:
      'The variable of GRAPH has the name of each named graph in turn (18.6), where a path of no steps leads from any term to itself. Comunica leaves the variable open or gives nothing, Oxigraph drops the term.',
    data: ':g { :a :p :b }',
    query: 'SELECT * { GRAPH ?g { ?s :p? :nobody } }',
    applies: (question) => pathsOf(question).some(({ predicate, graph }) => graph.termType === 'Variable' && isZeroLength(predicate)),
  },
  {
    name: 'a path over several graphs',
    right: 'Oxigraph',
    reason: 'Several FROM are merged to one graph, which has no duplicates (13.2.1). Comunica walks a path in each of them.',
    data: ':g1 { :a :p :b } :g2 { :a :p :c }',
    query: 'SELECT * FROM :g1 FROM :g2 { ?s :p* ?o }',
    applies: (question) => has(question, 'path') && allOf(question, 'from').some((from) => (from['default'] as unknown[]).length > 1),
  },
]

const isZeroLengthPath = ({ type, predicate }: Node): boolean => type === 'path' && isZeroLength(predicate as Node)

/** Whether a constant is neither subject nor object of the graph that a path is in. */
function isNoNode(end: Term, graph: Term, question: Question): boolean {
  if (end.termType === 'Variable') return false
  if (has(question, 'from')) return true
  const named = [...new Set(question.quads.map((quad) => quad.graph.value))].filter((name) => name !== '')
  const graphs = graph.termType === 'Variable' ? named : [graph.value]
  return graphs.some(
    (name) => !question.quads.some((quad) => quad.graph.value === name && [quad.subject, quad.object].some((node) => node.equals(end))),
  )
}

/** Whether two of some alternatives may lead from one thing to the same other, or one of them in two ways. */
function mayMeet({ input }: Node, quads: readonly Quad[]): boolean {
  const steps = (input as Node[]).map((step) => (step.type === 'inv' ? (step['path'] as Node) : step))
  if (!steps.every(({ type }) => type === 'link')) return true
  const iris = steps.map(({ iri }) => (iri as Term).value)
  const walked = quads.filter(({ predicate }) => iris.includes(predicate.value))
  const triples = new Map(walked.map((quad) => [[quad.subject, quad.predicate, quad.object].map(termText).join(' '), quad]))
  const ways = [...triples.values()].map(({ subject, object }) => [subject, object].map(termText).sort().join(' '))
  return new Set(iris).size < iris.length || new Set(ways).size < ways.length
}

/** Whether a subject and an object have two predicates between them. */
const haveTwins = (quads: readonly Quad[]): boolean =>
  quads.some((one) =>
    quads.some((other) => one.subject.equals(other.subject) && one.object.equals(other.object) && !one.predicate.equals(other.predicate)),
  )

/** Whether Comunica takes alternatives away that it should have kept. */
function isPruned({ nodes, quads }: Question): boolean {
  const inDefault = quads.filter(({ graph }) => graph.termType === 'DefaultGraph')
  const isAbsent = (step: Node): boolean =>
    step.type === 'link' && !inDefault.some(({ predicate }) => predicate.equals(step['iri'] as Term))
  const isEmpty = (branch: Node): boolean => {
    const patterns = branch.type === 'bgp' ? (branch['patterns'] as Quad[]) : []
    return patterns.length === 1 && !quads.some((quad) => fits(quad, patterns[0]!))
  }
  return nodes.some((node) => {
    if (node.type === 'union') return (node['input'] as Node[]).every(isEmpty)
    if (node.type !== 'path') return false
    const isDefault = (node as Path).graph.termType === 'DefaultGraph'
    const alternatives = within(node['predicate']).filter(({ type }) => type === 'alt')
    return alternatives.map(({ input }) => input as Node[]).some((steps) => (isDefault ? steps.every(isAbsent) : steps.some(isAbsent)))
  })
}

const fits = (quad: Quad, pattern: Quad): boolean =>
  (['subject', 'predicate', 'object', 'graph'] as const).every(
    (part) => pattern[part].termType === 'Variable' || pattern[part].equals(quad[part]),
  )
