/** Numbers with what they count. */

/** Words whose singular is not the plural without its last letter. */
const singulars: Readonly<Record<string, string>> = { families: 'family', people: 'person', 'tokens of context': 'token of context' }

/** The word for one of what a plural counts: `epochs` is `epoch`; a unit that has no plural stays. */
const singular = (plural: string): string => singulars[plural] ?? plural.replace(/s$/, '')

/** The word behind a number. */
export const wordFor = (count: number, plural: string): string => (count === 1 ? singular(plural) : plural)

/** `1 epoch`, `2,048 tokens`. */
export const counted = (count: number, plural: string): string => `${count.toLocaleString('en')} ${wordFor(count, plural)}`
