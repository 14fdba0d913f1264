/** Subject by subject through the triples of several predicates at once, without looking each subject up in each. */
import type { Relation } from '../index/relation.ts'

/** Greater than every subject. */
const none = 0xffff_ffff

/** The triples of a predicate, of which those of one subject are at hand. */
export class Track {
  readonly relation: Relation
  /** The predicate as it is written, with what stands around it. */
  readonly lead: Uint8Array
  subject = none
  #rank = -1

  constructor(relation: Relation, lead: Uint8Array) {
    this.relation = relation
    this.lead = lead
  }

  /** Goes to the first subject that is no less than a number. */
  seek(number: number): void {
    const { keys } = this.relation.forward
    const subject = keys.next(number)
    this.#rank = subject < 0 ? -1 : keys.rankOf(subject)
    this.subject = subject < 0 ? none : subject
  }

  /** Goes to the next subject. */
  advance(): void {
    const subject = this.relation.forward.keys.after(this.subject, this.#rank++)
    this.subject = subject < 0 ? none : subject
  }

  /** Where the edges of the subject begin. */
  get start(): number {
    return this.relation.forward.start(this.#rank)
  }

  /** Where they end. */
  get end(): number {
    return this.relation.forward.end(this.#rank)
  }

  /** The number of the set of graphs of an edge. */
  setOf(edge: number): number {
    return this.relation.uniform ?? this.relation.forward.setOf(edge)
  }
}

/**
 * Calls a function for each subject among the numbers from one up to another, ascending, with those of the tracks that have
 * triples of it; the list is used again for the next one.
 */
export function eachSubject(
  tracks: readonly Track[],
  from: number,
  to: number,
  use: (subject: number, own: readonly Track[]) => void,
): void {
  const own: Track[] = []
  let subject = none
  for (const track of tracks) {
    track.seek(from)
    subject = Math.min(subject, track.subject)
  }
  while (subject < to) {
    own.length = 0
    for (const track of tracks) if (track.subject === subject) own.push(track)
    use(subject, own)
    for (const track of own) track.advance()
    subject = none
    for (const track of tracks) if (track.subject < subject) subject = track.subject
  }
}

/**
 * The first subject among the numbers from one up to another that has a track which is wanted; the second number where there is none.
 * The tracks are anywhere afterwards.
 */
export function firstSubject(tracks: readonly Track[], from: number, to: number, isWanted: (track: Track) => boolean): number {
  let first = to
  for (const track of tracks) for (track.seek(from); track.subject < first; track.advance()) if (isWanted(track)) first = track.subject
  return first
}
