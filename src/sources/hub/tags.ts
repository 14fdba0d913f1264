/** The tags of a hub: words that people chose, and among them what the hub made of the card, with a prefix. */
import { remembered } from './remembered.ts'

/** What tags say, by what they are about. */
export interface TagFacts {
  /** Hub ids of bases with the hub's word for what the model is to them, where there is one. */
  readonly bases: ReadonlyMap<string, string | undefined>
  readonly license: readonly string[]
  readonly dataset: readonly string[]
  readonly arxiv: readonly string[]
  readonly doi: readonly string[]
  /** Tags of which nothing is made. */
  readonly others: readonly string[]
}

/** What stands for nothing that is said of the model: where it is kept, and what the hub can do with it. */
const ofTheHub = /^(?:region|deploy|diffusers|template|base_model_relation|not-for-all-audiences|co2_eq_emissions):/

/** Sorts tags. */
export function factsOfTags(tags: readonly string[]): TagFacts {
  const bases = new Map<string, string | undefined>()
  const lists = { license: [] as string[], dataset: [] as string[], arxiv: [] as string[], doi: [] as string[] }
  const others: string[] = []
  for (const tag of tags) {
    const colon = tag.indexOf(':')
    const prefix = tag.slice(0, Math.max(colon, 0))
    const rest = tag.slice(colon + 1)
    if (prefix === 'base_model') addBase(bases, rest)
    else if (Object.hasOwn(lists, prefix)) lists[prefix as keyof typeof lists].push(rest)
    else if (!ofTheHub.test(tag)) others.push(tag)
  }
  return { bases, ...lists, others }
}

/** `OWNER/NAME`, or `finetune:OWNER/NAME`. */
export function addBase(bases: Map<string, string | undefined>, text: string): void {
  const colon = text.indexOf(':')
  const base = text.slice(colon + 1)
  bases.set(base, colon < 0 ? bases.get(base) : text.slice(0, colon))
}

/** The languages that a tag of two letters may mean; more letters are as often a word. */
const languages = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
export const isLanguageTag = remembered((tag) => /^[a-z]{2}$/.test(tag) && languages.of(tag) !== undefined)
