/**
 * The program of the process that answers questions, with its threads. A thread that runs out of memory at once takes its process with it
 * (V8 cannot always stop it before), so it is not that of the server.
 */
import { StemmaError } from '../errors.ts'
import { fingerprint } from '../graph/file/fingerprint.ts'
import { share } from '../graph/file/share.ts'
import { openSaved } from '../graph/saved.ts'
import type { Pool } from './endpoint/answering.ts'
import { openPool } from './endpoint/pool.ts'
import type { FromProcess, ToProcess } from './endpoint/pool-messages.ts'
import { Refused, type Question } from './endpoint/question.ts'
import { refusals } from './endpoint/refusals.ts'

const tell = (message: FromProcess): void => void process.send!(message)

/** An answer that is under way: what ends it, how many more pieces are wanted, and what goes on when that changes. */
interface UnderWay {
  readonly left: AbortController
  wanted: number
  wake?: () => void
}

const answers = new Map<number, UnderWay>()

/** So many pieces are sent before the first of them is taken. */
const ahead = 4

let pool: Pool | undefined

async function answer(id: number, question: Question, client?: string): Promise<void> {
  const left = new AbortController()
  const own: UnderWay = { left, wanted: ahead }
  answers.set(id, own)
  left.signal.addEventListener('abort', () => own.wake?.())
  try {
    const { mediaType, slow, pieces } = await pool!.ask(question, left.signal, client)
    tell({ from: 'begun', id, mediaType, slow })
    for await (const bytes of pieces) {
      tell({ from: 'piece', id, bytes })
      own.wanted -= 1
      while (own.wanted === 0 && !left.signal.aborted) await new Promise<void>((resolve) => (own.wake = resolve))
      if (left.signal.aborted) break
    }
    tell({ from: 'done', id })
  } catch (error) {
    if (!(error instanceof Refused) && !left.signal.aborted) tell({ from: 'unforeseen', message: (error as Error).message })
    tell({ from: 'refused', id, refusal: error instanceof Refused ? error.refusal : refusals.failed((error as Error).message) })
  } finally {
    answers.delete(id)
  }
}

function open({ file, fingerprint: expected, worker, limits }: Extract<ToProcess, { to: 'open' }>): void {
  try {
    const { index } = openSaved(file)
    if (fingerprint(file) !== expected) throw otherGraph(file)
    pool = openPool({
      index: share(index),
      program: worker,
      limits,
      onError: (error) => tell({ from: 'unforeseen', message: (error as Error).message }),
    })
    tell({ from: 'open' })
  } catch (error) {
    if (!(error instanceof StemmaError)) throw error
    tell({ from: 'not-open', problems: error.problems, failure: error.failure })
    process.disconnect()
  }
}

/** Pages and answers that were kept are those of the graph before, until the server has opened this one. */
const otherGraph = (file: string): StemmaError =>
  new StemmaError(
    {
      code: 'graph-replaced',
      message: 'the file holds another graph by now',
      place: { file },
      hint: 'questions are answered again when the server has opened that one',
    },
    'outside',
  )

process.on('message', (message: ToProcess) => {
  switch (message.to) {
    case 'open':
      return open(message)
    case 'ask':
      void answer(message.id, message.question, message.client)
      return
    case 'take': {
      const taken = answers.get(message.id)
      if (!taken) return
      taken.wanted += 1
      taken.wake?.()
      return
    }
    case 'leave':
      answers.get(message.id)?.left.abort(new Refused(refusals.left))
  }
})
process.on('disconnect', () => process.exit())
// Those who stop the server stop it by its signals; it then says when this is to end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
setInterval(() => pool && tell({ from: 'state', state: pool.state }), 1000).unref()
