/** Sizes as the catalogue writes them, by one grammar: `NUMBER UNIT`, one or several. What is not of it is left as it is written. */

/** What a size says: values by property, and the parts of it that say nothing which there is a property for. */
export interface Size {
  readonly values: readonly (readonly [key: string, value: string])[]
  readonly rest: readonly string[]
}

const number = String.raw`[~≈]?\d[\d,]*(?:\.\d+)?\s*(?:[kKMBT]|thousand|million|billion|trillion)?`

/** `34B parameters (dense)`, `132B parameters (sparse)`, `14B parameters with 2.7B parameters for activation (MoE)`. */
const ofModel = new RegExp(
  String.raw`^(${number})(?:\s*(?:-|–|to)\s*(${number}))?\s+parameters?\s*(?:(?:;|with|,)?\s*(${number}\s+(?:active\s+parameters|parameters for activation)))?\s*(?:\((dense|sparse|moe)(?:\s+model)?\))?(?:;\s*(${number}\s+active\s+parameters))?$`,
  'i',
)

/** Words for how the parameters are used, and what the ontology calls it: of a mixture of experts not all are. */
const architectures: Readonly<Record<string, string>> = { dense: 'dense', sparse: 'sparse', moe: 'sparse' }

/**
 * Reads the size of a model.
 *
 * @param ofFamily whether it is told that there are several sizes, of which this one is the largest
 */
export function modelSize(text: string, ofFamily: boolean): Size {
  const match = ofModel.exec(text)
  if (!match) return { values: [], rest: [text] }
  const [, first = '', last, active, word, activeToo] = match
  const architecture = architectures[word?.toLowerCase() ?? '']
  const counts: [string, string][] =
    last !== undefined
      ? [
          ['smallestParameterCount', first],
          ['largestParameterCount', last],
        ]
      : [[ofFamily ? 'largestParameterCount' : 'parameterCount', first]]
  return {
    values: [...counts, ...(architecture === undefined ? [] : [['architecture', architecture] as const])],
    rest: [active, activeToo].filter((part) => part !== undefined),
  }
}

/** What an item is called of which an example is one; before it may stand what it is of (`image-text pairs`). */
const examples = 'examples?|samples|pairs|comparisons|ratings|dialogues|instructions|demonstrations|queries|observations'

/** The units, each with what may stand between number and unit. */
const units: readonly (readonly [key: string, unit: RegExp])[] = [
  ['tokenCount', /^(?:[A-Z][a-z]+ )?tokens$/],
  ['wordCount', /^(?:[A-Z][a-z]+ )?words$/],
  ['documentCount', /^(?:web )?documents$/i],
  ['taskCount', /^tasks$/],
  ['exampleCount', new RegExp(String.raw`^(?:\([a-z]+, [a-z]+\) |(?!of\b|at\b)[\w-]+ ){0,2}(?:${examples})$`, 'i')],
]

/** A comma that is not within parentheses, or a word that adds. */
const between = /,\s+(?![^(]*\))|\s+(?:with|and)\s+(?=[~≈]?\d)/

/**
 * Reads the size of a dataset. Of two figures with one unit neither is taken, since it is not said which is the whole; nor is a number
 * of examples beside anything else, which may be of another part.
 */
export function datasetSize(text: string): Size {
  const parts = text.split(between).map((part) => ({ part, said: partOf(part.trim()) }))
  const keys = parts.map(({ said }) => said?.[0])
  const isClear = (said: readonly [string, string] | undefined): said is readonly [string, string] =>
    said !== undefined && keys.indexOf(said[0]) === keys.lastIndexOf(said[0]) && (said[0] !== 'exampleCount' || parts.length === 1)
  return {
    values: parts.flatMap(({ said }) => (isClear(said) ? [said] : [])),
    rest: parts.flatMap(({ part, said }) => (isClear(said) ? [] : [part])),
  }
}

const bytes = /^(\d[\d,]*(?:\.\d+)?)\s*([kKMGTP]i?B)$/
const counted = new RegExp(String.raw`^(${number}(?![A-Za-z]))\s*(\S.*)$`)

function partOf(text: string): readonly [key: string, value: string] | undefined {
  const [, size, unit] = bytes.exec(text) ?? []
  if (size !== undefined) return ['sizeInBytes', `${size} ${unit!}`]
  const [, count = '', noun = ''] = counted.exec(text) ?? []
  const found = units.find(([, own]) => own.test(noun))
  return found && [found[0], count.trim()]
}
