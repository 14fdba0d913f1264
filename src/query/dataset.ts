/** Which graphs a question may be put to, and whether it names one that is none. */
import { StemmaError } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import { namedNode } from '../model/claim.ts'
import { graphNames, prefixesFor, toCurie } from '../model/iri.ts'
import { nearest } from '../nearest.ts'
import { quote } from '../quote.ts'
import { mentions } from './algebra.ts'
import type { Operation } from './answer.ts'

/** The graphs that a question is put to, in place of those that it names itself: their union, and those that `GRAPH` finds; what is not here is empty. */
export interface Dataset {
  readonly default: readonly string[]
  readonly named: readonly string[]
}

/** A question put to graphs, by their names (https://www.w3.org/TR/sparql11-protocol/#dataset). */
export function inDataset(question: Operation, { default: merged, named }: Dataset): Operation {
  const { input } = question as Operation & { readonly input?: Operation }
  return {
    type: 'from',
    input: question.type === 'from' ? input : question,
    default: merged.map(namedNode),
    named: named.map(namedNode),
  } as Operation
}

/** Whether a graph of this name can be asked: each source has one, and so have the claims and the dataset. */
export function isGraphName(iri: string, { base, index }: Graph): boolean {
  const { claims, about } = graphNames(base)
  return [claims, about].includes(iri) || index.namedGraphs.includes(index.predicate(iri))
}

const namesOf = ({ index }: Graph): string[] => index.namedGraphs.map((number) => index.terms.term(number).value)

/** What to do about the name of a graph that is none. */
export function graphHint(iri: string, graph: Graph): string {
  if (iri === graphNames(graph.base).best) return 'the best view is the default graph: ask it without naming a graph'
  const prefixes = prefixesFor(graph.base)
  const near = nearest(
    toCurie(iri, prefixes),
    namesOf(graph).map((name) => toCurie(name, prefixes)),
  )
  if (near.length > 0) return `did you mean ${near.join(' or ')}?`
  return 'a graph is named by its source, such as document:bloom-paper, or is graph:claims or graph:about; nothing is ever fetched'
}

/**
 * Refuses a question that is put to graphs (`FROM`, `FROM NAMED`) that are not there: its answer would be empty without a word.
 *
 * @throws StemmaError `unknown-graph`, one for each
 */
export function checkDataset(question: Operation, graph: Graph, file?: string): void {
  const asked = new Set(mentions(question).flatMap(({ iri, role }) => (role === 'dataset' ? [iri] : [])))
  const unknown = [...asked].filter((iri) => !isGraphName(iri, graph))
  if (unknown.length === 0) return
  throw new StemmaError(
    unknown.map((iri) => ({
      code: 'unknown-graph',
      message: `there is no graph ${quote(iri)} to ask`,
      ...(file !== undefined && { place: { file } }),
      hint: graphHint(iri, graph),
    })),
  )
}
