/** What describes itself to programs, in RDF of every form, and leads people to a page. */
import type { Quad } from '@rdfjs/types'
import { formats } from '../../formats/index.ts'
import type { Graph } from '../../graph/graph.ts'
import { prefixesFor } from '../../model/iri.ts'
import type { Resource } from '../resource.ts'
import { openToAll, type Answering } from '../server/answer.ts'
import { answerWith } from '../server/conditional.ts'
import { preferredEncoding } from '../server/preferences.ts'
import { representationOf, type Representation } from '../server/representation.ts'
import { briefly } from '../server/store.ts'
import { chosenForm } from './answer-forms.ts'

const headers = { ...openToAll, Vary: 'Accept, Accept-Encoding', 'Cache-Control': briefly, 'X-Content-Type-Options': 'nosniff' }

/**
 * What answers at a path with a description of what is there; it throws Refused `not-acceptable`.
 *
 * @param path its IRI is that of the subject which stands first
 * @param describe makes the description, once for each form
 * @param page the path of the page to which people are led
 * @param usual another form, which those get who ask for none
 */
export function descriptionOf({ base }: Graph, path: string, describe: () => Quad[], page: string, usual?: Resource): Answering {
  const made = new Map<string, Representation>()
  const make = (resource: Resource): Representation => {
    const representation = representationOf(
      resource,
      () => headers,
      () => {},
    )
    made.set(resource.mediaType, representation)
    return representation
  }
  const offers = [
    ...(usual ? [{ mediaType: usual.mediaType, body: () => usual.body }] : []),
    ...formats.map(({ mediaType, write }) => ({
      mediaType,
      body: () => write(describe(), { prefixes: prefixesFor(base), first: base + path }),
    })),
    { mediaType: 'text/html' },
  ]
  return async ({ headers: asked }) => {
    const { mediaType, ...form } = chosenForm<(typeof offers)[number]>(offers, asked.accept)
    if (!('body' in form)) return { status: 303, headers: { ...headers, Location: page, 'Content-Length': 0 } }
    const representation = made.get(mediaType) ?? make({ mediaType, body: form.body() })
    return answerWith(await representation.in(preferredEncoding(asked['accept-encoding'])), asked)
  }
}
