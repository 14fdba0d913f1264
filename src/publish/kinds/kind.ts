/** What a site holds of one kind, such as the pages of classes. */
import { languages, pagePath } from '../address.ts'
import { partName } from '../pages/pager.ts'
import type { Page } from '../pages/shell.ts'
import type { Resource } from '../resource.ts'
import type { Here } from '../site.ts'

/** Some of the paths of a site. */
export interface Section {
  readonly name: string
  /** How many things have their own pages and data in it. */
  readonly things: number
  /** About how many things are looked at for it. */
  readonly looks: number
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

/** The paths of some pages of a list, numbered from 1. */
const someParts = (name: string, from: number, to: number, pathsOf = inAllLanguages): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => pathsOf(partName(name, from + index))).flat()

/** The paths of all pages of a list. */
export const allParts = (name: string, count: number): string[] => someParts(name, 1, count)

/** So many pages of a list are a section. */
const inSection = 10

/**
 * The pages of a list in sections.
 *
 * @param count how many pages there are
 * @param perPage how many things each looks at
 * @param pathsOf the paths of a page
 */
export const partSections = (name: string, count: number, perPage: number, pathsOf = inAllLanguages): Section[] =>
  Array.from({ length: Math.ceil(count / inSection) }, (_, number) => {
    const [from, to] = [number * inSection + 1, Math.min(count, (number + 1) * inSection)]
    return { name: partName(name, from), things: 0, looks: (to - from + 1) * perPage, paths: () => someParts(name, from, to, pathsOf) }
  })
