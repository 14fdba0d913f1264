/** How a site comes into its folder: the same bytes each time, taken up where it was interrupted, nothing of others lost. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { packageFile } from '../../../src/package-files.ts'
import { publishSite, type PublishProgress } from '../../../src/publish/static/publish.ts'
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

describe('a folder that nothing can be moved into from beside it', () => {
  const interruptedAndGoneOn = async (): Promise<void> => {
    writeFileSync(at('site', 'CNAME'), 'example.org')
    await publishSite(graph('a', 'old'), at('site'))
    const stop = new AbortController()
    const onProgress = ({ things }: PublishProgress): void => (things > 0 ? stop.abort(new Error('stopped')) : undefined)
    await expect(publishSite(graph('a', 'b'), at('site'), { signal: stop.signal, onProgress })).rejects.toThrow('stopped')
    expect(existsSync(at('site', 'model', 'old.html'))).toBe(true)
    writeFileSync(at('site', '.stemma-part', '.stemma-lock'), `${process.ppid}\n`)
    await expect(publishSite(graph('a', 'b'), at('site'))).rejects.toThrow('is writing this site')
    writeFileSync(at('site', '.stemma-part', '.stemma-lock'), '4194304000\n')
    const { resumed } = await publishSite(graph('a', 'b'), at('site'))
    expect(resumed).toBeGreaterThan(0)
    expect([existsSync(at('site', 'model', 'b.html')), existsSync(at('site', 'model', 'old.html'))]).toEqual([true, false])
    expect(readdirSync(at('site')).filter((name) => name.startsWith('.stemma-'))).toEqual(['.stemma-site.json'])
    expect(readFileSync(at('site', 'CNAME'), 'utf8')).toBe('example.org')
    expect(readdirSync(folder.path)).toEqual(['site'])
  }

  test.for([
    ['another device', ['-t', 'tmpfs', 'none']],
    ['the same device', ['--bind', 'site/inner']],
  ] as const)('a mount point of %s', async ([, what], { skip }) => {
    mkdirSync(at('site', 'inner'), { recursive: true })
    if (spawnSync('mount', [...what, 'site'], { cwd: folder.path }).status !== 0) skip('only root may mount')
    try {
      await interruptedAndGoneOn()
    } finally {
      spawnSync('umount', ['site'], { cwd: folder.path })
    }
  })

  test('below one that is not ours to write to', async ({ skip }) => {
    if (process.getuid?.() === 0) skip('root may write everywhere')
    mkdirSync(at('site'))
    chmodSync(folder.path, 0o555)
    try {
      await interruptedAndGoneOn()
    } finally {
      chmodSync(folder.path, 0o755)
    }
  })

  test('one that is not ours to write to either is refused before anything is written', async ({ skip }) => {
    if (process.getuid?.() === 0) skip('root may write everywhere')
    mkdirSync(at('site'), { mode: 0o555 })
    const told: unknown[] = []
    const wrong = publishSite(graph('a'), at('site'), { onProgress: (progress) => told.push(progress) })
    await expect(wrong).rejects.toThrow(/site\/\.stemma-part: may not be read or written \[file-eacces\]/)
    expect(told).toEqual([])
    expect(readdirSync(folder.path)).toEqual(['site'])
  })
})

test('several threads write the same bytes, and each part is counted once, whichever is done first', async () => {
  const one = await publishSite(graph('a', 'b'), at('one'), { workers: 1 })
  const told: PublishProgress[] = []
  const options = {
    workers: 3,
    program: packageFile('dist/publish-worker.cjs'),
    onProgress: (progress: PublishProgress) => told.push(progress),
  }
  expect(await publishSite(graph('a', 'b'), at('three'), options)).toEqual(one)
  expect(sumsOf(filesIn(at('three')))).toEqual(sumsOf(filesIn(at('one'))))
  expect(told.map(({ parts }) => parts)).toEqual([...told.keys()])
  expect(told.at(0)).toMatchObject({ parts: 0, things: 0, current: 'dump/graph.nq.gz' })
  expect(told.at(-1)).toMatchObject({ parts: told.length - 1, totalParts: told.length - 1, things: 6, current: undefined })
})

test('a document whose id is a number has its pages', async () => {
  await publishSite(graphOf(`kind: Document\nid: 2\nsource: "2"\nname: Two\n---\n${model('a').replace('paper', '"2"')}`), at('site'))
  expect(readFileSync(at('site', 'source', '2.trig'), 'utf8')).toContain('The a')
  expect(readFileSync(at('site', 'source', '2.html'), 'utf8')).toContain('The a')
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

test('on a terminal the command shows what it is at, dumps and search too, and clears that line when something goes wrong', async () => {
  const source = at('data.yaml')
  writeFileSync(source, `${model('a').replace('source: paper', 'source: s')}\n---\nkind: Document\nid: s\nsource: s\nname: S`)
  const { err } = await stemma(['publish', at('site'), '--graph', source], { terminal: true })
  for (const part of ['dump/graph.nq.gz', 'dump/graph.stemma', 'search'])
    expect(err).toMatch(new RegExp(`\r[█░]{20} \\d+%  ${part}, 0 things`))
  expect(err).toMatch(/█{20} 100% {2}2 things/)
  writeFileSync(at('file'), '')
  expect((await stemma(['publish', at('file'), '--graph', source], { terminal: true })).err).toContain('graph\rerror ')
  const piped = await stemma(['publish', at('site'), '--graph', source])
  expect(piped.err).not.toContain('\r')
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
