/** How far a push has come, kept in a file, so that one that was stopped goes on where it was. */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { StemmaError } from '../../errors.ts'
import { writeWhole } from '../../write-file.ts'

/** A place in a stream of quads. */
export interface Place {
  /** How many statements are in the store. */
  readonly done: number
  /** Their checksum: data that has changed since is pushed from its beginning. */
  readonly digest: string
  /** The graphs of the data that the store had before, which may be in the way of the new ones. */
  readonly before: readonly string[]
}

/** Where the place of a push is kept. */
export interface PlaceFile {
  read(): Place | undefined
  write(place: Place): void
  remove(): void
}

/** What is pushed where: the place of another push is of no use to it. */
export interface Errand {
  readonly address: string
  readonly base: string
  readonly add: boolean
}

/** The file of a push: in the user's folder for such things, by what is pushed where, unless another one is named. */
export function placeFile({ address, base, add }: Errand, named?: string): PlaceFile {
  const errand = JSON.stringify([address, base, add])
  const file = named ?? join(stateFolder(), `push-${createHash('sha256').update(errand).digest('hex').slice(0, 16)}.json`)
  return {
    read() {
      let value: unknown
      try {
        value = JSON.parse(readFileSync(file, 'utf8'))
      } catch {
        // None, or one that is of no use: then the push begins at the beginning, and the file is written anew.
        return undefined
      }
      return isPlace(value) && JSON.stringify([value.address, value.base, value.add]) === errand ? value : undefined
    },
    write(place) {
      try {
        mkdirSync(dirname(file), { recursive: true })
        writeWhole(file, `${JSON.stringify({ address, base, add, ...place }, null, 2)}\n`)
      } catch (error) {
        throw new StemmaError(
          {
            code: 'no-place-file',
            message: `where the push has come cannot be kept: ${(error as Error).message.split('\n', 1)[0]!}`,
            hint: 'name another file with --state',
          },
          'outside',
        )
      }
    },
    remove: () => rmSync(file, { force: true }),
  }
}

const stateFolder = (): string => join(process.env['XDG_STATE_HOME'] || join(homedir(), '.local', 'state'), 'stemma')

function isPlace(value: unknown): value is Place & Errand {
  if (typeof value !== 'object' || value === null) return false
  const { done, digest, before } = value as Record<string, unknown>
  return (
    Number.isSafeInteger(done) && Array.isArray(before) && before.every((name) => typeof name === 'string') && typeof digest === 'string'
  )
}
