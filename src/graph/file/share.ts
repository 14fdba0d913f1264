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
export function share({ parts }: QuadIndex): SharedIndex {
  const sections = sectionsOf(parts).map(([name, section]) => {
    section.needAll()
    return [name, section.items] as const
  })
  return { directory: described(parts), sections: new Map(sections) }
}

/** The graph that was handed over. */
export const sharedIndex = ({ directory, sections }: SharedIndex): QuadIndex =>
  new QuadIndex(partsFrom(directory, (name) => new Section(sections.get(name)!)))
