/** The files that pages load: styles, scripts, pictures. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { siteFiles } from '../package-files.ts'
import type { Asset } from './site.ts'

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
}

/**
 * The files that come with Stemma, by name. In the path of each stands its checksum, so that it may be kept for ever.
 *
 * @param folder where they are; that of the source tree has no scripts, which are made when the package is built
 */
export function siteAssets(folder = siteFiles): Map<string, Asset> {
  return new Map(
    readdirSync(folder)
      .sort()
      .flatMap((name) => {
        const extension = extname(name)
        const mediaType = mediaTypes[extension]
        if (mediaType === undefined) return []
        const body = readFileSync(join(folder, name))
        const checksum = createHash('sha256').update(body).digest('hex').slice(0, 10)
        return [[name, { path: `assets/${name.slice(0, -extension.length)}-${checksum}${extension}`, mediaType, body }] as const]
      }),
  )
}
