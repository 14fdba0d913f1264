#!/usr/bin/env node
import { main, processIo } from './commands/main.ts'

const io = processIo()
let ended = false
// A promise that nobody settles would end the process without an answer and without a complaint.
process.on('exit', () => {
  if (ended) return
  io.err('error the answer never came [internal]\n  please report it, with the command\n')
  process.exitCode = 3
})
void main(process.argv.slice(2), io).then((code) => {
  ended = true
  // All is written. Left to itself, Node would wait for what V8 compiles in the background.
  process.exit(code)
})
