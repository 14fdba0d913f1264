/**
 * The search of a page: a combobox with a list (WAI-ARIA 1.2, 5.3.2 and the Authoring Practices' list autocomplete with manual
 * selection). All that comes from the data is put in as text.
 */
import { lookUp } from '../../search/lookup.ts'
import { indexFiles } from './index-files.ts'
import { createList } from './list.ts'

/** What is said of a search; `#` stands for a number. */
interface SearchWords {
  readonly none: string
  readonly one: string
  readonly many: string
  readonly failed: string
  readonly offline: string
}

/** So long nothing is looked up while somebody types. */
const pause = 120

/** Makes a form work, and visible. */
export function startSearch(form: HTMLFormElement): void {
  const input = form.querySelector('input')
  if (!input) return
  const { root = '', words: text = '{}' } = form.dataset
  const words = JSON.parse(text) as SearchWords
  const files = indexFiles(root)
  const list = createList(form, input, root)
  let turn = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  /** The text for which the list was made. */
  let answered = ''

  /** Looks up what is written; an answer that comes when more was written is left aside. */
  async function search(): Promise<void> {
    clearTimeout(timer)
    const mine = (turn += 1)
    const written = input!.value
    if (written.trim() === '') {
      list.close()
      return
    }
    try {
      const index = await files.index()
      const found = await lookUp(index, written, files.entries)
      if (mine !== turn) return
      answered = written
      const count = found.length
      list.show(found, index, count === 0 ? words.none : (count === 1 ? words.one : words.many).replace('#', count.toLocaleString('en')))
    } catch {
      if (mine === turn) list.fail(navigator.onLine ? words.failed : words.offline)
    }
  }

  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => void search(), pause)
  })
  input.addEventListener('focus', () => void files.index().catch(() => undefined), { once: true })
  input.addEventListener('keydown', (event) => {
    if (event.isComposing) return
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => (list.isOpen() ? list.move(1) : void search()),
      ArrowUp: () => list.move(-1),
      Escape: () => (list.isOpen() ? list.close() : (input.value = '')),
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    move()
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void (list.isOpen() && answered === input.value ? Promise.resolve() : search()).then(() => list.go())
  })
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && form.contains(relatedTarget))) list.close()
  })
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return
    if (input.getClientRects().length === 0) return
    event.preventDefault()
    input.focus()
  })
  form.hidden = false
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
