/** The graph, in this browser. */
import { namedNode } from '../../../model/claim.ts'
import { classInIri } from '../../../model/iri.ts'
import { classOf, prefixes, type ClassName } from '../../../model/vocabulary.ts'
import { defaultGraph } from '../../../graph/index/graph-sets.ts'
import { matching } from '../../../graph/index/match.ts'
import { absent } from '../../../graph/index/terms.ts'
import { nameOf, type Graph } from '../../../graph/graph.ts'
import { bind } from '../../../query/bind.ts'
import { askStream } from '../../../query/engine.ts'
import { fold } from '../../../query/find.ts'
import { lint } from '../../../query/lint.ts'
import type { QueryConfig } from '../config.ts'
import { loadGraph } from './load-graph.ts'
import { mostOffered, type Store } from './store.ts'

/**
 * @param page address of the page, which the graph's path goes by
 * @param progress told how many bytes of the graph have come
 */
export function graphStore({ root, graph: file, language }: QueryConfig, page: string, progress: (loaded: number) => void): Store {
  const url = new URL(`${root}${file.path}`, page)
  // A file that was published anew is not mistaken for the one that the browser kept.
  url.search = file.sha256.slice(0, 16)
  let loading: Promise<Graph> | undefined
  const graph = (): Promise<Graph> => {
    loading ??= loadGraph(url.href, file.bytes, progress)
    loading.catch(() => (loading = undefined))
    return loading
  }
  return {
    open: async () => {
      await graph()
    },
    ask: async (sparql, _, why) => askStream(await graph(), sparql, {}, undefined, { why }),
    warnings: async (sparql) => lint(sparql, await graph()),
    bind: async (question, values) => bind(await graph(), question, values),
    suggest: async (classes, typed) => {
      const opened = await graph()
      return thingsLike(opened, classes, fold(typed)).map((iri) => ({ iri, label: nameOf(opened, iri, language) }))
    },
  }
}

/** Those whose id begins so, those whose id has it in it, those whose name has. */
function thingsLike(graph: Graph, classes: readonly ClassName[], typed: string): string[] {
  const { index } = graph
  const type = index.predicate(`${prefixes.rdf}type`)
  const first: number[] = []
  const others: number[] = []
  for (const name of classes) {
    const object = index.terms.find(namedNode(classOf(name).iri))
    if (object === absent) continue
    for (const { subject } of matching(index, { predicate: type, object, graph: defaultGraph })) {
      const { local } = index.terms.key(subject)
      if (local.startsWith(typed)) first.push(subject)
      else if (others.length < mostOffered && local.includes(typed)) others.push(subject)
      if (first.length === mostOffered) break
    }
  }
  const byId = [...first, ...others].slice(0, mostOffered).map((number) => index.terms.term(number).value)
  if (byId.length === mostOffered || typed.length < 2) return byId
  const byName = graph.named(typed, (name) => fold(name).includes(typed)).filter((iri) => classes.includes(classInIri(iri, graph.base)!))
  return [...new Set([...byId, ...byName])].slice(0, mostOffered)
}
