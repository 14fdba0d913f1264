/** What the names of packed files end in. It stands alone, since a command looks at names long before anything is unpacked. */

/** The endings of what is packed. */
export const packedEndings: readonly string[] = ['.gz', '.zst']

const endings = new RegExp(`(?:${packedEndings.map((ending) => `\\${ending}`).join('|')})+$`, 'i')
/** The name of a file without the endings of what is packed. */
export const unpackedName = (file: string): string => file.replace(endings, '')
