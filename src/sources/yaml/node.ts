/** What the YAML library's nodes say, in the few words that reading data needs. */
import { isCollection, isScalar, visit, type Document, type Node, type Pair, type YAMLError } from 'yaml'

/** A scalar as it is written: `67.60` keeps its last digit, `2022` is no number. */
export function scalarText(node: { value: unknown; source?: string }): string {
  return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value))
}

/** Nothing at all, `null` or `~`, or an empty list or mapping. */
export function isEmpty(node: Node | null): node is null {
  return (
    node === null || (isScalar(node) && node.value === null && node.tag === undefined) || (isCollection(node) && node.items.length === 0)
  )
}

/** The key of a pair, when it is a plain word. */
export function keyOf({ key }: Pair): string | undefined {
  return isScalar(key) && key.value !== null ? scalarText(key) : undefined
}

/** Where a node begins. */
export const startOf = (node: Node | null | undefined): number => node?.range?.[0] ?? 0

/** Where an error is to be shown; of a quotation mark that is never closed, where it opens, which is where it is to be mended. */
export function errorStart(document: Document.Parsed, { message, pos }: YAMLError): number {
  let start = pos[0]
  if (message.startsWith('Missing closing') && message.includes('quote'))
    visit(document, {
      Scalar: (_, { range }) => {
        if (range && range[0] <= pos[0] && pos[0] <= range[2]) start = range[0]
      },
    })
  return start
}
