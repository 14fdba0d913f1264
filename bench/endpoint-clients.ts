/** `endpoint-clients.ts JSON`: many clients that ask an endpoint, each its next question when the last one is answered; prints what came of it. */
import { Agent, get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { percentile } from './figures.ts'
import { modelIds } from './hub-files.ts'
import { heavy, light } from './endpoint-questions.ts'
import { random } from './random.ts'

/** What the clients are to do. */
export interface Load {
  /** Where questions go, as the parameter `query`. */
  readonly address: string
  /** Where the saved question for ancestors is, where there is one. */
  readonly saved?: string
  /** The hub that is asked about. */
  readonly models: number
  readonly clients: number
  readonly seconds: number
  /** How many of the first seconds say nothing of how long answers take. */
  readonly warm: number
  /** One question in so many is heavy. */
  readonly heavyOneIn: number
  /** How many texts there are of each kind of heavy question. */
  readonly heavyTexts: number
  /** Seconds after which a client gives up: longer than the server may take by what it says. */
  readonly patience: number
}

/** What came of the light questions, or of the heavy ones. */
export interface Side {
  /** Milliseconds until the last byte of an answer or a refusal that was whole. */
  readonly p50: number
  readonly p99: number
  readonly max: number
  /** How many ended so: `200`, or a status with its code, or what went wrong. */
  readonly outcomes: Readonly<Record<string, number>>
}

export interface Outcome {
  /** Questions that were answered or refused in each second. */
  readonly perSecond: number
  readonly light: Side
  readonly heavy: Side
}

/** A whole answer, or a whole refusal. */
const answered = /^\d{3}(?!,)/

/** Asks for an address; says how that ended. */
function ask(url: string, agent: Agent, patience: number): Promise<string> {
  return new Promise((resolve) => {
    const request = get(url, { agent, headers: { Accept: 'application/sparql-results+json' } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece))
      response.once('error', () => end('an answer that was cut off'))
      response.once('end', () => end(kindOf(response.statusCode!, response.headers['x-sql-state'] !== undefined, text)))
    })
    const timer = setTimeout(() => {
      end(`no answer within ${patience} s`)
      request.destroy()
    }, patience * 1000)
    const end = (how: string): void => {
      clearTimeout(timer)
      resolve(how)
    }
    request.once('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message))
  })
}

/** How an answer ended. Virtuoso tells by a header that it has left rows out; others end an answer with other things than JSON. */
function kindOf(status: number, cut: boolean, text: string): string {
  if (status === 200) return cut ? '200, with rows left out' : isJson(text) ? '200' : `200, no whole answer: ${text.slice(-10).trim()}`
  const code = /"code": "([\w-]+)"/.exec(text)?.[1]
  return `${status} ${code ?? text.split('\n')[0]!.slice(0, 50)}`.trim()
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

async function run(load: Load): Promise<Outcome> {
  const { address, saved, models, clients, seconds, warm, heavyOneIn, heavyTexts, patience } = load
  const ids = modelIds(models, 20_000)
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const begin = performance.now()
  const passed = (): number => (performance.now() - begin) / 1000
  const sides = { light: sideOf(), heavy: sideOf() }
  const client = async (number: number): Promise<void> => {
    const next = random(number)
    const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
    const asking = (sparql: string): string => `${address}${address.includes('?') ? '&' : '?'}query=${encodeURIComponent(sparql)}`
    const lights = [
      ...Object.values(light).map((question) => (): string => asking(question(pick(ids), pick(ids)))),
      ...(saved === undefined ? [] : [(): string => `${saved}?model=${encodeURIComponent(pick(ids))}`]),
    ]
    while (passed() < seconds) {
      const isHeavy = next() < 1 / heavyOneIn
      const url = isHeavy ? asking(pick(Object.values(heavy))(Math.floor(next() * heavyTexts))) : pick(lights)()
      const asked = performance.now()
      const how = await ask(url, agent, patience)
      // Those who still wait at the end leave, and count for nothing.
      if (passed() >= seconds) return
      const isAnswer = answered.test(how)
      sides[isHeavy ? 'heavy' : 'light'].note(how, performance.now() - asked, isAnswer && (asked - begin) / 1000 >= warm)
      // A server that is not there is not kept from coming back.
      if (!isAnswer) await wait(1000)
    }
  }
  const all = Promise.all(Array.from({ length: clients }, (_, number) => client(number)))
  await wait(seconds * 1000)
  agent.destroy()
  await all
  const [ofLight, ofHeavy] = [sides.light.told(), sides.heavy.told()]
  const count = [ofLight, ofHeavy].flatMap(({ outcomes }) => Object.values(outcomes)).reduce((sum, each) => sum + each, 0)
  return { perSecond: count / seconds, light: ofLight, heavy: ofHeavy }
}

function sideOf() {
  const times: number[] = []
  const outcomes: Record<string, number> = {}
  return {
    note(how: string, ms: number, isTimed: boolean): void {
      outcomes[how] = (outcomes[how] ?? 0) + 1
      if (isTimed) times.push(ms)
    },
    told: (): Side => ({ p50: percentile(times, 0.5), p99: percentile(times, 0.99), max: percentile(times, 1), outcomes }),
  }
}

process.stdout.write(JSON.stringify(await run(JSON.parse(process.argv[2]!) as Load)))
