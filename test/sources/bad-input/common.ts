/** What the tables of bad input share. */
import { evidenceKeys, keysOf } from '../../../src/model/sheet.ts'

/** A problem as the tables write it: its code, `line:column`, key (or nothing) and hint. */
export type Expected = readonly [code: string, place: string, key: string, hint: string]

/** A name, the content of a file, and every problem of it. */
export type BadInput = readonly [name: string, content: string | Uint8Array, problems: readonly Expected[]]

/** The start of a document of three lines, in which nothing is wrong. */
export const model = 'id: x\nsource: paper\nname: X\n'
export const dataset = `kind: Dataset\n${model}`
export const document = `kind: Document\n${model}`
/** Five lines; what follows is indented by four and is the training's. */
export const training = `${model}training:\n  - phase: pre-training\n`

export const modelKeys = `its keys: ${keysOf('Model', false).join(', ')}`
export const textKeys = `its keys: ${evidenceKeys.join(', ')}`
export const valueKeys = `its keys: ${evidenceKeys.filter((key) => key !== 'language').join(', ')}`

/** Stands beside each case: what its references may lead to. */
export const good = `id: paper
kind: Document
source: paper
name: A paper
---
id: parent
source: paper
name: Parent
---
{ id: corpus, kind: Dataset, source: paper, name: Corpus }
---
{ id: a100, kind: Hardware, source: paper, name: A100 }
---
{ id: deepmind, kind: Organization, source: paper, name: DeepMind }
---
{ id: mmlu, kind: Benchmark, source: paper, name: MMLU }
`
