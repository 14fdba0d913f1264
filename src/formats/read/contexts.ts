/** The JSON-LD contexts that come with Stemma, by their addresses. All others are refused: nothing is fetched. */
import { jsonldContext } from '../../model/context.ts'
import { defaultBase } from '../../model/iri.ts'
import mldcatAp from './contexts/mldcat-ap-3.1.0.json' with { type: 'json' }

/** schema.org's names, without the datatypes that its own context gives to some of their values. */
const schemaOrg = {
  type: '@type',
  id: '@id',
  '@vocab': 'https://schema.org/',
  schema: 'https://schema.org/',
}

/** The documents of contexts, by address. */
export const knownContexts = (): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries(
    ['https://schema.org', 'http://schema.org', 'https://www.schema.org', 'http://www.schema.org'].flatMap((address) =>
      [address, `${address}/`, `${address}/docs/jsonldcontext.json`, `${address}/docs/jsonldcontext.jsonld`].map((url) => [
        url,
        { '@context': schemaOrg },
      ]),
    ),
  ),
  [`${defaultBase}context`]: { '@context': jsonldContext(defaultBase) },
  'https://semiceu.github.io/MLDCAT-AP/releases/3.1.0/context/mldcat-ap.jsonld': { '@context': mldcatAp },
})
