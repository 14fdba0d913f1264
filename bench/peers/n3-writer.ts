/**
 * `n3-writer.ts RECORDS OUT.nt`: the records of a file, mapped to quads and written as N-Triples by the Writer of n3, whose version, triples,
 * time in all and time in the Writer alone (in ms) it says.
 */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { DataFactory, Writer, type Quad } from 'n3'
import type { HubRecord } from '../hub-records.ts'
import { triplesOfRecords, type Value } from '../hub-triples.ts'
import { eachLine } from '../lines.ts'

const { namedNode, literal, quad } = DataFactory
const batchSize = 20_000

const [records, out] = process.argv.slice(2)
const descriptor = openSync(out!, 'w')
let text = ''
/** Small pieces are joined, and nothing is waited for: the quickest stream that the Writer can be given. */
const stream = {
  write(piece: string, _encoding: string, done?: () => void): void {
    text += piece
    if (text.length > 2 ** 20) {
      writeSync(descriptor, text)
      text = ''
    }
    done?.()
  },
  end(done?: () => void): void {
    writeSync(descriptor, text)
    closeSync(descriptor)
    done?.()
  },
}

function termOf(value: Value) {
  if ('iri' in value) return namedNode(value.iri)
  return literal(value.text, 'datatype' in value ? namedNode(value.datatype) : value.language)
}

const started = performance.now()
const writer = new Writer(stream, { format: 'N-Triples' })
let batch: Quad[] = []
let [triples, writing] = [0, 0]

function writeBatch(): void {
  const before = performance.now()
  for (const one of batch) writer.addQuad(one)
  writing += performance.now() - before
  triples += batch.length
  batch = []
}

const stateRecord = triplesOfRecords((subject, predicate, object) =>
  batch.push(quad<Quad>(namedNode(subject), namedNode(predicate), termOf(object))),
)
eachLine(records!, (line) => {
  stateRecord(JSON.parse(line) as HubRecord)
  if (batch.length >= batchSize) writeBatch()
})
writeBatch()
writer.end(() => {
  const ms = performance.now() - started
  const manifest = createRequire(import.meta.url).resolve('n3/package.json')
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }
  process.stdout.write(JSON.stringify({ version, triples, ms, writingMs: writing }))
})
