/** The list of what was found, below the field. */
import type { SearchIndex } from '../../search/format.ts'
import { squashed } from '../../search/keys.ts'
import type { Found } from '../../search/lookup.ts'

/** So many things are listed. */
const most = 12

/** The list of a form. */
export interface List {
  show(found: readonly Found[], index: SearchIndex, said: string): void
  /** Says why nothing can be found. */
  fail(reason: string): void
  /** Moves the choice down or up. */
  move(by: 1 | -1): void
  /** Goes to what is chosen, or to the first. */
  go(): void
  close(): void
  isOpen(): boolean
}

let lists = 0

/** Puts an empty list below a field. */
export function createList(form: HTMLFormElement, input: HTMLInputElement, root: string): List {
  const id = `found-${(lists += 1)}`
  const language = document.documentElement.lang
  const panel = element('div', 'found')
  const box = element('div')
  const note = element('p', 'note')
  // Always there, so that readers of the screen tell what changes in it.
  const status = element('p', 'unseen')
  panel.hidden = true
  note.setAttribute('aria-hidden', 'true')
  set(status, { role: 'status' })
  set(box, { role: 'listbox', id, 'aria-label': input.labels?.[0]?.textContent ?? '' })
  set(input, { role: 'combobox', 'aria-expanded': 'false', 'aria-controls': id, 'aria-autocomplete': 'list', 'aria-keyshortcuts': '/' })
  panel.append(box, note)
  form.append(panel, status)
  let chosen = -1

  const options = (): HTMLAnchorElement[] => [...box.querySelectorAll('a')]

  function choose(place: number): void {
    options()[chosen]?.setAttribute('aria-selected', 'false')
    chosen = place
    const option = options()[place]
    option?.setAttribute('aria-selected', 'true')
    option?.scrollIntoView({ block: 'nearest' })
    if (option) input.setAttribute('aria-activedescendant', option.id)
    else input.removeAttribute('aria-activedescendant')
  }

  function open(content: readonly Element[], said: string): void {
    box.replaceChildren(...content)
    choose(-1)
    status.textContent = note.textContent = said
    panel.hidden = false
    input.setAttribute('aria-expanded', String(content.length > 0))
  }

  function close(): void {
    panel.hidden = true
    box.replaceChildren()
    choose(-1)
    status.textContent = ''
    input.setAttribute('aria-expanded', 'false')
  }

  function optionOf({ entry }: Found, { classes }: SearchIndex, place: number): HTMLAnchorElement {
    const [classPlace, own, , english, chinese] = entry
    const { segment, label } = classes[classPlace]!
    const name = (language === 'zh' ? chinese || english : english || chinese) || own
    const option = element('a')
    option.href = `${root}${language === 'zh' ? 'zh/' : ''}${segment}/${own}.html`
    set(option, { role: 'option', id: `${id}-${place}`, 'aria-selected': 'false', tabindex: '-1' })
    const about = element('small')
    about.textContent = [label[language] ?? segment, ...(squashed(own) === squashed(name) ? [] : [own])].join(' · ')
    option.append(name, ' ', about)
    return option
  }

  return {
    isOpen: () => !panel.hidden,
    close,
    show: (found, index, said) =>
      open(
        found.slice(0, most).map((one, place) => optionOf(one, index, place)),
        said,
      ),
    fail: (reason) => open([], reason),
    move(by) {
      const count = options().length
      // Above the first and below the last one is the field.
      if (count > 0) choose(((chosen + 1 + by + count + 1) % (count + 1)) - 1)
    },
    go: () => (options()[chosen] ?? options()[0])?.click(),
  }
}

function element<Name extends keyof HTMLElementTagNameMap>(name: Name, className = ''): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  if (className) made.className = className
  return made
}

function set(target: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) target.setAttribute(name, value)
}
