/** The text of a question as parsers want it: no byte order mark, lines that end in a line feed. */
export const plainText = (text: string): string => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
