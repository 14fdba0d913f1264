/** One shortest way of a property path between two nodes: the triples that show that it leads from the one to the other. */
import type { QuadIndex } from '../../graph/index/quad-index.ts'
import type { Relation } from '../../graph/index/relation.ts'
import { edgesFrom } from '../../graph/index/stated-from.ts'
import type { Path } from '../push-down/path-walks.ts'
import type { NumberedTriple } from './stated-by.ts'

/** What leads on from a state of the path: the triples of a predicate, or nothing but the path itself. */
interface Move {
  readonly to: number
  readonly relation?: Relation
  /** From the object to the subject. */
  readonly back?: boolean
}

/** How a node was reached in a state of the path. */
interface Reached {
  readonly before?: Reached
  readonly triple?: NumberedTriple
  readonly state: number
  readonly node: number
}

const start = 0
const end = 1

/** The triples of a shortest way to a node; nothing where none leads there. */
export type WayTo = (node: number) => readonly NumberedTriple[] | undefined

/**
 * The ways of a path from one node, found by walking as far as they are asked for.
 *
 * @param graphs the numbers of the graphs whose union is walked
 * @param back whether the node is where the path ends
 * @returns the ways from a node
 */
export function waysOf(index: QuadIndex, path: Path, graphs: readonly number[], back: boolean): (from: number) => WayTo {
  const moves = movesOf(index, path, back)
  const masks = graphs.map((graph) => index.mask(graph))
  const mask = Uint8Array.from(index.parts.sets.all, (_, set) => (masks.some((one) => one[set]) ? 1 : 0))
  return (from) => {
    const seen = new Map<number, Reached>()
    const queue: Reached[] = []
    const reach = (one: Reached): void => {
      const key = one.node * moves.length + one.state
      if (seen.has(key)) return
      seen.set(key, one)
      queue.push(one)
      for (const { to, relation } of moves[one.state]!) if (!relation) reach({ ...one, state: to })
    }
    const walkOn = (here: Reached): void => {
      for (const { to, relation, back: turned = false } of moves[here.state]!) {
        if (!relation) continue
        const edges = turned ? relation.backward : relation.forward
        for (const edge of edgesFrom(edges, relation.uniform, mask, here.node)) {
          const node = edges.targets[edge]!
          const [subject, object] = turned ? [node, here.node] : [here.node, node]
          reach({ before: here, triple: { subject, predicate: relation.predicate, object }, state: to, node })
        }
      }
    }
    reach({ state: start, node: from })
    let next = 0
    return (node) => {
      const wanted = node * moves.length + end
      while (!seen.has(wanted) && next < queue.length) walkOn(queue[next++]!)
      const found = seen.get(wanted)
      return found && triplesOf(found)
    }
  }
}

function triplesOf(last: Reached): NumberedTriple[] {
  const triples: NumberedTriple[] = []
  for (let one: Reached | undefined = last; one; one = one.before) if (one.triple) triples.push(one.triple)
  return triples
}

/** The path as an automaton: of each state, what leads on from it. */
function movesOf(index: QuadIndex, whole: Path, back: boolean): readonly (readonly Move[])[] {
  const moves: Move[][] = [[], []]
  const state = (): number => moves.push([]) - 1
  const jump = (from: number, to: number): void => void moves[from]!.push({ to })
  const follow = (from: number, to: number, predicate: number, turned: boolean): void => {
    const relation = index.relations.get(predicate)
    if (relation) moves[from]!.push({ to, relation, back: turned })
  }
  const add = (path: Path, from: number, to: number, turned: boolean): void => {
    switch (path.type) {
      case 'link':
        return follow(from, to, index.predicate(path.iri.value), turned)
      case 'inv':
        return add(path.path, from, to, !turned)
      case 'alt':
        return path.input.forEach((inner) => add(inner, from, to, turned))
      case 'seq': {
        const inner = turned ? path.input.toReversed() : path.input
        const places = [from, ...inner.slice(1).map(state), to]
        return inner.forEach((one, place) => add(one, places[place]!, places[place + 1]!, turned))
      }
      case 'ZeroOrOnePath':
        jump(from, to)
        return add(path.path, from, to, turned)
      case 'ZeroOrMorePath':
      case 'OneOrMorePath': {
        const among = state()
        if (path.type === 'ZeroOrMorePath') jump(from, among)
        else add(path.path, from, among, turned)
        add(path.path, among, among, turned)
        return jump(among, to)
      }
      case 'nps': {
        const left = new Set(path.iris.map(({ value }) => index.predicate(value)))
        for (const predicate of index.relations.keys()) if (!left.has(predicate)) follow(from, to, predicate, turned)
      }
    }
  }
  add(whole, start, end, back)
  return moves
}
