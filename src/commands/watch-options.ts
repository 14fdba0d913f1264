/** The options of `serve` by which a server is watched and shared among its clients. */
import { InvalidArgumentError, Option, type Command } from 'commander'
import type { Level } from '../publish/watch/log.ts'
import type { MetricsPlace } from '../publish/watch/watch.ts'

export interface WatchOptions {
  readonly metrics?: MetricsPlace
  readonly log?: Level
  readonly proxied?: string
  readonly rate: number
}

/** Adds the options to a command. */
export const withWatchOptions = (command: Command): Command =>
  command
    .addOption(
      new Option(
        '--metrics <[host:]port>',
        'give the figures for Prometheus at a port of their own, or off (default: at /metrics of the server)',
      ).argParser(place),
    )
    .addOption(
      new Option('--log <level>', 'what is logged to standard error, as JSON (default: info, on a terminal off)').choices([
        'off',
        'error',
        'warn',
        'info',
        'debug',
      ] satisfies Level[]),
    )
    .option('--proxied <number|addresses>', 'how many proxies are in front, or where: what they say of clients is believed')
    .addOption(
      new Option('--rate <seconds>', 'how long the questions of one client may take in a minute; 0 for as long as they like')
        .argParser(seconds)
        .default(60),
    )

function place(text: string): MetricsPlace {
  if (text === 'off') return text
  const { host = '127.0.0.1', port = '' } = /^(?:(?<host>\[[^\]]+\]|[^:]+):)?(?<port>\d{1,5})$/.exec(text)?.groups ?? {}
  if (port === '' || Number(port) > 65_535) throw new InvalidArgumentError('A port, an address and a port, or off.')
  return { host: host.replace(/^\[|\]$/g, ''), port: Number(port) }
}

function seconds(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('A whole number.')
  return Number(text)
}
