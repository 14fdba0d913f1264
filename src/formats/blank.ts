/** Labels of blank nodes: any text to RDF/JS, a short name to the serialisations. */
import type { Quad, Quad_Graph, Quad_Object, Quad_Subject, Term } from '@rdfjs/types'
import { blankNode, compareText, quad } from '../model/claim.ts'

/** What every serialisation takes as a label; RDF/XML wants a letter first. */
const plain = /^[A-Za-z_][A-Za-z0-9_]*$/

/**
 * New labels for those that are not plain: b0, b1, … in the order given, leaving out what is taken.
 *
 * @param labels all labels of a document
 */
function safeLabels(labels: Iterable<string>): Map<string, string> {
  const all = new Set(labels)
  const renamed = new Map<string, string>()
  let next = 0
  for (const label of all) {
    if (plain.test(label)) continue
    while (all.has(`b${next}`)) next += 1
    renamed.set(label, `b${next}`)
    next += 1
  }
  return renamed
}

/** The same quads with plain labels; which label a node gets does not depend on the order of the quads. */
export function relabelled(quads: readonly Quad[]): readonly Quad[] {
  const labels = new Set<string>()
  for (const { subject, object, graph } of quads)
    for (const term of [subject, object, graph]) if (term.termType === 'BlankNode') labels.add(term.value)
  const renamed = safeLabels([...labels].sort(compareText))
  if (renamed.size === 0) return quads
  const safe = <T extends Term>(term: T): T =>
    term.termType === 'BlankNode' && renamed.has(term.value) ? (blankNode(renamed.get(term.value)) as Term as T) : term
  return quads.map(({ subject, predicate, object, graph }) =>
    quad(safe<Quad_Subject>(subject), predicate, safe<Quad_Object>(object), safe<Quad_Graph>(graph)),
  )
}
