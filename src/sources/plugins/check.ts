/** Whether what a plugin exports is a source format. */
import type { Problem } from '../../errors.ts'
import { nearest } from '../../nearest.ts'
import { isId } from '../../model/iri.ts'
import { quote } from '../../quote.ts'
import { recordExtensions } from '../bulk/extensions.ts'
import { sourceFormats } from '../formats.ts'
import { unpackedName } from '../packing/endings.ts'
import type { SourceFormat } from '../source.ts'
import { messageOf } from './thrown.ts'

/** What a plugin exports, and the file that it is, where it is one. */
export interface Exported {
  readonly value: unknown
  readonly file?: string
}

/** All that is wrong with some plugins. */
export function pluginProblems(plugins: readonly Exported[]): Problem[] {
  const taken = new Set(sourceFormats.map(({ name }) => name))
  return plugins.flatMap(({ value, file }) => {
    const placed = ([message, hint]: Trouble): Problem => ({
      code: 'bad-plugin',
      message,
      ...(file !== undefined && { place: { file } }),
      hint,
    })
    if (value === null || typeof value !== 'object' || value instanceof Promise)
      return [
        placed([
          'the plugin exports no source format',
          'its default export is one, or a function that takes the tools and gives one at once',
        ]),
      ]
    let troubles: Trouble[]
    let name: string
    try {
      troubles = [...troublesOf(value)]
      ;({ name } = value as SourceFormat)
    } catch (error) {
      return [placed([`the plugin's format cannot be looked at: ${messageOf(error)}`, 'its properties are plain values and functions'])]
    }
    if (taken.has(name)) troubles.push([`there is a source format ${quote(name)} already`, 'give this one another name'])
    taken.add(name)
    return troubles.map(placed)
  })
}

type Trouble = [message: string, hint: string]

function* troublesOf(format: object): Generator<Trouble> {
  const content = format as Record<keyof SourceFormat, unknown>
  const missing = (key: keyof SourceFormat, what: string): Trouble => {
    const [near] = nearest(
      key,
      Object.keys(format).filter((own) => !Object.hasOwn(example, own)),
    )
    return [`the plugin needs ${key}: ${what}`, near === undefined ? `such as ${example[key]}` : `write ${key} in place of ${near}`]
  }
  if (typeof content.name !== 'string' || !isId(content.name)) yield missing('name', 'what --from calls it, in small letters')
  if (typeof content.title !== 'string' || content.title.trim() === '') yield missing('title', 'what people call it')
  const { extensions } = content
  if (!Array.isArray(extensions)) yield missing('extensions', 'a list of the endings of its files')
  else for (const ending of extensions as unknown[]) yield* troubleOfEnding(ending)
  if (typeof content.recognises !== 'function') yield missing('recognises', 'a function that says whether a file is of this format')
  if (typeof content.read !== 'function') yield missing('read', 'a function that reads a file')
}

const example: Readonly<Record<keyof SourceFormat, string>> = {
  name: "name: 'models-tsv'",
  title: "title: 'tables of our models'",
  extensions: "extensions: ['.tsv']",
  recognises: "recognises: ({ text }) => text?.startsWith('model\\t') ?? false",
  read: 'read(content, { base, source }) { … }',
}

/** Saved graphs and records of hubs. */
const readOtherwise: readonly string[] = ['.stemma', ...recordExtensions]

function* troubleOfEnding(ending: unknown): Generator<Trouble> {
  const what = `${quote(String(ending))} is no ending of files that a plugin reads`
  if (typeof ending !== 'string' || !/^\.[^./\\\s]+(?:\.[^./\\\s]+)*$/.test(ending) || ending !== ending.toLowerCase())
    yield [what, 'write it with the dot and in small letters: .tsv']
  else if (unpackedName(ending) !== ending)
    yield [what, `leave ${ending.slice(unpackedName(ending).length)} out: what is packed is unpacked before`]
  else if (readOtherwise.includes(ending))
    yield [what, 'such files are read in another way: choose another ending, or have none and name the plugin with --from']
}
