/** Lineage as JSON. */
import { nameOf, valueOf, type Graph } from '../graph/graph.ts'
import { prefixes } from '../model/vocabulary.ts'
import { methodOf } from '../publish/lineage-tree.ts'
import type { Branch, Step, Ways } from '../query/lineage.ts'
import { sourceJson, thingJson } from './thing-json.ts'

/** Deeper lines are not indented further, lest a long chain be mostly spaces. */
const deepest = 40

/** Trees by direction, each branch in the one above it; however deep they are, no recursion is. */
export function treesJson(graph: Graph, trees: Readonly<Record<string, Branch>>): string {
  const out: string[] = []
  const rest: (string | { readonly branch: Branch; readonly level: number })[] = []
  // Not as arguments: of these there may not be as many as a thing has children.
  const later = (...groups: (typeof rest)[]): void => {
    for (const group of groups.reverse()) for (const item of group.reverse()) rest.push(item)
  }
  const pad = (level: number): string => `\n${'  '.repeat(Math.min(level, deepest))}`
  const list = <T>(items: readonly T[], level: number, write: (item: T) => typeof rest): typeof rest =>
    items.flatMap((item, index) => [`${index === 0 ? '' : ','}${pad(level)}`, ...write(item)])
  later(
    ['{'],
    list(Object.entries(trees), 1, ([name, branch]) => [`${JSON.stringify(name)}: `, { branch, level: 1 }]),
    ['\n}\n'],
  )
  for (let item = rest.pop(); item !== undefined; item = rest.pop()) {
    if (typeof item === 'string') {
      out.push(item)
      continue
    }
    const { branch, level } = item
    const own = JSON.stringify(branchJson(graph, branch), null, 2).replaceAll('\n', pad(level))
    later(
      [`${own.slice(0, -pad(level).length - 1)},${pad(level + 1)}"branches": [`],
      list(branch.branches, level + 2, (below) => [{ branch: below, level: level + 2 }]),
      [`${branch.branches.length > 0 ? pad(level + 1) : ''}]${pad(level)}}`],
    )
  }
  return out.join('')
}

function branchJson(graph: Graph, { iri, step, inherited, repeated, cut }: Branch): object {
  const released = valueOf(graph, iri, `${prefixes.dct}issued`)?.value
  return {
    ...thingJson(graph, iri),
    ...(released && { released }),
    ...(step && { step: stepJson(graph, step) }),
    ...(inherited && { inherited }),
    ...(repeated && { repeated }),
    ...(cut > 0 && { cut }),
  }
}

/** The ways between two things, how many there are, and all steps between the two. */
export function waysJson(graph: Graph, from: string, to: string, { ways, count, exact, steps }: Ways): string {
  const safe = count <= Number.MAX_SAFE_INTEGER
  const answer = {
    from: thingJson(graph, from),
    to: thingJson(graph, to),
    [exact && safe ? 'count' : 'atLeast']: safe ? Number(count) : Number.MAX_SAFE_INTEGER,
    ways: ways.map((way) => way.map((step) => stepJson(graph, step))),
    steps: steps.map((step) => stepJson(graph, step)),
  }
  return `${JSON.stringify(answer, null, 2)}\n`
}

function stepJson(graph: Graph, step: Step): object {
  const { child, parent, property, statement } = step
  const method = methodOf(graph, step)
  return {
    child,
    childName: nameOf(graph, child),
    parent,
    parentName: nameOf(graph, parent),
    property,
    ...(method && { method }),
    sources: statement.claims.map(sourceJson),
  }
}
