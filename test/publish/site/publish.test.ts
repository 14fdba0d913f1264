/** How a site comes into its folder: the same bytes each time, taken up where it was interrupted, nothing of others lost. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { publishSite } from '../../../src/publish/static/publish.ts'
import { graphOf } from '../../graph-of.ts'
import { stemma } from '../../run.ts'
import { filesIn, sumsOf, temporaryFolder } from './site-folder.ts'

const model = (id: string): string => `id: ${id}\nsource: paper\nkind: Model\nname: The ${id}\nreleased: 2022`
const graph = (...ids: string[]): ReturnType<typeof graphOf> => graphOf(ids.map(model).join('\n---\n'))

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => void (folder = temporaryFolder()))
afterEach(() => folder.remove())
const at = (...names: string[]): string => join(folder.path, ...names)

describe('a site is written', () => {
  test('into a new folder, nothing else beside it', async () => {
    const { things, files } = await publishSite(graph('a', 'b'), at('site'))
    expect(things).toBe(6)
    expect(filesIn(at('site')).size).toBe(files + 1)
    expect(readdirSync(folder.path)).toEqual(['site'])
  })

  test('the same bytes on every run', async () => {
    await publishSite(graph('a', 'b'), at('one'))
    await publishSite(graph('a', 'b'), at('two'))
    expect(sumsOf(filesIn(at('one')))).toEqual(sumsOf(filesIn(at('two'))))
  })

  test('over an earlier one: what is gone goes, what others put there stays', async () => {
    await publishSite(graph('a', 'old'), at('site'))
    mkdirSync(at('site', '.git'))
    writeFileSync(at('site', '.git', 'HEAD'), 'ref')
    writeFileSync(at('site', 'CNAME'), 'example.org')
    await publishSite(graph('a', 'new'), at('site'))
    expect(readdirSync(at('site', 'model')).filter((name) => name.endsWith('.ttl'))).toEqual(['a.ttl', 'new.ttl'])
    expect(readFileSync(at('site', 'CNAME'), 'utf8')).toBe('example.org')
    expect(existsSync(at('site', '.git', 'HEAD'))).toBe(true)
    expect(readdirSync(folder.path)).toEqual(['site'])
  })

  test('not over the files of others', async () => {
    mkdirSync(at('site'))
    writeFileSync(at('site', 'index.html'), 'mine')
    await expect(publishSite(graph('a'), at('site'))).rejects.toThrow(/holds index.html, which stemma publish has not written/)
    expect(readFileSync(at('site', 'index.html'), 'utf8')).toBe('mine')
    expect(readdirSync(folder.path)).toEqual(['site'])
  })
})

describe('the files of others', () => {
  test('in .well-known stay', async () => {
    mkdirSync(at('site', '.well-known'), { recursive: true })
    writeFileSync(at('site', '.well-known', 'security.txt'), 'mine')
    await publishSite(graph('a'), at('site'))
    await publishSite(graph('b'), at('site'))
    expect(readFileSync(at('site', '.well-known', 'security.txt'), 'utf8')).toBe('mine')
    expect(existsSync(at('site', '.well-known', 'void'))).toBe(true)
  })

  test.each(['dump/mine.txt', 'organization/mine.txt', 'query.html', 'model/x'])('%s is not replaced', async (name) => {
    mkdirSync(dirname(at('site', name)), { recursive: true })
    writeFileSync(at('site', name), 'mine')
    const maker = graphOf(`${model('a')}\nproducer: maker\n---\nid: maker\nsource: paper\nkind: Organization\nname: Maker`)
    await expect(publishSite(maker, at('site'))).rejects.toThrow('which stemma publish has not written')
    expect(filesIn(at('site')).size).toBe(1)
  })

  test('are safe from a list that names them', async () => {
    mkdirSync(at('site', '.git'), { recursive: true })
    writeFileSync(at('site', '.git', 'HEAD'), 'ref')
    writeFileSync(at('site', '.stemma-site.json'), JSON.stringify({ names: ['..', '.', '.git', 'a/../../b'] }))
    await publishSite(graph('a'), at('site'))
    expect(existsSync(at('site', '.git', 'HEAD'))).toBe(true)
    expect(existsSync(at('site', 'index.html'))).toBe(true)
  })
})

test('two runs do not write one site', async () => {
  mkdirSync(at('.site.stemma-part'))
  writeFileSync(at('.site.stemma-part', '.stemma-lock'), `${process.ppid}\n`)
  await expect(publishSite(graph('a'), at('site'))).rejects.toThrow(`process ${process.ppid}, is writing this site`)
  // Of a process that is gone, nothing is left to wait for.
  writeFileSync(at('.site.stemma-part', '.stemma-lock'), '4194304000\n')
  await publishSite(graph('a'), at('site'))
  expect(readdirSync(folder.path)).toEqual(['site'])
})

describe('a run that is interrupted', () => {
  const interrupted = async (): Promise<void> => {
    const stop = new AbortController()
    const onProgress = ({ things }: { things: number }): void => {
      if (things > 0) stop.abort(new Error('stopped'))
    }
    await expect(publishSite(graph('a', 'b'), at('site'), { signal: stop.signal, onProgress })).rejects.toThrow('stopped')
  }

  test('leaves no site, and the next one takes it up', async () => {
    await interrupted()
    expect(existsSync(at('site'))).toBe(false)
    const { resumed } = await publishSite(graph('a', 'b'), at('site'))
    expect(resumed).toBeGreaterThan(0)
    await publishSite(graph('a', 'b'), at('whole'))
    expect(sumsOf(filesIn(at('site')))).toEqual(sumsOf(filesIn(at('whole'))))
  })

  test('is not taken up for another graph', async () => {
    await interrupted()
    const { resumed } = await publishSite(graph('a', 'c'), at('site'))
    expect(resumed).toBe(0)
    expect(existsSync(at('site', 'model', 'b.html'))).toBe(false)
  })
})

test('the command says what it wrote, and where a base is needed', async () => {
  const source = at('data.yaml')
  writeFileSync(source, `${model('a').replace('source: paper', 'source: s')}\n---\nkind: Document\nid: s\nsource: s\nname: S`)
  const { code, err } = await stemma(['publish', at('site'), '--graph', source, '--base', 'https://example.org/x/'])
  expect(err).toMatch(/site: 2 things, \d+ files, /)
  expect(code).toBe(0)
  expect(readFileSync(at('site', 'model', 'a.ttl'), 'utf8')).toContain('<https://example.org/x/model/>')
  await stemma(['build', source, '-o', at('g.stemma')])
  const other = await stemma(['publish', at('other'), '--graph', at('g.stemma'), '--base', 'https://example.org/x/'])
  expect(other.code).toBe(2)
  expect(other.err).toContain('was built with the base https://w3id.org/stemma/')
  const hash = await stemma(['publish', at('other'), '--graph', source, '--base', 'https://example.org/x#'])
  expect(hash.code).toBe(2)
  expect(hash.err).toContain('a web address that ends in /')
})
