/** Decisions as lines of the alias table's file (docs/sources.md), put behind those that are there. */
import { isSeq, parseDocument } from 'yaml'
import { StemmaError } from '../../errors.ts'
import type { Alias, Named } from '../../model/alias.ts'
import { pathOf } from '../../model/iri.ts'

/** A decision as a line: `- { name: "GPT 3", kind: Model, is: model/gpt-3 }`. */
export function aliasLine({ name, kind, source, is }: Alias): string {
  const fields = [
    `name: ${JSON.stringify(name)}`,
    ...(kind === undefined ? [] : [`kind: ${kind}`]),
    ...(source === undefined ? [] : [`source: ${source}`]),
    is === 'apart' ? 'apart: true' : 'not' in is ? `not: ${path(is.not)}` : `is: ${path(is)}`,
  ]
  return `- { ${fields.join(', ')} }`
}

const path = ({ kind, id }: Named): string => pathOf(kind, id)

/**
 * The content of an alias table with more decisions: what is there stays as it is, byte for byte, and lines that are there already are not
 * written again.
 *
 * @param before the content of the file, if there is one
 * @param file its name, for the error
 * @throws StemmaError `bad-alias-table` where it is no list that lines can be put behind
 */
export function withAliases(before: Uint8Array | undefined, aliases: readonly Alias[], file: string): Uint8Array[] {
  const text = before === undefined ? heading : new TextDecoder().decode(before)
  const there = new Set(text.split(/\r?\n/))
  const lines = [...new Set(aliases.map(aliasLine))].filter((line) => !there.has(line))
  const added = `${text === '' || text.endsWith('\n') ? '' : '\n'}${lines.map((line) => `${line}\n`).join('')}`
  const { errors, contents } = parseDocument(`${text}${added}`)
  if (errors.length > 0 || (contents !== null && !isSeq(contents)))
    throw new StemmaError({
      code: 'bad-alias-table',
      message: 'is no list of decisions, so none can be put behind the others',
      place: { file },
      hint: 'name a file with one decision a line, or one that is not there yet',
    })
  return [before ?? Buffer.from(heading), Buffer.from(added)]
}

const heading = '# Which names mean which things, as a person has decided.\n'
