/** A field of a question's form, for one parameter. */
import type { Parameter } from '../../../query/question.ts'
import type { Language } from '../config.ts'
import type { Suggest } from './completion.ts'
import { element } from './dom.ts'
import type { Words } from './words.ts'

export interface Field {
  readonly name: string
  readonly node: HTMLElement
  readonly input: HTMLInputElement | HTMLSelectElement
  /** What stands for an empty field. */
  readonly fallback?: string
}

/**
 * @param language what names are wanted in: the page's
 * @param example a value to try; an empty field of a parameter that is needed takes it
 */
export function parameterField(
  { name, type, help, optional, default: fallback }: Parameter,
  example: string | undefined,
  id: string,
  language: Language,
  words: Words,
  suggest: Suggest,
): Field {
  const preset = type.kind === 'language' && fallback === 'en' ? language : fallback
  const input =
    type.kind === 'choice'
      ? choice(id, type.words, preset, optional)
      : element('input', { id, name, ...typing(type.kind), value: preset ?? '' })
  const list = type.kind === 'thing' && element('datalist', { id: `${id}-list` })
  if (list && input instanceof HTMLInputElement) offer(input, list, type.classes ?? [], suggest)
  if (input instanceof HTMLInputElement && example !== undefined) input.placeholder = example
  const note = [help, optional && words.optional, example !== undefined && `${words.example} ${example}`].filter(Boolean).join('; ')
  input.setAttribute('aria-describedby', `${id}-note`)
  const node = element(
    'p',
    { class: 'query-field' },
    element('label', { for: id }, name),
    input,
    list,
    element('small', { id: `${id}-note` }, note),
  )
  return { name, node, input, ...(!optional && preset === undefined && example !== undefined && { fallback: example }) }
}

function choice(id: string, all: readonly string[], preset: string | undefined, optional: boolean | undefined): HTMLSelectElement {
  const options = all.map((word) => element('option', { value: word, selected: word === preset }, word))
  return element('select', { id }, optional && element('option', { value: '' }), ...options)
}

/** Numbers may be written as `70B`, so their field takes text too. */
const typing = (kind: string): Record<string, string> =>
  kind === 'language' ? { spellcheck: 'false', size: '8' } : { spellcheck: 'false' }

/** Offers the things of some classes while a name is written. */
function offer(input: HTMLInputElement, list: HTMLDataListElement, classes: readonly string[], suggest: Suggest): void {
  input.setAttribute('list', list.id)
  let last = ''
  input.addEventListener('input', () => {
    const typed = input.value.trim().toLowerCase()
    last = typed
    if (typed === '') return
    void suggest(
      classes.map((name) => name.toLowerCase()),
      typed,
    ).then((found) => {
      if (last !== typed) return
      list.replaceChildren(...found.map(({ iri, label }) => element('option', { value: nameIn(iri, classes), label: label || iri })))
    })
  })
}

/** The id where one class is meant, else the class with it. */
const nameIn = (iri: string, classes: readonly string[]): string =>
  iri
    .split('/')
    .slice(classes.length === 1 ? -1 : -2)
    .join('/')
