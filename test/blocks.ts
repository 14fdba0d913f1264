/** The blocks of code of a page, for tests that run what the page shows. */
import { readFileSync } from 'node:fs'
import { packageFile } from '../src/package-files.ts'

/** The contents of a page's blocks in a language, in their order. */
export const blocksIn = (page: string, language: string): string[] =>
  [...readFileSync(packageFile(page), 'utf8').matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, content]) => content!,
  )
