/** Loads plugins: files of JavaScript, which run with the rights of whoever calls. */
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fileError, inOrder, StemmaError, type Place } from '../../errors.ts'
import { requirePlainFile } from '../plain-file.ts'
import type { SourceFormat } from '../source.ts'
import { pluginProblems, type Exported } from './check.ts'
import { importFile } from './import-file.ts'
import { sourceTools, type SourcePlugin } from './plugin.ts'
import { messageOf } from './thrown.ts'

/**
 * Loads plugins.
 *
 * @param files ECMAScript or CommonJS modules whose default export is a `SourcePlugin`
 * @throws StemmaError with all that is wrong with all of them: `bad-plugin`, or that a file cannot be read
 */
export async function loadPlugins(files: readonly string[]): Promise<SourceFormat[]> {
  const errors: StemmaError[] = []
  const exported: Exported[] = []
  for (const file of files)
    try {
      exported.push({ file, ...(await exportedBy(file)) })
    } catch (error) {
      errors.push(error as StemmaError)
    }
  const bad = pluginProblems(exported)
  const problems = [...errors.flatMap(({ problems }) => problems), ...bad]
  if (problems.length > 0)
    throw new StemmaError(inOrder(problems), bad.length === 0 && errors.every(({ failure }) => failure === 'outside') ? 'outside' : 'input')
  return exported.map(({ value }) => value as SourceFormat)
}

/** What a file exports; in an object, since a promise would look into it. */
async function exportedBy(file: string): Promise<{ readonly value: unknown }> {
  try {
    requirePlainFile(statSync(file), file)
  } catch (error) {
    throw fileError(error, file)
  }
  try {
    const { default: exported } = (await importFile(pathToFileURL(resolve(file)).href)) as { default?: SourcePlugin }
    return { value: typeof exported === 'function' ? exported(sourceTools) : exported }
  } catch (error) {
    throw new StemmaError({
      code: 'bad-plugin',
      message: `the plugin cannot be loaded: ${messageOf(error)}`,
      place: placeIn(file, error),
      hint: 'a plugin is a module of JavaScript; node FILE.js shows more of the error',
    })
  }
}

/** The line of a file from which an error came. A module that is no JavaScript has none in its error: Node tells it to whoever asks it to check. */
function placeIn(file: string, error: unknown): Place {
  const path = resolve(file)
  const of = (text = ''): Place | undefined => {
    const name = [pathToFileURL(path).href, path].find((one) => text.includes(`${one}:`))
    const [, line, column] =
      name === undefined ? [] : (/^(\d+)(?::(\d+))?/.exec(text.slice(text.indexOf(`${name}:`) + name.length + 1)) ?? [])
    return line === undefined ? undefined : { file, line: Number(line), ...(column !== undefined && { column: Number(column) }) }
  }
  const stack = error instanceof Error ? error.stack : undefined
  const checked = (): string => spawnSync(process.execPath, ['--check', path], { encoding: 'utf8', timeout: 10_000 }).stderr
  return of(stack) ?? (error instanceof SyntaxError ? of(checked()) : undefined) ?? { file }
}
