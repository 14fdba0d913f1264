/** The program: its commands, and how an error becomes a message and an exit code. */
import { Command, CommanderError } from 'commander'
import { formatProblem, StemmaError, type Failure } from '../errors.ts'
import { printable } from '../printable.ts'
import { oneLine } from '../quote.ts'
import { version } from '../version.ts'
import { commands } from './index.ts'
import { ClosedPipe, painter, type Io } from './io.ts'
import { Unsatisfied } from './unsatisfied.ts'

export { processIo } from './io.ts'

const exitCodes: Readonly<Record<Failure, number>> = { input: 1, usage: 2, outside: 3 }

/**
 * Runs a command line.
 *
 * @param args the arguments after the program's name
 * @returns the exit code: 0 good, 1 the input or the answer has problems, 2 wrong usage, 3 something outside failed
 */
export async function main(args: readonly string[], io: Io): Promise<number> {
  const program = new Command('stemma')
    .description('The lineage of language models as a knowledge graph: every statement with its source.')
    .version(version)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(printable(text)), outputError: () => {} })
    .addHelpText('after', '\nStart with:\n  $ stemma lineage sparrow\n  $ stemma conflicts\n  $ stemma queries\n')
  for (const add of commands) add(program, io)
  for (const command of program.commands) command.copyInheritedSettings(program)
  try {
    await program.parseAsync([...args], { from: 'user' })
    return 0
  } catch (error) {
    return report(error, io)
  }
}

function report(error: unknown, io: Io): number {
  const paint = painter({ ...io, color: io.color && io.terminal })
  if (error instanceof Unsatisfied) return 1
  if (error instanceof ClosedPipe) return 0
  if (error instanceof CommanderError) {
    if (error.exitCode !== 0 && error.code !== 'commander.help') io.err(usageText(error, paint))
    return error.exitCode === 0 ? 0 : exitCodes.usage
  }
  if (error instanceof StemmaError) {
    const { problems, failure } = error
    for (const problem of problems) io.err(`${paint('red', 'error')} ${formatProblem(problem)}\n`)
    // Of more than are told, the last problem says how many there are.
    if (problems.length > 1 && problems.at(-1)?.code !== 'more-problems') io.err(`${problems.length} problems\n`)
    return exitCodes[failure]
  }
  const stack = process.env['STEMMA_DEBUG'] ? `\n${(error as Error).stack}` : ''
  io.err(
    `${paint('red', 'error')} something unforeseen: ${oneLine((error as Error).message)} [internal]\n  please report it; STEMMA_DEBUG=1 shows where it happened${stack}\n`,
  )
  return 3
}

/** What Commander finds, in the form of all other errors. */
function usageText({ code, message }: CommanderError, paint: ReturnType<typeof painter>): string {
  const [head = '', ...hints] = message.split('\n')
  const name = code.replace('commander.', '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const hint = hints.length > 0 ? hints.join(' ').replace(/^\((.*)\)$/, '$1') : 'see --help'
  return `${paint('red', 'error')} ${oneLine(head.replace(/^error: /, ''))} [${name}]\n  ${oneLine(hint)}\n`
}
