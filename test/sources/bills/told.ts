/** What is made of files, as text: all claims, what is wrong, and what nothing was made of. */
import { buildAndTell } from '../../../src/graph/build.ts'
import { defaultBase } from '../../../src/model/iri.ts'
import { prefixes, st } from '../../../src/model/vocabulary.ts'

/** Of the files of others only facts may be kept here: of what is longer there is just its beginning. */
const longest = 60

/** Builds the graph of files and tells all of it, sorted, without checksums of the files. */
export function told(paths: readonly string[], { whole = true } = {}): string {
  const { gathered } = buildAndTell(paths)
  const text = (value: string): string => (whole || value.length <= longest ? value : `${value.slice(0, 20)}… (${value.length})`)
  const short = (iri: string): string =>
    iri.startsWith(defaultBase) ? iri.slice(defaultBase.length) : iri.startsWith(prefixes.st) ? iri.slice(prefixes.st.length) : iri
  const claims = gathered.claims
    .filter(({ subject, property }) => !subject.endsWith('/curation') && property !== `${prefixes.rdf}type` && property !== st('sha256'))
    .map(({ subject, property, value, status, at, written, note, place }) =>
      [
        `${short(subject)} ${short(property).replace(/^.*[/#]/, '')} ${value ? text(short(value.value)) : `(${status})`}`,
        at === undefined ? '' : `at ${at}`,
        written === undefined ? '' : `written ${text(written)}`,
        note === undefined ? '' : `note ${text(note)}`,
        `line ${place?.line ?? 'none'}`,
      ]
        .filter((part) => part !== '')
        .join(' | '),
    )
  const problems = gathered.noted.map(({ code, place, message, hint }) => `${place?.line ?? ''}: ${message} [${code}] ${hint ?? ''}`)
  const dropped = [...gathered.dropped].map(([field, { count, example }]) =>
    [`${count} ${field}`, `line ${example.place.line}`, text(example.value ?? ''), example.why ?? '']
      .filter((part) => part !== '')
      .join(' | '),
  )
  return [claims.sort(), ['', '# wrong', ...problems], ['', '# nothing made of', ...dropped.sort()], ['']].flat().join('\n')
}
