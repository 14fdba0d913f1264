/** The files of the search index: what the site writes and the browser reads. */

/** `search/index.json`: which files there are. */
export interface SearchIndex {
  /** The classes of entries: where their pages are, and their labels by language. */
  readonly classes: readonly { readonly segment: string; readonly label: Readonly<Record<string, string>> }[]
  /** The files that have all entries of some beginnings of keys: what these have in common, and the last character of each. */
  readonly whole: readonly (readonly [common: string, last: string])[]
  /** Those of which a file has the best entries alone; files for longer beginnings have the others. */
  readonly best: readonly string[]
}

/** A thing: the place of its class, its id, its weight, its name, its name in Chinese, and more names; empty where it has none. */
export type Entry = readonly [classPlace: number, id: string, weight: number, name: string, chinese: string, ...others: string[]]

export const indexPath = 'search/index.json'

/** The path of the file for a beginning of keys, the first one where it has several; safe on all file systems, whatever the characters. */
export const shardPath = (prefix: string): string =>
  `search/p-${prefix.replace(/[^a-z0-9]/g, (unit) => `-${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}.json`

/** All names of an entry, the one that it is called by first; of a hub's `owner/name` the name as well. */
export function namesOf([, id, , name, chinese, ...others]: Entry): string[] {
  const all = [name || id, chinese, id, ...others].filter((one) => one !== '')
  return [...all, ...all.flatMap((one) => (/^[^\s/]+\/[^\s/]+$/.test(one) ? [one.slice(one.indexOf('/') + 1)] : []))]
}
