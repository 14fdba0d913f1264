/** docs/plugins.md: its plugin reads its table with the packaged program and the library, and what it prints is what the page says. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageFile } from '../../../src/package-files.ts'
import { blocksIn } from '../../blocks.ts'
import { inFolder } from '../../graph-of.ts'

const page = (language: string): string => blocksIn('docs/plugins.md', language)[0]!
const files = { 'MODELS.tsv': page('tsv'), 'models-tsv.mjs': page('js'), 'program.mjs': page('ts'), 'package.json': '{}' }

test('the example', () =>
  inFolder(files, (cwd) => {
    const printed = page('sh')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        expect(line).toMatch(/^stemma /)
        const args = [packageFile('dist/stemma.cjs'), ...line.split(' ').slice(1)]
        const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' })
        expect([line, status]).toEqual([line, 0])
        return `$ ${line}\n${stdout}${stderr.replace(/(^time +)[\d.]+ s/m, '$1… s')}`
      })
    expect(`${printed.join('\n').trimEnd()}\n`).toBe(page('text'))
  }))

test('the program', () =>
  inFolder(files, (cwd) => {
    mkdirSync(join(cwd, 'node_modules'))
    symlinkSync(packageFile('.'), join(cwd, 'node_modules', 'stemma'))
    const { stdout, stderr } = spawnSync(process.execPath, ['program.mjs'], { cwd, encoding: 'utf8' })
    expect([stdout.split('\n').sort(), stderr]).toEqual([
      ['', 'Curation', 'Our models', 'bloomz-7b1', 'owl-chat', 'owl-chat, fine-tuning', 'owl-mini'],
      '',
    ])
  }))
