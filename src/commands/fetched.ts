import { StemmaError } from '../errors.ts'
import type { HubSnapshot } from '../sources/hub/live/fetch.ts'
import type { Io } from './io.ts'

/**
 * What the hub has of the models that were named, if any was.
 *
 * @param names `hf:OWNER/NAME`
 * @param down how many levels of what was made of them
 */
export async function fetched(names: readonly string[], down: number | undefined, io: Io): Promise<HubSnapshot | undefined> {
  if (names.length === 0) {
    if (down === undefined) return undefined
    throw new StemmaError(
      { code: 'bad-argument', message: '--down is for models of the hub', hint: 'such as hf:bigscience/bloomz' },
      'usage',
    )
  }
  const [{ fetchHub }, { hubLine }] = await Promise.all([import('../sources/hub/live/fetch.ts'), import('./progress.ts')])
  try {
    return await fetchHub(names, {
      ...(down !== undefined && { down }),
      ...(io.status && { onProgress: hubLine((text) => io.status!(text)) }),
    })
  } finally {
    io.status?.('')
  }
}
