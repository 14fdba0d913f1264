/** The saved questions as a menu by topic, and the form of the one that is chosen. */
import type { QueryConfig, Question } from '../config.ts'
import type { Suggest } from './completion.ts'
import { element } from './dom.ts'
import { parameterField, type Field } from './parameter-field.ts'
import type { Words } from './words.ts'

export interface SavedQuestions {
  readonly menu: HTMLElement
  readonly form: HTMLFormElement
  /** Lets go of the question that was chosen. */
  close(): void
}

/**
 * @param choose called with the question's own text when it is chosen
 * @param fill called with values for its parameters; `run` where it is to be asked at once
 */
export function savedQuestions(
  config: QueryConfig,
  words: Words,
  suggest: Suggest,
  choose: (question: Question) => void,
  fill: (question: Question, values: Readonly<Record<string, string>>, run: boolean) => void,
): SavedQuestions {
  const form = element('form', { class: 'query-form', hidden: true, autocomplete: 'off' })
  const buttons = new Map<string, HTMLButtonElement>()
  const button = (question: Question): HTMLElement => {
    const made = element(
      'button',
      { type: 'button', title: question.help, click: () => open(question) },
      question.name.replaceAll('-', ' '),
    )
    buttons.set(question.name, made)
    return element('li', {}, made)
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

  function mark(chosen: string | undefined): void {
    for (const [name, one] of buttons) {
      if (name === chosen) one.setAttribute('aria-current', 'true')
      else one.removeAttribute('aria-current')
    }
  }

  function close(): void {
    mark(undefined)
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
    form.onsubmit = (event) => {
      event.preventDefault()
      fill(question, valuesOf(fields), (event.submitter as HTMLButtonElement | null)?.name !== 'fill')
    }
    choose(question)
    ;(fields[0]?.input ?? form.querySelector('button'))?.focus()
  }

  const formOf = ({ name, help, parameters }: Question, fields: readonly Field[]): HTMLElement[] => [
    element('h2', {}, name.replaceAll('-', ' ')),
    element('p', {}, help),
    ...fields.map(({ node }) => node),
    element(
      'p',
      { class: 'query-buttons' },
      element('button', { class: 'query-run', name: 'run' }, words.fillAndAsk),
      parameters.length > 0 && element('button', { name: 'fill' }, words.fill),
    ),
  ]

  return { menu: details, form, close }
}

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
