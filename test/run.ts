/** Runs a command line in this process and keeps what it prints. */
import { main } from '../src/commands/main.ts'

/** What a run printed, and its exit code. */
export interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs `stemma ...args` with plain output, as when it is piped; with `terminal` as a person sees it, colours off. */
export async function stemma(args: readonly string[], { terminal = false } = {}): Promise<Run> {
  let out = ''
  let err = ''
  const code = await main(args, {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    ...(terminal && { status: (text: string) => void (err += `\r${text}`) }),
    terminal,
    color: false,
  })
  return { code, out, err }
}
