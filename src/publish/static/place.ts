/** A site that is whole takes its place. */
import { existsSync, mkdtempSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileError, StemmaError } from '../../errors.ts'
import { journalName, lockName } from './journal.ts'
import { makeFolder, namesInFolder } from './folder.ts'

/** Lists what in a folder belongs to the site, so that the next one replaces just that. */
const listName = '.stemma-site.json'

/** What a site may have at its top; a list that names anything else is not ours. */
const possible = /^(?:[a-z][a-z0-9-]*(?:\.[a-z0-9]+)?|\.nojekyll|\.stemma-site\.json|\.well-known\/void)$/

/** The names at the top of a site that is in a folder. */
function listed(folder: string): string[] {
  try {
    const { names } = JSON.parse(readFileSync(join(folder, listName), 'utf8')) as { names: unknown }
    return Array.isArray(names) ? names.filter((name): name is string => typeof name === 'string' && possible.test(name)) : []
  } catch {
    return []
  }
}

/** The names at the top of a folder; others too have files in `.well-known`, so there each stands for itself. */
const topOf = (folder: string): string[] =>
  namesInFolder(folder).flatMap((name) =>
    name === '.well-known' ? namesInFolder(join(folder, name)).map((file) => `${name}/${file}`) : [name],
  )

/** Names that every site has, by which a folder of others is known before anything is written. */
const typical: readonly string[] = ['index.html', 'assets', 'model', 'zh', 'class', 'about.html', 'robots.txt', 'sitemap.xml', 'dump']

/**
 * Refuses a folder in which a site would replace the files of others.
 *
 * @param names what the site has at its top
 * @throws StemmaError `not-a-site`
 */
export function requirePlace(folder: string, names: readonly string[] = typical): void {
  const own = new Set(listed(folder))
  const foreign = topOf(folder).filter((name) => names.includes(name) && !own.has(name))
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
 * The folder in which a site is written: beside its own, so that nothing that is not whole is ever there; within it where nothing can be
 * moved there from beside it, since it is a mount point, or nobody may write to the folder above it.
 */
export function partFolder(folder: string): string {
  const name = '.stemma-part'
  return !existsSync(folder) || canMoveInto(folder) ? `${hiddenBeside(folder)}${name}` : join(folder, name)
}

const hiddenBeside = (folder: string): string => join(dirname(folder), `.${basename(folder)}`)

/** Whether what is beside a folder can be moved into it. It is tried, since what is mounted from the same device looks like no mount point. */
function canMoveInto(folder: string): boolean {
  let probe: string | undefined
  try {
    probe = mkdtempSync(`${hiddenBeside(folder)}.stemma-probe-`)
    const moved = join(folder, basename(probe))
    renameSync(probe, moved)
    rmdirSync(moved)
    return true
  } catch {
    if (probe !== undefined) rmSync(probe, { recursive: true, force: true })
    return false
  }
}

/**
 * Moves a site into its folder: what the last site left there goes, what else is at the top of the folder stays.
 *
 * @param part the folder in which it was written, on the same file system
 * @throws StemmaError `not-a-site`; `file-…`
 */
export function placeSite(part: string, folder: string): void {
  const names = topOf(part).filter((name) => ![listName, journalName, lockName].includes(name))
  requirePlace(folder, names)
  try {
    const before = listed(folder)
    const old = `${part}.old`
    rmSync(old, { recursive: true, force: true })
    makeFolder(folder)
    // First of all, so that whatever stops the moving, the next run knows what is ours.
    writeList(folder, [...new Set([...before, ...names])])
    for (const name of new Set([...before, ...names])) {
      if (name === listName) continue
      if (existsSync(join(folder, name))) move(join(folder, name), join(old, name))
      if (existsSync(join(part, name))) move(join(part, name), join(folder, name))
    }
    writeList(folder, names)
    rmSync(part, { recursive: true, force: true })
    rmSync(old, { recursive: true, force: true })
  } catch (error) {
    throw fileError(error, folder)
  }
}

function writeList(folder: string, names: readonly string[]): void {
  writeFileSync(join(folder, listName), `${JSON.stringify({ names: [...names, listName] })}\n`)
}

function move(from: string, to: string): void {
  makeFolder(dirname(to))
  renameSync(from, to)
}
