/** Links to terms: of the ontology to their place on its page, of others to where they are defined. */
import { toCurie } from '../../model/iri.ts'
import { relations } from '../../model/terms.ts'
import { classOfIri, labelOf, prefixes, propertyOf } from '../../model/vocabulary.ts'
import { html, type Content, type Html } from '../html.ts'
import { urlOfPage, type Here } from '../site.ts'

/** The anchor of a term on the page: its local name, so that its IRI leads there; of a borrowed property, its key. */
export function anchorOf(iri: string): string | undefined {
  if (iri.startsWith(prefixes.st)) return iri.slice(prefixes.st.length)
  return iri in relations ? propertyOf(iri)?.name : undefined
}

/** The URL of the definition of a class or property of the ontology, from any page; undefined for what it does not define. */
export function definitionUrl(here: Here, iri: string): string | undefined {
  const anchor = classOfIri(iri) || Object.hasOwn(relations, iri) ? anchorOf(iri) : undefined
  return anchor && `${urlOfPage(here, 'ontology')}#${anchor}`
}

/** A link there, with the term's label as text. */
export function definitionLink(here: Here, iri: string): Html | undefined {
  const url = definitionUrl(here, iri)
  return url === undefined ? undefined : html`<a href="${url}">${classOfIri(iri)?.label[here.language] ?? labelOf(iri, here.language)}</a>`
}

/** A link to a term, with its short name as text. */
export function termLink(iri: string): Html {
  const [anchor, name] = [anchorOf(iri), toCurie(iri, prefixes)]
  return anchor === undefined
    ? html`<a href="${iri}" rel="external"><code>${name}</code></a>`
    : html`<a href="#${anchor}"><code>${name}</code></a>`
}

/** Links to terms, one after another. */
export const termLinks = (iris: readonly string[], joint = ', '): Content => iris.map((iri, index) => [index > 0 && joint, termLink(iri)])

/** A row of what is known of a term; nothing where there is nothing to say. */
export const row = (name: string, content: Content): Content =>
  content !== undefined &&
  content !== false &&
  !(Array.isArray(content) && content.length === 0) &&
  html`<dt>${name}</dt><dd>${content}</dd>\n`

/** A definition, which is in English whatever the language of the page. */
export const definition = (text: string, language: string): Html => html`<p${language !== 'en' && html` lang="en"`}>${text}</p>`
