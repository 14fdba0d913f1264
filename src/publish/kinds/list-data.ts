/** The pages of lists as data, for programs. */
import type { Quad } from '@rdfjs/types'
import { outlineOf } from '../../formats/outline.ts'
import { namedNode, quad } from '../../model/claim.ts'
import { prefixesFor } from '../../model/iri.ts'
import { rememberFew } from '../../remember.ts'
import type { DataFormat } from '../entity-data.ts'
import { partName, type Part } from '../pages/pager.ts'
import type { Page } from '../pages/shell.ts'
import type { Resource } from '../resource.ts'
import { inAllLanguages } from './kind.ts'

/** The relations of a page to those beside it (https://www.w3.org/1999/xhtml/vocab). */
const xhv = 'http://www.w3.org/1999/xhtml/vocab#'

/** What is on a page of a list, which page it is, and the statements that it stands for. */
interface Listed {
  readonly part: Part
  quads(): readonly Quad[]
}

/** The data of the pages of some lists. */
export interface ListData {
  /** The data at a path; undefined where there is none. */
  file(path: string): Resource | undefined
  /** The paths of a page and its data. */
  pathsOf(name: string): string[]
  /** The forms of a page beside itself. */
  alternates(name: string): Required<Pick<Page, 'alternates'>>['alternates']
}

/**
 * Gives the pages of lists as data too. Where a list has several pages, its data name those before and after, which is all that tells a
 * program that there are more.
 *
 * @param formats in which serialisations
 * @param at what is on the page of a name
 */
export function listData(base: string, formats: readonly DataFormat[], at: (name: string) => Listed | undefined): ListData {
  const outline = rememberFew((name) => {
    const listed = at(name)
    return listed && outlineOf([...listed.quads(), ...besides(base, name, listed.part)])
  })
  const path = (name: string, { extension }: DataFormat): string => `${name}.${extension}`
  return {
    file(wanted) {
      const form = formats.find(({ extension }) => wanted.endsWith(`.${extension}`))
      const found = form && outline(wanted.slice(0, -form.extension.length - 1))
      return found && { mediaType: form.format.mediaType, body: form.format.writeOutline(found, prefixesFor(base)) }
    },
    pathsOf: (name) => [...inAllLanguages(name), ...formats.map((form) => path(name, form))],
    alternates: (name) => formats.map((form) => ({ mediaType: form.format.mediaType, path: path(name, form) })),
  }
}

function besides(base: string, name: string, { number, of }: Part): Quad[] {
  const list = number === 1 ? name : name.slice(0, name.lastIndexOf('/'))
  const page = (at: number): ReturnType<typeof namedNode> => namedNode(base + partName(list, at))
  const to = (relation: string, at: number): Quad[] =>
    at >= 1 && at <= of ? [quad(page(number), namedNode(xhv + relation), page(at))] : []
  return [...to('prev', number - 1), ...to('next', number + 1)]
}
