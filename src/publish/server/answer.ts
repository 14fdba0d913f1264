/** What handlers are asked and what they answer with. */
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import type { Noted } from './answered.ts'
import type { Encoding } from './preferences.ts'

/** What the server knows of a request beside what it says, and is told of it. */
export interface Visit {
  /** Counted up from the start of the server. */
  readonly id: number
  /** The address of the client. */
  readonly client: string
  /** A client may wait until it is told to send its body. */
  proceed(): void
  note(noted: Noted): void
  /** Runs something when the answer was sent or the client has left. */
  onEnd(run: () => void): void
}

/** A request, as handlers see it. */
export interface Asked extends Visit {
  readonly method: string
  /** Relative to the root of the site: `model/bloomz`. */
  readonly path: string
  readonly headers: IncomingHttpHeaders
  /** For handlers that read a body, after they have called `proceed`. */
  readonly request: IncomingMessage
}

/** Bytes in memory, or in a file that is open. */
export type Stored = Uint8Array | FilePart

/** Such bytes, or such as are still being found. */
type Body = Stored | Pieces

/** Bytes that come some at a time; where they fail, the connection ends, so that a cut answer never looks whole. */
export interface Pieces {
  readonly pieces: AsyncIterable<Uint8Array>
  /** How they are coded on their way. */
  readonly encoding: Encoding
}

/** A part of an open file. */
export interface FilePart {
  readonly handle: number
  readonly start: number
  readonly length: number
  subarray(start: number, end: number): FilePart
}

/** An answer; what is asked for with HEAD is answered as with GET, and its body is left out when it is sent. */
export interface Answer {
  readonly status: number
  readonly headers: OutgoingHttpHeaders
  readonly body?: Body
}

export type Answering = (asked: Asked) => Answer | Promise<Answer>

/** Answers at some paths. */
export interface Handler {
  /** By which its answers are counted. */
  readonly route: string
  /** The methods that it answers; OPTIONS is answered for all. */
  readonly methods: readonly string[]
  /** What answers at a path; undefined where the handler has nothing there. */
  at(path: string): Answering | undefined
}

/** The methods of what can only be read. */
export const reading = ['GET', 'HEAD'] as const

/** What everybody may read from everywhere, and what a script may read of an answer (https://fetch.spec.whatwg.org/#http-cors-protocol). */
export const openToAll: OutgoingHttpHeaders = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Accept-Ranges, Content-Encoding, Content-Range, ETag, Link, Location, Vary',
}

/** How neutral URLs and errors depend on the request. */
export const variesByAccept = 'Accept, Accept-Language'
