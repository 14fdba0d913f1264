/** The notes that a plugin takes on a file: what its types would forbid is said where it asks for it. */
import { sourceNotes, type SourceNotes } from '../notes.ts'
import { required } from './require.ts'
import { exampleSchema, filled, placeSchema, problemSchema } from './schemas.ts'

/**
 * Takes notes, as `sourceNotes` does.
 *
 * @throws TypeError here and in what it makes: where a problem has no code or message, where there is no place, or a value is no text
 */
export const checkedNotes: typeof sourceNotes = (format) => {
  const notes = sourceNotes(required(filled, format, 'the name of the format', checkedNotes))
  const problem: SourceNotes['problem'] = (found) => notes.problem(required(problemSchema, found, 'the problem', problem))
  const dropped: SourceNotes['dropped'] = (field, place, example = {}) =>
    notes.dropped(
      required(filled, field, 'the field', dropped),
      required(placeSchema, place, 'the place', dropped),
      required(exampleSchema, example, 'the example', dropped),
    )
  return { problem, dropped, take: notes.take }
}
