/** A graph that threads have together: its memory is shared, the rest is cloned. */
import { QuadIndex } from '../index/quad-index.ts'
import { Section, type Items } from '../index/section.ts'
import { described, partsFrom, sectionsOf, type Directory } from './layout.ts'

/** What a thread is handed. */
export interface SharedIndex {
  readonly directory: Omit<Directory, 'sections'>
  readonly sections: ReadonlyMap<string, Items>
}

/** A graph as it is handed to other threads; what of it is still in its file is read first, and throws as that does. */
export const share = (index: QuadIndex): SharedIndex => handed(index, () => true)

/** The same for threads that need not know what leads backward, so that this is as it is: it may not be there yet. */
export const shareForward = (index: QuadIndex): SharedIndex => handed(index, (name) => !name.startsWith('backward.'))

function handed({ parts }: QuadIndex, needed: (name: string) => boolean): SharedIndex {
  const sections = sectionsOf(parts).map(([name, section]) => {
    if (needed(name)) section.needAll()
    return [name, section.items] as const
  })
  return { directory: described(parts), sections: new Map(sections) }
}

/** The graph that was handed over. */
export const sharedIndex = ({ directory, sections }: SharedIndex): QuadIndex =>
  new QuadIndex(partsFrom(directory, (name) => new Section(sections.get(name)!)))
