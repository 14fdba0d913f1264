/** Long lists, a page at a time. */
import { html, type Html } from '../html.ts'
import { urlOfPage, type Here } from '../site.ts'
import { wordsIn } from '../words.ts'

/** One page of a list. */
export interface Part {
  /** From 1. */
  readonly number: number
  readonly of: number
}

/** The name of a page of a list: the first is `class/model`, the second `class/model/2`. */
export const partName = (name: string, number: number): string => (number === 1 ? name : `${name}/${number}`)

/** The list and the number in the name of a page. */
export function partAt(name: string): { readonly name: string; readonly number: number } {
  const found = /^(.*)\/([1-9]\d*)$/.exec(name)
  return found && Number(found[2]) > 1 ? { name: found[1]!, number: Number(found[2]) } : { name, number: 1 }
}

/** How many pages a list has: one at least. */
export const pageCount = (count: number, each: number): number => Math.max(1, Math.ceil(count / each))

/**
 * Links to the other pages of a list; undefined where there is but one.
 *
 * @param again the page has them already, so that it is no landmark of its own
 */
export function pager(here: Here, name: string, { number, of }: Part, again = false): Html | undefined {
  if (of === 1) return undefined
  const words = wordsIn(here.language)
  const link = (to: number, text: string, rel?: string): Html =>
    html`<a href="${urlOfPage(here, partName(name, to))}"${rel && html` rel="${rel}"`}>${text}</a>`
  const near = [...new Set([1, ...[-2, -1, 1, 2].map((step) => number + step), of])].filter((to) => to >= 1 && to <= of && to !== number)
  const links = html`<p>${number > 1 && link(number - 1, words.previous, 'prev')} <span>${words.page(number, of)}</span> ${number < of && link(number + 1, words.next, 'next')}</p><p>${near.map((to) => html`${link(to, String(to))} `)}</p>`
  return again ? html`<div class="pager">${links}</div>` : html`<nav class="pager" aria-label="${words.page(number, of)}">${links}</nav>`
}
