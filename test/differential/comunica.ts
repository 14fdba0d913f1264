/** Comunica over a plain store: what our engine is built on, and so what it must not differ from. */
import { QueryEngine } from '@comunica/query-sparql-rdfjs'
import type { Quad, Term } from '@rdfjs/types'
import { Store } from 'n3'
import type { Answer } from '../../src/query/answer.ts'
import { blankNode, quad } from '../../src/model/claim.ts'

const engine = new QueryEngine()

/** What Comunica says. */
export async function askComunica(quads: readonly Quad[], sparql: string): Promise<Answer> {
  const result = await engine.query(sparql, { sources: [new Store([...quads])] })
  switch (result.resultType) {
    case 'bindings': {
      const { variables } = await result.metadata()
      const rows = await (await result.execute()).toArray()
      return {
        type: 'bindings',
        variables: variables.map(({ value }) => value),
        rows: rows.map((row): Record<string, Term> => Object.fromEntries([...row].map(([{ value }, term]) => [value, ownLabel(term)]))),
      }
    }
    case 'boolean':
      return { type: 'boolean', value: await result.execute() }
    case 'quads':
      return {
        type: 'quads',
        quads: (await (await result.execute()).toArray()).map(({ subject, predicate, object }) =>
          quad(ownLabel(subject) as Quad['subject'], ownLabel(predicate) as Quad['predicate'], ownLabel(object) as Quad['object']),
        ),
      }
    case 'void':
      throw new Error('an update is no question')
  }
}

/** Comunica marks blank nodes by the source that they come from. */
const ownLabel = (term: Term): Term => (term.termType === 'BlankNode' ? blankNode(term.value.replace(/^bc_\d+_/, '')) : term)
