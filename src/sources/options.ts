import type { HubSnapshot } from './hub/live/fetch.ts'
import type { ReadOptions, SourceFormat } from './source.ts'

/** How sources are read. */
export interface SourceOptions extends ReadOptions {
  /** The format of all that is read, in place of what the files look like. */
  readonly from?: string | undefined
  /** Formats from outside, which are tried before those that Stemma knows (docs/plugins.md). */
  readonly plugins?: readonly SourceFormat[] | undefined
  /** What was fetched of a hub, which is read before the files. */
  readonly hub?: HubSnapshot | undefined
}
