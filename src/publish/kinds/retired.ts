/** What stands at the addresses of IRIs that went out of use: it leads on, on hosts that only give out files too. */
import { retirement } from '../../graph/about.ts'
import type { Graph } from '../../graph/graph.ts'
import { compareText, namedNode, quad } from '../../model/claim.ts'
import { prefixesFor } from '../../model/iri.ts'
import { nameAt } from '../address.ts'
import { dataFormats } from '../entity-data.ts'
import { retiredPage } from '../pages/retired.ts'
import { inAllLanguages, type Kind } from './kind.ts'

/** So many of them are written by one worker before it looks for other work. */
const perSection = 500

/** `model/old` with pages that lead to the new ones, and data that names them. */
export function retiredFiles(graph: Graph): Kind {
  const replacement = (name: string): string | undefined => graph.retired.get(graph.base + name)
  return {
    page(here, name) {
      const iri = replacement(name)
      return iri === undefined ? undefined : retiredPage(here, iri)
    },
    file(path) {
      const form = dataFormats.find(({ extension }) => path.endsWith(`.${extension}`))
      const name = form && path.slice(0, -form.extension.length - 1)
      const iri = name === undefined ? undefined : replacement(name)
      if (!form || iri === undefined) return undefined
      const old = namedNode(graph.base + name!)
      const quads = retirement(iri).map(([predicate, value]) => quad(old, namedNode(predicate), value))
      return { mediaType: form.format.mediaType, body: form.format.write(quads, { prefixes: prefixesFor(graph.base) }) }
    },
    sections() {
      const names = [...graph.retired.keys()].flatMap((iri) => nameAt(iri, graph.base) ?? []).sort(compareText)
      return Array.from({ length: Math.ceil(names.length / perSection) }, (_, number) => {
        const own = names.slice(number * perSection, (number + 1) * perSection)
        const pathsOf = (name: string): string[] => [...inAllLanguages(name), ...dataFormats.map(({ extension }) => `${name}.${extension}`)]
        return { name: `retired/${number}`, things: 0, looks: own.length, paths: () => own.flatMap(pathsOf) }
      })
    },
  }
}
