/** Tabs after the pattern of WAI-ARIA: the arrow keys choose, Tab goes on to what is shown. */
import { element } from './dom.ts'

export interface Tabs {
  readonly list: HTMLElement
  readonly panel: HTMLElement
  /** The name of the tab that is chosen. */
  chosen: string
}

/** @param changed called when a person chooses another one */
export function tabsOf(label: string, tabs: readonly { readonly name: string; readonly label: string }[], changed: () => void): Tabs {
  let chosen = tabs[0]!.name
  const panel = element('div', { role: 'tabpanel', id: 'query-panel' })
  const buttons = tabs.map(({ name, label: text }) =>
    element('button', { type: 'button', role: 'tab', id: `query-tab-${name}`, 'aria-controls': panel.id, click: () => choose(name) }, text),
  )
  const list = element('div', { role: 'tablist', 'aria-label': label, keydown: (event: KeyboardEvent) => move(event) }, ...buttons)

  function mark(): void {
    tabs.forEach(({ name }, index) => {
      buttons[index]!.setAttribute('aria-selected', String(name === chosen))
      buttons[index]!.tabIndex = name === chosen ? 0 : -1
    })
    panel.setAttribute('aria-labelledby', `query-tab-${chosen}`)
  }

  function choose(name: string): void {
    chosen = name
    mark()
    changed()
  }

  function move({ key }: KeyboardEvent): void {
    const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
    if (step === 0) return
    const next = (tabs.findIndex(({ name }) => name === chosen) + step + tabs.length) % tabs.length
    buttons[next]!.focus()
    choose(tabs[next]!.name)
  }

  mark()
  return {
    list,
    panel,
    get chosen() {
      return chosen
    },
    set chosen(name) {
      if (tabs.some((tab) => tab.name === name)) chosen = name
      mark()
    },
  }
}
