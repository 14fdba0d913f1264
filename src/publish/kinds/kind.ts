/** What a site holds of one kind, such as the pages of classes. */
import { languages, pagePath } from '../address.ts'
import { partName } from '../pages/pager.ts'
import type { Page } from '../pages/shell.ts'
import type { Resource } from '../resource.ts'
import type { Here } from '../site.ts'

/** Some of the paths of a site. */
export interface Section {
  readonly name: string
  /** How many things it is about. */
  readonly things: number
  readonly paths: () => Iterable<string>
}

/** Pages and files of one kind. */
export interface Kind {
  /** The page of a name; undefined where it is none of this kind, or there is none. */
  page?(here: Here, name: string): Page | undefined
  /** What is at a path that is no page's. */
  file?(path: string): Resource | undefined
  /** All paths, in sections that can be written apart from each other. */
  sections(): Section[]
}

/** The paths of a page in all languages. */
export const inAllLanguages = (name: string): string[] => languages.map((language) => pagePath(name, language))

/** The paths of all pages of a list. */
export const allParts = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => inAllLanguages(partName(name, index + 1))).flat()
