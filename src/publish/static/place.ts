/** A site that is whole takes its place. */
import { existsSync, readFileSync, renameSync, rmSync, rmdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileError, StemmaError } from '../../errors.ts'
import { journalName } from './journal.ts'
import { makeFolder, namesInFolder } from './folder.ts'

/** Lists what in a folder belongs to the site, so that the next one replaces just that. */
const listName = '.stemma-site.json'

/** The names at the top of a site that is in a folder. */
function listed(folder: string): string[] {
  try {
    const { names } = JSON.parse(readFileSync(join(folder, listName), 'utf8')) as { names: unknown }
    return Array.isArray(names) ? names.filter((name): name is string => typeof name === 'string' && basename(name) === name) : []
  } catch {
    return []
  }
}

/** Names that a site has in any case; others, such as `.git` or `CNAME`, are nothing to it. */
const typical: readonly string[] = ['index.html', 'assets', 'model', 'zh', 'class', 'about.html', 'robots.txt', 'sitemap.xml']

/**
 * Refuses a folder in which a site would replace the files of others.
 *
 * @throws StemmaError `not-a-site`
 */
export function requirePlace(folder: string): void {
  const own = new Set(listed(folder))
  const foreign = namesInFolder(folder).filter((name) => typical.includes(name) && !own.has(name))
  if (foreign.length > 0)
    throw new StemmaError(
      {
        code: 'not-a-site',
        message: `holds ${foreign.slice(0, 3).join(', ')}, which stemma publish has not written and would replace`,
        place: { file: folder },
        hint: 'name an empty folder, or one that stemma publish has filled',
      },
      'usage',
    )
}

/**
 * Moves a site into its folder: what the last site left there goes, what else is there stays.
 *
 * @param part the folder in which it was written, on the same file system
 * @throws StemmaError `file-…`
 */
export function placeSite(part: string, folder: string): void {
  try {
    rmSync(join(part, journalName), { force: true })
    const names = namesInFolder(part).filter((name) => name !== listName)
    writeFileSync(join(part, listName), `${JSON.stringify({ names: [...names, listName] })}\n`)
    if (namesInFolder(folder).length === 0) {
      if (existsSync(folder)) rmdirSync(folder)
      makeFolder(dirname(folder))
      return renameSync(part, folder)
    }
    const old = `${part}.old`
    rmSync(old, { recursive: true, force: true })
    makeFolder(old)
    const before = listed(folder)
    for (const name of new Set([...before, ...names, listName])) {
      if (existsSync(join(folder, name))) renameSync(join(folder, name), join(old, name))
      if (existsSync(join(part, name))) renameSync(join(part, name), join(folder, name))
    }
    rmSync(part, { recursive: true, force: true })
    rmSync(old, { recursive: true, force: true })
  } catch (error) {
    throw error instanceof StemmaError ? error : fileError(error, folder)
  }
}
