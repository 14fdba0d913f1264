/** Errors are part of the interface: every problem has a code, a place, a message and what to do about it. */
import { oneLine } from './quote.ts'
import { printable } from './printable.ts'

/** Where in an input something stands; lines and columns count from 1. */
export interface Place {
  readonly file: string
  readonly line?: number
  readonly column?: number
}

/** One thing that is wrong. */
export interface Problem {
  /** Stable, for programs: `unknown-key`, `bad-date`. */
  readonly code: string
  readonly message: string
  readonly place?: Place
  /** The key of the data that is concerned, such as `trainedOn`. */
  readonly key?: string
  /** The lines of the input that are concerned, with a caret under the place; shown below the message. */
  readonly excerpt?: string
  /** What to do about it. */
  readonly hint?: string
}

/** Exit codes of the command line: 1 the input or the answer has problems, 2 wrong usage, 3 something outside failed. */
export type Failure = 'input' | 'usage' | 'outside'

/** The error that Stemma throws for everything that it foresees; it carries all problems that were found, not only the first. */
export class StemmaError extends Error {
  override readonly name = 'StemmaError'
  readonly problems: readonly Problem[]
  readonly failure: Failure

  /** The package is several files of code, each with a class of its own; an error of one is an error to all. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'StemmaError'
  }

  constructor(problems: Problem | readonly Problem[], failure: Failure = 'input') {
    const all: readonly Problem[] = Array.isArray(problems) ? problems : [problems]
    super(all.map(formatProblem).join('\n'))
    this.problems = all
    this.failure = failure
  }

  /** The code of the first problem. */
  get code(): string {
    return this.problems[0]?.code ?? 'unknown'
  }
}

/** `file:line:column` as editors and terminals link it. */
export function formatPlace({ file, line, column }: Place): string {
  return [file, line, column].filter((part) => part !== undefined).join(':')
}

/** A problem as text: place, message and code on one line, the excerpt below it, the hint on the last. */
export function formatProblem({ code, message, place, excerpt, hint }: Problem): string {
  const head = oneLine(`${place ? `${formatPlace(place)}: ` : ''}${message} [${code}]`)
  return [head, ...(excerpt ? [printable(excerpt)] : []), ...(hint ? [`  ${oneLine(hint)}`] : [])].join('\n')
}

/** Problems in the order in which their places stand in the files; those of no place first. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const keyed = problems.map((problem) => ({
    problem,
    file: problem.place?.file ?? '',
    line: problem.place?.line ?? 0,
    column: problem.place?.column ?? 0,
  }))
  return keyed
    .sort((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1))
    .map(({ problem }) => problem)
}

/**
 * Turns an error of the file system into a StemmaError, so that no stack trace of a missing file is ever shown; one that is a
 * StemmaError already says more, and stays what it is.
 */
export function fileError(error: unknown, file: string): StemmaError {
  if (error instanceof StemmaError) return error
  const code = (error as NodeJS.ErrnoException).code ?? 'unknown'
  const known = Object.hasOwn(fileProblems, code) ? fileProblems[code] : undefined
  const [message, hint, failure] = known ?? [`cannot be used: ${(error as Error).message}`, 'check the path', 'outside' as const]
  return new StemmaError({ code: `file-${code.toLowerCase()}`, message, place: { file }, hint }, failure)
}

const fileProblems: Record<string, [message: string, hint: string, failure: Failure]> = {
  ENOENT: ['does not exist', 'check the path', 'input'],
  EISDIR: ['is a directory, a file is needed', 'name a file in it', 'input'],
  ENOTDIR: ['is not a directory', 'check the path', 'input'],
  ELOOP: ['is a link that leads to itself', 'remove it, or let it lead to a file', 'input'],
  ENAMETOOLONG: ['has a name that is too long', 'choose a shorter one', 'input'],
  EACCES: ['may not be read or written', 'check its permissions', 'outside'],
  EPERM: ['may not be read or written', 'check its permissions', 'outside'],
  EROFS: ['is on a read-only file system', 'choose another place', 'outside'],
  ENOSPC: ['does not fit: the disk is full', 'nothing was changed; free some space and try again', 'outside'],
  EIO: ['cannot be read or written: the device fails', 'look at the disk', 'outside'],
  EMFILE: ['cannot be opened: too many open files', 'close some programs and try again', 'outside'],
}
