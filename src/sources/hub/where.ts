/** What the path of a file tells of the model or dataset whose repository it is in. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { hubId, type HubRepository } from '../addresses.ts'
import { unpackedName } from '../packing/endings.ts'

/** A repository of a hub, in a folder. */
export interface Repository extends HubRepository {
  /** Whether no branch or tag of the local cache leads to this revision any more. */
  readonly isOld?: boolean
}

/** The local cache of the hub's own tools: `models--OWNER--NAME/snapshots/SHA/README.md`, and `refs/` beside `snapshots/`. */
const cached = /^(.*[\\/](models|datasets)--([^\\/]+))[\\/]snapshots[\\/]([^\\/]+)[\\/]/
/** A clone: `OWNER/NAME/README.md`, or a file of results one folder below. */
const cloned = /[\\/](?:(datasets)[\\/])?([^\\/]+)[\\/]([^\\/]+)[\\/](?:README\.md|\.eval_results[\\/][^\\/]+)$/i

/** The repository that a card or a file of results is in, by its path. */
export function repositoryOf(file: string): Repository | undefined {
  const path = resolve(unpackedName(file))
  const [, folder, kinds, name, revision] = cached.exec(path) ?? []
  if (folder !== undefined) {
    const id = name!.replace('--', '/')
    const current = refsIn(join(folder, 'refs'))
    return hubId.test(id)
      ? {
          kind: kinds === 'datasets' ? 'Dataset' : 'Model',
          id,
          revision: revision!,
          isOld: current.length > 0 && !current.includes(revision!),
        }
      : undefined
  }
  const [, datasets, owner, own] = cloned.exec(path) ?? []
  const id = `${owner}/${own}`
  return own !== undefined && hubId.test(id) ? { kind: datasets ? 'Dataset' : 'Model', id } : undefined
}

/** The revisions that branches and tags lead to. */
function refsIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? refsIn(path) : [readFileSync(path, 'utf8').trim()]
    })
  } catch {
    // A cache may be without them.
    return []
  }
}
