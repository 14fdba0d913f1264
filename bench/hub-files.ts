/** The files that benchmarks share, made when they are first asked for and kept in the system's temporary folder. */
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hubRecords, type HubFacts, type HubRecord } from './hub-records.ts'
import { eachLine } from './lines.ts'

/** Where all that benchmarks make is kept. */
export const folder = join(tmpdir(), 'stemma-bench')

/** A path in that folder. */
export function kept(name: string): string {
  mkdirSync(folder, { recursive: true })
  return join(folder, name)
}

/** `100k`, `2M`: a size as people and file names say it. */
export const sizeName = (models: number): string => (models < 1e6 ? `${models / 1000}k` : `${models / 1e6}M`)

/** The size that a name says: `100k`, `2M` or plain digits. */
export function sizeOf(name: string): number {
  const [, digits, unit] = /^([\d.]+)([kM]?)$/.exec(name) ?? []
  if (digits === undefined) throw new Error(`no number of models: ${name}`)
  return Number(digits) * { '': 1, k: 1e3, M: 1e6 }[unit as '' | 'k' | 'M']
}

/** A hub of so many models: the file with a record on each line, and what questions start from. */
export function hub(models: number): { readonly records: string; readonly facts: HubFacts } {
  const records = kept(`hub-${sizeName(models)}.jsonl`)
  const factsFile = kept(`hub-${sizeName(models)}.facts.json`)
  if (!existsSync(records) || !existsSync(factsFile)) writeFileSync(factsFile, JSON.stringify(writeRecords(models, records)))
  return { records, facts: JSON.parse(readFileSync(factsFile, 'utf8')) as HubFacts }
}

/** What the hub calls its models, or at most so many of them from all over it. */
export function modelIds(models: number, most: number): string[] {
  const step = Math.ceil(models / most)
  const ids: string[] = []
  let index = 0
  eachLine(hub(models).records, (line) => {
    if (index++ % step === 0) ids.push((JSON.parse(line) as HubRecord).id)
  })
  return ids
}

function writeRecords(models: number, file: string): HubFacts {
  const part = `${file}.part`
  const descriptor = openSync(part, 'w')
  const records = hubRecords(models)
  let text = ''
  for (;;) {
    const { done, value } = records.next()
    if (!done) text += `${JSON.stringify(value)}\n`
    if (done || text.length > 2 ** 20) {
      writeSync(descriptor, text)
      text = ''
    }
    if (!done) continue
    closeSync(descriptor)
    renameSync(part, file)
    return value
  }
}
