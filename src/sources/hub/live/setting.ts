/** Where the hub is and how it is asked, by the environment variables of the hub's own tools. */
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { StemmaError } from '../../../errors.ts'

/** How a hub is asked. */
export interface HubSetting {
  /** The address of the hub, without a slash at its end. */
  readonly endpoint: string
  /** Who asks; it goes to the endpoint alone, and into no message and no file. */
  readonly token?: string
  /** Whether only the cache answers. */
  readonly isOffline: boolean
  /** The folder of the cache. */
  readonly cache: string
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * What the environment says: https://huggingface.co/docs/huggingface_hub/package_reference/environment_variables
 *
 * @throws StemmaError `bad-endpoint`, `bad-token`
 */
export function hubSetting(env: Environment = process.env, home = homedir(), platform: string = process.platform): HubSetting {
  const token = tokenIn(env, home)
  return {
    endpoint: endpointIn(env),
    ...(token !== undefined && { token }),
    isOffline: isTrue(env['HF_HUB_OFFLINE'] || env['TRANSFORMERS_OFFLINE']),
    cache: join(env['STEMMA_CACHE'] || join(cacheFolder(env, home, platform), 'stemma'), 'hub'),
  }
}

const isTrue = (value: string | undefined): boolean => ['1', 'ON', 'YES', 'TRUE'].includes((value ?? '').toUpperCase())

function endpointIn(env: Environment): string {
  const written = (env['HF_ENDPOINT'] || 'https://huggingface.co').replace(/\/+$/, '')
  const url = URL.canParse(written) ? new URL(written) : undefined
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash)
    return url.href.replace(/\/+$/, '')
  // It may hold a password, so it is not shown.
  throw new StemmaError(
    {
      code: 'bad-endpoint',
      message: 'HF_ENDPOINT is not the address of a hub',
      hint: 'such as https://huggingface.co, without user and password',
    },
    'usage',
  )
}

function tokenIn(env: Environment, home: string): string | undefined {
  if (isTrue(env['HF_HUB_DISABLE_IMPLICIT_TOKEN'])) return undefined
  const own = cleaned(env['HF_TOKEN'] || env['HUGGING_FACE_HUB_TOKEN'])
  const token = own ?? tokenOfFile(env, home)
  // A header cannot hold anything else.
  if (token === undefined || /^[!-~]+$/.test(token)) return token
  throw new StemmaError(
    { code: 'bad-token', message: 'the token of the hub has letters that no token has', hint: 'look at HF_TOKEN, or log in again' },
    'usage',
  )
}

function tokenOfFile(env: Environment, home: string): string | undefined {
  const expand = (path: string): string => path.replace(/^~(?=[\\/]|$)/, home)
  const folder = expand(env['HF_HOME'] || join(env['XDG_CACHE_HOME'] || join(home, '.cache'), 'huggingface'))
  try {
    return cleaned(readFileSync(expand(env['HF_TOKEN_PATH'] || join(folder, 'token')), 'utf8'))
  } catch {
    // Nobody is logged in.
    return undefined
  }
}

const cleaned = (token: string | undefined): string | undefined => token?.replace(/[\r\n]/g, '').trim() || undefined

function cacheFolder(env: Environment, home: string, platform: string): string {
  if (env['XDG_CACHE_HOME']) return env['XDG_CACHE_HOME']
  if (platform === 'darwin') return join(home, 'Library', 'Caches')
  if (platform === 'win32') return env['LOCALAPPDATA'] || join(home, 'AppData', 'Local')
  return join(home, '.cache')
}
