/** A question in the part of an address behind `#`, which never goes to the host. */

export interface Shared {
  readonly query: string
  /** The way to see the answer. */
  readonly tab?: string
  /** Whether it is asked at once. */
  readonly run: boolean
}

/** What an address holds, if it holds a question: `#query=…&tab=chart&run`. */
export function sharedIn(hash: string): Shared | undefined {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''))
  const query = parameters.get('query')
  const tab = parameters.get('tab')
  return query === null ? undefined : { query, ...(tab !== null && { tab }), run: parameters.has('run') }
}

/** The part behind `#`. */
export function hashOf(query: string, tab: string): string {
  const written = new URLSearchParams({ query, ...(tab !== 'table' && { tab }) })
  return `#${written.toString()}`
}
