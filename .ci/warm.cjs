// Runs a few commands of a built command line and keeps what V8 compiled on the way beside the code, so that the next
// start need not compile it again (.ci/load.cjs).
const { writeFileSync } = require('node:fs')
const { resolve } = require('node:path')

const out = resolve(process.argv[2])
const load = require(`${out}/load.cjs`)
const scripts = []
load.made = (...made) => scripts.push(made)
const silent = { out() {}, err() {}, terminal: false, color: false }
const { main } = require(`${out}/main.cjs`)
const commands = [
  ['lineage', 'sparrow'],
  ['show', 'chinchilla'],
  ['why', 'mt-nlg'],
  ['conflicts'],
  ['query', 'ancestors', 'model=sparrow'],
  ['query', 'SELECT ?c (COUNT(?m) AS ?n) { ?m a ?c . OPTIONAL { ?m st:trainedOn ?d } FILTER(?c != st:Claim) } GROUP BY ?c ORDER BY ?n'],
  ['build', 'data'],
]
async function warm() {
  for (const command of commands) await main(command, silent)
  for (const [script, filename, code] of scripts) {
    const cache = script.createCachedData()
    const sum = Buffer.alloc(4)
    sum.writeUInt32LE(load.checksum(cache, code))
    writeFileSync(load.cacheFile(filename), Buffer.concat([cache, sum]))
  }
}
void warm()
