/** IRIs with prefixes; nothing here needs the vocabulary, so that a browser need not load it. */

/** The local part of a name that needs no escape. */
const local = /^[\w]+(?:[\w.-]*[\w-])?$/

/** Prefixes by namespace; those apart whose namespaces do not end where a local part may begin. */
interface Namespaces {
  readonly whole: ReadonlyMap<string, string>
  readonly odd: readonly (readonly [prefix: string, namespace: string])[]
}

const namespaces = new WeakMap<Record<string, string>, Namespaces>()

function namespacesOf(table: Record<string, string>): Namespaces {
  let known = namespaces.get(table)
  if (!known) {
    const entries = Object.entries(table)
    const isWhole = ([, namespace]: readonly [string, string]): boolean => /[/#]$/.test(namespace)
    // The first prefix of a namespace is the one that is used.
    known = {
      whole: new Map(
        entries
          .filter(isWhole)
          .map(([prefix, namespace]) => [namespace, prefix] as const)
          .reverse(),
      ),
      odd: entries.filter((entry) => !isWhole(entry)),
    }
    namespaces.set(table, known)
  }
  return known
}

/**
 * The IRI as `prefix:local` where a prefix fits and the local part needs no escape, else the IRI itself.
 *
 * @param table namespaces by prefix; not to be changed once it was used
 */
export function toCurie(iri: string, table: Record<string, string>): string {
  const { whole, odd } = namespacesOf(table)
  const end = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1
  const prefix = whole.get(iri.slice(0, end))
  if (prefix !== undefined && local.test(iri.slice(end))) return `${prefix}:${iri.slice(end)}`
  const found = odd.find(([, namespace]) => iri.startsWith(namespace) && local.test(iri.slice(namespace.length)))
  return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri
}
