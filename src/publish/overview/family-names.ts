/** The names, dates and pages of models by their ranks. */
import type { Families } from '../../graph/families/families.ts'
import { undated } from '../../graph/families/released.ts'
import { valueOf } from '../../graph/graph.ts'
import { prefixes } from '../../model/vocabulary.ts'
import { nameAt } from '../address.ts'
import { textOf, urlOfIri, urlOfPage, type Here } from '../site.ts'
import { wordsIn } from '../words.ts'

/** From so many descendants on a model has a page of its family; smaller families are drawn on the pages of their models. */
const fewest = 3

/** So many models stand on one page of a family. */
export const modelsPerPage = 120

/** Whether there is a page of the family that comes from a model. */
export const hasFamilyPage = ({ descendants }: Families, model: number): boolean => descendants[model]! >= fewest

/** The name of the page of the family that comes from a model: `family/bloom`; undefined for a model that is none of the base. */
export const familyName = (iri: string, base: string): string | undefined => nameAt(iri, base)?.replace(/^model\//, 'family/')

/** What is written of models. */
export interface FamilyNames {
  iri(model: number): string
  name(model: number): string
  /** Its page. */
  url(model: number): string | undefined
  /** The page of its family. */
  familyUrl(model: number): string | undefined
  /** Its date as its source gives it. */
  date(model: number): string | undefined
  /** From when to when some models are; empty where none has a date. */
  span(models: ArrayLike<number>): string
}

/** The names of a page's language. */
export function familyNames(here: Here, families: Families): FamilyNames {
  const { graph } = here.site
  const iri = (model: number): string => graph.index.terms.term(families.models[model]!).value
  const date = (model: number): string | undefined =>
    families.released[model] === undated
      ? undefined
      : (valueOf(graph, iri(model), `${prefixes.dct}issued`) ?? valueOf(graph, iri(model), `${prefixes.dct}created`))?.value.slice(0, 10)
  return {
    iri,
    date,
    name: (model) => textOf(here, iri(model)),
    url: (model) => urlOfIri(here, iri(model)),
    familyUrl(model) {
      const page = hasFamilyPage(families, model) ? familyName(iri(model), graph.base) : undefined
      return page === undefined ? undefined : urlOfPage(here, page)
    },
    span(models) {
      const [first, last] = ends(families, models)
      return first === undefined ? '' : wordsIn(here.language).until(date(first)!.slice(0, 7), date(last!)!.slice(0, 7))
    },
  }
}

/** The first and the last of some models that have a date. */
function ends({ released }: Families, models: ArrayLike<number>): [first: number | undefined, last: number | undefined] {
  let [first, last]: [number | undefined, number | undefined] = [undefined, undefined]
  for (let at = 0; at < models.length; at++) {
    const model = models[at]!
    if (released[model] === undated) continue
    if (first === undefined || released[model]! < released[first]!) first = model
    if (last === undefined || released[model]! > released[last]!) last = model
  }
  return [first, last]
}
