/**
 * Turtle and TriG (https://www.w3.org/TR/turtle/, https://www.w3.org/TR/trig/) as a careful person writes them: only the
 * prefixes that are used, one subject a block, `a` first, then the order of the ontology, objects sorted; a blank node
 * that one triple points to stands in its place.
 */
import { compareText } from '../model/claim.ts'
import { toCurie } from '../model/iri.ts'
import { serialisation, type WriteOptions } from './format.ts'
import { inlineLabels } from './inline.ts'
import type { Outline } from './outline.ts'
import { bracketed } from './terms.ts'
import { blocks } from './turtle-blocks.ts'

export const turtle = serialisation({
  name: 'turtle',
  iri: 'http://www.w3.org/ns/formats/Turtle',
  mediaType: 'text/turtle',
  extensions: ['ttl'],
  quads: false,
  spell: document,
})

export const trig = serialisation({
  name: 'trig',
  iri: 'http://www.w3.org/ns/formats/TriG',
  mediaType: 'application/trig',
  extensions: ['trig'],
  quads: true,
  spell: document,
})

/** How far the content of a named graph is moved in. */
const margin = 2

function document(outline: Outline, prefixes: WriteOptions['prefixes']): string {
  const used = new Set<string>()
  const iri = (value: string): string => {
    const short = toCurie(value, prefixes)
    if (short === value) return bracketed(value)
    used.add(short.slice(0, short.indexOf(':')))
    return short
  }
  const layout = { iri, inlined: inlineLabels(outline) }
  const bodies = outline.map(([graph, content]) => {
    if (graph.termType === 'DefaultGraph') return blocks(content, { ...layout, margin: 0 })
    const name = graph.termType === 'NamedNode' ? iri(graph.value) : `_:${graph.value}`
    return `${name} {\n${indented(blocks(content, { ...layout, margin }))}}\n`
  })
  const head = [...used]
    .sort(compareText)
    .map((prefix) => `@prefix ${prefix}: ${bracketed(prefixes[prefix]!)} .\n`)
    .join('')
  return head + (head && bodies.length > 0 ? '\n' : '') + bodies.join('\n')
}

/** Each line moved in; only line feeds end lines here, and literals hold none unescaped. */
const indented = (body: string): string => body.replace(/(^|\n)(?=[^\n])/g, `$1${' '.repeat(margin)}`)
