/** Requests as the SPARQL 1.1 Protocol has them (https://www.w3.org/TR/sparql11-protocol/), of which the query operations are answered. */
import type { Problem } from '../../errors.ts'
import type { Asked } from '../server/answer.ts'
import { Refused, type Question } from './question.ts'
import { refusals } from './refusals.ts'

/** Longer requests are refused. */
const mostBytes = 1 << 20

const form = 'application/x-www-form-urlencoded'
const direct = 'application/sparql-query'

const refuse = (status: number, code: string, message: string, hint: string): never => {
  throw new Refused({ status, problems: [{ code, message, hint } satisfies Problem] })
}

/**
 * Reads a request.
 *
 * @returns undefined where it asks nothing: then the endpoint describes itself
 * @throws Refused `bad-request`, `read-only`, `unsupported-type`, `too-long`
 */
export async function questionOf({ method, headers, request, proceed }: Asked): Promise<Question | undefined> {
  const inUrl = parametersOf(queryOf(request.url ?? ''))
  const accept = headers.accept === undefined ? {} : { accept: headers.accept }
  if (method !== 'POST') return question(inUrl, inUrl, accept)
  const type = (headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase()
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(headers['content-type'] ?? '')?.[1]?.toLowerCase()
  if (charset !== undefined && !['utf-8', 'utf8', 'us-ascii'].includes(charset))
    refuse(415, 'unsupported-type', 'the question is in another encoding than UTF-8', 'send it as UTF-8')
  if (type === 'application/sparql-update') return readOnly()
  if (type !== form && type !== direct)
    refuse(415, 'unsupported-type', 'the body is of no type that can be read here', `send it as ${direct} or ${form}`)
  if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity')
    refuse(415, 'unsupported-type', 'the body is compressed', 'send it as it is')
  proceed()
  const text = await bodyOf(request)
  if (type === direct) {
    const all = new URLSearchParams(inUrl)
    all.append('query', text)
    return question(all, inUrl, accept)
  }
  const inBody = parametersOf(text)
  return question(inBody, inBody, accept)
}

function question(parameters: URLSearchParams, graphs: URLSearchParams, accept: { readonly accept?: string }): Question | undefined {
  if (parameters.has('update')) return readOnly()
  const [sparql, ...others] = parameters.getAll('query')
  if (others.length > 0) refuse(400, 'bad-request', 'there are several questions in the request', 'send one')
  if (sparql === undefined) {
    if ([...parameters].length > 0) refuse(400, 'bad-request', 'the request has no question', 'send it as the parameter query')
    return undefined
  }
  const dataset = { default: graphs.getAll('default-graph-uri'), named: graphs.getAll('named-graph-uri') }
  return { sparql, ...accept, ...whyOf(parameters), ...(dataset.default.length + dataset.named.length > 0 && { dataset }) }
}

/**
 * Whether a request asks for the sources of each row: `why=true`.
 *
 * @throws Refused `bad-request` for another value
 */
export function whyOf(parameters: URLSearchParams): Pick<Question, 'why'> {
  const values = parameters.getAll('why')
  if (values.length > 1 || !['true', 'false'].includes(values[0] ?? 'false'))
    refuse(400, 'bad-request', 'why is neither true nor false', 'write why=true for the sources of each row, or leave it out')
  return values[0] === 'true' ? { why: true } : {}
}

const readOnly = (): never => refuse(403, 'read-only', 'nothing can be changed here', 'use SELECT, ASK, CONSTRUCT or DESCRIBE')

/** What stands behind the question mark of an address. */
export const queryOf = (url: string): string => /\?([^#]*)/.exec(url)?.[1] ?? ''

/** The parameters of a form; throws where an escape is none, or bytes are not UTF-8. */
export function parametersOf(text: string): URLSearchParams {
  try {
    decodeURIComponent(text)
  } catch {
    refuse(400, 'bad-request', 'the parameters are no UTF-8 in percent signs', 'encode them as a form does')
  }
  return new URLSearchParams(text)
}

async function bodyOf(request: Asked['request']): Promise<string> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return tooLong()
  const pieces: Buffer[] = []
  let bytes = 0
  // Whoever iterates over a request and stops ends its connection, and with it the answer.
  await new Promise<void>((resolve, reject) => {
    request.on('data', (piece: Buffer) => {
      bytes += piece.length
      if (bytes <= mostBytes) pieces.push(piece)
      else {
        request.removeAllListeners('data').pause()
        resolve()
      }
    })
    request.once('end', resolve).once('error', () => reject(new Refused(refusals.left)))
  })
  if (bytes > mostBytes) return tooLong()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces))
  } catch {
    return refuse(400, 'bad-request', 'the body is no UTF-8', 'send it as UTF-8')
  }
}

const tooLong = (): never => refuse(413, 'too-long', 'the question is longer than the server reads', `send ${mostBytes >> 20} MB at most`)
