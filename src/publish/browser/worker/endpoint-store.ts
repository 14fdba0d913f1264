/** The site's endpoint, asked by the SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/). */
import type { Term } from '@rdfjs/types'
import { Parser } from 'n3'
import { StemmaError, type Problem } from '../../../errors.ts'
import { literal, namedNode } from '../../../model/claim.ts'
import { classInIri, fromCurie, isMinted, mint } from '../../../model/iri.ts'
import { classNames, classOf, type ClassName } from '../../../model/vocabulary.ts'
import type { AnswerStream, Operation } from '../../../query/answer.ts'
import { termOf } from '../../../query/parameter-type.ts'
import { questionOf } from '../../../query/parse.ts'
import { readResults } from '../../../query/remote/json-results.ts'
import type { Graph } from '../../../graph/graph.ts'
import type { QueryConfig } from '../config.ts'
import { mostOffered, type Store } from './store.ts'
import { nTriplesTerm } from '../../../formats/terms.ts'

/** @param page address of the page, which the endpoint's goes by */
export function endpointStore({ endpoint, base, prefixes, language }: QueryConfig, page: string): Store {
  const url = new URL(endpoint!, page).href

  async function ask(sparql: string, signal?: AbortSignal, why = false): Promise<AnswerStream> {
    const triples = isOfTriples(await questionOf(sparql, base))
    const asked = { query: declared(sparql, prefixes), ...(why && { why: 'true' }) }
    const text = await send(url, asked, triples ? 'text/turtle' : 'application/sparql-results+json', signal)
    return triples ? { type: 'quads', quads: once(new Parser().parse(text)) } : rowsOf(text)
  }

  /** The first of what is looked for by one variable, ?thing. */
  async function things(pattern: string): Promise<{ iri: string; label: string }[]> {
    const answer = await ask(`SELECT DISTINCT ?thing ?label { ${pattern} } LIMIT ${mostOffered}`)
    if (answer.type !== 'bindings') return []
    const rows = []
    for await (const some of answer.rows) rows.push(...some)
    return rows.map(({ thing, label }) => ({ iri: thing!.value, label: label?.value ?? '' }))
  }

  async function thing(written: string, classes: readonly ClassName[] = classNames): Promise<Term> {
    const id = written.trim().toLowerCase()
    const iris = [
      ...new Set([fromCurie(written.trim(), prefixes) ?? '', ...(isMinted(id) ? classes.map((one) => mint(base, one, id)) : [])]),
    ]
      .filter((iri) => classes.includes(classInIri(iri, base)!))
      .map((iri) => `<${iri}>`)
    const byName = `?thing rdfs:label|skos:altLabel|st:hubId ?name FILTER(LCASE(STR(?name)) = LCASE(${text(written.trim())}))`
    const [found] = [
      ...(iris.length > 0 ? await things(`VALUES ?thing { ${iris.join(' ')} } ?thing a ?class`) : []),
      ...(await things(`VALUES ?class { ${iriList(classes)} } ${byName} ?thing a ?class`)),
    ]
    if (found) return namedNode(found.iri)
    throw new StemmaError({
      code: 'unknown-name',
      message: `there is no ${classes.map((one) => classOf(one).label.en).join(' or ')} "${written}"`,
    })
  }

  return {
    open: () => Promise.resolve(),
    ask,
    warnings: () => Promise.resolve([]),
    bind: async ({ parameters }, values) => {
      const terms: Record<string, Term> = {}
      for (const { name, type, optional, default: fallback, help } of parameters) {
        const written = values[name] ?? fallback
        if (written === undefined && !optional) throw new StemmaError({ code: 'missing-parameter', message: `${name} is missing: ${help}` })
        if (written !== undefined)
          terms[name] = type.kind === 'thing' ? await thing(written, type.classes) : termOf({ base } as Graph, type, written)
      }
      return terms
    },
    suggest: (classes, typed) => {
      const wanted = text(typed.toLowerCase())
      return things(`VALUES ?class { ${iriList(classes)} } ?thing a ?class
        OPTIONAL { ?thing rdfs:label ?label FILTER(LANG(?label) = "${language}") }
        FILTER(CONTAINS(STR(?thing), ${wanted}) || CONTAINS(LCASE(STR(?label)), ${wanted}))`)
    },
  }
}

const text = (value: string): string => nTriplesTerm(literal(value))
const iriList = (classes: readonly ClassName[]): string => classes.map((one) => `<${classOf(one).iri}>`).join(' ')

function isOfTriples(question: Operation): boolean {
  const { type, input } = question as Operation & { input?: Operation }
  return type === 'from' && input ? isOfTriples(input) : type === 'construct' || type === 'describe'
}

/** The question with a declaration of each prefix that it seems to use and does not declare. */
function declared(sparql: string, prefixes: Readonly<Record<string, string>>): string {
  const missing = Object.entries(prefixes).filter(
    ([name]) => sparql.includes(`${name}:`) && !new RegExp(`\\bPREFIX\\s+${name}:`, 'i').test(sparql),
  )
  return `${missing.map(([name, iri]) => `PREFIX ${name}: <${iri}>\n`).join('')}${sparql}`
}

async function send(url: string, asked: Readonly<Record<string, string>>, accept: string, signal?: AbortSignal): Promise<string> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { accept },
      body: new URLSearchParams(asked),
      ...(signal && { signal }),
    })
    const text = await response.text()
    if (response.ok) return text
    throw new StemmaError(
      problemsIn(text) ?? [{ code: 'endpoint-refused', message: text.split('\n', 1)[0] || `${response.status} ${response.statusText}` }],
      'outside',
    )
  } catch (error) {
    if (error instanceof StemmaError) throw error
    throw new StemmaError({ code: 'endpoint-unreachable', message: `${url} cannot be asked: ${(error as Error).message}` }, 'outside')
  }
}

/** Why there is no answer, as our own endpoint says it. */
function problemsIn(text: string): Problem[] | undefined {
  try {
    return (JSON.parse(text) as { problems?: Problem[] }).problems
  } catch {
    return undefined
  }
}

function rowsOf(text: string): AnswerStream {
  const answer = readResults(text)
  if (typeof answer === 'string') throw new StemmaError({ code: 'malformed-answer', message: 'the answer cannot be read' }, 'outside')
  return answer.type === 'boolean' ? answer : { ...answer, rows: once(answer.rows) }
}

async function* once<Item>(items: readonly Item[]): AsyncGenerator<readonly Item[]> {
  yield await Promise.resolve(items)
}
