/** The error of a term that cannot stand for a variable of a question. */
import { StemmaError } from '../errors.ts'

/**
 * @param why the question sets the variable itself, or an IRI is needed where it stands
 * @param file the file that the question was read from
 */
export function misfit(why: 'set' | 'place', variable: string, file: string | undefined): StemmaError {
  return new StemmaError({
    code: 'bad-query',
    message:
      why === 'set'
        ? `?${variable} is a parameter, and the query sets it too`
        : `?${variable} stands where only an IRI may, and is bound to a text`,
    ...(file !== undefined && { place: { file } }),
    hint:
      why === 'set' ? 'give what BIND, VALUES or AS sets another name' : 'its @param line says what it takes: Property, Thing or a class',
  })
}
