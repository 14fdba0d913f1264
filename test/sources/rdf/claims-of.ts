/** What is made of sources, as lines that a person can read. */
import { gather, type Gathered } from '../../../src/claims/gather.ts'
import { defaultBase, idOf, prefixesFor, toCurie } from '../../../src/model/iri.ts'
import { propertyOf } from '../../../src/model/vocabulary.ts'
import { inFolder } from '../../graph-of.ts'

const short = (iri: string): string =>
  iri.startsWith(defaultBase) ? iri.slice(defaultBase.length) : toCurie(iri, prefixesFor(defaultBase))

/** The claims but those of the curation, and those of what the file is: `model/x name "X"@en | place | "as written"`. */
export const linesOf = ({ claims }: Gathered): string[] =>
  claims
    .filter(({ source, subject, property }) => idOf(source, defaultBase) !== 'curation' && subject !== source && property !== typeIri)
    .map(({ subject, property, value, status, at, written, note }) => {
      const said =
        value === undefined
          ? status!
          : value.termType === 'NamedNode'
            ? short(value.value)
            : `"${value.value.slice(0, 60)}"${value.language && `@${value.language}`}`
      const key = propertyOf(property)?.name ?? short(property)
      return [
        `${short(subject)} ${key} ${said}`,
        at ?? '',
        ...(written === undefined ? [] : [`"${written.slice(0, 60)}"`]),
        ...(note === undefined ? [] : [note]),
      ].join(' | ')
    })

const typeIri = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'

/** What was dropped: `field ×3`, with the reason where there is one. */
export const droppedIn = ({ dropped }: Gathered): string[] =>
  [...dropped].map(([field, { count, example }]) => `${field} ×${count}${example.why === undefined ? '' : `: ${example.why}`}`)

/** What is made of files. */
export const read = (...files: readonly string[]): Gathered => gather(files, { base: defaultBase })

/** What is made of one file of a name. */
export const readText = (name: string, text: string): Gathered => inFolder({ [name]: text }, (folder) => read(`${folder}/${name}`))
