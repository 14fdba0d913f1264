/** When two names are one but for how they are written. */
import { slug } from '../../model/iri.ts'

/**
 * The form in which names are compared: without case, accents, spaces and punctuation, which are written at will (`GPT-3`, `GPT 3`,
 * `gpt3`). Between digits they are kept, since there they make another number (`Llama 2-7B` is not `Llama 27B`), and so is what else an id
 * cannot hold (`YT-SUP+`).
 */
export const normalName = (name: string): string => slug(name.trim()).replace(/(?<!\d)-|-(?!\d)/g, '')
