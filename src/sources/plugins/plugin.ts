/** What a source format from outside is, and what it is given, so that it needs nothing of Stemma beside it (docs/plugins.md). */
import { mint } from '../../model/iri.ts'
import { nothing, type SourceFormat } from '../source.ts'
import { checkedNotes } from './notes.ts'
import { required } from './require.ts'
import { classWord, iri, minted } from './schemas.ts'
import { checkedWriter } from './writer.ts'

/** The IRI of a thing, as `mint` makes it; a TypeError where there is no such class, or the id is none. */
const checkedMint: typeof mint = (base, className, id) =>
  mint(
    required(iri, base, 'the base', checkedMint),
    required(classWord, className, 'the class', checkedMint),
    required(minted, id, 'the id', checkedMint),
  )

/** What a plugin is given to write down what it reads. */
export const sourceTools = {
  /** The IRI of a thing: `mint(base, 'Document', 'models-tsv')`. */
  mint: checkedMint,
  /** Begins what a file says, of things in its own names. */
  sheetWriter: checkedWriter,
  /** Takes notes on what is wrong with a file, and on what nothing was made of. */
  sourceNotes: checkedNotes,
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
