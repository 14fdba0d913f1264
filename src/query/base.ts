/** The head of a question: comments and declarations. */
const head = /^(?:\s|#[^\n]*\n|PREFIX\s+[^\s:]*:\s*<[^>]*>|BASE\s*<[^>]*>)*/i

/** The IRI that a question declares with BASE, which the function IRI() goes by. */
export function baseOf(sparql: string): string | undefined {
  const declared = [
    ...head
      .exec(sparql)![0]
      .replace(/#[^\n<>]*\n/g, '')
      .matchAll(/\bBASE\s*<([^>]*)>/gi),
  ]
  return declared.at(-1)?.[1]
}
