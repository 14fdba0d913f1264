/** The memory and computing of processes, where the system tells it (Linux). */
import { readFileSync } from 'node:fs'

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // The process has ended, or the system tells nothing.
    return ''
  }
}

/** The largest memory that a process and those that it started have held, each by itself, in bytes; 0 where it is not known. */
export const peakMemory = (pid: number): number => memoryOf(pid, 'VmHWM')

/** The memory that a process and those that it started hold now, in bytes; 0 where it is not known. */
export const heldMemory = (pid: number): number => memoryOf(pid, 'VmRSS')

function memoryOf(pid: number, line: 'VmHWM' | 'VmRSS'): number {
  const own = Number(new RegExp(`^${line}:\\s+(\\d+) kB`, 'm').exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean)
  return children.reduce((sum, child) => sum + memoryOf(Number(child), line), own)
}

/** What a process has computed so far, in ms; 0 where it is not known. */
export function computed(pid: number): number {
  // Behind the name, which stands in parentheses: the 12th and 13th are ticks of 10 ms, in the program and in the system.
  const [user, system] = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /, '')
    .split(' ')
    .slice(11, 13)
  return 10 * (Number(user ?? 0) + Number(system ?? 0))
}
