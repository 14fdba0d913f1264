/** What in a question is probably a slip: it can be asked, and its answer will lack something. */
import type { Problem } from '../errors.ts'
import type { Graph } from '../graph/graph.ts'
import { classInIri, idOf, prefixesFor, toCurie } from '../model/iri.ts'
import { classNames, classOf, prefixes } from '../model/vocabulary.ts'
import { relations } from '../model/terms.ts'
import { nearest } from '../nearest.ts'
import { mentions, type Mention } from './algebra.ts'
import { compiled } from './compiled.ts'
import { graphHint, isGraphName } from './dataset.ts'
import { questionOf } from './parse.ts'
import { plainText } from './plain-text.ts'

/**
 * Warnings about a question: terms of the ontology's namespace that it does not define, things and graphs that are not there.
 *
 * @param sparql the question, which must be one that can be parsed
 * @param graph what it is put to
 * @returns a problem for each slip, in the order in which they stand; none for a saved question of the package
 * @throws StemmaError as `ask` does for what is no question
 */
export async function lint(sparql: string, graph: Graph): Promise<Problem[]> {
  const text = plainText(sparql)
  if (compiled(text, graph.base)) return []
  const question = await questionOf(text, graph.base)
  const problems = mentions(question).flatMap((mention) => slip(mention, graph) ?? [])
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()]
}

function slip({ iri, role }: Mention, graph: Graph): Problem | undefined {
  const table = prefixesFor(graph.base)
  if (iri.startsWith(prefixes.st)) {
    const known = termsOfOntology()
    const local = iri.slice(prefixes.st.length)
    if (local === '' || known.has(local)) return undefined
    return { code: 'unknown-term', message: `st:${local} is no term of the ontology${meant(local, known, (near) => `st:${near}`)}` }
  }
  if (role === 'graph')
    return isGraphName(iri, graph)
      ? undefined
      : { code: 'unknown-graph', message: `${toCurie(iri, table)} is no graph; ${graphHint(iri, graph)}` }
  const className = role === 'other' ? classInIri(iri, graph.base) : undefined
  const id = idOf(iri, graph.base)
  // Claims are described in a graph of their own; they are no entities.
  if (className === undefined || className === 'Claim' || id === '' || graph.entity(iri)) return undefined
  const ids = [...graph.entities.values()].flatMap((entity) => (entity.className === className ? [entity.id] : []))
  const { segment, label } = classOf(className)
  return {
    code: 'unknown-name',
    message: `${toCurie(iri, table)} is no ${label.en} of this graph${meant(id, ids, (near) => `${segment}:${near}`)}`,
  }
}

const termsOfOntology = (): ReadonlySet<string> =>
  new Set([...classNames, ...Object.keys(relations).flatMap((iri) => (iri.startsWith(prefixes.st) ? [iri.slice(prefixes.st.length)] : []))])

function meant(name: string, known: Iterable<string>, write: (near: string) => string): string {
  const names = nearest(name, known)
  return names.length > 0 ? `; did you mean ${names.map(write).join(' or ')}?` : ''
}
