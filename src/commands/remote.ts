/** What the commands share that speak to a store: its address, how long to wait, and who is asking. */
import { InvalidArgumentError, Option } from 'commander'
import { checkedBase } from '../model/base.ts'
import { defaultBase } from '../model/iri.ts'
import type { ClientOptions } from '../query/remote/client.ts'

/** The options of a command that can ask a store. */
export interface RemoteOptions {
  readonly endpoint?: string
  readonly base?: string
  readonly timeout?: number
}

/** `--endpoint URL`: a store that is asked in place of a graph. */
export const endpointOption = (): Option =>
  new Option('--endpoint <url>', 'ask a SPARQL endpoint in place of a graph, as stemma push fills it').conflicts('graph')

/** `--base IRI`: whose data it is, in a store that may hold that of several. */
export const baseOption = (): Option =>
  new Option('--base <iri>', 'with an endpoint: base IRI of its instances').default(undefined, defaultBase)

/** `--timeout SECONDS`. */
export const timeoutOption = (): Option =>
  new Option('--timeout <seconds>', 'how long to wait for each answer of a store').argParser(seconds).default(undefined, '60')

function seconds(text: string): number {
  // Node's fetch waits no longer for an answer to begin.
  if (!/^[1-9]\d{0,2}$/.test(text) || Number(text) > 300) throw new InvalidArgumentError('A whole number of seconds from 1 to 300.')
  return Number(text)
}

/** What the credentials in the environment are, under every command's help that takes them. */
export const credentialsText =
  '\nA store that wants to know who asks is told STEMMA_ENDPOINT_USER and STEMMA_ENDPOINT_PASSWORD, or STEMMA_ENDPOINT_TOKEN.\n'

/**
 * How to reach a store: by the options and the environment.
 *
 * @throws StemmaError `bad-base`, `bad-credentials`
 */
export async function remote({ base = defaultBase, timeout }: RemoteOptions): Promise<ClientOptions & { readonly base: string }> {
  const { credentialsFrom } = await import('../query/remote/credentials.ts')
  return { base: checkedBase(base), credentials: credentialsFrom(process.env), ...(timeout !== undefined && { timeout }) }
}
