/** An IRI as it stands in a header: header fields are ASCII. */
export const headerIri = (iri: string): string => iri.replace(/[^\u0021-\u007e]/gu, encodeURIComponent)
