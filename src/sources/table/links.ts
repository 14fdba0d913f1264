/** Links in a cell, and which of them lead to a document that a catalogue knows. */
import type { Identifier } from '../../model/mention.ts'

/** One link, and how the document is identified that it leads to, if it is. */
export interface Link {
  readonly url: string
  readonly document?: Identifier
}

/** The links of a cell, which may stand in lines, with commas between them or with nothing: an address within another (an archive's) is part of it. */
export const linksIn = (cell: string): Link[] =>
  cell
    .split(/\s+|(?<=[^/=])(?=https?:\/\/)/)
    .map((part) => part.replace(/[,;.)]+$/, ''))
    .filter((part) => /^https?:\/\//.test(part))
    .map((url) => {
      const document = documentOf(url)
      return { url, ...(document && { document }) }
    })

const arxiv =
  /^https?:\/\/(?:[a-z]+\.)?arxiv\.org\/(?:abs|pdf|html)\/(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?(?:[?#].*)?$/
const doi = /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\d{4,9}\/[^\s?#]+)$/
/** bioRxiv and medRxiv have the DOI in their addresses, with the version behind it. */
const preprint =
  /^https?:\/\/(?:www\.)?(?:bio|med)rxiv\.org\/content\/(?:biorxiv\/early\/\d+\/\d+\/\d+\/)?(10\.\d{4,9}\/[\d.]+\d)(?:v\d+)?(?:\.\S*)?$/

/** The document that a link identifies: by arXiv, or by a DOI that stands in it. */
function documentOf(url: string): Identifier | undefined {
  const [, arxivId] = arxiv.exec(url) ?? []
  if (arxivId !== undefined) return { scheme: 'arxiv', value: arxivId }
  const value = doi.exec(url)?.[1] ?? preprint.exec(url)?.[1]
  return value === undefined ? undefined : { scheme: 'doi', value }
}
