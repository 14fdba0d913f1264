/** How subjects are written in a format. */
import type { QuadIndex } from '../index/quad-index.ts'
import type { ByteSink } from './byte-sink.ts'
import type { Track } from './track.ts'

/** How subjects are written. */
interface Style {
  /** What stands before all subjects, and behind them. */
  readonly head: Uint8Array
  readonly foot: Uint8Array
  /** A predicate as it is written, with what stands around it: the lead of its track. */
  readonly lead: (predicate: number) => Uint8Array
  /**
   * Writes a subject's triples.
   *
   * @param isFirst whether it is the first subject of which something is written; only known where `stands` tells it
   */
  readonly write: (subject: number, own: readonly Track[], isFirst: boolean) => void
  /** Whether something is written of the subject of a track; only where it matters which subject is the first. */
  readonly stands?: (track: Track) => boolean
}

/**
 * Makes the style for a graph.
 *
 * @param named whether named graphs are written too; otherwise only the default graph is
 */
export type StyleOf = (index: QuadIndex, sink: ByteSink, named: boolean) => Style
