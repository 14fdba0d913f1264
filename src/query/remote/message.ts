/** What goes to a store and what comes back. */

/** One request. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Another address than the client's own. */
  readonly url?: string
  /** The media types that the answer may have. */
  readonly accept: string
  /** The media type of the body. */
  readonly type?: string
  readonly body?: string
}

/** What came back, whole. */
export interface Reply {
  readonly status: number
  /** The media type, in lower case and without parameters; empty when none is told. */
  readonly type: string
  readonly headers: Headers
  readonly text: string
  /** Who answered, after redirects. */
  readonly url: string
  /** Whether credentials were sent to it. */
  readonly known: boolean
}
