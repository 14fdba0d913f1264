/** The query page: an editor, the saved questions, and the answer. */
import type { Diagnostic } from '@codemirror/lint'
import type { QueryConfig, Question } from '../config.ts'
import type { Event } from '../protocol.ts'
import { answerView } from './answer-view.ts'
import { completionOf, type Suggest } from './completion.ts'
import { element } from './dom.ts'
import { editorIn } from './editor.ts'
import { figuresOf } from './figures.ts'
import { fill, withoutHead } from './fill.ts'
import { namesOf } from './names.ts'
import { progressView } from './progress-view.ts'
import { formId, savedQuestions, type Filled } from './saved-questions.ts'
import { hashOf, sharedIn } from './share.ts'
import { spelled } from './spelling.ts'
import { wordsOf } from './words.ts'
import { Stopped, workerClient } from './worker-client.ts'

/** More rows than these nobody reads on a page, and they take the memory of a phone. */
const mostRows = 200_000
/** A larger graph is loaded only when a person says so. */
const largeGraph = 150e6
/** A smaller one is loaded so that names can be offered, before anything is asked. */
const smallGraph = 20e6

/**
 * Fills the page.
 *
 * @param app where
 * @param workerUrl where the worker's script is
 */
export function queryPage(app: HTMLElement, config: QueryConfig, workerUrl: string): void {
  const words = wordsOf(config.language)
  const figures = figuresOf(config.language)
  const worker = workerClient(workerUrl, config)
  let asking: AbortController | undefined
  /** Whether the form of the chosen question was changed after the text: then it is put into the text before that is asked. */
  let isFormNewer = false
  let mayLoad = config.endpoint !== undefined || config.graph.bytes <= largeGraph

  const suggest: Suggest = (classes, typed) =>
    config.endpoint !== undefined || worker.hasAsked || config.graph.bytes <= smallGraph
      ? worker.request('suggest', { classes, typed }).catch(() => [])
      : Promise.resolve([])

  const progress = progressView(words, figures)
  const consent = element('p', { class: 'query-consent', hidden: true })
  const link = element('input', { class: 'query-link', readonly: true, hidden: true, 'aria-label': words.link })
  const runButton = element('button', { form: formId, class: 'query-run' }, words.run)
  const stopButton = element('button', { type: 'button', hidden: true, click: () => asking?.abort() }, words.stop)
  const shareButton = element('button', { type: 'button', click: () => void share() }, words.share)
  const why = element('input', { type: 'checkbox' })
  const host = element('div', { class: 'query-editor' })
  const view = answerView(
    config,
    words,
    figures,
    namesOf(config, worker),
    (format, answer) => worker.request('write', { format, answer }),
    remember,
  )

  const editor = editorIn(host, {
    label: words.editor,
    hint: 'SELECT ?model WHERE { ?model st:trainedOn dataset:the-pile }',
    run: () => void run(),
    changed: () => {
      isFormNewer = false
      progress.forget()
    },
    complete: completionOf(config, words, suggest),
    check: marks,
  })
  const saved = savedQuestions(config, words, suggest, choose, (filled) => void fillIn(filled, false))
  saved.form.addEventListener('input', () => (isFormNewer = true))
  saved.form.addEventListener('submit', (event) => {
    event.preventDefault()
    void run()
  })

  app.append(
    saved.menu,
    element(
      'div',
      { class: 'query-main' },
      saved.form,
      host,
      element('p', { class: 'query-quiet' }, words.keys),
      element('p', { class: 'query-buttons' }, runButton, stopButton, element('label', {}, why, ' ', words.withSources), shareButton, link),
      consent,
      ...progress.nodes,
      view.node,
    ),
  )

  /** Mistakes of syntax, in the text. */
  async function marks(text: string): Promise<Diagnostic[]> {
    if (text.trim() === '') return []
    const mark = await worker.request('check', { sparql: text }).catch(() => undefined)
    return mark
      ? [{ from: mark.from, to: mark.to, severity: 'error', message: words.mistake(mark.line, mark.column, words.why(mark.why)) }]
      : []
  }

  function choose(question: Question): void {
    editor.text = withoutHead(question.sparql)
    isFormNewer = question.parameters.length > 0
    if (!isFormNewer) runButton.focus()
    progress.forget()
  }

  async function fillIn({ question, values }: Filled, andAsk: boolean): Promise<void> {
    progress.forget()
    if (!mayLoad) return askLeave(() => void fillIn({ question, values }, andAsk))
    try {
      const bound = await worker.request('bind', { question: question.name, values })
      const terms = Object.fromEntries(Object.entries(bound).map(([name, term]) => [name, spelled(term, config.prefixes)]))
      editor.text = fill(withoutHead(question.sparql), terms)
      if (andAsk) await askText()
      else progress.say(words.opened)
    } catch (error) {
      progress.fail(error)
    }
  }

  /** Asks what was changed last: what the form says, or the text. */
  async function run(): Promise<void> {
    const { chosen } = saved
    return chosen && isFormNewer ? fillIn(chosen, true) : askText()
  }

  async function askText(): Promise<void> {
    const sparql = editor.text
    asking?.abort()
    progress.forget()
    const [mark] = await marks(sparql)
    if (mark) {
      view.clear()
      progress.mistake(mark.message)
      return editor.focus()
    }
    if (!mayLoad) return askLeave(() => void askText())
    const own = new AbortController()
    asking = own
    remember()
    setBusy(true)
    view.clear()
    try {
      const done = await worker.request(
        'ask',
        { sparql, most: mostRows, why: why.checked },
        (event) => asking === own && hear(event),
        own.signal,
      )
      if (asking !== own) return
      view.finish()
      progress.finish(done, view, mostRows)
    } catch (error) {
      if (asking !== own) return
      view.finish()
      if (error instanceof Stopped) progress.say(words.stopped(figures.number(view.count)))
      else progress.fail(error)
    } finally {
      if (asking === own) setBusy(false)
    }
  }

  function hear(event: Event): void {
    switch (event.event) {
      case 'loading':
        return progress.loading(event)
      case 'head':
        return view.begin(event)
      case 'rows':
        view.add(event.rows)
        progress.coming(view.count)
    }
  }

  /** Before much is loaded, a person is asked. */
  function askLeave(then: () => void): void {
    const load = element('button', { type: 'button', click: () => allow() }, words.load)
    const allow = (): void => {
      mayLoad = true
      consent.hidden = true
      then()
    }
    consent.replaceChildren(words.large(figures.size(config.graph.bytes)), ' ', load)
    consent.hidden = false
    load.focus()
  }

  function setBusy(busy: boolean): void {
    stopButton.hidden = !busy
    progress.busy(busy)
  }

  /** The address says what is asked, so that going back and reloading keep it. */
  function remember(): void {
    history.replaceState(null, '', hashOf(editor.text, view.tab, why.checked))
    link.hidden = true
  }

  async function share(): Promise<void> {
    remember()
    try {
      await navigator.clipboard.writeText(location.href)
      progress.say(words.copied)
    } catch {
      // Without a secure connection there is no clipboard: the link can still be copied by hand.
      link.value = location.href
      link.hidden = false
      link.select()
    }
  }

  function openLink(): void {
    const shared = sharedIn(location.hash)
    if (!shared) return
    saved.close()
    editor.text = shared.query
    why.checked = shared.why
    if (shared.tab !== undefined) view.tab = shared.tab
    progress.say(words.opened)
    if (shared.run) void run()
  }
  addEventListener('hashchange', openLink)
  openLink()
}
