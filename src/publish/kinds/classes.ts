/** The pages of classes. */
import { classNames, classOf } from '../../model/vocabulary.ts'
import type { Contents } from '../contents.ts'
import { classPage } from '../pages/class.ts'
import { pageCount, partAt } from '../pages/pager.ts'
import { partSections, type Kind } from './kind.ts'

/** So many things stand on one page. */
const perPage = 500

/** `class/model`, `class/model/2` and so on. */
export function classPages({ things }: Contents): Kind {
  return {
    page(here, name) {
      const { name: list, number } = partAt(name)
      const className = classNames.find((one) => list === `class/${classOf(one).segment}`)
      const all = className && things.get(className)
      if (!all) return undefined
      const of = pageCount(all.length, perPage)
      if (number > of) return undefined
      return classPage(here, className, all.slice((number - 1) * perPage, number * perPage), { number, of }, all.length)
    },
    sections: () =>
      [...things].flatMap(([className, all]) =>
        partSections(`class/${classOf(className).segment}`, pageCount(all.length, perPage), perPage),
      ),
  }
}
