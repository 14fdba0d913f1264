import { printable } from './printable.ts'

const longest = 60

/** What a person wrote, as a message shows it: between quotation marks, on one line, the end of a long one left out. */
export function quote(text: string): string {
  const short = text.length > longest ? `${Array.from(text.slice(0, longest)).slice(0, -1).join('')}…` : text
  return `"${oneLine(short)}"`
}

/** A text on one line, nothing in it that steers a terminal. */
export function oneLine(text: string): string {
  return printable(text).replace(/\n/g, '\\n').replace(/\t/g, '\\t')
}
