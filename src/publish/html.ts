/** HTML made of templates: whatever is put in is text, unless it is HTML that was made the same way. */

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A piece of HTML, made by `html`. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toString(): string {
    return this.text
  }
}

/** What may stand in a template; nothing comes of what is undefined or false. */
export type Content = Html | string | number | undefined | false | readonly Content[]

/**
 * HTML of a template. Texts are escaped, for elements and for attributes in double quotes alike.
 *
 * @example html`<a href="${url}">${name}</a>`
 */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Html {
  let text = parts[0]!
  for (let index = 0; index < contents.length; index++) text += textOf(contents[index]) + parts[index + 1]!
  return new Html(text)
}

function textOf(content: Content): string {
  if (typeof content === 'string') return escaped(content)
  if (content === undefined || content === false) return ''
  if (content instanceof Html) return content.text
  return typeof content === 'number' ? String(content) : content.map(textOf).join('')
}

/** Characters that no HTML document may hold, and those that turn the direction of writing: in texts, the sign for a missing one. */
const unfit = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu

/** The code units that cannot stand as they are, or not alone; looking each up takes less time than a search by an expression. */
const suspicious = /[&<>"'\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/
const isSuspicious = Uint8Array.from({ length: 1 << 16 }, (_, unit) => Number(suspicious.test(String.fromCharCode(unit))))

function escaped(text: string): string {
  for (let at = 0; at < text.length; at++)
    if (isSuspicious[text.charCodeAt(at)]) return text.replace(unfit, '\ufffd').replace(/[&<>"']/g, (character) => entities[character]!)
  return text
}

/**
 * JSON in a script element: nothing in it ends the element, is markup to a reader of another kind, or shows a reader of the page's
 * source another text than there is.
 */
export function jsonScript(type: string, value: unknown, id?: string): Html {
  const escape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  const text = JSON.stringify(value)
    .replace(unfit, escape)
    .replace(/[<>&\u2028\u2029]/g, escape)
  return new Html(`<script type="${type}"${id ? ` id="${id}"` : ''}>${text}</script>`)
}

/** Where a link may lead: the web and mail; what would run or hide something, such as `javascript:`, is not linked. */
export const isLink = (url: string): boolean => /^(?:https?:\/\/|mailto:)/i.test(url)
