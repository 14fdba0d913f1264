/** Licences as bills of materials name them: SPDX identifiers, expressions of them, or names. */
import type { Mention } from '../../model/mention.ts'

/** A licence by a name, which may be its identifier. */
export const licenseNamed = (name: string): Mention => ({
  kinds: ['License'],
  name,
  ...(isListed(name) && { identifiers: [{ scheme: 'spdx', value: name }] }),
})

/** Whether it looks like an identifier of the SPDX licence list; those that a document makes for itself are not in that list. */
const isListed = (text: string): boolean =>
  /^[A-Za-z0-9][A-Za-z0-9.+-]*$/.test(text) && !/^(?:LicenseRef|DocumentRef|AdditionRef)-/.test(text)

/**
 * What an expression of licences says (SPDX specification, annex "License Expressions"): each licence in it, with its exception.
 *
 * @returns a status where it says that there is none, or that nothing is said
 */
export function licensesIn(expression: string): { readonly licenses: readonly Mention[] } | { readonly status: 'absent' | 'unknown' } {
  if (expression === 'NONE') return { status: 'absent' }
  if (expression === 'NOASSERTION') return { status: 'unknown' }
  const names = expression.replace(/[()]/g, ' ').split(/\s+(?:AND|OR)\s+/i)
  return { licenses: [...new Set(names.map((name) => name.trim()))].filter((name) => name !== '').map(licenseNamed) }
}

/** Whether an expression has more than one licence in it. */
export const isCompound = (expression: string): boolean => /\s(?:AND|OR|WITH)\s/i.test(expression)
