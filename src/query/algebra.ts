/** SPARQL algebra as plain data: what a question mentions, without running it. */
import type { Operation } from './answer.ts'

/** The operations that may stand around the projection of a SELECT. */
export const aroundSelect: ReadonlySet<unknown> = new Set(['distinct', 'reduced', 'slice', 'from'])

/** An IRI that a question mentions, and where it stands. */
export interface Mention {
  readonly iri: string
  /** A graph that is asked (`GRAPH`), one that the question is put to (`FROM`), what it makes (CONSTRUCT), or anything else. */
  readonly role: 'graph' | 'dataset' | 'template' | 'other'
}

/** The keys of the algebra under which a graph's name, a dataset's graphs and a template stand. */
const roles: Readonly<Record<string, Mention['role']>> = { graph: 'graph', default: 'dataset', named: 'dataset', template: 'template' }

interface Node {
  readonly value: unknown
  readonly role: Mention['role']
}

/** Every IRI of a question, in the order of its text as far as algebra keeps it. Walks with a list of its own: questions can be nested deeply. */
export function mentions(question: Operation): Mention[] {
  const found: Mention[] = []
  const open: Node[] = [{ value: question, role: 'other' }]
  for (let node = open.pop(); node; node = open.pop()) {
    const { value, role } = node
    if (typeof value !== 'object' || value === null) continue
    if ('termType' in value && value.termType === 'NamedNode') {
      found.push({ iri: (value as unknown as { value: string }).value, role })
      continue
    }
    const children = Object.entries(value).map(([key, child]): Node => ({ value: child, role: roleUnder(role, key, child) }))
    open.push(...children.reverse())
  }
  return found
}

/** What is made stays so further down; a quad's graph and the lists of a dataset are known by their keys. */
function roleUnder(role: Mention['role'], key: string, child: unknown): Mention['role'] {
  if (role === 'template') return role
  const own = Object.hasOwn(roles, key) ? roles[key]! : undefined
  if (own === 'dataset' && !Array.isArray(child)) return 'other'
  return own ?? (/^\d+$/.test(key) ? role : 'other')
}
