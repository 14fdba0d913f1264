/** What commands say of a graph, and what they need of a store for it. */
import type { Quad } from '@rdfjs/types'
import { pageText } from '../../src/commands/page-text.ts'
import { treeText } from '../../src/commands/tree-text.ts'
import { claimLines } from '../../src/commands/why.ts'
import { differencesIn } from '../../src/graph/differences.ts'
import { entitiesOf, nameOf, valueOf, type Graph } from '../../src/graph/graph.ts'
import { groupBy } from '../../src/group.ts'
import { prefixes } from '../../src/model/terms.ts'
import { classNames, type ClassName } from '../../src/model/vocabulary.ts'
import type { Client } from '../../src/query/endpoint.ts'
import { fetchGraph, graphOfQuads, type Need } from '../../src/query/endpoint-graph.ts'
import { find } from '../../src/query/find.ts'
import { lineage, type Direction, type LineageOptions } from '../../src/query/lineage.ts'

const io = { out() {}, err() {}, terminal: false, color: false }

/** A need, and what is to be the same of what is fetched for it and of the whole graph. */
interface Reach {
  readonly need: Need
  say(graph: Graph): unknown
}

export const pages = [
  'bloomz',
  'sparrow',
  'dataset/the-pile',
  'a100',
  'deepmind',
  'bloom-paper',
  'benchmark/mmlu',
  'training/bloom-176b--pre-training',
  'apache-2.0',
] as const

export const trees = [
  ['sparrow', 'up', {}],
  ['bloom', 'down', {}],
  ['bloom', 'down', { depth: 1 }],
  ['bloomz', 'up', { depth: 1 }],
  ['sparrow', 'up', { wide: true }],
  ['dataset/the-pile', 'down', { wide: true }],
  ['dataset/the-pile', 'down', { wide: true, depth: 2 }],
] as const satisfies readonly (readonly [string, Direction, LineageOptions])[]

export const lists = ['Model', 'Organization', 'Document', 'Training'] as const satisfies readonly ClassName[]

export const names = [
  'Sparrow',
  'sparrow',
  'SPARROW',
  'model/opt',
  'model:opt',
  'BLOOMZ',
  '麻雀',
  'bigscience/bloom',
  'arXiv:2203.15556',
  'SNI',
  'MT-NLG 530b',
  'https://huggingface.co/bigscience/bloom',
  'training/mt-nlg--pre-training',
  'no such thing',
]

export const fetched = {
  async graph(client: Client, need: Need): Promise<Graph> {
    const quads: Quad[] = []
    for await (const quad of fetchGraph(client, need)) quads.push(quad)
    return graphOfQuads(quads)
  },
  /** `show`, and `why` of each property. */
  page(whole: Graph, name: string): Reach {
    const { iri } = find(whole, name)
    return {
      need: { reach: 'thing', things: [iri] },
      say: async (graph) => [
        await pageText(graph, iri, { language: 'en', allSources: true }, io),
        await pageText(graph, iri, { language: 'zh', allSources: false }, io),
        ...[...groupBy(graph.claimsOf(iri), ({ property }) => property)].map(([property, claims]) =>
          claimLines(graph, property, claims, 'en', io),
        ),
      ],
    }
  },
  tree(whole: Graph, name: string, direction: Direction, options: LineageOptions): Reach {
    const { iri } = find(whole, name)
    return {
      need: { reach: 'lineage', things: [iri], directions: [direction], ...options },
      say: (graph) => treeText(graph, lineage(graph, iri, direction, options), direction, { sources: true }, io),
    }
  },
  list: (className: ClassName): Reach => ({
    need: { reach: 'class', className },
    say: (graph) =>
      entitiesOf(graph, className).map(({ id, iri }) => [id, nameOf(graph, iri), valueOf(graph, iri, `${prefixes.dct}issued`)?.value]),
  }),
  census: (): Reach => ({
    need: { reach: 'classes' },
    say: (graph) => classNames.map((name) => [name, entitiesOf(graph, name).length]),
  }),
  disagreements: (): Reach => ({
    need: { reach: 'everything' },
    say: (graph) =>
      differencesIn(graph).map(({ kind, subject, property, claims }) => [
        kind,
        subject,
        property,
        claims.map(({ place: _, ...claim }) => claim),
      ]),
  }),
}
