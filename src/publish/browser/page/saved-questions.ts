/** The saved questions as a menu by topic, and the form of the one that is chosen. */
import type { QueryConfig, Question } from '../config.ts'
import type { Suggest } from './completion.ts'
import { element } from './dom.ts'
import { parameterField, type Field } from './parameter-field.ts'
import type { Words } from './words.ts'

export interface SavedQuestions {
  readonly menu: HTMLElement
  readonly form: HTMLFormElement
  /** The question that is chosen, with what its form says. */
  readonly chosen: Filled | undefined
  /** Lets go of the question that was chosen. */
  close(): void
}

/** A question with values for its parameters. */
export interface Filled {
  readonly question: Question
  readonly values: Readonly<Record<string, string>>
}

/**
 * @param choose called with a question when it is chosen
 * @param put called when what the form says is to be put into the question, which is not asked yet
 */
export function savedQuestions(
  config: QueryConfig,
  words: Words,
  suggest: Suggest,
  choose: (question: Question) => void,
  put: (filled: Filled) => void,
): SavedQuestions {
  const form = element('form', { class: 'query-form', id: formId, hidden: true, autocomplete: 'off' })
  let chosen: { readonly question: Question; readonly fields: readonly Field[] } | undefined
  const filled = (): Filled | undefined => chosen && { question: chosen.question, values: valuesOf(chosen.fields) }
  const buttons = new Map<string, HTMLButtonElement>()
  const button = (question: Question): HTMLElement => {
    const id = `query-help-${question.name}`
    const made = element(
      'button',
      { type: 'button', title: question.help, 'aria-describedby': id, click: () => open(question) },
      question.name.replaceAll('-', ' '),
    )
    buttons.set(question.name, made)
    return element('li', {}, made, element('small', { id, lang: 'en' }, question.help))
  }
  const topics = [...new Set(config.questions.map(({ topic }) => topic))]
  const groups = topics.map((topic, index) => {
    const id = `query-topic-${index}`
    const own = config.questions.filter((question) => question.topic === topic)
    return element(
      'div',
      {},
      element('h2', { id }, topic === undefined ? words.own : (words.topics[topic] ?? topic)),
      element('ul', { 'aria-labelledby': id }, ...own.map(button)),
    )
  })
  // On a small screen the list would push everything else out of sight.
  const isWide = matchMedia('(min-width: 60em)')
  const details = element(
    'details',
    { open: isWide.matches },
    element('summary', {}, words.saved),
    element('nav', { 'aria-label': words.saved }, ...groups),
  )

  function mark(marked: string | undefined): void {
    for (const [name, one] of buttons) {
      if (name === marked) one.setAttribute('aria-current', 'true')
      else one.removeAttribute('aria-current')
    }
  }

  function close(): void {
    mark(undefined)
    chosen = undefined
    form.hidden = true
  }

  function open(question: Question): void {
    mark(question.name)
    if (!isWide.matches) details.open = false
    const fields = question.parameters.map((parameter, index) =>
      parameterField(parameter, exampleOf(question, parameter.name), `query-parameter-${index}`, config.language, words, suggest),
    )
    form.replaceChildren(...formOf(question, fields))
    form.hidden = false
    chosen = { question, fields }
    choose(question)
    fields[0]?.input.focus()
  }

  const formOf = ({ name, help }: Question, fields: readonly Field[]): HTMLElement[] => [
    element('h2', {}, name.replaceAll('-', ' ')),
    element('p', { lang: 'en' }, help),
    ...fields.map(({ node }) => node),
    ...(fields.length > 0 ? [element('button', { type: 'button', click: () => put(filled()!) }, words.fill)] : []),
  ]

  return {
    menu: details,
    form,
    get chosen() {
      return filled()
    },
    close,
  }
}

/** The form's id: the button that asks stands elsewhere, and is its button too, so that Enter in a field asks. */
export const formId = 'query-saved'

/** What the question's first examples give a parameter. */
function exampleOf({ examples }: Question, name: string): string | undefined {
  for (const example of examples) {
    const value = new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|'([^']*)'|(\\S+))`).exec(example)
    if (value) return value[1] ?? value[2] ?? value[3]
  }
  return undefined
}

const valuesOf = (fields: readonly Field[]): Record<string, string> =>
  Object.fromEntries(
    fields.flatMap(({ name, input, fallback }) => (input.value.trim() || fallback ? [[name, input.value.trim() || fallback!]] : [])),
  )
