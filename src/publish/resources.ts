/** Everything that a site holds, by path: what the static site writes, and what the server answers with. */
import { absent } from '../graph/index/terms.ts'
import { namedNode } from '../model/claim.ts'
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
import { queryPage } from './pages/query.ts'
import { sourcePage } from './pages/source.ts'
import { aboutPage } from './pages/about.ts'
import { homePage } from './pages/home.ts'
import { ontologyPage } from './pages/ontology.ts'
import { claimsOfSource, type Contents } from './contents.ts'
import type { Resource } from './resource.ts'
import { dumpFiles, siteFiles, sitemaps } from './site-files.ts'
import type { Here, Site } from './site.ts'

/** So many things stand on one page of a class, and so many statements on one page of a source. */
const perPage = { things: 500, statements: 400 } as const

/** So many things are written by one worker before it looks for other work. */
const perSection = 100

/** A site whose resources can be asked for. */
export interface Resources {
  /** What is at a path; undefined where there is nothing. */
  at(path: string): Resource | undefined
  /** All paths but the last ones, in sections that can be written apart from each other. */
  sections(): Section[]
  /** The paths of what tells of the dumps, which are to be there before. */
  lastPaths(): string[]
}

/** Some of the paths of a site. */
interface Section {
  readonly name: string
  /** How many things it is about. */
  readonly things: number
  readonly paths: () => Iterable<string>
}

/** The resources of a site. */
export function resourcesOf(site: Site, contents: Contents): Resources {
  const { graph } = site
  const assets = new Map([...site.assets.values()].map((asset) => [asset.path, asset]))
  const maps = sitemaps(site, contents)
  const lineage = lastFew((iri) => drawnLineage(graph, iri))
  const data = lastFew((iri) => entityData(graph, iri))
  const said = lastFew((iri) => claimsOfSource(graph, contents, iri))

  /** The page of a name. */
  function page(here: Here, name: string): Page | undefined {
    if (Object.hasOwn(single, name)) return single[name]!(here, contents)
    const part = partAt(name)
    if (part.name.startsWith('class/')) return pageOfClass(here, part.name.slice('class/'.length), part.number)
    if (part.name.startsWith('source/')) return pageOfSource(here, part.name.slice('source/'.length), part.number)
    const iri = graph.base + name
    return thing(iri) ? entityPage(here, iri, name, lineageOf(iri)) : undefined
  }

  // The graph keeps whatever it was asked for, so it is asked only for what it has.
  const thing = (iri: string): ClassName | undefined =>
    classInIri(iri, graph.base) && graph.index.terms.find(namedNode(iri)) !== absent ? graph.entity(iri)?.className : undefined
  const lineageOf = (iri: string): ReturnType<typeof drawnLineage> => (drawn.has(thing(iri)!) ? lineage(iri) : undefined)

  function pageOfClass(here: Here, segment: string, number: number): Page | undefined {
    const className = classNames.find((name) => classOf(name).segment === segment)
    const things = className && contents.things.get(className)
    if (!things) return undefined
    const of = partsOf(things.length, perPage.things)
    if (number > of) return undefined
    const shown = things.slice((number - 1) * perPage.things, number * perPage.things)
    return classPage(here, className, shown, { number, of }, things.length)
  }

  function pageOfSource(here: Here, id: string, number: number): Page | undefined {
    const iri = `${graph.base}document/${id}`
    if (thing(iri) === undefined) return undefined
    const { count, from } = said(iri)
    const of = partsOf(count, perPage.statements)
    return number > of
      ? undefined
      : sourcePage(here, iri, from((number - 1) * perPage.statements, perPage.statements), { number, of }, count)
  }

  const bothLanguages = (name: string): string[] => languages.map((language) => pagePath(name, language))
  const pagesOf = (name: string, count: number): string[] =>
    Array.from({ length: count }, (_, index) => bothLanguages(partName(name, index + 1))).flat()

  function sections(): Section[] {
    const { things } = contents
    const classes = [...things].map(([className, all]): Section => ({
      name: `class/${classOf(className).segment}`,
      things: 0,
      paths: () => pagesOf(`class/${classOf(className).segment}`, partsOf(all.length, perPage.things)),
    }))
    const entities = [...things].flatMap(([className, all]) =>
      Array.from({ length: partsOf(all.length, perSection) }, (_, number): Section => {
        const own = all.slice(number * perSection, (number + 1) * perSection)
        return { name: `${classOf(className).segment}/${number}`, things: own.length, paths: () => own.flatMap(pathsOfThing) }
      }),
    )
    const sources = (things.get('Document') ?? []).flatMap((iri): Section[] => {
      const name = nameAt(iri, graph.base)?.replace(/^document\//, 'source/')
      return name === undefined ? [] : [{ name, things: 0, paths: () => pagesOf(name, partsOf(said(iri).count, perPage.statements)) }]
    })
    return [
      {
        name: 'site',
        things: 0,
        paths: () => [...assets.keys(), ...bothLanguages('index'), ...bothLanguages('ontology'), ...siteFiles.keys(), ...maps.keys()],
      },
      ...classes,
      ...entities,
      ...sources,
    ]
  }

  function pathsOfThing(iri: string): string[] {
    const name = nameAt(iri, graph.base)
    return name === undefined ? [] : [...bothLanguages(name), ...dataFormats.map(({ extension }) => `${name}.${extension}`)]
  }

  return {
    sections,
    lastPaths: () => [...bothLanguages('about'), ...bothLanguages('query'), ...dumpFiles.keys()],
    at(path) {
      const file = siteFiles.get(path) ?? dumpFiles.get(path) ?? maps.get(path)
      if (file) return file(site, contents)
      const asset = assets.get(path)
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

/** The pages of which there is one. */
const single: Readonly<Record<string, (here: Here, contents: Contents) => Page>> = {
  index: homePage,
  about: aboutPage,
  query: queryPage,
  ontology: ontologyPage,
}

const drawn: ReadonlySet<ClassName> = new Set(['Model', 'Dataset'])

const partsOf = (count: number, each: number): number => Math.max(1, Math.ceil(count / each))
