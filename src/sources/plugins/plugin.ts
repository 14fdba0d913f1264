/** What a source format from outside is, and what it is given, so that it needs nothing of Stemma beside it (docs/plugins.md). */
import { mint } from '../../model/iri.ts'
import { sourceNotes } from '../notes.ts'
import { nothing, type SourceFormat } from '../source.ts'
import { checkedWriter } from './writer.ts'

/** What a plugin is given to write down what it reads. */
export const sourceTools = {
  /** The IRI of a thing: `mint(base, 'Document', 'models-tsv')`. */
  mint,
  /** Begins what a file says, of things in its own names. */
  sheetWriter: checkedWriter,
  /** Takes notes on what is wrong with a file, and on what nothing was made of. */
  sourceNotes,
  /** A reading of nothing, to be filled. */
  nothing,
} as const

/** The tools of a plugin. */
export type SourceTools = typeof sourceTools

/**
 * What a plugin exports by default: a source format, or what makes one of the tools.
 *
 * @example
 * export default ({ mint, sheetWriter, sourceNotes, nothing }) => ({
 *   name: 'models-tsv',
 *   title: 'tables of our models',
 *   extensions: ['.tsv'],
 *   recognises: ({ text }) => text?.startsWith('model\t') ?? false,
 *   read: (content, { base, source = 'models-tsv' }) => …,
 * })
 */
export type SourcePlugin = SourceFormat | ((tools: SourceTools) => SourceFormat)
