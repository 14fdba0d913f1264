import { head } from './compiled.ts'
import { questionOf } from './parse.ts'
import { savedQueries } from './saved.ts'

/**
 * All saved questions, parsed under the prefixes of a base, as `compiled` reads them.
 *
 * @throws StemmaError as `questionOf`, for a question that is none
 */
export async function compile(base: string): Promise<string> {
  let lines = ''
  for (const { name, sparql } of savedQueries())
    lines += `${head(sparql, base)},${JSON.stringify(await questionOf(sparql, base, `queries/${name}.rq`))}]\n`
  return lines
}
