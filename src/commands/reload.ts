/** When a server opens its graph anew: on SIGHUP, and when the file of the graph was replaced. */
import { statSync } from 'node:fs'

/** How often the file is looked at, in ms. The system's own notices do not come over all networks, nor for a file that is replaced. */
const lookMs = 1000

/** What makes a server open its graph anew. */
interface Causes {
  /** The saved graph, which is watched. */
  readonly file?: string | undefined
  /** Whether SIGHUP asks for it. */
  readonly hangup: boolean
}

/** A graph that is opened as often as there is a cause. */
interface Reloading {
  /** Waits for an opening that is under way, and opens no more. */
  stop(): Promise<void>
}

/**
 * Opens a graph, and again whenever there is a cause; one opening at a time.
 *
 * @param open opens the graph
 * @param failed is told why it could not be opened again; where it cannot be opened the first time, that is thrown
 */
export async function reloading({ file, hangup }: Causes, open: () => Promise<void>, failed: (error: unknown) => void): Promise<Reloading> {
  // What the file was before it was opened: it may be replaced while that goes on.
  let before = stampOf(file)
  let wanted = false
  let underWay: Promise<void> | undefined
  await open()

  async function run(): Promise<void> {
    while (wanted) {
      wanted = false
      before = stampOf(file)
      await open().catch(failed)
    }
  }
  const ask = (): void => {
    wanted = true
    underWay ??= run().finally(() => (underWay = undefined))
  }
  const look = setInterval(() => {
    const now = stampOf(file)
    // A file that is missing is being replaced.
    if (now !== undefined && now !== before) ask()
  }, lookMs)
  look.unref()
  if (hangup) process.on('SIGHUP', ask)
  return {
    async stop() {
      clearInterval(look)
      process.off('SIGHUP', ask)
      wanted = false
      await underWay
    },
  }
}

/** What tells a file from another one at its place. */
function stampOf(file: string | undefined): string | undefined {
  const found = file === undefined ? undefined : statSync(file, { throwIfNoEntry: false })
  return found && `${found.ino} ${found.size} ${found.mtimeMs}`
}
