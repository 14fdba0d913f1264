/** What to do about each error of YAML's syntax, by the parser's code. */
const hints: Readonly<Record<string, string>> = {
  ALIAS_PROPS: 'write the value out',
  BAD_DIRECTIVE: 'leave the line that begins with % out',
  BAD_DQ_ESCAPE: 'write \\\\ for a backslash, or put the text between single quotes',
  BAD_INDENT: 'close the bracket, and indent all lines of one mapping alike',
  BAD_SCALAR_START: 'put the text between quotation marks',
  BLOCK_AS_IMPLICIT_KEY: 'put a text that holds ": " between quotation marks, or start a new line for the second key',
  BLOCK_IN_FLOW: 'inside brackets all is written in brackets',
  KEY_OVER_1024_CHARS: 'a key is one of those in docs/data-format.md',
  MISSING_CHAR: 'close the bracket, and put a comma and a space between its parts',
  MULTILINE_IMPLICIT_KEY: 'put a colon after each key, and text of several lines between quotation marks',
  MULTIPLE_ANCHORS: 'write the value out',
  MULTIPLE_DOCS: 'put --- between two documents',
  MULTIPLE_TAGS: 'leave the tags out',
  TAB_AS_INDENT: 'indent with spaces',
  TAG_RESOLVE_FAILED: 'leave the tag out',
  UNEXPECTED_TOKEN: 'put a text with brackets, colons or quotation marks in it between quotation marks',
}

/** The hint for an error; every one has some. */
export function syntaxHint(code: string, message: string): string {
  if (code === 'MISSING_CHAR')
    return message.includes('quote')
      ? 'close the quotation mark that opens here'
      : message.includes('map values')
        ? 'put a colon and a space after the key'
        : hints['MISSING_CHAR']!
  return (Object.hasOwn(hints, code) ? hints[code] : undefined) ?? 'see docs/data-format.md for how data is written'
}
