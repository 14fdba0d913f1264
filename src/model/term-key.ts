/**
 * A term as two texts: its head, which many terms share (the namespace of an IRI, the datatype or language of a literal),
 * and its local part. Two terms are one exactly when head and local part are equal.
 */
import type { Term } from '@rdfjs/types'
import { blankNode, literal, namedNode } from './claim.ts'
import { prefixesFor } from './iri.ts'
import { prefixes } from './vocabulary.ts'

/** The first character of a head says what sort of term it is. */
export const heads = { iri: '<', blank: '_', string: '"', language: '@', datatype: '^' } as const

/** The terms that a graph can hold: those of RDF 1.1. */
export type StoredTerm = ReturnType<typeof namedNode> | ReturnType<typeof blankNode> | ReturnType<typeof literal>

const xsdString = `${prefixes.xsd}string`

/** The namespaces that IRIs are split at; an IRI of any other one is all local. */
export const namespacesFor = (base: string): string[] => [...new Set(Object.values(prefixesFor(base)))].sort()

/**
 * What splits a term into head and local part.
 *
 * @param namespaces those that are heads: the same IRI is only ever split in one way, so all who share terms need the same ones
 */
export function keyMaker(namespaces: readonly string[]): (term: Term) => readonly [head: string, local: string] {
  const known = new Map(namespaces.map((namespace) => [namespace, heads.iri + namespace]))
  return (term) => {
    switch (term.termType) {
      case 'NamedNode': {
        const { value } = term
        const end = Math.max(value.lastIndexOf('/'), value.lastIndexOf('#')) + 1
        const head = known.get(value.slice(0, end))
        return head === undefined ? [heads.iri, value] : [head, value.slice(end)]
      }
      case 'BlankNode':
        return [heads.blank, term.value]
      case 'Literal':
        if (term.language) return [heads.language + term.language, term.value]
        return [term.datatype.value === xsdString ? heads.string : heads.datatype + term.datatype.value, term.value]
      default:
        throw new TypeError(`a ${term.termType} cannot be kept in a graph`)
    }
  }
}

/** The term of a head and a local part. */
export function termOfKey(head: string, local: string): StoredTerm {
  const rest = head.slice(1)
  switch (head[0]) {
    case heads.iri:
      return namedNode(rest + local)
    case heads.blank:
      return blankNode(local)
    case heads.language:
      return literal(local, rest)
    case heads.datatype:
      return literal(local, namedNode(rest))
    default:
      return literal(local)
  }
}

/** A text that is the same for two terms exactly when they are one. */
export function termId(term: Term): string {
  const [head, local] = wholeKey(term)
  return `${head} ${local}`
}

const wholeKey = keyMaker([])
