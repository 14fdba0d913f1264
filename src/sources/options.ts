import type { HubSnapshot } from './hub/live/fetch.ts'
import type { ReadOptions } from './source.ts'

/** How sources are read. */
export interface SourceOptions extends ReadOptions {
  /** The format of all that is read, in place of what the files look like. */
  readonly from?: string | undefined
  /** What was fetched of a hub, which is read before the files. */
  readonly hub?: HubSnapshot | undefined
}
