/** The forms that an answer may have, and which of them a client gets. */
import { formats } from '../../formats/index.ts'
import { resultFormats } from '../../query/results.ts'
import { preferredType } from '../server/preferences.ts'
import { Refused } from './question.ts'

/** Names by which clients ask for results beside those that are registered. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  json: ['application/json'],
  xml: ['application/xml', 'text/xml'],
}

/** The forms of rows (and of yes or no) and of triples, the first where nothing is asked for. */
export const formsOf = {
  rows: [
    ...resultFormats.map((format) => ({ mediaType: format.mediaType, format })),
    ...resultFormats.flatMap((format) => (otherNames[format.name] ?? []).map((mediaType) => ({ mediaType, format }))),
  ],
  triples: formats.map((format) => ({ mediaType: format.mediaType, format })),
} as const

/**
 * The form that a client prefers.
 *
 * @param accept the header Accept
 * @throws Refused `not-acceptable` with those that there are
 */
export function chosenForm<T extends { readonly mediaType: string }>(offers: readonly T[], accept: string | undefined): T {
  const found = preferredType(offers, accept)
  if (found) return found
  const available = offers.map(({ mediaType }) => mediaType)
  throw new Refused({
    status: 406,
    problems: [
      { code: 'not-acceptable', message: 'the answer cannot be given in a form that the request accepts', hint: available.join(', ') },
    ],
    available,
  })
}
