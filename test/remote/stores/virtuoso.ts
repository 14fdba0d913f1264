/** OpenLink Virtuoso, from Debian's package virtuoso-opensource, in a folder of its own and on the loopback alone. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, start, temporaryFolder, until, type RunningStore } from './store.ts'

const binary = 'virtuoso-t'
/** The administrator of a fresh database, who may write. */
const credentials = { user: 'dba', password: 'dba' }

export const hasVirtuoso = spawnSync(binary, ['+help']).error === undefined

/** Starts it. */
export async function startVirtuoso(): Promise<RunningStore> {
  const folder = temporaryFolder('virtuoso')
  const [sql, http] = [await freePort(), await freePort()]
  writeFileSync(join(folder, 'virtuoso.ini'), settings(folder, sql, http))
  const { stop } = start(binary, ['+foreground', '+configfile', join(folder, 'virtuoso.ini')], folder)
  const url = `http://127.0.0.1:${http}`
  const answers = (): Promise<boolean> =>
    fetch(`${url}/sparql?query=ASK%20%7B%7D`).then(
      ({ ok }) => ok,
      () => false,
    )
  try {
    await until(answers, 60, 'Virtuoso')
  } catch (error) {
    await stop()
    throw error
  }
  return { query: `${url}/sparql`, graphs: `${url}/sparql-graph-crud-auth`, updates: `${url}/sparql-auth`, credentials, stop }
}

const settings = (folder: string, sql: number, http: number): string => `[Database]
DatabaseFile = ${folder}/virtuoso.db
ErrorLogFile = ${folder}/virtuoso.log
LockFile = ${folder}/virtuoso.lck
TransactionFile = ${folder}/virtuoso.trx
xa_persistent_file = ${folder}/virtuoso.pxa
MaxCheckpointRemap = 2000
Striping = 0
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = ${folder}/virtuoso-temp.db
TransactionFile = ${folder}/virtuoso-temp.trx
MaxCheckpointRemap = 2000
Striping = 0
[Parameters]
ServerPort = 127.0.0.1:${sql}
DisableUnixSocket = 1
ServerThreads = 10
CheckpointInterval = 0
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
DirsAllowed = ${folder}
[HTTPServer]
ServerPort = 127.0.0.1:${http}
ServerRoot = ${folder}
ServerThreads = 5
MaxClientConnections = 5
[SPARQL]
ResultSetMaxRows = 10000
`
