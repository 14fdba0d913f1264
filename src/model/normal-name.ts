/** When two names are one but for how they are written. */
import { slug } from './iri.ts'

/** What an id cannot hold, and so makes it end in a checksum of the whole text (`YT-SUP+`). */
const kept = /[^a-z0-9\s\-_.,;:'"()/@&]/

/**
 * The form in which names are compared: without case, accents, spaces and punctuation, which are written at will (`GPT-3`, `GPT 3`,
 * `gpt3`). Between digits they are kept, since there they make another number (`Llama 2-7B` is not `Llama 27B`), and so is what else an id
 * cannot hold (`Command R+`, however its space is written, is not `Command R`).
 */
export function normalName(name: string): string {
  const plain = name.trim().normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return slug(kept.test(plain) ? plain.replace(/(?<!\d)[\s_-]+|[\s_-]+(?!\d)/g, '') : name.trim()).replace(/(?<!\d)-|-(?!\d)/g, '')
}

/**
 * Whether names are one with this one but for how they are written: as `normalName` tells it, for very many of them. What has other letters
 * and digits has another form, and that is quicker seen.
 */
export function isSameName(name: string): (other: string) => boolean {
  const [letters, normal] = [lettersOf(name), normalName(name)]
  return (other) => lettersOf(other) === letters && normalName(other) === normal
}

/** The letters and digits of ASCII in a name. */
const lettersOf = (name: string): string => (/[^ -~]/.test(name) ? name.normalize('NFKD') : name).toLowerCase().replace(/[^a-z0-9]+/g, '')
