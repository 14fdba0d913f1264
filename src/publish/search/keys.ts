/**
 * How names are compared in searches: without marks, case, spaces and punctuation. A name is found by how it goes on from the
 * beginning of any of its words, so `bloomz7`, `7b1` and `BLOOMZ 7b` all find `BLOOMZ-7B1`; in Chinese and Japanese, which are
 * written without spaces, every character begins a word. The browser and the maker of the index share this file.
 */

/** Longer keys are cut: nobody types so much. */
export const longestKey = 60

const word = /[\p{L}\p{N}]/u
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')

/** A text with nothing but what counts; of one that has only signs, these. */
export function squashed(text: string): string {
  const letters = [...plain(text)].filter((character) => word.test(character)).join('')
  return letters || plain(text).replace(/\s+/g, '')
}

/** A name as it is compared, and where in it words begin, ascending. */
export interface Words {
  readonly text: string
  readonly starts: readonly number[]
}

/** The words of a name. */
export function wordsIn(name: string): Words {
  const { text, starts } = /^[\x20-\x7e]*$/.test(name) ? latin(name.toLowerCase()) : any(plain(name))
  return text === '' ? { text: squashed(name), starts: [0] } : { text, starts }
}

function any(name: string): Words {
  let [text, inside] = ['', false]
  const starts: number[] = []
  for (const character of name) {
    if (!word.test(character)) {
      inside = false
      continue
    }
    if (!inside || unspaced.test(character)) starts.push(text.length)
    text += character
    inside = true
  }
  return { text, starts }
}

/** The same of letters that need no table, which nearly all are. */
function latin(name: string): Words {
  let [text, from] = ['', -1]
  const starts: number[] = []
  for (let at = 0; at <= name.length; at++) {
    const code = at < name.length ? name.charCodeAt(at) : 0
    const inside = (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
    if (inside && from < 0) from = at
    else if (!inside && from >= 0) {
      starts.push(text.length)
      text += name.slice(from, at)
      from = -1
    }
  }
  return { text, starts }
}
