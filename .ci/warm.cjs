// Runs a few commands of a built command line and keeps what V8 compiled on the way beside the code, so that the next
// start need not compile it again. A Node with another V8 passes the cache over and compiles as ever.
const { writeFileSync } = require('node:fs')
const { resolve } = require('node:path')
const vm = require('node:vm')

const out = resolve(process.argv[2])
const scripts = []
vm.Script = class extends vm.Script {
  constructor(code, options) {
    super(code, options)
    scripts.push([options.filename, this])
  }
}
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
  for (const [file, script] of scripts) writeFileSync(`${file}.cache`, script.createCachedData())
}
void warm()
