/** A question in the part of an address behind `#`, which never goes to the host. */

export interface Shared {
  readonly query: string
  /** The way to see the answer. */
  readonly tab?: string
  /** Whether each row is asked for with its sources. */
  readonly why: boolean
  /** Whether it is asked at once. */
  readonly run: boolean
}

/** What an address holds, if it holds a question: `#query=…&tab=chart&why=true&run`. */
export function sharedIn(hash: string): Shared | undefined {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''))
  const query = parameters.get('query')
  const tab = parameters.get('tab')
  return query === null
    ? undefined
    : { query, ...(tab !== null && { tab }), why: parameters.get('why') === 'true', run: parameters.has('run') }
}

/** The part behind `#`. */
export function hashOf(query: string, tab: string, why: boolean): string {
  const written = new URLSearchParams({ query, ...(tab !== 'table' && { tab }), ...(why && { why: 'true' }) })
  return `#${written.toString()}`
}
