/** The graph as RDF/JS has it: a source of streams, and a dataset to read. */
import { Readable } from 'node:stream'
import type { DatasetCore, Quad, Source, Term } from '@rdfjs/types'
import { quad } from '../../model/claim.ts'
import { absent } from './terms.ts'
import { defaultGraph } from './graph-sets.ts'
import { countMatching, matching, type NumberedPattern } from './match.ts'
import type { QuadIndex } from './quad-index.ts'

type Pattern = Term | null | undefined

/** A source that can tell how many quads fit a pattern, which planners ask. */
export interface CountingSource extends Source {
  countQuads(subject?: Pattern, predicate?: Pattern, object?: Pattern, graph?: Pattern): number
}

/**
 * The graph as a source; variables and what is left out fit every term, the default graph among the graphs.
 *
 * @see https://rdf.js.org/stream-spec/#source-interface
 */
export function sourceOf(index: QuadIndex): CountingSource {
  return {
    match: (subject, predicate, object, graph) => Readable.from(quadsMatching(index, subject, predicate, object, graph)),
    countQuads: (subject, predicate, object, graph) => {
      const pattern = numbered(index, subject, predicate, object, graph)
      return pattern ? countMatching(index, pattern) : 0
    },
  }
}

/** The quads that fit a pattern. */
function* quadsMatching(index: QuadIndex, ...terms: readonly Pattern[]): Generator<Quad> {
  const pattern = numbered(index, ...terms)
  if (!pattern) return
  const { terms: dictionary } = index
  for (const { subject, predicate, object, graph } of matching(index, pattern))
    yield quad(
      dictionary.term(subject) as Quad['subject'],
      dictionary.term(predicate) as Quad['predicate'],
      dictionary.term(object),
      graph === defaultGraph ? undefined : (dictionary.term(graph) as never),
    )
}

/** A pattern of terms on numbers; nothing where one of them is not in the graph. */
function numbered(index: QuadIndex, ...terms: readonly Pattern[]): NumberedPattern | undefined {
  const numbers = terms.map((term) => {
    if (!term || term.termType === 'Variable') return undefined
    return term.termType === 'DefaultGraph' ? defaultGraph : index.terms.find(term)
  })
  if (numbers.includes(absent)) return undefined
  const [subject, predicate, object, graph] = numbers
  return {
    ...(subject !== undefined && { subject }),
    ...(predicate !== undefined && { predicate }),
    ...(object !== undefined && { object }),
    ...(graph !== undefined && { graph }),
  }
}

/**
 * The graph as a dataset; it cannot be changed.
 *
 * @throws TypeError by `add` and `delete`
 * @see https://rdf.js.org/dataset-spec/#datasetcore-interface
 */
export function datasetOf(index: QuadIndex): DatasetCore {
  return view(index, [])
}

function view(index: QuadIndex, pattern: readonly Pattern[]): DatasetCore {
  const refuse = (): never => {
    throw new TypeError('this dataset cannot be changed: copy its quads into another one')
  }
  return {
    get size() {
      const numbers = numbered(index, ...pattern)
      return numbers ? countMatching(index, numbers) : 0
    },
    has: ({ subject, predicate, object, graph }) => {
      const own = [subject, predicate, object, graph]
      if (pattern.some((term, place) => term && term.termType !== 'Variable' && !term.equals(own[place]))) return false
      const numbers = numbered(index, ...own)
      return numbers !== undefined && countMatching(index, numbers) > 0
    },
    match: (...terms) => {
      const both = [0, 1, 2, 3].map((place) => {
        const [outer, inner] = [pattern[place], terms[place]]
        const open = (term: Pattern): boolean => !term || term.termType === 'Variable'
        return open(outer) ? inner : open(inner) || outer!.equals(inner) ? outer : undefined
      })
      const contradicts = [0, 1, 2, 3].some((place) => {
        const [outer, inner] = [pattern[place], terms[place]]
        return outer && inner && outer.termType !== 'Variable' && inner.termType !== 'Variable' && !outer.equals(inner)
      })
      return contradicts ? empty(refuse) : view(index, both)
    },
    add: refuse,
    delete: refuse,
    [Symbol.iterator]: () => quadsMatching(index, ...pattern),
  }
}

const empty = (refuse: () => never): DatasetCore => ({
  size: 0,
  has: () => false,
  match: () => empty(refuse),
  add: refuse,
  delete: refuse,
  [Symbol.iterator]: () => [][Symbol.iterator](),
})
