/**
 * SERVICE (https://www.w3.org/TR/sparql11-federated-query/): before a question is put to the graph each service is asked, and what it
 * answers stands in its place as VALUES.
 */
import type { NamedNode, Term } from '@rdfjs/types'
import { StemmaError } from '../errors.ts'
import { blankNode } from '../model/claim.ts'
import type { Operation, Row } from './answer.ts'
import { is, isNode, nodesOf, type Node } from './remote/syntax-tree.ts'
import { certain, settings } from './why/variables.ts'
import type { Part } from './why/part.ts'

/** Who may be asked. */
export interface Services {
  /** Whether an address is one of those that are listed, to the letter. */
  has(url: string): boolean
  /**
   * The rows of a query, as many as are allowed at most.
   *
   * @throws StemmaError `service-failed`
   */
  rows(url: string, sparql: string): Promise<readonly Row[]>
}

/** How many rows of what is known are sent along, and how many services one question may have: each is a request to somebody else. */
const most = { rows: 200, services: 10 } as const

/** What a question has that is asked elsewhere. */
const servicesIn = (value: unknown): Node[] => [...nodesOf(value)].filter((node) => is(node, 'service'))

/**
 * The question with what its services answer.
 *
 * @param put puts a part of it to the graph, for what is known before a service is asked
 * @throws StemmaError `foreign-source` where a service is not listed, or named by a variable, and `too-many-services`: then nobody is
 *   asked; `service-failed`
 */
export async function withServices(
  question: Operation,
  services: Services | undefined,
  put: (part: Operation) => Promise<readonly Row[]>,
  file?: string,
): Promise<Operation> {
  const all = servicesIn(question)
  if (all.length === 0) return question
  if (all.some((service) => servicesIn(service['input']).length > 0 || !services?.has(nameOf(service)))) throw foreignSource(services, file)
  if (all.length > most.services) throw tooManyServices(all.length, file)
  const { serviceText } = await import('./sparql-parser.ts')
  const dataset = is(question, 'from') ? question : undefined
  let count = 0

  const answered = async (service: Node, beside: readonly Node[]): Promise<Node> => {
    try {
      const known = await knownTo(service, beside)
      if (known?.rows.length === 0) return values([], [])
      return valuesOf(await services!.rows(nameOf(service), serviceText(service['input'], known?.names, known?.rows)), (count += 1))
    } catch (error) {
      if (service['silent'] !== true || !(error instanceof StemmaError)) throw error
      return { type: 'bgp', patterns: [] }
    }
  }

  /** The values of what a service shares with what stands beside it, unless there are many. */
  const knownTo = async (
    service: Node,
    beside: readonly Node[],
  ): Promise<{ names: readonly string[]; rows: readonly Row[] } | undefined> => {
    const local = beside.filter((part) => servicesIn(part).length === 0)
    if (local.length === 0) return undefined
    const input: Node = local.length === 1 ? local[0]! : { type: 'join', input: local }
    const own = settings(service['input'])
    const names = [...certain(input as unknown as Part)].filter((name) => own.has(name))
    if (names.length === 0) return undefined
    const variables = names.map((value) => ({ termType: 'Variable', value }))
    const asked: Node = {
      type: 'slice',
      start: 0,
      length: most.rows + 1,
      input: { type: 'distinct', input: { type: 'project', input, variables } },
    }
    const rows = await put((dataset ? { ...dataset, input: asked } : asked) as unknown as Operation)
    const isSent =
      rows.length <= most.rows && rows.every((row) => names.every((name) => ['NamedNode', 'Literal'].includes(row[name]?.termType ?? '')))
    return isSent ? { names, rows } : undefined
  }

  const walk = async (value: unknown, beside: readonly Node[]): Promise<unknown> => {
    if (Array.isArray(value)) return inTurn(value, (one) => walk(one, []))
    if (!isNode(value) || servicesIn(value).length === 0) return value
    if (is(value, 'service')) return answered(value, beside)
    if (is(value, 'join') || is(value, 'leftjoin')) {
      const inputs = value['input'] as readonly Node[]
      // What is optional says nothing of what it stands beside.
      const around = (one: Node, place: number): readonly Node[] =>
        is(value, 'leftjoin') ? (place === 1 ? [inputs[0]!] : []) : inputs.filter((other) => other !== one)
      const input = await inTurn(inputs, (one, place) => walk(one, around(one, place)))
      return { ...value, input, ...('expression' in value && { expression: await walk(value['expression'], []) }) }
    }
    const made: [string, unknown][] = []
    for (const [key, part] of Object.entries(value)) made.push([key, await walk(part, [])])
    return Object.fromEntries(made)
  }
  return (await walk(question, [])) as Operation
}

async function inTurn<Item>(items: readonly Item[], change: (item: Item, place: number) => Promise<unknown>): Promise<unknown[]> {
  const made: unknown[] = []
  for (const [place, item] of items.entries()) made.push(await change(item, place))
  return made
}

/** The address of a service; nothing for a variable. */
const nameOf = ({ name }: Node): string => ((name as Term).termType === 'NamedNode' ? (name as NamedNode).value : '')

const values = (names: readonly string[], bindings: readonly object[]): Node => ({
  type: 'values',
  variables: names.map((value) => ({ termType: 'Variable', value })),
  bindings,
})

/** @param count tells the blank nodes of one answer from those of another */
function valuesOf(rows: readonly Row[], count: number): Node {
  const names = new Set(rows.flatMap((row) => Object.keys(row)))
  const own = (term: Term): Term => (term.termType === 'BlankNode' ? blankNode(`service${count}_${term.value}`) : term)
  return values(
    [...names],
    rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, term]) => [name, own(term)]))),
  )
}

/** The error of a place that is not read. */
export const foreignSource = (services: Services | undefined, file: string | undefined): StemmaError =>
  new StemmaError({
    code: 'foreign-source',
    message: services
      ? 'SERVICE reads no other place than those that this server lists, by their whole address'
      : 'this engine reads no other place than its own graph, so SERVICE and LOAD do not work',
    ...(file !== undefined && { place: { file } }),
    hint: 'ask for the data here, or use an engine of your own on an export',
  })

const tooManyServices = (count: number, file: string | undefined): StemmaError =>
  new StemmaError({
    code: 'too-many-services',
    message: `the question asks ${count} services, and may ask ${most.services}`,
    ...(file !== undefined && { place: { file } }),
    hint: 'put what one endpoint is asked into one SERVICE',
  })
