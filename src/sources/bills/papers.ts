/** Papers to which a bill's references lead. Bills list those that a card mentions beside those on the thing itself. */

/** Types of references to a page of the thing itself, in CycloneDX and SPDX. What is documentation of it may be on whatever it uses. */
const ofItself: ReadonlySet<string> = new Set(['website', 'model-card', 'altWebPage'])
const itsPaper = /^(?:(?:the|its|original) )*(?:paper|(?:technical )?report|(?:model|system|data|dataset) ?card|datasheet)\.?$/i

/** Whether a paper describes the thing that refers to it: the type of the reference or its comment says so. */
export const describesIt = (type: string, comment: string | undefined): boolean =>
  ofItself.has(type) || itsPaper.test(comment?.trim() ?? '')

/** What a reference to a paper is counted as, where it is not known to describe the thing. */
export const otherPaper = (field: string, type: string): string => `${field} (${type.slice(0, 40)} that is a paper)`
