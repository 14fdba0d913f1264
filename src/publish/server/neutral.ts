/** Neutral addresses: IRIs of things, and pages in no language. Each leads to the form that suits the client. */
import { languages, relativeUrl } from '../address.ts'
import { openToAll, reading, variesByAccept, type Answering, type Handler } from './answer.ts'
import { byteCache } from './byte-cache.ts'
import type { Form } from './forms.ts'
import { linksAt } from './links.ts'
import { preferredLanguage, preferredType } from './preferences.ts'
import { problem } from './problem.ts'
import { briefly, type Store } from './store.ts'

/** The neutral name of a path: the root is the home page. */
const nameAt = (path: string): string => (path === '' ? 'index' : path)

/**
 * Answers with 303 (RFC 9110, 15.4.4), since a model is not a document, or with 406 and the list of what there is. Where it
 * leads is relative, so that it holds behind a proxy and does not depend on the Host header.
 */
export function neutral(store: Store): Handler {
  const known = byteCache<Answering>(mostKept)

  function found(path: string): Answering | undefined {
    const forms = store.formsOf(nameAt(path))
    if (forms.length === 0) return undefined
    const answering = leadTo(store, path, forms)
    known.set(path, answering, 0)
    return answering
  }

  return { route: 'neutral', methods: reading, at: (path) => known.get(path) ?? found(path) }
}

/** Where addresses lead is kept for the latest few thousand of them, in so many bytes at most. */
const mostKept = 8 * 2 ** 20

function leadTo(store: Store, path: string, forms: readonly Form[]): Answering {
  const headers = { Link: linksAt(store.site.graph, path, nameAt(path), forms), Vary: variesByAccept }
  return (asked) => {
    const { accept, 'accept-language': spoken } = asked.headers
    const language = preferredLanguage(languages, spoken)
    const offers = forms.filter((form) => form.language === undefined || form.language === language)
    const chosen = preferredType(offers, accept)
    if (chosen)
      return {
        status: 303,
        headers: {
          ...openToAll,
          ...headers,
          Location: relativeUrl(path, chosen.path),
          'Cache-Control': briefly,
          'Content-Length': 0,
        },
      }
    const available = forms.map((form) => ({
      url: relativeUrl(path, form.path),
      mediaType: form.mediaType,
      ...(form.language && { language: form.language }),
    }))
    return problem(store, asked, 406, { headers, available })
  }
}
