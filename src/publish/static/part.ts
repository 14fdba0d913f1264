/** Parts of a site, as they are handed to workers. */
import type { SharedIndex } from '../../graph/file/share.ts'
import type { Asset, Dump } from '../site.ts'

/** What a worker is told. */
export interface PublishWork {
  readonly index: SharedIndex
  readonly assets: ReadonlyMap<string, Asset>
  readonly dumps: readonly Dump[]
  /** The folder to write to. */
  readonly folder: string
  /** The names of the dumps and sections that are to be written. */
  readonly parts: readonly string[]
}

/** How much was written. */
export interface Written {
  readonly files: number
  readonly bytes: number
  /** The dump that it is. */
  readonly dump?: Dump
}
