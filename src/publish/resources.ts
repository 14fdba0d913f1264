/** Everything that a site holds, by path: what the static site writes, and what the server answers with. */
import { classInIri } from '../model/iri.ts'
import { classNames, classOf, type ClassName } from '../model/vocabulary.ts'
import { languages, nameAt, pageAt, pagePath } from './address.ts'
import { dataFormats, entityData } from './entity-data.ts'
import { drawnLineage } from './entity/lineage.ts'
import { lastFew } from './last-few.ts'
import { classPage } from './pages/class.ts'
import { entityPage } from './pages/entity.ts'
import { partAt, partName } from './pages/pager.ts'
import { documentOf, type Page } from './pages/shell.ts'
import { sourcePage } from './pages/source.ts'
import { homePage } from './pages/home.ts'
import { claimsOfSource, type Contents } from './contents.ts'
import type { Here, Site } from './site.ts'

/** What is at a path. */
export interface Resource {
  readonly mediaType: string
  readonly body: string | Uint8Array
}

/** So many things stand on one page of a class, and so many statements on one page of a source. */
const perPage = { things: 500, statements: 400 } as const

/** A site whose resources can be asked for. */
export interface Resources {
  /** What is at a path; undefined where there is nothing. */
  at(path: string): Resource | undefined
  /** All paths, what belongs together one after another. */
  paths(): Iterable<string>
}

/** The resources of a site. */
export function resourcesOf(site: Site, contents: Contents): Resources {
  const { graph } = site
  const lineage = lastFew((iri) => drawnLineage(graph, iri))
  const data = lastFew((iri) => entityData(graph, iri))
  const said = lastFew((iri) => claimsOfSource(graph, iri))

  /** The page of a name. */
  function page(here: Here, name: string): Page | undefined {
    if (name === 'index') return homePage(here, contents)
    const part = partAt(name)
    if (part.name.startsWith('class/')) return pageOfClass(here, part.name.slice('class/'.length), part.number)
    if (part.name.startsWith('source/')) return pageOfSource(here, part.name.slice('source/'.length), part.number)
    const iri = graph.base + name
    return thing(iri) ? entityPage(here, iri, name, lineageOf(iri)) : undefined
  }

  const thing = (iri: string): ClassName | undefined => (classInIri(iri, graph.base) ? graph.entity(iri)?.className : undefined)
  const lineageOf = (iri: string): ReturnType<typeof drawnLineage> => (drawn.has(thing(iri)!) ? lineage(iri) : undefined)

  function pageOfClass(here: Here, segment: string, number: number): Page | undefined {
    const className = classNames.find((name) => classOf(name).segment === segment)
    const things = className && contents.things.get(className)
    if (!things) return undefined
    const of = pagesOf(things.length, perPage.things)
    if (number > of) return undefined
    const shown = things.slice((number - 1) * perPage.things, number * perPage.things)
    return classPage(here, className, shown, { number, of }, things.length)
  }

  function pageOfSource(here: Here, id: string, number: number): Page | undefined {
    const iri = `${graph.base}document/${id}`
    if (thing(iri) === undefined) return undefined
    const { count, from } = said(iri)
    const of = pagesOf(count, perPage.statements)
    return number > of
      ? undefined
      : sourcePage(here, iri, from((number - 1) * perPage.statements, perPage.statements), { number, of }, count)
  }

  function* paths(): Generator<string> {
    const pages = function* (name: string): Generator<string> {
      for (const language of languages) yield pagePath(name, language)
    }
    for (const { path } of site.assets.values()) yield path
    yield* pages('index')
    for (const [className, things] of contents.things) {
      const name = `class/${classOf(className).segment}`
      for (let number = 1; number <= pagesOf(things.length, perPage.things); number++) yield* pages(partName(name, number))
    }
    for (const things of contents.things.values())
      for (const iri of things) {
        const name = nameAt(iri, graph.base)
        if (name === undefined) continue
        yield* pages(name)
        for (const { extension } of dataFormats) yield `${name}.${extension}`
      }
    for (const iri of contents.things.get('Document') ?? []) {
      const name = nameAt(iri, graph.base)?.replace(/^document\//, 'source/')
      if (name === undefined) continue
      const { count } = said(iri)
      for (let number = 1; number <= pagesOf(count, perPage.statements); number++) yield* pages(partName(name, number))
    }
  }

  return {
    paths,
    at(path) {
      const asset = [...site.assets.values()].find((one) => one.path === path)
      if (asset) return asset
      const found = pageAt(path)
      if (found) {
        const here: Here = { site, language: found.language, path }
        const content = page(here, found.name)
        return content && { mediaType: 'text/html', body: documentOf(here, content) }
      }
      const dot = path.lastIndexOf('.')
      const form = dataFormats.find(({ extension }) => extension === path.slice(dot + 1))
      const iri = graph.base + path.slice(0, Math.max(dot, 0))
      return form && thing(iri) ? { mediaType: form.format.mediaType, body: data(iri)(form) } : undefined
    },
  }
}

const drawn: ReadonlySet<ClassName> = new Set(['Model', 'Dataset'])

const pagesOf = (count: number, each: number): number => Math.max(1, Math.ceil(count / each))
