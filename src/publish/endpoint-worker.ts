/** The program of a thread that answers questions, one after the other. */
import { parentPort, workerData } from 'node:worker_threads'
import { sharedIndex } from '../graph/file/share.ts'
import { graphOfIndex } from '../graph/of-index.ts'
import { answerQuestion } from './endpoint/answer-question.ts'
import { Flow } from './endpoint/flow.ts'
import type { Ask, Begin, Told } from './endpoint/messages.ts'
import { Refused } from './endpoint/question.ts'

const { index: shared, limits } = workerData as Begin
const graph = graphOfIndex(sharedIndex(shared))

const tell = (message: Told, memory: readonly ArrayBuffer[] = []): void => parentPort!.postMessage(message, memory)

async function answer({ question, flow: memory }: Ask): Promise<void> {
  const flow = new Flow(memory)
  try {
    const { mediaType, pieces } = await answerQuestion(graph, question, limits)
    let begun = false
    for await (const piece of pieces) {
      // What fails before anything was found is an error of its own, and no answer that is cut off.
      if (!begun) tell({ told: 'begun', mediaType })
      begun = true
      if (!flow.wait()) break
      const bytes = new TextEncoder().encode(piece)
      tell({ told: 'piece', bytes }, [bytes.buffer])
    }
    tell({ told: 'done' })
  } catch (error) {
    tell(error instanceof Refused ? { told: 'refused', refusal: error.refusal } : { told: 'failed', message: (error as Error).message })
  }
}

/** What is made when it is first needed is made for this one, which nobody waits for. */
const first = 'SELECT DISTINCT ?a ?l { <urn:none> (st:derivedFrom|st:variantOf)+ ?a OPTIONAL { ?a rdfs:label ?l FILTER(LANG(?l) = "en") } }'

async function listen(): Promise<void> {
  for await (const _ of (await answerQuestion(graph, { sparql: first }, limits)).pieces);
  parentPort!.on('message', (ask: Ask) => void answer(ask))
  tell({ told: 'ready' })
}

void listen()
