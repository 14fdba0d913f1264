/** The ending of the name of a saved graph. */
export const savedEnding = '.stemma'
