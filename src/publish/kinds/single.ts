/** Pages and files of which there is one. */
import type { Contents } from '../contents.ts'
import { homePage } from '../pages/home.ts'
import { ontologyPage } from '../pages/ontology.ts'
import { aboutPage } from '../pages/about.ts'
import { queryPage } from '../pages/query.ts'
import type { Page } from '../pages/shell.ts'
import type { Here, Site } from '../site.ts'
import { inAllLanguages, type Kind } from './kind.ts'
import { dumpFiles, siteFiles, sitemaps } from './site-files.ts'

const pages: Readonly<Record<string, (here: Here, contents: Contents) => Page>> = {
  index: homePage,
  ontology: ontologyPage,
  about: aboutPage,
  query: queryPage,
}

/** The paths of what tells of the dumps, which are to be there before. */
export const afterDumps = (): string[] => [...['about', 'query'].flatMap(inAllLanguages), ...dumpFiles.keys()]

/** The home page, the ontology, the dataset, the query page; assets; and what robots and catalogues look for. */
export function single(site: Site, contents: Contents): Kind {
  const assets = new Map([...site.assets.values()].map((asset) => [asset.path, asset]))
  const maps = sitemaps(site, contents)
  return {
    page: (here, name) => (Object.hasOwn(pages, name) ? pages[name]!(here, contents) : undefined),
    file: (path) => assets.get(path) ?? (siteFiles.get(path) ?? dumpFiles.get(path) ?? maps.get(path))?.(site, contents),
    sections: () => [
      {
        name: 'site',
        things: 0,
        looks: 0,
        paths: () => [...assets.keys(), ...['index', 'ontology'].flatMap(inAllLanguages), ...siteFiles.keys(), ...maps.keys()],
      },
    ],
  }
}
