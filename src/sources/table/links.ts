/** The links of a cell, which may stand in lines, with commas between them or with nothing: an address within another (an archive's) is part of it. */
export const linksIn = (cell: string): string[] =>
  cell
    .split(/\s+|(?<=[^/=])(?=https?:\/\/)/)
    .map((part) => part.replace(/[,;.)]+$/, ''))
    .filter((part) => /^https?:\/\//.test(part))
