/**
 * The form of a `.stemma` file (docs/graph-file.md): a head, sections of typed numbers, a directory that says where they are,
 * a foot that says where the directory is. All numbers are little-endian.
 */
import type { AdjacencySections } from '../index/adjacency.ts'
import { GraphSets } from '../index/graph-sets.ts'
import type { IndexParts } from '../index/quad-index.ts'
import type { RelationPlace } from '../index/relation.ts'
import type { Items, Section } from '../index/section.ts'

/** The first bytes of a file: no text begins so, and a transfer that takes it for text breaks them. */
export const magic = Uint8Array.from([0x89, 0x53, 0x54, 0x45, 0x4d, 0x4d, 0x41, 0x0d, 0x0a, 0x1a, 0x0a])
/** The version of the form that is written, and the only one that is read. */
export const version = 1
/** Magic, a zero, the version; 16 bytes. */
export const headLength = 16
/** The place, the length and the checksum of the directory, the length of the file, the checksum of all that, a zero, and the magic again. */
export const footLength = 48
/** Every section has a checksum for so many of its bytes. */
export const blockLength = 1 << 16
/** Every section begins at a multiple of this. */
export const alignment = 8

/** What the directory says of a section. */
export interface SectionPlace {
  readonly name: string
  readonly at: number
  readonly length: number
  /** Bytes a number. */
  readonly width: 1 | 2 | 4
}

/** The directory: JSON, behind which stand the checksums of all blocks, 32 bits each, in the order of the sections. */
export interface Directory {
  readonly base: string
  readonly namespaces: readonly string[]
  readonly heads: readonly string[]
  readonly firsts: readonly number[]
  readonly sets: readonly (readonly number[])[]
  readonly relations: readonly RelationPlace[]
  readonly sections: readonly SectionPlace[]
}

const directions = ['forward', 'backward'] as const
const adjacencyNames = ['keys', 'offsets', 'targets', 'sets'] as const

/** The sections of a graph by name, in the order of the file. */
export function sectionsOf({ terms, sections }: Pick<IndexParts, 'terms' | 'sections'>): [name: string, section: Section<Items>][] {
  return [
    ...terms.texts.map((text, part): [string, Section<Items>] => [`texts.${part}`, text]),
    ['ends', terms.ends],
    ['slots', terms.slots],
    ...directions.flatMap((direction) =>
      adjacencyNames.map((name): [string, Section<Items>] => [`${direction}.${name}`, sections[direction][name]]),
    ),
  ]
}

/** What the directory says of a graph beside its sections. */
export const described = ({ base, namespaces, terms, sets, relations }: IndexParts): Omit<Directory, 'sections'> => ({
  base,
  namespaces,
  heads: terms.heads,
  firsts: terms.firsts,
  sets: sets.all,
  relations,
})

/** The parts of a graph from its sections by name. */
export function partsFrom(directory: Omit<Directory, 'sections'>, section: (name: string) => Section<Items>): IndexParts {
  const { base, namespaces, heads, firsts, sets, relations } = directory
  const adjacency = (direction: (typeof directions)[number]): AdjacencySections =>
    Object.fromEntries(adjacencyNames.map((name) => [name, section(`${direction}.${name}`)])) as unknown as AdjacencySections
  return {
    base,
    namespaces,
    relations,
    sets: new GraphSets(sets),
    terms: {
      heads,
      firsts,
      texts: firsts.map((_, part) => section(`texts.${part}`) as Section<Uint8Array>),
      ends: section('ends') as Section,
      slots: section('slots') as Section,
    },
    sections: { forward: adjacency('forward'), backward: adjacency('backward') },
  }
}
