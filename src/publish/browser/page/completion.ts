/** What the editor offers while a person writes: variables, keywords, the ontology's terms, and things by their names. */
import { snippetCompletion, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete'
import { toCurie } from '../../../model/curie.ts'
import type { QueryConfig } from '../config.ts'
import type { Suggestion } from '../protocol.ts'
import { element } from './dom.ts'
import type { Words } from './words.ts'

/** Things whose name has a text in it, of the classes by their segments. */
export type Suggest = (classes: readonly string[], typed: string) => Promise<readonly Suggestion[]>

const keywords =
  'SELECT DISTINCT WHERE OPTIONAL FILTER UNION MINUS GRAPH VALUES BIND AS CONSTRUCT ASK DESCRIBE FROM NAMED ORDER BY GROUP HAVING ASC DESC LIMIT OFFSET EXISTS NOT IN PREFIX'
const functions =
  'COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT STR LANG LANGMATCHES DATATYPE BOUND IRI COALESCE IF CONCAT CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER SUBSTR STRLEN LCASE UCASE REPLACE REGEX ABS ROUND CEIL FLOOR YEAR MONTH DAY isIRI isLiteral isBlank isNumeric sameTerm'

const fixed: readonly Completion[] = [
  ...keywords.split(' ').map((label): Completion => ({ label, type: 'keyword' })),
  ...functions.split(' ').map((label) => snippetCompletion(`${label}(\${})`, { label, type: 'function' })),
]

/** The editor's source of completions. */
export function completionOf(
  config: QueryConfig,
  words: Words,
  suggest: Suggest,
): (context: CompletionContext) => Promise<CompletionResult | null> | CompletionResult | null {
  const terms = config.terms.map(({ curie, label, comment, kind, iri }): Completion => ({
    label: curie,
    detail: label,
    type: kind,
    info: () => element('div', {}, element('strong', {}, `${words[kind]} ${curie}`), element('p', {}, comment || iri)),
  }))
  /** Without its prefix, a term is found by its name and its label. */
  const byName = terms.map((term): Completion => ({
    ...term,
    label: `${term.label.replace(/^.*:/, '')} ${term.detail}`,
    displayLabel: term.label,
    apply: term.label,
  }))
  const prefixes = Object.keys(config.prefixes).map((name): Completion => ({ label: `${name}:`, type: 'namespace' }))
  const segments = new Set(
    Object.entries(config.prefixes).flatMap(([name, iri]) => (iri === `${config.base}${name}/` && name !== 'graph' ? [name] : [])),
  )

  async function things(context: CompletionContext, from: number, prefix: string, typed: string): Promise<CompletionResult | null> {
    const found = await suggest([prefix], typed.toLowerCase())
    if (context.aborted || found.length === 0) return null
    // The worker has chosen by id and by name; the editor is not to choose again.
    return {
      from,
      filter: false,
      options: found.map(({ iri, label }) => ({ label: toCurie(iri, config.prefixes), detail: label, type: 'constant' })),
    }
  }

  return (context) => {
    const variable = context.matchBefore(/[?$]\w*/)
    if (variable) return { from: variable.from, options: variablesIn(context, variable.from), validFor: /^[?$]\w*$/ }
    const named = context.matchBefore(/[A-Za-z][\w-]*:[\w.-]*/)
    if (named) {
      const [prefix, typed] = named.text.split(':', 2) as [string, string]
      if (segments.has(prefix)) return things(context, named.from, prefix, typed)
      return { from: named.from, options: terms.filter(({ label }) => label.startsWith(`${prefix}:`)), validFor: /^[\w-]+:[\w.-]*$/ }
    }
    const word = context.matchBefore(/[\p{L}_]+/u)
    if (!word && !context.explicit) return null
    return { from: word?.from ?? context.pos, options: [...fixed, ...prefixes, ...byName], validFor: /^[\p{L}_]*$/u }
  }
}

function variablesIn({ state }: CompletionContext, here: number): Completion[] {
  const names = new Set<string>()
  for (const { 0: name, index } of state.doc.toString().matchAll(/[?$]\w+/g)) if (index !== here) names.add(name)
  return [...names].map((label) => ({ label, type: 'variable' }))
}
