/**
 * The editor of questions, CodeMirror. It stands in a shadow tree: there its styles are a constructed sheet, which the
 * site's policy allows, and not a style element, which it does not.
 */
import { acceptCompletion, autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language'
import { sparql } from '@codemirror/legacy-modes/mode/sparql'
import { lintGutter, lintKeymap, linter, type Diagnostic } from '@codemirror/lint'
import { EditorState, type Transaction } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers, placeholder } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import type { completionOf } from './completion.ts'

export interface Editor {
  text: string
  focus(): void
}

export interface EditorSettings {
  readonly label: string
  readonly hint: string
  /** Called for Ctrl+Enter. */
  readonly run: () => void
  readonly changed: () => void
  readonly complete: ReturnType<typeof completionOf>
  /** What is wrong with a text. */
  readonly check: (text: string) => Promise<readonly Diagnostic[]>
}

const highlighting = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--accent)', fontWeight: '600' },
  { tag: [tags.comment, tags.operator], color: 'var(--quiet)' },
  { tag: tags.comment, fontStyle: 'italic' },
  { tag: [tags.string, tags.number], color: 'var(--warn)' },
  // A line may not end between the question mark and the name.
  { tag: tags.local(tags.variableName), fontWeight: '600', whiteSpace: 'nowrap' },
])

const theme = EditorView.theme({
  '&': { color: 'var(--ink)', backgroundColor: 'var(--paper)', fontSize: '14px' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-1px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.5', maxHeight: '60vh', overflow: 'auto' },
  '.cm-content, .cm-gutter': { minHeight: '14rem' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { background: 'var(--line)' },
  '.cm-activeLine': { backgroundColor: 'transparent' },
  '&.cm-focused .cm-activeLine': { backgroundColor: 'var(--soft)' },
  '.cm-gutters': { color: 'var(--quiet)', backgroundColor: 'var(--paper)', borderRight: '1px solid var(--line)' },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--line)', outline: '1px solid var(--quiet)' },
  '.cm-placeholder': { color: 'var(--quiet)' },
  '.cm-tooltip': { color: 'var(--ink)', backgroundColor: 'var(--paper)', border: '1px solid var(--line)', maxWidth: 'min(36em, 92vw)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '16em' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { color: 'var(--paper)', backgroundColor: 'var(--accent)' },
  '.cm-completionDetail': { fontFamily: 'var(--sans)', fontStyle: 'normal', opacity: '0.8' },
  '.cm-completionInfo': { padding: '0.4em 0.7em', fontFamily: 'var(--sans)', maxWidth: '24em' },
  '.cm-completionInfo p': { margin: '0.2em 0 0' },
  '.cm-diagnostic': { fontFamily: 'var(--sans)' },
})

/**
 * Types over what is selected. Left to itself, the browser would give the new text the look of the old one by a style
 * attribute, which the site's policy forbids.
 */
function typeOver(event: InputEvent, view: EditorView): boolean {
  const { from, to, empty } = view.state.selection.main
  const { data } = event
  if (empty || data === null || event.isComposing || event.inputType !== 'insertText') return false
  event.preventDefault()
  const insert = (): Transaction => view.state.update(view.state.replaceSelection(data), { userEvent: 'input.type' })
  if (!view.state.facet(EditorView.inputHandler).some((handle) => handle(view, from, to, data, insert))) view.dispatch(insert())
  return true
}

/** Puts an editor into an element. */
export function editorIn(host: HTMLElement, { label, hint, run, changed, complete, check }: EditorSettings): Editor {
  const root = host.attachShadow({ mode: 'open' })
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      extensions: [
        keymap.of([
          { key: 'Mod-Enter', preventDefault: true, run: () => (run(), true) },
          // Only where something is offered: else Tab leaves the editor, as a person without a mouse needs it to.
          { key: 'Tab', run: acceptCompletion },
          ...closeBracketsKeymap,
          ...completionKeymap,
          ...lintKeymap,
          ...historyKeymap,
          ...defaultKeymap,
        ]),
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        bracketMatching(),
        closeBrackets(),
        StreamLanguage.define(sparql),
        syntaxHighlighting(highlighting),
        theme,
        placeholder(hint),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, 'aria-multiline': 'true', tabindex: '0' }),
        EditorView.domEventHandlers({ beforeinput: typeOver }),
        EditorView.updateListener.of(({ docChanged }) => docChanged && changed()),
        autocompletion({ override: [complete], icons: false }),
        linter(({ state }) => check(state.doc.toString()), { delay: 500 }),
        lintGutter(),
      ],
    }),
  })
  return {
    get text() {
      return view.state.doc.toString()
    },
    set text(text) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor: 0 }, scrollIntoView: true })
    },
    focus: () => view.focus(),
  }
}
