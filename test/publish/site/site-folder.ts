/** A published site in a temporary folder, as a reader of files sees it. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import type { Graph } from '../../../src/graph/graph.ts'
import { publishSite, type PublishOptions } from '../../../src/publish/static/publish.ts'

/** A folder that is gone when the tests are over. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'stemma-site-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** The files of a folder, by their path in it with slashes. */
export function filesIn(folder: string): Map<string, Buffer> {
  const walk = (at: string): string[] =>
    readdirSync(at).flatMap((name) => (statSync(join(at, name)).isDirectory() ? walk(join(at, name)) : [join(at, name)]))
  return new Map(
    walk(folder)
      .sort()
      .map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file)]),
  )
}

/** What files hold, told by checksums, since comparing bytes one by one takes long. */
export const sumsOf = (files: ReadonlyMap<string, Buffer>): Record<string, string> =>
  Object.fromEntries([...files].map(([path, content]) => [path, createHash('sha256').update(content).digest('hex')]))

/** The files of the site of a graph. */
export async function siteOf(graph: Graph, options: PublishOptions = {}): Promise<Map<string, Buffer>> {
  const { path, remove } = temporaryFolder()
  try {
    await publishSite(graph, join(path, 'site'), options)
    return filesIn(join(path, 'site'))
  } finally {
    remove()
  }
}

/** The links of a page: what it leads to and what it loads. */
export const linksOf = (page: string): string[] =>
  [...page.matchAll(/<(?:a|link|script|img)\s[^>]*?(?:href|src)="([^"]*)"/g)].map(([, url]) =>
    url!.replaceAll('&amp;', '&').replaceAll('&#39;', "'"),
  )

/** The paths of a site that its pages lead to and that are not there, each with a page that leads to it; anchors too. */
export function brokenLinks(files: ReadonlyMap<string, Buffer>, root = 'https://site.example/'): string[] {
  const ids = new Map<string, Set<string>>()
  const idsOf = (path: string): Set<string> => {
    if (!ids.has(path))
      ids.set(
        path,
        new Set(
          [
            ...files
              .get(path)!
              .toString()
              .matchAll(/\sid="([^"]*)"/g),
          ].map(([, id]) => id!),
        ),
      )
    return ids.get(path)!
  }
  const broken = new Map<string, string>()
  for (const [path, content] of files) {
    if (!path.endsWith('.html')) continue
    for (const link of linksOf(content.toString())) {
      const url = new URL(link, root + path)
      if (!url.href.startsWith(root)) continue
      const target = url.pathname.slice(1)
      const anchor = decodeURIComponent(url.hash.slice(1))
      const isThere =
        files.has(target) && (anchor === '' || !target.endsWith('.html') || anchor.startsWith('query=') || idsOf(target).has(anchor))
      if (!isThere) broken.set(target + url.hash.slice(0, 60), path)
    }
  }
  return [...broken].map(([target, path]) => `${path} → ${target}`)
}
