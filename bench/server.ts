/** Pages by HTTP: how many in a second, from memory, by a server that has one core; `wrk` has the other. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { barsTable, keepResults, machine, readResults, say, table, type Benchmark } from './benchmark.ts'
import { megabytes } from './figures.ts'
import { peakMemory } from './memory.ts'
import { cli } from './ours.ts'
import { moduleArgs, startServer, type Server } from './processes.ts'

const [connections, seconds, bar] = [32, 10, 3000]
const pages = 200

/** What is asked for: of each, the headers, and what is made of the path of a page. */
const cases: readonly {
  readonly name: string
  readonly headers: Readonly<Record<string, string>>
  readonly of?: (page: string) => string
}[] = [
  { name: 'entity pages', headers: {} },
  { name: 'entity pages, brotli', headers: { 'Accept-Encoding': 'gzip, deflate, br' } },
  { name: 'Turtle', headers: {}, of: (page) => page.replace(/html$/, 'ttl') },
  { name: 'IRIs, 303 to Turtle', headers: { Accept: 'text/turtle, */*;q=0.1' }, of: (page) => page.replace(/\.html$/, '') },
]
const ceiling = 'plain node:http, the same pages'

/** What a run gave. */
interface Figures {
  readonly perSecond: number
  readonly p50: string
  readonly p99: string
  /** Answers that are none of 2xx and 3xx, and sockets that failed. */
  readonly errors: number
  /** The largest memory of the server so far, in bytes. */
  readonly peak: number
}

interface Results {
  readonly machine: string
  readonly runs: Readonly<Record<string, Figures>>
}

/** Starts a program of Node on the first core. */
const start = (args: readonly string[]): Promise<Server> => startServer('taskset', ['-c', '0', process.execPath, ...args])

/** Asks for paths in turn, from the second core. */
async function wrk(url: string, paths: readonly string[], headers: Readonly<Record<string, string>>): Promise<Omit<Figures, 'peak'>> {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-wrk-'))
  const script = join(folder, 'paths.lua')
  writeFileSync(
    script,
    `local paths = {${paths.map((path) => `"${path}"`).join(',')}}
local n = 0
request = function() n = n % #paths + 1; return wrk.format("GET", paths[n]) end
`,
  )
  const head = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`])
  const args = ['-c', '1', 'wrk', '-t1', `-c${connections}`, `-d${seconds}s`, '--latency', '-s', script, ...head, url]
  const { stdout } = await promisify(execFile)('taskset', args).finally(() => rmSync(folder, { recursive: true }))
  const found = (pattern: RegExp): string => pattern.exec(stdout)?.[1] ?? '0'
  const sockets = /connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(stdout)?.slice(1) ?? []
  return {
    perSecond: Number(found(/Requests\/sec:\s+([\d.]+)/)),
    p50: found(/50%\s+(\S+)/),
    p99: found(/99%\s+(\S+)/),
    errors: [found(/Non-2xx or 3xx responses: (\d+)/), ...sockets].reduce((sum, count) => sum + Number(count), 0),
  }
}

async function run(): Promise<void> {
  const runs: Record<string, Figures> = {}
  const ours = await start([cli, 'serve', '--port', '0', '--log', 'off'])
  const peers: Server[] = []
  try {
    const list = await (await fetch(new URL('class/model.html', ours.url))).text()
    const paths = [...list.matchAll(/<th scope="row"><a href="\.\.(\/model\/[^"]+)"/g)].slice(0, pages).map(([, path]) => path!)
    for (const { name, headers, of = same } of cases) {
      say(name)
      const own = paths.map(of)
      // All of them are rendered once before.
      for (const path of own) await (await fetch(new URL(path, ours.url), { headers, redirect: 'manual' })).arrayBuffer()
      runs[name] = { ...(await wrk(ours.url, own, headers)), peak: peakMemory(ours.pid) }
    }
    say(ceiling)
    const plain = await start(moduleArgs('./peers/plain-http.ts', ours.url, ...paths))
    peers.push(plain)
    runs[ceiling] = { ...(await wrk(plain.url, paths, {})), peak: peakMemory(plain.pid) }
  } finally {
    await Promise.all([ours, ...peers].map((server) => server.stop()))
  }
  keepResults('server', { machine, runs } satisfies Results)
}

const same = (page: string): string => page

function report(): string | undefined {
  const results = readResults('server') as Results | undefined
  if (!results) return undefined
  const rows = Object.entries(results.runs).map(([name, { perSecond, p50, p99, errors, peak }]) => [
    name,
    Math.round(perSecond).toLocaleString('en'),
    p50,
    p99,
    String(errors),
    megabytes(peak),
  ])
  const { perSecond, errors } = results.runs[cases[0]!.name]!
  return [
    `\`wrk\` with ${connections} connections for ${seconds} s over up to ${pages} models of the shipped data, on loopback; the server on one core, \`wrk\` on another. ${results.machine}.`,
    '',
    table(['', 'requests/s', 'p50', 'p99', 'errors', 'peak memory'], rows),
    barsTable([
      {
        what: `entity pages: at least ${bar.toLocaleString('en')} requests a second on one core, no error`,
        figure: `${Math.round(perSecond).toLocaleString('en')}, ${errors} errors`,
        held: perSecond >= bar && errors === 0,
      },
    ]),
  ].join('\n')
}

export const serverBenchmark: Benchmark = { name: 'server', title: 'Pages by HTTP', run, report }
