/** What is fetched of a hub before sources are read: a snapshot of the models that were named and of what they come from. */
import { StemmaError, type Problem } from '../../../errors.ts'
import { hubClient } from './client.ts'
import type { Collected } from './collection.ts'
import { hubName, nameOf } from './names.ts'
import { usualPace, type Pace } from './pace.ts'
import { hubSetting, type HubSetting } from './setting.ts'
import { problemOf } from './trouble.ts'
import { walk } from './walk.ts'

/** How a hub is read. */
export interface HubOptions {
  /** Levels of what was made of the models: 0 when it is left out. */
  readonly down?: number
  /** Where the hub is; as the environment says when it is left out. */
  readonly setting?: HubSetting
  readonly pace?: Partial<Pace>
  /** Records at most. */
  readonly most?: number
  readonly signal?: AbortSignal
  /** Told how many records there are, how many are known of, and how many seconds the hub wants to be left alone. */
  readonly onProgress?: (read: number, known: number, seconds?: number) => void
}

/** Records of a hub, as fetched. */
export interface HubSnapshot extends Collected {
  readonly endpoint: string
}

const usualMost = 10_000
/** Of all answers together; nothing larger is kept in memory. */
const mostBytes = 128 * 2 ** 20

/**
 * Fetches models with their bases up to the roots and the datasets of all these, and their descendants.
 *
 * @param names `hf:OWNER/NAME`, `hf:datasets/OWNER/NAME`
 * @throws StemmaError why one of them cannot be had; `bad-hub-id`, `bad-endpoint`, `bad-token`
 * @throws the reason of `signal`
 */
export async function fetchHub(names: readonly string[], options: HubOptions = {}): Promise<HubSnapshot> {
  const { down = 0, setting = hubSetting(), most = usualMost, signal, onProgress } = options
  const pace = { ...usualPace, ...options.pace }
  const asked = names.map(hubName)
  let [read, known] = [0, asked.length]
  const client = hubClient(setting, pace, (wait) => onProgress?.(read, known, Math.ceil(wait / 1000)), signal)
  const { missing, ...collected } = await walk(asked, client, {
    down,
    most: { records: most, bytes: mostBytes },
    together: pace.together,
    onProgress: (...told) => onProgress?.(...([read, known] = told)),
  })
  if (missing.length > 0)
    throw new StemmaError(
      missing.map(({ name, trouble }) => problemOf(trouble, nameOf(name))),
      missing.every(({ trouble }) => trouble.isOutside) ? 'outside' : 'input',
    )
  const { unkept } = client
  const problems = unkept ? [...collected.problems, cannotKeep(setting.cache, unkept)] : collected.problems
  return { ...collected, endpoint: setting.endpoint, problems }
}

const cannotKeep = (folder: string, { message }: Error): Problem => ({
  code: 'hub-not-kept',
  message: `what the hub answered cannot be kept: ${message.split('\n', 1)[0]!}`,
  place: { file: folder },
  hint: 'nothing is lost but the next run asks for all of it again; STEMMA_CACHE names another folder',
})
