/** What a person names of a hub: `hf:OWNER/NAME`, and `hf:datasets/OWNER/NAME` as the hub's own addresses have it. */
import { StemmaError } from '../../../errors.ts'
import { quote } from '../../../quote.ts'
import { hubId, type HubRepository } from '../../addresses.ts'

/** A model or dataset of a hub, by its address there. */
export type HubName = Pick<HubRepository, 'kind' | 'id'>

const prefix = 'hf:'

/** Whether an argument names something of a hub, and no file. */
export const isHubName = (argument: string): boolean => argument.startsWith(prefix)

/**
 * Sees to it that what is to be read is here.
 *
 * @throws StemmaError `not-fetched` for all that is of a hub
 */
export function requireNoHubNames(paths: readonly string[]): void {
  const problems = paths.filter(isHubName).map((file) => ({
    code: 'not-fetched',
    message: 'is of a hub, and was not fetched',
    place: { file },
    hint: 'stemma build does that; a program calls fetchHub',
  }))
  if (problems.length > 0) throw new StemmaError(problems, 'usage')
}

/** How a model or dataset is named, which is also the place of what is told of it. */
export const nameOf = ({ kind, id }: HubName): string => `${prefix}${kind === 'Dataset' ? 'datasets/' : ''}${id}`

/** The same for all that mean one: a hub does not tell letters by their case. */
export const keyOf = (name: HubName): string => nameOf(name).toLowerCase()

/** Names without those that mean the same as one before. */
export function distinct<T extends HubName>(names: readonly T[], before: Set<string>): T[] {
  return names.filter((name) => {
    const key = keyOf(name)
    return !before.has(key) && before.add(key)
  })
}

/**
 * Reads such a name.
 *
 * @throws StemmaError `bad-hub-id`
 */
export function hubName(argument: string): HubName {
  const [, datasets, id] = /^hf:(?:\/\/)?(?:(datasets)\/|models\/)?(.*)$/s.exec(argument) ?? []
  if (id !== undefined && hubId.test(id)) return { kind: datasets === undefined ? 'Model' : 'Dataset', id }
  throw new StemmaError(
    {
      code: 'bad-hub-id',
      message: `${quote(argument)} names nothing of a hub`,
      hint: 'such as hf:bigscience/bloomz or hf:datasets/bigscience/xP3',
    },
    'usage',
  )
}
